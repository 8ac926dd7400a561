"""Words that two names of one script have in common, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray


class Words(NamedTuple):
    """The words of names, as numbers.

    Attributes:
        offsets: (names + 1,) where each name's words begin.
        numbers: Equal for equal words.
        letters: Letters of each word.
    """

    offsets: NDArray[np.int32]
    numbers: NDArray[np.int64]
    letters: NDArray[np.float32]


def pack_words(names: Iterable[Sequence[str]]) -> Words:
    """Pack names given as words."""
    words = [list(name) for name in names]
    flat = [word for name in words for word in name]
    return Words(
        np.concatenate([[0], np.cumsum([len(name) for name in words])]).astype(np.int32),
        np.array([hash(word) for word in flat], dtype=np.int64),
        np.array([len(word) for word in flat], dtype=np.float32),
    )


@njit(cache=True, nogil=True)
def count_shared(one: Any, other: Any, pairs: Any, out: Any) -> None:
    """Fill `out` with the share of letters in common words: of the shorter name, and of the longer one.

    Args:
        one: `Words`.
        other: `Words`.
        pairs: (pairs, 2) int32, a name of each.
        out: (pairs, 2) float32, filled.
    """
    for pair in range(len(pairs)):
        a, b = one.offsets[pairs[pair, 0]], one.offsets[pairs[pair, 0] + 1]
        c, d = other.offsets[pairs[pair, 1]], other.offsets[pairs[pair, 1] + 1]
        mine = np.float32(0.0)
        theirs = np.float32(0.0)
        shared = np.float32(0.0)
        for i in range(a, b):
            mine += one.letters[i]
        for j in range(c, d):
            theirs += other.letters[j]
        for i in range(a, b):
            before = 0
            for k in range(a, i):
                if one.numbers[k] == one.numbers[i]:
                    before += 1
            found = 0
            for j in range(c, d):
                if one.numbers[i] == other.numbers[j]:
                    found += 1
            # A word that stands twice meets twice only where it stands twice on both sides.
            if found > before:
                shared += one.letters[i]
        out[pair, 0] = shared / max(min(mine, theirs), np.float32(1.0))
        out[pair, 1] = shared / max(max(mine, theirs), np.float32(1.0))
