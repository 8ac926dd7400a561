"""Reads English articles into events."""
