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

#: Order of the costs handed to the kernel, natural logarithms, all at or above 0.
COSTS = (
    "letter",  # a letter that no piece writes
    "missing",  # a piece that is not written
    "unknown",  # a piece that takes one letter its table does not know
    "word",  # a Latin word without a counterpart
    "syllable",  # a syllable without a counterpart
    "native_word",  # a word of the pieces without a counterpart
    "switch",  # the system of spelling changes within the name
    "turn",  # the words stand in another order
)

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
    """

    offsets: NDArray[np.int32]
    letters: NDArray[np.uint8]
    next_word: NDArray[np.int16]
    background: NDArray[np.float32]
    words: NDArray[np.int16]
    information: NDArray[np.float32]


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


@njit(cache=True, nogil=True)  # type: ignore[misc]
def _align(
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
    for i in range(count + 1):
        for j in range(doubled + 1):
            score[i, j] = _NOWHERE
    start = 0
    while start < length:
        score[0, start] = -costs[7] if start > 0 else np.float32(0.0)
        carried[0, start, 0] = start  # where the path began
        carried[0, start, 1] = 0  # letters in known chunks
        carried[0, start, 2] = 0  # unknown events
        carried[0, start, 3] = 0  # Latin words without counterpart
        carried[0, start, 4] = 0  # syllables without counterpart
        carried[0, start, 5] = 0  # system
        carried[0, start, 6] = 0  # pieces in known chunks
        start = next_word[start]
    for i in range(count + 1):
        best = _NOWHERE
        for j in range(doubled + 1):
            if score[i, j] > best:
                best = score[i, j]
        floor = best - _BEAM
        opens = i == count or next_syllable[i] > 0
        for j in range(doubled + 1):
            value = score[i, j]
            if value < floor or value <= _NOWHERE:
                continue
            end = carried[i, j, 0] + length
            in_word = j < end
            at_word = (not in_word) or j == 0 or next_word[j - 1] == j
            if in_word:
                # A letter that nobody writes.
                to = value - costs[0]
                if to > score[i, j + 1]:
                    score[i, j + 1] = to
                    for k in range(7):
                        carried[i, j + 1, k] = carried[i, j, k]
                    carried[i, j + 1, 2] += 1
                if opens and at_word:
                    target = next_word[j]
                    to = value - costs[3]
                    if to > score[i, target]:
                        score[i, target] = to
                        for k in range(7):
                            carried[i, target, k] = carried[i, j, k]
                        carried[i, target, 3] += 1
            if i == count:
                continue
            piece = pieces[i]
            # A piece that is not written.
            to = value - costs[1]
            if to > score[i + 1, j]:
                score[i + 1, j] = to
                for k in range(7):
                    carried[i + 1, j, k] = carried[i, j, k]
                carried[i + 1, j, 2] += 1
            if in_word:
                to = value - costs[2]
                if to > score[i + 1, j + 1]:
                    score[i + 1, j + 1] = to
                    for k in range(7):
                        carried[i + 1, j + 1, k] = carried[i, j, k]
                    carried[i + 1, j + 1, 2] += 1
            if next_syllable[i] > 0:
                target = next_syllable[i]
                to = value - costs[4]
                if to > score[target, j]:
                    score[target, j] = to
                    for k in range(7):
                        carried[target, j, k] = carried[i, j, k]
                    carried[target, j, 4] += 1
            if next_native[i] > 0:
                target = next_native[i]
                to = value - costs[5]
                if to > score[target, j]:
                    score[target, j] = to
                    for k in range(7):
                        carried[target, j, k] = carried[i, j, k]
                    carried[target, j, 4] += 1
            if piece < 0:
                continue
            for turn in range(2):
                if turn == 0:
                    bucket = piece * 27 + 26
                else:
                    if not in_word:
                        break
                    bucket = piece * 27 + letters[j]
                for entry in range(chunks.first[bucket], chunks.first[bucket + 1]):
                    size = chunks.length[entry]
                    target = j + size
                    if size > 0:
                        if target > end or target > next_word[j]:
                            continue
                        at = chunks.at[entry]
                        same = True
                        for k in range(1, size):
                            if chunks.letters[at + k] != letters[j + k]:
                                same = False
                                break
                        if not same:
                            continue
                    to = value + chunks.gain[entry] - (background[target] - background[j])
                    system = chunks.system[entry]
                    before = carried[i, j, 5]
                    if system != before and system != 0:
                        to += chunks.prior[system]
                        if before != 0:
                            to -= costs[6]
                    if to > score[i + 1, target]:
                        score[i + 1, target] = to
                        for k in range(7):
                            carried[i + 1, target, k] = carried[i, j, k]
                        carried[i + 1, target, 1] += size
                        carried[i + 1, target, 6] += 1
                        if system != 0:
                            carried[i + 1, target, 5] = system
    best = _NOWHERE
    at = 0
    left = 0
    for j in range(doubled + 1):
        value = score[count, j]
        if value <= _NOWHERE:
            continue
        end = carried[count, j, 0] + length
        if j < end and not (j == 0 or next_word[j - 1] == j):
            continue
        rest = words[end] - words[j] if j < end else 0
        value -= rest * costs[3]
        if value > best:
            best = value
            at = j
            left = rest
    out[0] = best
    out[1] = carried[count, at, 1]
    out[2] = carried[count, at, 2]
    out[3] = carried[count, at, 3] + left
    out[4] = carried[count, at, 4]
    out[5] = carried[count, at, 5]
    out[6] = carried[count, at, 0]
    out[7] = carried[count, at, 6]


@njit(cache=True, nogil=True)  # type: ignore[misc]
def align_pairs(pieced: Any, spelled: Any, pairs: Any, chunks: Any, costs: Any, out: Any) -> None:
    """Align `pairs` of (number of a name in pieces, number of a name in letters); a row of `out` for each.

    Args:
        pieced: `Pieced`.
        spelled: `Spelled`.
        pairs: (pairs, 2) int32.
        chunks: `Chunks`.
        costs: (8,) float32, in the order of COSTS.
        out: (pairs, COLUMNS) float32, filled.
    """
    score = np.empty((LONGEST_PIECES + 1, 2 * LONGEST_LETTERS + 1), np.float32)
    carried = np.empty((LONGEST_PIECES + 1, 2 * LONGEST_LETTERS + 1, 7), np.int16)
    for pair in range(len(pairs)):
        one, other = pairs[pair, 0], pairs[pair, 1]
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
            chunks,
            costs,
            score,
            carried,
            out[pair],
        )
