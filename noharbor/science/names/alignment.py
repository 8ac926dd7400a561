"""The best way to read the pieces of one name in the Latin letters of another.

A dynamic programme over pieces and letters. Each piece takes a chunk of letters that its table of spellings knows, or
pays for one it does not know; words of the letters may come in another order (rotated), be extra or be missing, for a
price. The gain of a chunk is the logarithm of how likely the piece writes it, minus how likely those letters stand in
any name: common letters prove little, rare ones much, and an unknown chunk never gains.

Compiled with Numba; all arrays are flat, so that a list of names is compared without Python in between.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

#: Letters and pieces looked at; longer names are compared by their beginnings.
LONGEST_LETTERS = 96
LONGEST_PIECES = 96
#: What may not be reached.
_NOWHERE = np.float32(-1e9)
#: Paths this far (natural logarithm) behind the best of their row are given up.
_BEAM = np.float32(14.0)

#: Columns of what the kernel returns for each pair.
GAIN, LETTERS, UNKNOWN, WORDS, SYLLABLES, SYSTEM, TURNED, MATCHED = range(8)
COLUMNS = 8


class Chunks(NamedTuple):
    """The table of spellings as flat arrays; entry e is `letters[at[e]:at[e] + length[e]]`.

    Attributes:
        first: (pieces * 27 + 1,) first entry of a piece whose chunk begins with letter 0..25, or is empty (26).
        at: Where the letters of each entry begin.
        length: How many letters each entry has.
        gain: Natural logarithm of how likely the piece writes the chunk.
        system: Number of the system of each entry; 0 for any.
        prior: Natural logarithm of how likely a name is spelled by each system, by its number.
        letters: The letters of all chunks, 0..25.
    """

    first: NDArray[np.int32]
    at: NDArray[np.int32]
    length: NDArray[np.int8]
    gain: NDArray[np.float32]
    system: NDArray[np.int8]
    prior: NDArray[np.float32]
    letters: NDArray[np.uint8]


class Spelled(NamedTuple):
    """Names as Latin letters, twice over, so that a rotation is a stretch of it.

    Attributes:
        offsets: (names + 1,) where each name's arrays begin, in doubled letters plus one.
        letters: Letters 0..25.
        next_word: For each place the next place where a word begins (counted from the name's offset).
        background: Sum of the letters' own log-likelihoods before each place.
        words: Number of words begun before each place.
        information: (names,) what a name's words say when they meet, less for words that many bear.
        most_gain: (names,) the most that a name's letters can give.
        letter_count: (names,) number of letters.
    """

    offsets: NDArray[np.int32]
    letters: NDArray[np.uint8]
    next_word: NDArray[np.int16]
    background: NDArray[np.float32]
    words: NDArray[np.int16]
    information: NDArray[np.float32]
    most_gain: NDArray[np.float32]
    letter_count: NDArray[np.float32]


class Pieced(NamedTuple):
    """Names as pieces.

    Attributes:
        offsets: (names + 1,) where each name's pieces begin.
        pieces: Numbers of pieces in the table of spellings; -1 for one it does not know.
        next_syllable: For a piece that begins a syllable, where the next one begins; 0 elsewhere.
        next_word: The same for words.
    """

    offsets: NDArray[np.int32]
    pieces: NDArray[np.int32]
    next_syllable: NDArray[np.int16]
    next_word: NDArray[np.int16]


#: What a path carries along, eight bits each in one number: where it began, letters in known chunks, unknown events,
#: Latin words and syllables without counterpart, pieces in known chunks, the system of its last chunk.
_LETTER, _EVENT, _WORD, _SYLLABLE, _PIECE, _SYSTEM = (1 << 8, 1 << 16, 1 << 24, 1 << 32, 1 << 40, 1 << 48)
_BYTE = 255


@njit(cache=True, nogil=True)
def _begin(score: Any, carried: Any, count: Any, length: Any, next_word: Any, turn: Any) -> None:
    """Empty the cells and let a path begin at each word."""
    for i in range(count + 1):
        for j in range(2 * length + 1):
            score[i, j] = _NOWHERE
    start = 0
    while start < length:
        score[0, start] = -turn if start > 0 else np.float32(0.0)
        carried[0, start] = start
        start = next_word[start]


@njit(cache=True, nogil=True)
def _finish(score: Any, carried: Any, count: Any, next_word: Any, words: Any, cost: Any, out: Any) -> None:
    """Choose the best path to the end and write its columns."""
    doubled = len(next_word) - 1
    best = _NOWHERE
    at = left = 0
    for j in range(doubled + 1):
        value = score[count, j]
        if value <= _NOWHERE:
            continue
        end = (carried[count, j] & _BYTE) + doubled // 2
        if j < end and not (j == 0 or next_word[j - 1] == j):
            continue
        rest = words[end] - words[j] if j < end else 0
        value -= rest * cost
        if value > best:
            best, at, left = value, j, rest
    path = carried[count, at]
    out[GAIN] = best
    out[TURNED] = path & _BYTE
    out[LETTERS] = path // _LETTER & _BYTE
    out[UNKNOWN] = path // _EVENT & _BYTE
    out[WORDS] = (path // _WORD & _BYTE) + left
    out[SYLLABLES] = path // _SYLLABLE & _BYTE
    out[MATCHED] = path // _PIECE & _BYTE
    out[SYSTEM] = path // _SYSTEM & _BYTE


@njit(cache=True, nogil=True, inline="always")
def _align(  # noqa: C901 — in parts it takes four times as long: each call counts the references of its arrays.
    pieces: Any,
    next_syllable: Any,
    next_native: Any,
    letters: Any,
    next_word: Any,
    background: Any,
    words: Any,
    chunks: Any,
    costs: Any,
    score: Any,
    carried: Any,
    out: Any,
) -> None:
    """Fill `out` with the best path's columns; `score` and `carried` are scratch."""
    count = len(pieces)
    doubled = len(letters)
    length = doubled // 2
    _begin(score, carried, count, length, next_word, costs[7])
    for i in range(count + 1):
        best = _NOWHERE
        for j in range(doubled + 1):
            if score[i, j] > best:
                best = score[i, j]
        floor = max(best - _BEAM, _NOWHERE + np.float32(1.0))
        opens = i == count or next_syllable[i] > 0
        for j in range(doubled + 1):
            value = score[i, j]
            if value < floor:
                continue
            path = carried[i, j]
            end = (path & _BYTE) + length
            in_word = j < end
            if in_word:
                # A letter that nobody writes; a word without counterpart.
                if value - costs[0] > score[i, j + 1]:
                    score[i, j + 1] = value - costs[0]
                    carried[i, j + 1] = path + _EVENT
                target = next_word[j]
                if opens and (j == 0 or next_word[j - 1] == j) and value - costs[3] > score[i, target]:
                    score[i, target] = value - costs[3]
                    carried[i, target] = path + _WORD
            if i == count:
                continue
            # A piece that is not written; a piece that takes a letter it does not know.
            if value - costs[1] > score[i + 1, j]:
                score[i + 1, j] = value - costs[1]
                carried[i + 1, j] = path + _EVENT
            if in_word and value - costs[2] > score[i + 1, j + 1]:
                score[i + 1, j + 1] = value - costs[2]
                carried[i + 1, j + 1] = path + _EVENT
            # A syllable or a whole word without counterpart.
            target = next_syllable[i]
            if target > 0 and value - costs[4] > score[target, j]:
                score[target, j] = value - costs[4]
                carried[target, j] = path + _SYLLABLE
            target = next_native[i]
            if target > 0 and value - costs[5] > score[target, j]:
                score[target, j] = value - costs[5]
                carried[target, j] = path + _SYLLABLE
            if pieces[i] < 0:
                continue
            # A chunk that the table knows: those with no letters first, then those that begin with this letter.
            before = path // _SYSTEM
            for bucket in (26, letters[j] if in_word else 27):
                if bucket == 27:
                    continue
                row = pieces[i] * 27 + bucket
                for entry in range(chunks.first[row], chunks.first[row + 1]):
                    size = chunks.length[entry]
                    target = j + size
                    if size > 0 and (target > end or target > next_word[j]):
                        continue
                    at = chunks.at[entry]
                    k = 1
                    while k < size and chunks.letters[at + k] == letters[j + k]:
                        k += 1
                    if k < size:
                        continue
                    to = value + chunks.gain[entry] - (background[target] - background[j])
                    system = chunks.system[entry]
                    along = path + _PIECE + size * _LETTER
                    if system != before and system != 0:
                        to += chunks.prior[system] - (costs[6] if before != 0 else np.float32(0.0))
                        along += (system - before) * _SYSTEM
                    if to > score[i + 1, target]:
                        score[i + 1, target] = to
                        carried[i + 1, target] = along
    _finish(score, carried, count, next_word, words, costs[3], out)


# Written into its callers: a call would count the references of some twenty arrays.
@njit(cache=True, nogil=True, inline="always")
def _align_one(pieced: Any, one: Any, spelled: Any, other: Any, table: Any, scratch: Any, out: Any) -> None:
    a, b = pieced.offsets[one], pieced.offsets[one + 1]
    c, d = spelled.offsets[other], spelled.offsets[other + 1]
    _align(
        pieced.pieces[a:b],
        pieced.next_syllable[a:b],
        pieced.next_word[a:b],
        spelled.letters[c : d - 1],
        spelled.next_word[c:d],
        spelled.background[c:d],
        spelled.words[c:d],
        table[0],
        table[1],
        scratch[0],
        scratch[1],
        out,
    )


@njit(cache=True, nogil=True)
def _scratch() -> Any:
    size = (LONGEST_PIECES + 1, 2 * LONGEST_LETTERS + 1)
    return np.empty(size, np.float32), np.empty(size, np.int64)


@njit(cache=True, nogil=True)
def align_pairs(pieced: Any, spelled: Any, pairs: Any, table: Any, out: Any) -> None:
    """Align `pairs` of (number of a name in pieces, number of a name in letters); a row of `out` for each.

    Args:
        pieced: `Pieced`.
        spelled: `Spelled`.
        pairs: (pairs, 2) int32.
        table: `Chunks` of the pieces, and (8,) float32 what is paid, in the order of `Prices`.
        out: (pairs, COLUMNS) float32, filled.
    """
    scratch = _scratch()
    for pair in range(len(pairs)):
        _align_one(pieced, pairs[pair, 0], spelled, pairs[pair, 1], table, scratch, out[pair])


@njit(cache=True, nogil=True)
def align_both_ways(one: Any, other: Any, pairs: Any, hopeless: Any, forth: Any, back: Any, way: Any) -> None:
    """Align pairs of names of which both have pieces and letters, each in the letters of the other.

    The longer name is read in the letters of the shorter one first; where that gains no more than `hopeless`, the other
    way is not tried, as most pairs of two lists have nothing in common.

    Args:
        one: Pieces, letters and table of the first names, the latter as for `align_pairs`.
        other: The same of the second names.
        pairs: (pairs, 2) int32.
        hopeless: A gain.
        forth: (pairs, COLUMNS) float32, filled for pieces of the first.
        back: (pairs, COLUMNS) float32, filled for pieces of the second.
        way: (pairs,) int8, filled: 0 where both ways were tried, 1 forth alone, 2 back alone.
    """
    scratch = _scratch()
    for pair in range(len(pairs)):
        i, j = pairs[pair, 0], pairs[pair, 1]
        more = (one[1].offsets[i + 1] - one[1].offsets[i]) - (other[1].offsets[j + 1] - other[1].offsets[j])
        way[pair] = 0
        if more >= 0:
            _align_one(one[0], i, other[1], j, one[2], scratch, forth[pair])
            if more > 0 and forth[pair, GAIN] <= hopeless:
                way[pair] = 1
                back[pair, :] = 0
                continue
        _align_one(other[0], j, one[1], i, other[2], scratch, back[pair])
        if more < 0:
            if back[pair, GAIN] <= hopeless:
                way[pair] = 2
                forth[pair, :] = 0
                continue
            _align_one(one[0], i, other[1], j, one[2], scratch, forth[pair])
