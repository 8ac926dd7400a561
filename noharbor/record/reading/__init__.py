"""Reading.

Takes: texts of sources. Gives: statements that point at their words. Never: touches what a person confirmed.
"""
