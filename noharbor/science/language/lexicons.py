"""Reads word lists of reference/lexicons, once, for every language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_REFERENCE = files("noharbor") / "reference"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word list `reference/lexicons/<name>.yaml` as plain Python values.

    Raises:
        FileNotFoundError: There is no such list.
    """
    text = (_REFERENCE / "lexicons" / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text) or {})


def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one entry of a word list, written there as words parted by white space."""
    return frozenset(str(lexicon(name)[key]).split())


def lexicon_bytes(*names: str) -> bytes:
    """The raw bytes of several word lists, for a version that changes when a word changes."""
    return b"".join((_REFERENCE / "lexicons" / f"{name}.yaml").read_bytes() for name in names)


def compiled_bytes(name: str) -> bytes:
    """The raw bytes of `reference/compiled/<name>`, empty when it has not been trained yet."""
    path = _REFERENCE / "compiled" / name
    return path.read_bytes() if path.is_file() else b""


def any_word(words: list[str] | tuple[str, ...], *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern that finds any of the given whole words or phrases, longest first.

    Entries may use regular expression syntax; a space stands for any run of white space.
    An empty list gives a pattern that never matches.
    """
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(word.replace(" ", r"\s+") for word in longest_first) + r")(?!\w)", flags)
