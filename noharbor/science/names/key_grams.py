"""From rows of syllables to keys, for many names at once, compiled by numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

#: Names of up to this many syllables are keyed by all their pairs of syllables, so that their words may stand in any order.
SHORT = 4

#: What a key is made of; it is part of the key.
SYLLABLE, PAIR, BAG, TRIPLE, FOUR, FIVE, ONSETS = range(1, 8)

_Loop = TypeVar("_Loop", bound=Callable[..., Any])


def _compiled(loop: _Loop) -> _Loop:
    """Compile a loop; the machine code is kept on disk, so that only the first process pays."""
    compiled: Any = njit(cache=True)(loop)
    return cast(_Loop, compiled)


@_compiled
def _mixed(number: int) -> int:
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
def _short(row: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int) -> int:
    """All pairs in any order, and all syllables in any order, in full and by their onsets."""
    size = len(row)
    for one in range(size):
        for other in range(one + 1, size):
            low, high = min(row[one], row[other]), max(row[one], row[other])
            count = _put(
                keys,
                first,
                count,
                _mixed((np.uint64(PAIR) << np.uint64(48)) | (np.uint64(low) << np.uint64(16)) | np.uint64(high)),
            )
    bag = np.sort(row)
    full, coarse = np.uint64(BAG), np.uint64(ONSETS)
    for at in range(size):
        full = (full << np.uint64(12)) | np.uint64(bag[at])
    onsets = np.sort(row & np.uint16(0xF0F3))
    for at in range(size):
        coarse = (coarse << np.uint64(12)) | np.uint64(onsets[at])
    count = _put(keys, first, count, _mixed(full))
    if size > 2:
        count = _put(keys, first, count, _mixed(coarse))
    return count


@_compiled
def _long(row: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int) -> int:
    """Neighbours and next neighbours, and triples of neighbours."""
    size = len(row)
    for one in range(size):
        for other in range(one + 1, min(one + 3, size)):
            low, high = min(row[one], row[other]), max(row[one], row[other])
            count = _put(
                keys,
                first,
                count,
                _mixed((np.uint64(PAIR) << np.uint64(48)) | (np.uint64(low) << np.uint64(16)) | np.uint64(high)),
            )
    for one in range(size - 2):
        triple = (
            (np.uint64(row[one]) << np.uint64(24))
            | (np.uint64(row[one + 1]) << np.uint64(12))
            | np.uint64(row[one + 2])
        )
        count = _put(keys, first, count, _mixed((np.uint64(TRIPLE) << np.uint64(48)) | triple))
    return count


@_compiled
def _skeleton(row: NDArray[np.uint16], keys: NDArray[np.uint32], first: int, count: int) -> int:
    """Four and five consonants in a row, vowels left out: onsets as they are, codas as nasal or stop."""
    letters = np.empty(2 * len(row), np.uint64)
    size = 0
    for at in range(len(row)):
        if row[at] >> 4:
            letters[size] = row[at] >> 4
            size += 1
        if row[at] & 3:
            letters[size] = 10 + (row[at] & 3)
            size += 1
    for one in range(size - 3):
        four = (
            (letters[one] << np.uint64(12))
            | (letters[one + 1] << np.uint64(8))
            | (letters[one + 2] << np.uint64(4))
            | letters[one + 3]
        )
        count = _put(keys, first, count, _mixed((np.uint64(FOUR) << np.uint64(48)) | four))
        if one + 4 < size:
            five = (four << np.uint64(4)) | letters[one + 4]
            count = _put(keys, first, count, _mixed((np.uint64(FIVE) << np.uint64(48)) | five))
    return count


@_compiled
def grams(
    codes: NDArray[np.uint16],
    readings: NDArray[np.int64],
    names: NDArray[np.int64],
    exact: NDArray[np.uint32],
    exacts: NDArray[np.int64],
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The keys of many names.

    Args:
        codes: Syllables of all readings.
        readings: Where each reading begins in `codes`, and the end.
        names: Where each name begins in `readings`, and the end.
        exact: Numbers of what is written.
        exacts: Where each name begins in `exact`, and the end.

    Returns:
        All keys, name after name, each once for a name; and how many each name has.
    """
    keys = np.empty(len(codes) * 7 + len(readings) * 3 + len(exact) + len(names), np.uint32)
    counts = np.empty(len(names) - 1, np.int64)
    count = 0
    for name in range(len(names) - 1):
        first = count
        for at in range(exacts[name], exacts[name + 1]):
            count = _put(keys, first, count, exact[at])
        for reading in range(names[name], names[name + 1]):
            row = codes[readings[reading] : readings[reading + 1]]
            if len(row) == 1:
                count = _put(keys, first, count, _mixed((np.uint64(SYLLABLE) << np.uint64(48)) | np.uint64(row[0])))
            elif len(row) <= SHORT:
                count = _short(row, keys, first, count)
            else:
                count = _long(row, keys, first, count)
            if len(row) > 2:
                count = _skeleton(row, keys, first, count)
        if count == first:
            keys[count] = 0
            count += 1
        counts[name] = count - first
    return keys[:count].copy(), counts
