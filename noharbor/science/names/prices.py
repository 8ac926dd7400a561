"""What the alignment pays for what it cannot explain, natural logarithms."""

from __future__ import annotations

import numpy as np

from noharbor.science.names.alignment import COSTS

_PRICES = {
    "letter": 3.0,
    "missing": 4.0,
    "unknown": 4.5,
    "word": 3.0,
    "syllable": 6.0,
    "native_word": 5.0,
    "switch": 2.0,
    "turn": 1.0,
}
PRICES = np.array([_PRICES[name] for name in COSTS], dtype=np.float32)
