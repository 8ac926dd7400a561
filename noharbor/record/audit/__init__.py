"""Audit.

Takes: every act and every read of a closed thing. Gives: a chain nobody can rewrite unseen. Never: changes an entry.
"""
