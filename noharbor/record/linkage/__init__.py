"""Linkage.

Takes: rows of lists, and what statements and texts name. Gives: appearances, pairs that may be one, and the entities
that people made of them. Never: merges by itself, or forgets what somebody judged.
"""
