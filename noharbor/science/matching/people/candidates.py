"""Which names of two lists may be one: those that share the most telling keys, in any script."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.agreement import YEARS_APART
from noharbor.science.matching.people.candidate_loops import Limits, best_shared, numbered, postings
from noharbor.science.matching.people.helping import shared
from noharbor.science.matching.people.telling import Telling, Told, unheard
from noharbor.science.matching.protocols import GROUPS, Keys

#: Names of each script that are compared with a name in full, and of any script whose owners may be born on one day.
PLACES = 8
#: More finds hardly any more, on lists of ten thousand beside hundreds of thousands.
_LIMITS = Limits(read=300_000, share=0.5, share_born=0.15, same_day=3.0, apart=0.5, years_apart=YEARS_APART)
#: Names looked up at once: what is chosen for them takes 33 groups of places each.
_AT_ONCE = 250
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


class Births(NamedTuple):
    """When the owners of each name were born.

    Attributes:
        bounds: (names + 1,) where the owners of each name begin.
        earliest: (owners,) int32, days as `date.toordinal` counts them.
        latest: (owners,) int32; before `earliest` where nothing is known.
    """

    bounds: NDArray[np.int64]
    earliest: NDArray[np.int32]
    latest: NDArray[np.int32]


class KeyedNames:
    """The names of a list by their keys, in memory.

    Args:
        names: As written, in any script.
        keys: What writes names as keys.
        births: Of those who bear the names.
        told: Called with the part that is done.
        helper: Another process that may do part of it.
    """

    def __init__(
        self, names: Sequence[str], keys: Keys, births: Births, told: Told = unheard, helper: Executor | None = None
    ) -> None:
        self.births = births
        parts, telling = [], Telling(told, len(names))
        tasks = (names[first : first + _NAMES_AT_ONCE] for first in range(0, max(len(names), 1), _NAMES_AT_ONCE))
        for part in shared(keys.of_many, tasks, helper, telling.again):
            telling.more(_NAMES_AT_ONCE)
            parts.append(part)
        self.keys, self.counts, self.groups = (np.concatenate(some) for some in zip(*parts, strict=True))
        self.bounds = np.concatenate([[0], np.cumsum(self.counts)])

    def likely_pairs(self, others: KeyedNames, told: Told = unheard) -> LikelyPairs:
        """Pair each name with the names of another list that share most with it.

        Args:
            others: The other list, or this one; a name is then paired with itself too.
            told: Called with the part that is done.
        """
        search = _Search(self, others)
        begins = range(0, len(self.counts), _AT_ONCE)
        found: list[NDArray[np.int64]] = [np.empty((0, 2), np.int64)]
        cut = 0
        # Compiled loops run beside each other in threads.
        with ThreadPoolExecutor(1) as thread:
            telling = Telling(told, len(self.counts))
            for some in shared(search.best, begins, thread, telling.again):
                telling.more(_AT_ONCE)
                found.append(some.pairs)
                cut += some.cut
        return LikelyPairs(np.concatenate(found), cut)


class _Search:
    """For each key of one list the names of another that have it.

    Args:
        names: Who is looked for.
        others: Among whom.
    """

    def __init__(self, names: KeyedNames, others: KeyedNames) -> None:
        self._names, self._others = names, others
        distinct, self._keys = np.unique(names.keys, return_inverse=True)
        bounds, self._numbers = postings(numbered(distinct, others.keys), others.counts, len(distinct))
        self._starts, self._ends = bounds[:-1], bounds[1:]
        self._frequency = np.diff(bounds)
        # A key that nobody has weighs nothing, as nobody is found by it.
        self._weights = np.log1p(len(others.counts) / np.maximum(self._frequency, 1)).astype(np.float32)

    def best(self, first: int) -> LikelyPairs:
        """The best for some hundreds of names from a number on."""
        names, others = self._names, self._others
        last = min(first + _AT_ONCE, len(names.counts))
        bounds = names.bounds[first : last + 1] - names.bounds[first]
        keys = self._keys[names.bounds[first] : names.bounds[last]]
        owner = np.repeat(np.arange(last - first), names.counts[first:last])
        rarest_first = keys[np.lexsort((self._frequency[keys], owner))]
        out = np.empty((last - first, GROUPS + 1, PLACES), np.int32)
        lists = (self._starts, self._ends, self._weights, self._numbers, others.groups)
        births = (names.births, first, others.births)
        itself = first if others is names else -1
        cut = int(best_shared(rarest_first, bounds, *lists, births, itself, _LIMITS, out))
        query, group, place = np.nonzero(out >= 0)
        pairs = np.stack([query + first, out[query, group, place].astype(np.int64)], axis=1)
        return LikelyPairs(np.unique(pairs, axis=0), cut)
