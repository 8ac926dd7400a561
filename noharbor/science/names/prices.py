"""What the alignment pays for what it cannot explain, natural logarithms."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import COSTS

#: For any script: a name's own table explains most of it, and what it leaves over speaks against.
_PRICES = {
    "letter": 3.0,
    "missing": 4.0,
    "unknown": 4.5,
    "word": 3.0,
    "syllable": 6.0,
    "native_word": 5.0,
    "switch": 0.0,
    "turn": 1.0,
}
#: Where a script's names behave otherwise.
_OTHERWISE: dict[str, dict[str, float]] = {
    # A Western given name beside a Chinese family name is common, and then the Chinese given name is not written.
    "Hani": {"word": 1.5, "native_word": 3.0, "switch": 2.0},
    "Latn-Hani": {"word": 1.5, "syllable": 4.0},
    # Burmese names have no family name that could stand elsewhere.
    "Mymr": {"turn": 4.0},
}


@cache
def prices(script: str) -> NDArray[np.float32]:
    """Return (8,) what the alignment of this script's pieces pays, in the order of COSTS."""
    mine = {**_PRICES, **_OTHERWISE.get(script, {})}
    return np.array([mine[name] for name in COSTS], dtype=np.float32)
