"""How likely a Latin letter follows another in any name: what a matching letter proves."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from noharbor.reference.tables import table


@cache
def letter_likelihoods() -> NDArray[np.float32]:
    """Return (27, 26) natural logarithms: how likely a letter follows another, or begins a word (row 26)."""
    return np.array(table("letters")["follow"], dtype=np.float32)
