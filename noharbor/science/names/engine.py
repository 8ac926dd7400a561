"""Compare groups of forms: which alignments are made for which pair of scripts, and what they say."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import COLUMNS, GAIN, Spelled, align_both_ways, align_pairs
from noharbor.science.names.features import CHARACTERS, FEATURES, SHARED_SHORT, Sides, fill_features
from noharbor.science.names.prepared import LATIN, Group, Owned
from noharbor.science.names.prices import priced
from noharbor.science.names.shared import count_shared
from noharbor.science.names.spellings import HAN, SYLLABLES

Pairs = NDArray[np.int32]
Numbers = NDArray[np.signedinteger[Any]]
Rows = NDArray[np.float32]


#: What is taken off the gain of two Latin spellings that meet only in Chinese characters.
_THROUGH_CHARACTERS = 2.0
#: What gains less than this by the likeliest spelling gains nothing by others.
_HOPELESS = -5.0
#: Two Latin names, or two in letters of other scripts, that gain no more than this read one way gain nothing the other
#: way either. Han is read in too many ways for its likeliest to say so.
_HOPELESS_LATIN, _HOPELESS_NATIVE = -12.0, -6.0


class Compared(NamedTuple):
    """What was found for pairs of forms.

    Attributes:
        rows: (pairs, features).
        out: (pairs, COLUMNS) of the better alignment.
    """

    rows: NDArray[np.float32]
    out: NDArray[np.float32]


def kind_of(one: str, other: str) -> str:
    """Return the name of a pair of scripts, as the table of weights has it."""
    return "-".join(sorted((one, other)))


def compare_groups(one: Group, other: Group, pairs: Pairs) -> Compared:
    """Compare pairs of forms of two groups.

    Args:
        one: A group.
        other: A group, of the same or another script.
        pairs: (pairs, 2) numbers of a form of `one` and a form of `other`.
    """
    pairs = np.ascontiguousarray(pairs, dtype=np.int32)
    if one.script == LATIN and other.script == LATIN:
        found = _each_in_the_other(one, one.spelled, other, other.spelled, pairs, _HOPELESS_LATIN)
        found = _or_through_characters(found, one, other, pairs)
        shared = np.empty((len(pairs), 2), dtype=np.float32)
        count_shared(one.latin_words, other.latin_words, pairs, shared)
        found.rows[:, SHARED_SHORT : SHARED_SHORT + 2] = shared
        return found
    if other.script == LATIN:
        return _direct(one, other, pairs)
    if one.script == LATIN:
        return _direct(other, one, pairs[:, ::-1])
    return _native(one, other, pairs)


def _native(one: Group, other: Group, pairs: Pairs) -> Compared:
    """Compare two native groups through Latin letters: by the likeliest spelling, and by more where that says much."""
    if HAN in (one.script, other.script):
        found = _mean(_through_latin(one, other.likeliest, pairs), _through_latin(other, one.likeliest, pairs[:, ::-1]))
    else:
        # Of these the likeliest spelling is one for each form, in the order of the forms.
        letters = one.likeliest.spelled, other.likeliest.spelled
        found = _each_in_the_other(one, letters[0], other, letters[1], pairs, _HOPELESS_NATIVE)
    # Within one script the likeliest spelling is the same for both; more of them tell nothing new.
    likely = np.flatnonzero(found.out[:, GAIN] > _HOPELESS) if one.script != other.script else np.zeros(0, np.int64)
    if len(likely):
        mine, first = np.unique(pairs[likely, 0], return_inverse=True)
        theirs, second = np.unique(pairs[likely, 1], return_inverse=True)
        found.rows[likely], found.out[likely] = _mean(
            _through_latin(one, other.pivots_of_some(theirs), np.stack([pairs[likely, 0], second], axis=1)),
            _through_latin(other, one.pivots_of_some(mine), np.stack([pairs[likely, 1], first], axis=1)),
        )
    return found


def _each_in_the_other(
    one: Group, letters_of_one: Spelled, other: Group, letters_of_other: Spelled, pairs: Pairs, hopeless: float
) -> Compared:
    """Read the pieces of each of two names in the letters of the other."""
    forth, back = np.empty((2, len(pairs), COLUMNS), dtype=np.float32)
    way = np.empty(len(pairs), dtype=np.int8)
    mine = one.pieced, letters_of_one, priced(one.script)
    theirs = other.pieced, letters_of_other, priced(other.script)
    align_both_ways(mine, theirs, pairs, np.float32(hopeless), forth, back, way)
    ways = (
        Compared(_features(forth, one, pairs[:, 0], letters_of_other, pairs[:, 1]), forth),
        Compared(_features(back, other, pairs[:, 1], letters_of_one, pairs[:, 0]), back),
    )
    found = _mean(*ways)
    for number, alone in enumerate(ways, start=1):
        only = way == number
        found.rows[only], found.out[only] = alone.rows[only], alone.out[only]
    return found


def _direct(pieces: Group, letters: Group, pairs: Pairs) -> Compared:
    """Read the pieces of one group in the letters of the other, a Latin one."""
    out = _aligned(pieces, letters.spelled, pairs)
    return Compared(_features(out, pieces, pairs[:, 0], letters.spelled, pairs[:, 1]), out)


def _or_through_characters(found: Compared, one: Group, other: Group, pairs: Pairs) -> Compared:
    """Let two Latin spellings meet in the characters both may write: Lim and Lâm, Teo and Trương."""
    chosen = np.flatnonzero(one.syllables[1][pairs[:, 0]] & other.syllables[1][pairs[:, 1]])
    if not len(chosen):
        return found
    forth = _by_characters(one, other, pairs[chosen])
    back = _by_characters(other, one, pairs[chosen, ::-1])
    # The spelling itself is the better evidence; the way through characters has to gain clearly more, both ways.
    least = np.minimum(forth.out[:, GAIN], back.out[:, GAIN]) - _THROUGH_CHARACTERS
    better = np.flatnonzero(least > found.out[chosen, GAIN])
    both = _mean(forth, back)
    found.rows[chosen[better]] = both.rows[better]
    found.rows[chosen[better], CHARACTERS] = 1.0
    found.out[chosen[better]] = both.out[better]
    return found


def _by_characters(one: Group, other: Group, pairs: Pairs) -> Compared:
    wanted = np.ascontiguousarray(pairs, dtype=np.int32)
    out = np.empty((len(wanted), COLUMNS), dtype=np.float32)
    align_pairs(one.syllabled, other.spelled, wanted, priced(SYLLABLES), out)
    return Compared(_features(out, one, wanted[:, 0], other.spelled, wanted[:, 1]), out)


def _through_latin(pieces: Group, native: Owned, pairs: Numbers) -> Compared:
    """Read the pieces of one group in Latin spellings of the other; the best spelling counts."""
    starts = np.searchsorted(native.owners, np.arange(int(pairs[:, 1].max(initial=0)) + 2))
    many = starts[pairs[:, 1] + 1] - starts[pairs[:, 1]]
    number = np.repeat(np.arange(len(pairs)), many)
    first = np.cumsum(many) - many
    pivot = starts[pairs[number, 1]] + np.arange(len(number)) - first[number]
    out = _aligned(pieces, native.spelled, np.stack([pairs[number, 0], pivot], axis=1))
    order = np.lexsort((-out[:, GAIN], number))
    # Every form has a spelling, an empty one at least.
    chosen = order[first]
    return Compared(_features(out[chosen], pieces, pairs[:, 0], native.spelled, pivot[chosen]), out[chosen])


def _mean(one: Compared, other: Compared) -> Compared:
    better = one.out[:, GAIN] >= other.out[:, GAIN]
    return Compared((one.rows + other.rows) * np.float32(0.5), np.where(better[:, None], one.out, other.out))


def _aligned(pieces: Group, spelled: Spelled, pairs: Numbers) -> NDArray[np.float32]:
    out = np.empty((len(pairs), COLUMNS), dtype=np.float32)
    wanted = np.ascontiguousarray(pairs, dtype=np.int32)
    align_pairs(pieces.pieced, spelled, wanted, priced(pieces.script), out)
    return out


def _features(out: NDArray[np.float32], pieces: Group, forms: Numbers, spelled: Spelled, names: Numbers) -> Rows:
    rows = np.empty((len(out), len(FEATURES)), dtype=np.float32)
    sides = Sides(spelled.most_gain, spelled.letter_count, spelled.information, pieces.pieces_gain, pieces.pieces_count)
    fill_features(out, np.ascontiguousarray(forms, np.int32), np.ascontiguousarray(names, np.int32), sides, rows)
    return rows
