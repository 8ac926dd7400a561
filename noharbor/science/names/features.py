"""What an alignment says, as numbers that a calibrated score is made of."""

from __future__ import annotations

import numpy as np
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
_LEAST = 4.0


def features(
    out: NDArray[np.float32],
    letters_gain: NDArray[np.float32],
    letters_count: NDArray[np.float32],
    pieces_gain: NDArray[np.float32],
    pieces_count: NDArray[np.float32],
    information: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return (pairs, len(FEATURES)) numbers.

    Args:
        out: (pairs, COLUMNS) of the alignment.
        letters_gain: (pairs,) most that the letters can give.
        letters_count: (pairs,) number of letters.
        pieces_gain: (pairs,) what the pieces give on average.
        pieces_count: (pairs,) number of pieces.
        information: (pairs,) what the Latin words say when they meet.
    """
    gain = np.maximum(out[:, GAIN], -60.0)
    letters = np.maximum(letters_gain, _LEAST)
    pieces = np.maximum(pieces_gain, _LEAST)
    faults = out[:, UNKNOWN] + out[:, WORDS] + out[:, SYLLABLES]
    left = 1.0 - out[:, LETTERS] / np.maximum(letters_count, 1.0)
    nothing = np.zeros(len(out), dtype=np.float32)
    return np.stack(
        [
            gain / 10.0,
            np.maximum(gain / letters, -2.0),
            np.clip(gain / pieces, -2.0, 1.5),
            left,
            np.minimum(out[:, UNKNOWN], 8.0),
            np.minimum(out[:, WORDS], 6.0),
            np.minimum(out[:, SYLLABLES], 6.0),
            (out[:, TURNED] > 0).astype(np.float32),
            np.log(np.maximum(pieces_count, 1.0)),
            (faults > 0).astype(np.float32),
            np.log1p(faults),
            information / 10.0,
            np.maximum(gain / letters, 0.0) * information / 10.0,
            nothing,
            nothing,
            nothing,
        ],
        axis=1,
    ).astype(np.float32)
