"""What an alignment says, as numbers that a calibrated score is made of."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from noharbor.science.names.alignment import GAIN, LETTERS, SYLLABLES, TURNED, UNKNOWN, WORDS

#: Columns of the features; the table of weights names them in this order.
FEATURES = (
    "gain",  # of the alignment, in tens of natural logarithms
    "share_of_letters",  # gain over what the letters could give at most
    "share_of_pieces",  # gain over what the pieces give on average when the names are the same
    "letters_left",  # share of the letters that no known chunk covers
    "unknown",  # events that no table knows
    "words",  # Latin words without counterpart
    "syllables",  # syllables without counterpart
    "turned",  # whether the words stand in another order
    "length",  # logarithm of the number of pieces
    "fault",  # whether anything at all is unknown or without counterpart
    "faults",  # logarithm of one plus how many things are
    "information",  # what the Latin words would say if all met, rare words more, in tens
    "information_met",  # the share of it that the gain has of what the letters could give
    "shared_short",  # share of the shorter name's letters in words that both have; Latin with Latin only
    "shared_long",  # the same of the longer name
    "characters",  # whether two Latin spellings meet only in Chinese characters that both may write
)
SHARED_SHORT, CHARACTERS = FEATURES.index("shared_short"), FEATURES.index("characters")
#: A name without letters or pieces compares as if it had this much to gain.
_LEAST = np.float32(4.0)


class Sides(NamedTuple):
    """What the features need of the names that were aligned.

    Attributes:
        letters_gain: (names,) most that the letters of each can give.
        letters_count: (names,) number of letters.
        information: (names,) what the Latin words say when they meet.
        pieces_gain: (forms,) what the pieces of each give on average.
        pieces_count: (forms,) number of pieces.
    """

    letters_gain: NDArray[np.float32]
    letters_count: NDArray[np.float32]
    information: NDArray[np.float32]
    pieces_gain: NDArray[np.float32]
    pieces_count: NDArray[np.float32]


@njit(cache=True, nogil=True)
def fill_features(out: Any, forms: Any, names: Any, sides: Any, rows: Any) -> None:
    """Say in numbers what alignments say.

    Args:
        out: (pairs, COLUMNS) of the alignments.
        forms: (pairs,) numbers of the forms whose pieces were read.
        names: (pairs,) numbers of the names in whose letters.
        sides: `Sides`.
        rows: (pairs, len(FEATURES)) float32, filled in the order of FEATURES.
    """
    for pair in range(len(out)):
        gain = max(out[pair, GAIN], np.float32(-60.0))
        letters = max(sides.letters_gain[names[pair]], _LEAST)
        pieces = max(sides.pieces_gain[forms[pair]], _LEAST)
        faults = out[pair, UNKNOWN] + out[pair, WORDS] + out[pair, SYLLABLES]
        information = sides.information[names[pair]] / np.float32(10.0)
        rows[pair, 0] = gain / np.float32(10.0)
        rows[pair, 1] = max(gain / letters, np.float32(-2.0))
        rows[pair, 2] = min(max(gain / pieces, np.float32(-2.0)), np.float32(1.5))
        rows[pair, 3] = 1.0 - out[pair, LETTERS] / max(sides.letters_count[names[pair]], np.float32(1.0))
        rows[pair, 4] = min(out[pair, UNKNOWN], np.float32(8.0))
        rows[pair, 5] = min(out[pair, WORDS], np.float32(6.0))
        rows[pair, 6] = min(out[pair, SYLLABLES], np.float32(6.0))
        rows[pair, 7] = 1.0 if out[pair, TURNED] > 0 else 0.0
        rows[pair, 8] = np.log(max(sides.pieces_count[forms[pair]], np.float32(1.0)))
        rows[pair, 9] = 1.0 if faults > 0 else 0.0
        rows[pair, 10] = np.log1p(faults)
        rows[pair, 11] = information
        rows[pair, 12] = max(gain / letters, np.float32(0.0)) * information
        rows[pair, 13:] = 0.0
