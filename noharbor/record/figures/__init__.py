"""Figures: numbers that somebody stated, told by speaker and series, set side by side and never added up.

A series is worked out from statements and never entered: `series.py` is its one definition. The stage has no tables.
"""
