"""Two names in Han characters: character by character, and by sound where the characters differ.

The same sound proves little: more than a hundred characters may share one, and thousands of people one pair of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from noharbor.science.scripts.han import mandarin_sounds

#: Readings of one character that are looked at.
_READINGS = 3
#: Characters of a name that are looked at.
_LONGEST = 24
#: Columns of what `align_characters` returns.
EQUAL, WITH_TONE, WITHOUT_TONE, OTHER, EXTRA = range(5)
#: What differing characters cost the alignment.
_COST_TONE, _COST_SOUND, _COST_OTHER, _COST_EXTRA = 0.4, 0.6, 1.0, 0.9


@lru_cache(maxsize=20_000)
def _sounds(char: str) -> tuple[tuple[int, int], ...]:
    """Numbers of a character's readings, with tone and without."""
    found = mandarin_sounds(char)
    readings = sorted(found[0])[:_READINGS] if found else []
    return tuple((_number(reading), _number(reading.rstrip("12345"))) for reading in readings)


_NUMBERS: dict[str, int] = {}


def _number(sound: str) -> int:
    return _NUMBERS.setdefault(sound, len(_NUMBERS) + 1)


def pack_characters(names: list[str]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Pack names, canonical and without spaces.

    Returns:
        (names + 1,) offsets, and (characters, 1 + 2 * readings) code points with the numbers of their sounds, 0 for
        none.
    """
    offsets = np.zeros(len(names) + 1, dtype=np.int32)
    rows: list[tuple[int, ...]] = []
    for number, name in enumerate(names):
        rows.extend(_row(char) for char in name[:_LONGEST])
        offsets[number + 1] = len(rows)
    return offsets, np.array(rows, dtype=np.int32).reshape(len(rows), 1 + 2 * _READINGS)


@lru_cache(maxsize=20_000)
def _row(char: str) -> tuple[int, ...]:
    sounds = _sounds(char)
    tones = [tone for tone, _ in sounds] + [0] * (_READINGS - len(sounds))
    plain = [sound for _, sound in sounds] + [0] * (_READINGS - len(sounds))
    return (ord(char), *tones, *plain)


@njit(cache=True, nogil=True)
def _cost(one: Any, other: Any) -> Any:
    """What it costs to read one character as the other, and which column that counts in."""
    if one[0] == other[0]:
        return 0.0, EQUAL
    for a in range(1, 1 + _READINGS):
        for b in range(1, 1 + _READINGS):
            if one[a] > 0 and one[a] == other[b]:
                return _COST_TONE, WITH_TONE
    for a in range(1 + _READINGS, 1 + 2 * _READINGS):
        for b in range(1 + _READINGS, 1 + 2 * _READINGS):
            if one[a] > 0 and one[a] == other[b]:
                return _COST_SOUND, WITHOUT_TONE
    return _COST_OTHER, OTHER


@njit(cache=True, nogil=True)
def align_characters(
    one_offsets: Any, one_rows: Any, other_offsets: Any, other_rows: Any, pairs: Any, out: Any
) -> None:
    """Count, on the cheapest alignment, equal characters, those of the same sound, others, and extra ones.

    Args:
        one_offsets: (names + 1,) of the first list.
        one_rows: (characters, 7) of the first list.
        other_offsets: (names + 1,) of the second list.
        other_rows: (characters, 7) of the second list.
        pairs: (pairs, 2) int32, a name of each list.
        out: (pairs, 5) float32, filled with EQUAL … EXTRA.
    """
    cost = np.empty((_LONGEST + 1, _LONGEST + 1), np.float32)
    counts = np.zeros((_LONGEST + 1, _LONGEST + 1, 5), np.float32)
    for pair in range(len(pairs)):
        a, b = one_offsets[pairs[pair, 0]], one_offsets[pairs[pair, 0] + 1]
        c, d = other_offsets[pairs[pair, 1]], other_offsets[pairs[pair, 1] + 1]
        n, m = b - a, d - c
        for i in range(n + 1):
            for j in range(m + 1):
                if i == 0 and j == 0:
                    cost[0, 0] = 0.0
                    counts[0, 0, :] = 0.0
                    continue
                best = np.float32(1e9)
                if i > 0 and cost[i - 1, j] + _COST_EXTRA < best:
                    best = cost[i - 1, j] + _COST_EXTRA
                    counts[i, j, :] = counts[i - 1, j, :]
                    counts[i, j, EXTRA] += 1
                if j > 0 and cost[i, j - 1] + _COST_EXTRA < best:
                    best = cost[i, j - 1] + _COST_EXTRA
                    counts[i, j, :] = counts[i, j - 1, :]
                    counts[i, j, EXTRA] += 1
                if i > 0 and j > 0:
                    step, column = _cost(one_rows[a + i - 1], other_rows[c + j - 1])
                    if cost[i - 1, j - 1] + step <= best:
                        best = cost[i - 1, j - 1] + step
                        counts[i, j, :] = counts[i - 1, j - 1, :]
                        counts[i, j, column] += 1
                cost[i, j] = best
        out[pair, :] = counts[n, m, :]
