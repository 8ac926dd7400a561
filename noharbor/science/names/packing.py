"""Names as flat arrays, so that a whole list is compared without Python in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import LONGEST_LETTERS, LONGEST_PIECES, Pieced, Spelled
from noharbor.science.names.letters import WORD_BEGINS, letter_likelihoods, word_likelihood

#: No single word says more than that one in a hundred thousand bears it.
_RAREST = 11.5


def pack_letters(names: Iterable[Sequence[str]]) -> Spelled:
    """Pack names given as words of plain letters a to z.

    Args:
        names: For each name its words; a name without words gets an empty place.
    """
    kept = [shortened(name) for name in names]
    words_of = np.array([len(name) for name in kept], dtype=np.int64)
    # Each name stands twice over, with one filler letter behind it, so that the arrays stand side by side.
    text = "".join(["".join(name) * 2 + "a" for name in kept])
    letters = np.frombuffer(text.encode("ascii"), dtype=np.uint8) - np.uint8(97)
    single = np.array([len(word) for name in kept for word in name], dtype=np.int64)
    owner = np.repeat(np.arange(len(kept)), words_of)
    lengths = np.bincount(owner, weights=single, minlength=len(kept)).astype(np.int64)
    offsets = np.concatenate([[0], np.cumsum(2 * lengths + 1)])
    place = _within(words_of, owner)
    # Where each word begins, counted from its name's offset, the first time and the second.
    begins = np.cumsum(single) - single - np.repeat(np.cumsum(lengths) - lengths, words_of)
    both = np.concatenate([begins, begins + lengths[owner]])
    firsts = offsets[owner] + begins
    starts = np.concatenate([offsets[owner], offsets[owner]]) + both
    order = np.argsort(starts, kind="stable")
    starts, sizes = starts[order], np.concatenate([single, single])[order]
    ends = (both + np.concatenate([single, single]))[order]
    numbers = np.concatenate([place, place + words_of[owner]])[order]
    fillers = offsets[1:] - 1
    next_word = _spread(starts, sizes, ends, fillers, 2 * lengths, len(letters))
    begun = _spread(starts, sizes, numbers + 1, fillers, 2 * words_of, len(letters))
    begun[starts] -= 1
    before = np.empty(len(letters), dtype=np.intp)
    before[1:] = letters[:-1]
    before[starts] = WORD_BEGINS
    before[fillers] = 0
    each = letter_likelihoods()[before, letters].astype(np.float64)
    each[fillers] = 0.0
    sums = np.concatenate([[0.0], np.cumsum(each)[:-1]]) if len(each) else each
    background = sums - np.repeat(sums[offsets[:-1]], 2 * lengths + 1)
    return Spelled(
        offsets=offsets.astype(np.int32),
        letters=letters,
        next_word=next_word,
        background=background.astype(np.float32),
        words=begun,
        information=_information(kept, owner, sums[firsts + single] - sums[firsts]),
        # Letters stand twice over.
        most_gain=(-background[offsets[1:] - 1] / 2).astype(np.float32),
        letter_count=lengths.astype(np.float32),
    )


def _within(counts: NDArray[np.int64], owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of each word within its name."""
    return np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def _spread(
    starts: NDArray[np.int64],
    sizes: NDArray[np.int64],
    values: NDArray[np.int64],
    fillers: NDArray[np.int64],
    at_fillers: NDArray[np.int64],
    length: int,
) -> NDArray[np.int16]:
    """A value for each letter: that of its word; fillers have their own."""
    spread = np.zeros(length, dtype=np.int16)
    at = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
    spread[at] = np.repeat(values, sizes)
    spread[fillers] = at_fillers
    return spread


def _information(names: list[list[str]], owner: NDArray[np.int64], letters: NDArray[np.float64]) -> NDArray[np.float32]:
    """What the words of each name say when they meet: by their letters, or by how many people have the word."""
    shares = np.array([word_likelihood(word) for name in names for word in name], dtype=np.float64)
    each = np.minimum(-np.maximum(letters, shares), _RAREST)
    return np.bincount(owner, weights=each, minlength=len(names)).astype(np.float32)


def pack_pieces(names: Iterable[Sequence[Sequence[str]]], numbers: dict[str, int]) -> Pieced:
    """Pack names given as words of pieces.

    Args:
        names: For each name its words, each a sequence of pieces; a piece that continues a syllable begins with "-".
        numbers: The number of each piece in the table of spellings; pieces it lacks get -1.
    """
    pieces: list[int] = []
    opens: list[int] = []
    offsets = [0]
    for name in names:
        end = offsets[-1] + LONGEST_PIECES
        for word in name:
            begin = len(opens)
            pieces += [numbers.get(piece, -1) for piece in word]
            # 2 where a word begins, 1 where a syllable does, 0 elsewhere.
            opens += [0 if piece[0] == "-" else 1 for piece in word]
            opens[begin : begin + 1] = [2] * (len(opens) > begin)
        if len(pieces) > end:
            del pieces[end:], opens[end:]
        offsets.append(len(pieces))
    bounds, kinds = np.array(offsets, dtype=np.int64), np.array(opens, dtype=np.int8)
    return Pieced(
        offsets=bounds.astype(np.int32),
        pieces=np.array(pieces, dtype=np.int32),
        next_syllable=_next_opening(kinds >= 1, bounds),
        next_word=_next_opening(kinds == 2, bounds),
    )


def _next_opening(opens: NDArray[np.bool_], bounds: NDArray[np.int64]) -> NDArray[np.int16]:
    """For each piece that opens one, where the next one opens, counted from the name's beginning; 0 elsewhere."""
    found = np.zeros(len(opens), dtype=np.int16)
    at = np.flatnonzero(opens)
    if len(at):
        owner = np.searchsorted(bounds, at, side="right") - 1
        following = np.append(at[1:], len(opens))
        found[at] = np.minimum(following, bounds[owner + 1]) - bounds[owner]
    return found


def shortened(words: Sequence[str]) -> list[str]:
    """Return the words of a name up to the most letters that are looked at."""
    if sum(map(len, words)) <= LONGEST_LETTERS:
        return [word for word in words if word]
    kept: list[str] = []
    room = LONGEST_LETTERS
    for word in words:
        if room <= 0:
            break
        kept.append(word[:room])
        room -= len(word)
    return [word for word in kept if word]
