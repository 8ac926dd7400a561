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


class WordScorer:
    """The share of words two names have in common."""

    def score_many(self, query: str, names: Sequence[str]) -> list[float]:
        asked = set(query.casefold().split())
        return [len(asked & set(name.casefold().split())) / len(asked | set(name.casefold().split())) for name in names]

    def judge(self, query: str, name: str) -> WordJudgement:
        score = self.score_many(query, [name])[0]
        return WordJudgement(score, "words", f"{name} shares words with {query}")
