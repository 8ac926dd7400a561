"""Intake. Takes: bytes and how they came. Gives: sealed sources with their text. Never: changes what was received."""
