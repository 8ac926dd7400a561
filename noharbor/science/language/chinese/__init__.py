"""Reads Chinese articles, in simplified or traditional characters, into events."""
