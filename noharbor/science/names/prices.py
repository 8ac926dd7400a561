"""What the alignment pays for what it cannot explain, natural logarithms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import Chunks
from noharbor.science.names.spellings import spellings


class Prices(NamedTuple):
    """Natural logarithms, all at or above 0; the kernel takes them in this order.

    Attributes:
        letter: A letter that no piece writes.
        missing: A piece that is not written.
        unknown: A piece that takes one letter its table does not know.
        word: A Latin word without a counterpart.
        syllable: A syllable without a counterpart.
        native_word: A word of the pieces without a counterpart.
        switch: The system of spelling changes within the name.
        turn: The words stand in another order.
    """

    letter: float = 3.0
    missing: float = 4.0
    unknown: float = 4.5
    word: float = 3.0
    syllable: float = 6.0
    native_word: float = 5.0
    switch: float = 0.0
    turn: float = 1.0


#: For any script: a name's own table explains most of it, and what it leaves over speaks against.
_USUAL = Prices()
#: Scripts whose names behave otherwise.
_OTHERWISE = {
    # A Western given name beside a Chinese family name is common, and then the Chinese given name is not written.
    "Hani": Prices(word=1.5, native_word=3.0, switch=2.0),
    "Latn-Hani": Prices(word=1.5, syllable=4.0),
    # Burmese names have no family name that could stand elsewhere.
    "Mymr": Prices(turn=4.0),
}


def prices(script: str) -> Prices:
    """Return what the alignment of this script's pieces pays."""
    return _OTHERWISE.get(script, _USUAL)


@cache
def priced(script: str) -> tuple[Chunks, NDArray[np.float32]]:
    """Return the learnt table of a script, as the kernel takes it, and its prices."""
    return spellings(script).chunks, np.array(prices(script), dtype=np.float32)
