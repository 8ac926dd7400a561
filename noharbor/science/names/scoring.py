"""From features to a calibrated score."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from noharbor.reference.tables import table
from noharbor.science.names.features import FEATURES


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic over the features of one kind of pair.

    Attributes:
        constant: Added to the sum.
        weights: (len(FEATURES),).
    """

    constant: float
    weights: NDArray[np.float32]

    def log_odds(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (pairs,) log-odds that two names are one person's."""
        return (rows @ self.weights + np.float32(self.constant)).astype(np.float32)


@cache
def weights(kind: str) -> Weights:
    """Return the weights for a kind of pair, "Latn-Thai"; where it has none, those of any pair through Latin."""
    rows = {row["kind"]: row for row in table("name_scores")}
    row = rows.get(kind) or rows["any"]
    return Weights(row["constant"], np.array([row["weights"][name] for name in FEATURES], dtype=np.float32))
