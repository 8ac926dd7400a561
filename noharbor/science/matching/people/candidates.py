"""Which names of two lists may be one: those that share the most telling keys, in any script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.candidate_loops import best_shared
from noharbor.science.matching.people.telling import Told, unheard
from noharbor.science.matching.protocols import GROUPS, Keys

#: Names of each script that are compared with a name in full.
PLACES = 12
#: Places read in the lists of names that share a key, for one name.
_BUDGET = 300_000
#: Names looked up at once: what is chosen for them takes 32 groups of places each.
_AT_ONCE = 500
#: Names written as keys at once.
_NAMES_AT_ONCE = 5_000


class LikelyPairs(NamedTuple):
    """Pairs worth comparing.

    Attributes:
        pairs: (pairs, 2) numbers of a name of the first list and of one of the second, each pair once.
        cut: Names of the first list that share keys with more names than were looked at.
    """

    pairs: NDArray[np.int64]
    cut: int


class KeyedNames:
    """The names of a list by their keys, in memory.

    Args:
        names: As written, in any script.
        keys: What writes names as keys.
        told: Called with the part that is done.
    """

    def __init__(self, names: Sequence[str], keys: Keys, told: Told = unheard) -> None:
        parts = []
        for first in range(0, max(len(names), 1), _NAMES_AT_ONCE):
            told(first / max(len(names), 1))
            parts.append(keys.of_many(names[first : first + _NAMES_AT_ONCE]))
        self.keys, self.counts, self.groups = (np.concatenate(some) for some in zip(*parts, strict=True))
        self.bounds = np.concatenate([[0], np.cumsum(self.counts)])

    def likely_pairs(self, others: KeyedNames, places: int = PLACES, told: Told = unheard) -> LikelyPairs:
        """Pair each name with the names of another list that share most with it.

        Args:
            others: The other list, or this one; a name is then paired with itself too.
            places: Names of each script that each name is paired with at most.
            told: Called with the part that is done.
        """
        table = _Postings(others)
        found: list[NDArray[np.int64]] = [np.empty((0, 2), np.int64)]
        cut = 0
        for first in range(0, len(self.counts), _AT_ONCE):
            told(first / len(self.counts))
            last = min(first + _AT_ONCE, len(self.counts))
            bounds = self.bounds[first : last + 1] - self.bounds[first]
            wanted = table.find(self.keys[self.bounds[first] : self.bounds[last]], bounds)
            out = np.empty((last - first, GROUPS, places), np.int32)
            itself = first if others is self else -1
            cut += int(best_shared(wanted, bounds, *table.arrays, others.groups, itself, _BUDGET, out))
            query, group, place = np.nonzero(out >= 0)
            found.append(np.stack([query + first, out[query, group, place].astype(np.int64)], axis=1))
        return LikelyPairs(np.concatenate(found), cut)


class _Postings:
    """For each key of a list the names that have it."""

    def __init__(self, names: KeyedNames) -> None:
        order = np.argsort(names.keys, kind="stable")
        numbers = np.repeat(np.arange(len(names.counts), dtype=np.int32), names.counts)[order]
        self._keys, starts, frequency = np.unique(names.keys[order], return_index=True, return_counts=True)
        self._frequency = frequency
        weights = np.log1p(len(names.counts) / frequency).astype(np.float32)
        self.arrays = (starts, starts + frequency, weights, numbers)

    def find(self, keys: NDArray[np.uint32], bounds: NDArray[np.int64]) -> NDArray[np.int64]:
        """The number of each key here, -1 for those nobody has; those of each query in order, the rarest first."""
        if not len(self._keys):
            return np.full(len(keys), -1, np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        known = self._keys[places] == keys
        owner = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        order = np.lexsort((np.where(known, self._frequency[places], 0), owner))
        return np.where(known, places, -1)[order]
