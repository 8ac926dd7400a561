"""Lexicons and patterns that turn text into events, one small module per language."""
