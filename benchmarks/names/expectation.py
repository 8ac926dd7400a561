"""Expectation-maximisation over pieces and letters: how likely each piece writes which chunk.

Every alignment of the pieces with the letters counts by its probability (forward and backward sums), so that nothing
hangs on one best path while the table is still poor.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numba import njit

#: Letters in a chunk at most.
LONGEST_CHUNK = 6
#: How likely a chunk has 0, 1, 2 … letters before anything is learnt.
_LENGTHS = (0.02, 0.28, 0.36, 0.2, 0.1, 0.03, 0.01)
Pair = tuple[Sequence[str], Sequence[str]]


@dataclass
class Learner:
    """Learns a table from pairs of pieces and Latin words.

    Attributes:
        rules: What people wrote down: piece → chunk → share (sums to 1).
        letters: (27, 26) log-likelihoods of letters.
        trust_in_rules: How many seen pieces a rule weighs.
        trust_in_letters: How many seen pieces the letters themselves weigh.
    """

    rules: dict[str, dict[str, float]]
    letters: np.ndarray
    trust_in_rules: float = 6.0
    trust_in_letters: float = 0.6
    chunk_numbers: dict[str, int] = field(default_factory=lambda: {"": 0})
    piece_numbers: dict[str, int] = field(default_factory=dict)

    def learn(self, pairs: Sequence[Pair], rounds: int = 8) -> dict[str, dict[str, float]]:
        """Return piece → chunk → probability; chunks hardly ever seen and known to no rule are left out."""
        for chunks in self.rules.values():
            for chunk in chunks:
                self.chunk_numbers.setdefault(chunk, len(self.chunk_numbers))
        for piece in self.rules:
            self.piece_numbers.setdefault(piece, len(self.piece_numbers))
        packed = [self._packed(pair) for pair in pairs]
        base = np.array([self._base(chunk) for chunk in self.chunk_numbers])
        prior = np.zeros((len(self.piece_numbers), len(self.chunk_numbers)), dtype=np.float32)
        for piece, chunks in self.rules.items():
            for chunk, share in chunks.items():
                prior[self.piece_numbers[piece], self.chunk_numbers[chunk]] = share
        prior *= self.trust_in_rules
        prior += (self.trust_in_letters * base / base.sum()).astype(np.float32)
        counts = np.zeros_like(prior)
        for _ in range(rounds):
            likelihood = counts + prior
            likelihood /= likelihood.sum(axis=1, keepdims=True)
            counts[:] = 0
            for pieces, numbers in packed:
                _count(pieces, numbers, likelihood, counts)
        likelihood = counts + prior
        likelihood /= likelihood.sum(axis=1, keepdims=True)
        return self._kept(counts, likelihood)

    def _kept(self, counts: np.ndarray, likelihood: np.ndarray) -> dict[str, dict[str, float]]:
        chunks = list(self.chunk_numbers)
        kept: dict[str, dict[str, float]] = {}
        for piece, row in self.piece_numbers.items():
            # A chunk seen in less than one piece of a hundred and once at most is as likely a fault of the data.
            seen = np.flatnonzero(counts[row] > max(0.5, 0.004 * counts[row].sum()))
            known = {self.chunk_numbers[chunk] for chunk in self.rules.get(piece, ())}
            kept[piece] = {
                chunks[number]: float(likelihood[row, number]) for number in sorted({*seen.tolist(), *known})
            }
        return kept

    def _base(self, chunk: str) -> float:
        before, total = 26, math.log(_LENGTHS[min(len(chunk), LONGEST_CHUNK)])
        for letter in chunk:
            at = ord(letter) - 97
            total += float(self.letters[before, at])
            before = at
        return math.exp(total)

    def _packed(self, pair: Pair) -> tuple[np.ndarray, np.ndarray]:
        pieces, words = pair
        text = "".join(words)
        ends, at = [], 0
        for word in words:
            at += len(word)
            ends += [at] * len(word)
        numbers = np.full((len(text) + 1, LONGEST_CHUNK + 1), -1, dtype=np.int32)
        numbers[:, 0] = 0
        for place in range(len(text)):
            for size in range(1, min(LONGEST_CHUNK, ends[place] - place) + 1):
                chunk = text[place : place + size]
                numbers[place, size] = self.chunk_numbers.setdefault(chunk, len(self.chunk_numbers))
        known = [self.piece_numbers.setdefault(piece, len(self.piece_numbers)) for piece in pieces]
        return np.array(known, dtype=np.int32), numbers


@njit(cache=True)
def _count(pieces, numbers, likelihood, counts):  # type: ignore[no-untyped-def]  # noqa: C901 — one sum, two ways.
    n, length = len(pieces), len(numbers) - 1
    forward = np.zeros((n + 1, length + 1))
    backward = np.zeros((n + 1, length + 1))
    forward[0, 0] = 1.0
    backward[n, length] = 1.0
    for i in range(n):
        for j in range(length + 1):
            if forward[i, j] == 0.0:
                continue
            for size in range(min(6, length - j) + 1):
                chunk = numbers[j, size]
                if chunk >= 0:
                    forward[i + 1, j + size] += forward[i, j] * likelihood[pieces[i], chunk]
    total = forward[n, length]
    if total <= 1e-280:
        return
    for i in range(n - 1, -1, -1):
        for j in range(length, -1, -1):
            for size in range(min(6, length - j) + 1):
                chunk = numbers[j, size]
                if chunk < 0:
                    continue
                share = likelihood[pieces[i], chunk] * backward[i + 1, j + size]
                backward[i, j] += share
                if forward[i, j] > 0.0:
                    counts[pieces[i], chunk] += forward[i, j] * share / total
