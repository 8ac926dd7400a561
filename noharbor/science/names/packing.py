"""Names as flat arrays, so that a whole list is compared without Python in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import LONGEST_LETTERS, LONGEST_PIECES, Pieced, Spelled
from noharbor.science.names.letters import letter_likelihoods, word_likelihood

#: Row of the letters' table for a letter that begins a word.
_WORD_BEGINS = 26
_Word = tuple[NDArray[np.uint8], NDArray[np.float32], float]


@lru_cache(maxsize=200_000)
def _word(word: str) -> _Word:
    letters = np.frombuffer(word.encode("ascii"), dtype=np.uint8) - np.uint8(97)
    before = np.empty(len(letters), dtype=np.intp)
    before[0] = _WORD_BEGINS
    before[1:] = letters[:-1]
    each = letter_likelihoods()[before, letters]
    return letters, each, -max(float(each.sum()), word_likelihood(word))


def pack_letters(names: Iterable[Sequence[str]]) -> Spelled:
    """Pack names given as words of plain letters a to z.

    Args:
        names: For each name its words; a name without words gets an empty place.
    """
    letters: list[NDArray[np.uint8]] = []
    next_word: list[NDArray[np.int16]] = []
    background: list[NDArray[np.float32]] = []
    words: list[NDArray[np.int16]] = []
    offsets = [0]
    information: list[float] = []
    for name in names:
        kept = _shortened(name)
        parts = [_word(word) for word in kept]
        sizes = [len(part[0]) for part in parts] * 2
        length = sum(sizes)
        ends = np.cumsum(np.array(sizes, dtype=np.int64)) if sizes else np.zeros(0, dtype=np.int64)
        twice = parts * 2
        letters.extend(part[0] for part in twice)
        # One place more than letters: the letters' array gets a filler there to keep the arrays side by side.
        letters.append(np.zeros(1, dtype=np.uint8))
        upcoming = np.full(length + 1, length, dtype=np.int16)
        begun = np.zeros(length + 1, dtype=np.int16)
        if sizes:
            upcoming[:length] = np.repeat(ends, sizes)
            begun[1:] = np.repeat(np.arange(1, len(sizes) + 1), sizes)
        sums = np.zeros(length + 1, dtype=np.float32)
        if twice:
            np.cumsum(np.concatenate([part[1] for part in twice]), out=sums[1:])
        next_word.append(upcoming)
        background.append(sums)
        words.append(begun)
        offsets.append(offsets[-1] + length + 1)
        information.append(sum(part[2] for part in parts))
    return Spelled(
        offsets=np.array(offsets, dtype=np.int32),
        letters=_joined(letters, np.uint8),
        next_word=_joined(next_word, np.int16),
        background=_joined(background, np.float32),
        words=_joined(words, np.int16),
        information=np.array(information, dtype=np.float32),
    )


def pack_pieces(names: Iterable[Sequence[Sequence[str]]], numbers: dict[str, int]) -> Pieced:
    """Pack names given as words of pieces.

    Args:
        names: For each name its words, each a sequence of pieces; a piece that continues a syllable begins with "-".
        numbers: The number of each piece in the table of spellings; pieces it lacks get -1.
    """
    pieces: list[int] = []
    next_syllable: list[int] = []
    next_word: list[int] = []
    offsets = [0]
    for name in names:
        flat = [(piece, place == 0) for word in name for place, piece in enumerate(word)][:LONGEST_PIECES]
        syllable = word = len(flat)
        syllables = [0] * len(flat)
        words = [0] * len(flat)
        for at in range(len(flat) - 1, -1, -1):
            piece, begins = flat[at]
            if begins or not piece.startswith("-"):
                syllables[at] = syllable
                syllable = at
            if begins:
                words[at] = word
                word = at
        pieces.extend(numbers.get(piece, -1) for piece, _ in flat)
        next_syllable.extend(syllables)
        next_word.extend(words)
        offsets.append(len(pieces))
    return Pieced(
        offsets=np.array(offsets, dtype=np.int32),
        pieces=np.array(pieces, dtype=np.int32),
        next_syllable=np.array(next_syllable, dtype=np.int16),
        next_word=np.array(next_word, dtype=np.int16),
    )


def _shortened(words: Sequence[str]) -> list[str]:
    kept: list[str] = []
    room = LONGEST_LETTERS
    for word in words:
        if room <= 0:
            break
        kept.append(word[:room])
        room -= len(word)
    return kept


def _joined(parts: list[NDArray], kind: type) -> NDArray:  # type: ignore[type-arg]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
