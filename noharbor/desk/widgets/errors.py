"""Errors of the stages below, as sentences people read."""

from __future__ import annotations

from django.utils.translation import gettext


def sentence(problem: Exception) -> str:
    """Return what an error says, in the reader's language: its own words are the docstring of its class."""
    words = " ".join(str(problem).split())
    return gettext(words) if words else ""
