"""Simple keys and a simple comparison, for tests of the index alone: words as written, in any order."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


class WordKeys:
    """Every word is a key, and so is every pair of neighbours."""

    version = "words-1"

    def _keys(self, name: str) -> list[int]:
        words = name.casefold().split() or [name]
        texts = [*words, *(f"{a} {b}" for a, b in pairwise(words))]
        return sorted({zlib.crc32(text.encode()) for text in texts})

    def of_many(self, names: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
        keys = [self._keys(name) for name in names]
        flat = np.array([key for one in keys for key in one], np.uint32)
        groups = np.array([not name.isascii() for name in names], np.uint8)
        return flat, np.array([len(one) for one in keys], np.int64), groups

    def of_query(self, name: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        keys = self._keys(name)
        return np.array(keys, np.uint32), np.ones(len(keys), np.float32)


@dataclass(frozen=True)
class WordJudgement:
    score: float
    level: str
    reason: str


class WordJudgements:
    """The share of words a name and each of a list have in common."""

    def __init__(self, query: str, names: Sequence[str]) -> None:
        self._query, self._names = query, names
        asked = set(query.casefold().split())
        words = [set(name.casefold().split()) for name in names]
        self.scores = np.array([len(asked & one) / len(asked | one) for one in words], np.float64)

    def __getitem__(self, at: int) -> WordJudgement:
        return WordJudgement(float(self.scores[at]), "words", f"{self._names[at]} shares words with {self._query}")
