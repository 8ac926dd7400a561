"""Short forms of given names, and English names that people of the region go by beside their own."""

from __future__ import annotations

from functools import cache

from noharbor.reference.tables import table
from noharbor.science.names.without_marks import without_marks


def full_names_of(word: str) -> tuple[str, ...]:
    """The full names a short form may stand for, the likeliest first: "Bob" gives ("robert",); () where it is none."""
    return _english().get(without_marks(word), ())


def may_be_short_for(one: str, other: str) -> bool:
    """Whether one of two given names may be a short form of the other, or both of a third (Bob, Robert, Rob)."""
    first, second = without_marks(one), without_marks(other)
    if first == second:
        return True
    return not {first, *full_names_of(first)}.isdisjoint({second, *full_names_of(second)})


def is_adopted(word: str) -> bool:
    """Whether a word is an English name that many people of the region go by; it tells little about who they are."""
    return without_marks(word) in _adopted()


@cache
def _english() -> dict[str, tuple[str, ...]]:
    return {short: tuple(full) for short, full in table("name_parts")["nicknames"]["english"].items()}


@cache
def _adopted() -> frozenset[str]:
    return frozenset(table("name_parts")["nicknames"]["adopted"])
