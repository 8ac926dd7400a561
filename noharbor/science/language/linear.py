"""A linear classifier at read time: features in, one probability per label out. NumPy only.

A model is trained by `benchmarks/reading/train.py` and lies in reference/compiled/ as a NumPy archive with

- `labels`: the names of its L labels,
- `hashes`: the CRC-32 of each of its F features, ascending,
- `weights`: F × L, float16,
- `bias`: L, float32.

Features are texts ("w:arrested", "cue:cumulative") with a value; unknown ones weigh nothing.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from noharbor.science.language.lexicons import compiled_bytes


@dataclass(frozen=True)
class LinearModel:
    """One logistic regression per label over hashed features.

    Attributes:
        labels: L label names.
        rows: Row of `weights` by feature hash.
        weights: F × L.
        bias: L.
    """

    labels: tuple[str, ...]
    rows: dict[int, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Probability in 0..1 of each label, on its own (they need not add up to one)."""
        rows = self.rows
        known = [(rows[key], value) for name, value in features.items() if (key := crc32(name.encode())) in rows]
        scores = self.bias
        if known:
            chosen = np.fromiter((row for row, _ in known), dtype=np.intp, count=len(known))
            values = np.fromiter((value for _, value in known), dtype=np.float32, count=len(known))
            scores = scores + values @ self.weights[chosen]
        odds = 1.0 / (1.0 + np.exp(-scores))
        return dict(zip(self.labels, (float(value) for value in odds), strict=True))


def load_model(name: str) -> LinearModel | None:
    """The model `reference/compiled/<name>`, or None when it has not been trained."""
    raw = compiled_bytes(name)
    return unpack_model(raw) if raw else None


def unpack_model(raw: bytes) -> LinearModel:
    """The model of an archive."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as archive:
        hashes = archive["hashes"]
        return LinearModel(
            labels=tuple(str(label) for label in archive["labels"]),
            rows={int(key): row for row, key in enumerate(hashes)},
            weights=archive["weights"].astype(np.float32),
            bias=archive["bias"].astype(np.float32),
        )


def pack_model(model: LinearModel) -> bytes:
    """The archive of a model, byte for byte the same for the same model."""
    order = sorted(model.rows)
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        labels=np.array(model.labels),
        hashes=np.array(order, dtype=np.uint32),
        weights=model.weights[[model.rows[key] for key in order]].astype(np.float16),
        bias=model.bias.astype(np.float32),
    )
    return buffer.getvalue()
