"""From rows of syllables to keys, for many names at once, compiled by numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

#: Names of up to this many syllables are keyed by all their pairs of syllables: their words may stand in any order.
SHORT = 4

#: What a key is made of; it is part of the key.
SYLLABLE, PAIR, BAG, TRIPLE, FOUR, FIVE, ONSETS, FINE_PAIR, FINE_BAG = range(1, 10)

_Loop = TypeVar("_Loop", bound=Callable[..., Any])


def _compiled(loop: _Loop) -> _Loop:
    """Compile a loop; the machine code is kept on disk, so that only the first process pays."""
    compiled: Any = njit(cache=True)(loop)
    return cast(_Loop, compiled)


@_compiled
def _mixed(number: Any) -> Any:
    """Spread 64 bits over 32 (the finaliser of SplitMix64, Steele and others 2014)."""
    mixed = np.uint64(number)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(31))) & np.uint64(0xFFFFFFFF)


@_compiled
def _put(keys: NDArray[np.uint32], first: int, count: int, key: int) -> int:
    """Add a key unless it is there; returns how many there are."""
    for at in range(first, count):
        if keys[at] == key:
            return count
    keys[count] = key
    return count + 1


@_compiled
def _pair(kind: int, one: int, other: int) -> Any:
    """The key of two syllables in any order."""
    low, high = np.uint64(min(one, other)), np.uint64(max(one, other))
    return _mixed((np.uint64(kind) << np.uint64(48)) | (low << np.uint64(16)) | high)


@_compiled
def _bag(kind: int, row: NDArray[np.uint16]) -> Any:
    """The key of all syllables in any order."""
    key = np.uint64(kind)
    for code in np.sort(row):
        key = (key << np.uint64(12)) | np.uint64(code)
    return _mixed(key)


@_compiled
def _short(
    fine: NDArray[np.uint16], rough: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int
) -> int:
    """All pairs of syllables, and all syllables together, in any order."""
    size = len(fine)
    for one in range(size):
        for other in range(one + 1, size):
            count = _put(keys, first, count, _pair(FINE_PAIR, fine[one], fine[other]))
            count = _put(keys, first, count, _pair(PAIR, rough[one], rough[other]))
    if size > 2:
        count = _put(keys, first, count, _bag(FINE_BAG, fine))
        count = _put(keys, first, count, _bag(BAG, rough))
        count = _put(keys, first, count, _bag(ONSETS, rough & np.uint16(0xFFF3)))
    else:
        # A bag of two is a pair, but one that longer names don't have.
        count = _put(keys, first, count, _bag(BAG, rough))
    return count


@_compiled
def _long(fine: NDArray[np.uint16], rough: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int) -> int:
    """Neighbours and next neighbours, and triples of neighbours."""
    size = len(fine)
    for one in range(size - 1):
        count = _put(keys, first, count, _pair(FINE_PAIR, fine[one], fine[one + 1]))
        count = _put(keys, first, count, _pair(PAIR, rough[one], rough[one + 1]))
        if one + 2 < size:
            count = _put(keys, first, count, _pair(PAIR, rough[one], rough[one + 2]))
            triple = (np.uint64(rough[one]) << np.uint64(24)) | (np.uint64(rough[one + 1]) << np.uint64(12))
            triple |= np.uint64(rough[one + 2])
            count = _put(keys, first, count, _mixed((np.uint64(TRIPLE) << np.uint64(48)) | triple))
    return count


@_compiled
def _skeleton(rough: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int) -> int:
    """Four and five consonants in a row, vowels left out: onsets as they are, codas as nasal or stop."""
    letters = np.empty(2 * len(rough), np.uint64)
    size = 0
    for code in rough:
        if code >> 4:
            letters[size] = code >> 4
            size += 1
        if code & 3:
            letters[size] = 16 + (code & 3)
            size += 1
    for one in range(size - 3):
        run = np.uint64(0)
        for at in range(one, one + 4):
            run = (run << np.uint64(5)) | letters[at]
        count = _put(keys, first, count, _mixed((np.uint64(FOUR) << np.uint64(48)) | run))
        if one + 4 < size:
            run = (run << np.uint64(5)) | letters[one + 4]
            count = _put(keys, first, count, _mixed((np.uint64(FIVE) << np.uint64(48)) | run))
    return count


@_compiled
def grams(
    codes: NDArray[np.uint16],
    readings: NDArray[np.int64],
    names: NDArray[np.int64],
    exact: NDArray[np.uint32],
    exacts: NDArray[np.int64],
    to_rough: NDArray[np.uint16],
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The keys of many names.

    Args:
        codes: Syllables of all readings.
        readings: Where each reading begins in `codes`, and the end.
        names: Where each name begins in `readings`, and the end.
        exact: Numbers of what is written.
        exacts: Where each name begins in `exact`, and the end.
        to_rough: The rough number of each syllable.

    Returns:
        All keys, name after name, each once for a name; and how many each name has.
    """
    keys = np.empty(len(codes) * 8 + len(readings) * 4 + len(exact) + len(names), np.uint32)
    counts = np.empty(len(names) - 1, np.int64)
    count = 0
    for name in range(len(names) - 1):
        first = count
        for at in range(exacts[name], exacts[name + 1]):
            count = _put(keys, first, count, exact[at])
        for reading in range(names[name], names[name + 1]):
            row = codes[readings[reading] : readings[reading + 1]]
            rough = to_rough[row]
            if len(row) == 1:
                count = _put(keys, first, count, _pair(SYLLABLE, row[0], 0))
            elif len(row) <= SHORT:
                count = _short(row, rough, keys, first, count)
            else:
                count = _long(row, rough, keys, first, count)
            if len(row) > 2:
                count = _skeleton(rough, keys, first, count)
        if count == first:
            keys[count] = 0
            count += 1
        counts[name] = count - first
    return keys[:count].copy(), counts
