"""Word lists of reference/lexicons/chinese_*.yaml as patterns over simplified text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from noharbor.science.language.lexicons import lexicon


def alternatives(words: Sequence[str]) -> str:
    """The words as one regular expression, longest first, so that 抓捕归案 is found before 抓捕."""
    return "|".join(sorted(words, key=len, reverse=True))


def words_of(name: str, *keys: str) -> list[str]:
    """A list of a lexicon: given as a YAML list, or as one string of words parted by white space."""
    value = lexicon(name)
    for key in keys:
        value = value[key]
    return value.split() if isinstance(value, str) else list(value)


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words; of an empty list, one that never matches."""
    return re.compile(alternatives(words)) if words else re.compile(r"(?!)")


@cache
def nouns(name: str) -> re.Pattern[str]:
    """The pattern of a list of chinese_nouns.yaml ("suspects", "victims", "sites" …)."""
    return pattern_of(words_of("chinese_nouns", name))


@cache
def predicates(kind: str, strength: str) -> re.Pattern[str]:
    """The pattern of a list of chinese_predicates.yaml: a type and "strong" or "weak"."""
    return pattern_of(words_of("chinese_predicates", kind, strength))
