"""Addresses laid side by side, in any script: by numbers and by pairs of letters, whatever their order and slips."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

_NUMBER = re.compile(r"\d+")
_NO_LETTER = re.compile(r"[\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
#: Keys of an address are made of so many of its numbers and words.
_NUMBERS, _WORDS = 3, 8


class Address(NamedTuple):
    """An address, ready to be compared.

    Attributes:
        letters: All but numbers, spaces and signs.
        numbers: Of the house, the flat, the post.
        pairs: Pairs of letters that stand side by side, spaces left out, with how often.
        length: How many in all.
    """

    letters: str
    numbers: frozenset[str]
    pairs: Counter[str]
    length: int


@lru_cache(maxsize=100_000)
def address_of(written: str) -> Address:
    """An address as it is compared."""
    text = unicodedata.normalize("NFKC", written).casefold()
    letters = _NO_LETTER.sub("", text)
    pairs = Counter(map("".join, pairwise(letters)))
    return Address(letters, frozenset(_NUMBER.findall(text)), pairs, max(len(letters) - 1, 0))


def likeness(one: Address, other: Address) -> float:
    """The share of their pairs of letters that two addresses have in common, 0..1 (Sørensen and Dice)."""
    together = one.length + other.length
    if not together:
        return 0.0
    few, many = sorted((one.pairs, other.pairs), key=len)
    common = sum(min(count, many[pair]) for pair, count in few.items() if pair in many)
    return 2 * common / together


def address_keys(written: str) -> Iterator[str]:
    """A number and a word each: what rows that have an address in common share, however it is cut and turned."""
    text = unicodedata.normalize("NFKC", written).casefold()
    numbers = list(dict.fromkeys(_NUMBER.findall(text)))[:_NUMBERS]
    words = list(dict.fromkeys(_WORD.findall(text)))[:_WORDS]
    return (f"{number} {word}" for number, word in product(numbers, words))
