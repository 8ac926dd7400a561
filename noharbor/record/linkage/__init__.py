"""Linkage: rows of lists, and later statements, become people. So far lists alone, without a node."""
