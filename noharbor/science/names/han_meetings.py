"""Two names in characters laid side by side: the way of the fast alignment in `characters`, kept to be told."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import NamedTuple

from noharbor.science.scripts.han import mandarin_sounds

_LONGEST = 24
#: As in `characters`: what it costs to read one character as another.
_COSTS = (0.0, 0.4, 0.6, 1.0, 0.9)


class By(IntEnum):
    """How two characters meet; numbers as the columns of `align_characters`."""

    EQUAL = 0
    WITH_TONE = 1
    WITHOUT_TONE = 2
    OTHER = 3
    EXTRA = 4


class Pair(NamedTuple):
    """Places of two characters that stand side by side; None where there is no counterpart."""

    one: int | None
    other: int | None
    by: By


_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
#: Where the mark of the tone stands: on a, e or o, else on the last vowel.
_MARKED = re.compile("a|e|o(?=u)|[iouü](?=[^aeiouü]*$)")


def with_mark(sound: str) -> str:
    """Write the tone of a sound as a mark: zhang1 is zhāng."""
    plain, mark = sound.rstrip("12345"), _MARKS.get(sound[-1:], "")
    plain = plain.replace("u:", "ü").replace("v", "ü")
    return unicodedata.normalize("NFC", _MARKED.sub(lambda found: found[0] + mark, plain, count=1))


def shared_sound(one: str, other: str) -> str:
    """Return the Mandarin sound that two characters share: with its tone where that is shared too; "" for none."""
    mine, theirs = _sounds(one), _sounds(other)
    with_tone = sorted(mine & theirs)
    plain = sorted({sound.rstrip("12345") for sound in mine} & {sound.rstrip("12345") for sound in theirs})
    return (with_tone or plain or [""])[0]


def _sounds(char: str) -> frozenset[str]:
    found = mandarin_sounds(char)
    return frozenset(found[0]) if found else frozenset()


def _by(one: str, other: str) -> By:
    if one == other:
        return By.EQUAL
    sound = shared_sound(one, other)
    if not sound:
        return By.OTHER
    return By.WITH_TONE if sound[-1].isdigit() else By.WITHOUT_TONE


def characters_met(one: str, other: str) -> list[Pair]:
    """Lay two names side by side at the least cost.

    Args:
        one: Canonical characters without spaces; the first 24 count.
        other: The same.
    """
    one, other = one[:_LONGEST], other[:_LONGEST]
    best: dict[tuple[int, int], tuple[float, list[Pair]]] = {(0, 0): (0.0, [])}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if i == j == 0:
                continue
            ways: list[tuple[float, list[Pair]]] = []
            if i and j:
                by = _by(one[i - 1], other[j - 1])
                cost, way = best[i - 1, j - 1]
                ways.append((cost + _COSTS[by], [*way, Pair(i - 1, j - 1, by)]))
            if i:
                cost, way = best[i - 1, j]
                ways.append((cost + _COSTS[By.EXTRA], [*way, Pair(i - 1, None, By.EXTRA)]))
            if j:
                cost, way = best[i, j - 1]
                ways.append((cost + _COSTS[By.EXTRA], [*way, Pair(None, j - 1, By.EXTRA)]))
            best[i, j] = min(ways, key=lambda found: found[0])
    return best[len(one), len(other)][1]
