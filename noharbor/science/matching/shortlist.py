"""The shortlist: which names share the most telling keys with a query, within a budget, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.gathering import FULL, STEP, add_common, gather, lift, tally
from noharbor.science.matching.postings import Keys, Numbers
from noharbor.science.matching.protocols import GROUPS
from noharbor.science.matching.recent import Recent
from noharbor.science.matching.results import Budget, Cut, CutReason
from noharbor.science.matching.segments import Segment
from noharbor.science.matching.state import State

#: Names looked at again with the common keys, for each name that will be compared.
_WIDER = 3

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Listed:
    """One name on the shortlist.

    Attributes:
        part: Which segment, or the recent changes.
        name: Its number there.
        shared: Part of the query's evidence it shares, 0 to 1.
    """

    part: Segment | Recent
    name: int
    shared: float


class _Sheet:
    """One part of the index during one search."""

    def __init__(self, part: Segment | Recent, keys: Keys, sums: NDArray[np.uint16]) -> None:
        self.part, self.sums, self.groups = part, sums, part.groups
        self.gone = part.gone
        self.numbers: Numbers
        if isinstance(part, Segment):
            self.numbers = part.names.numbers
            self.starts, self.ends = part.names.find(keys)
        else:
            self.numbers, self.starts, self.ends = part.find(keys)
            # Read-only like the arrays of a segment, so that the loops are compiled once for both.
            self.numbers.setflags(write=False)
            self.groups.setflags(write=False)

    def keep(self, order: NDArray[np.intp]) -> None:
        self.starts, self.ends = self.starts[order], self.ends[order]

    def gather(self, rare: int, weights: NDArray[np.uint16], counts: Places) -> None:
        starts, ends = self.starts[:rare], self.ends[:rare]
        touched = np.empty(int((ends - starts).sum()), np.uint32)
        met = gather(self.numbers, starts, ends, weights[:rare], self.sums, touched)
        self.touched = touched[: tally(self.sums, touched[:met], self.groups, self.gone, counts)]

    def lift(self, least: Places, rare: int, weights: NDArray[np.uint16]) -> tuple[Numbers, NDArray[np.uint16]]:
        names, sums = np.empty(len(self.touched), np.uint32), np.empty(len(self.touched), np.uint16)
        count = lift(self.sums, self.touched, self.groups, least, names, sums)
        names, sums = names[:count], sums[:count]
        add_common(self.numbers, self.starts[rare:], self.ends[rare:], weights[rare:], names, sums)
        return names, sums


class Shortlister:
    """Makes shortlists; keeps the sheets of sums between searches, so one instance serves one search at a time."""

    def __init__(self) -> None:
        self._sums: dict[str, NDArray[np.uint16]] = {}

    def _sheets(self, state: State, keys: Keys) -> list[_Sheet]:
        wanted = {segment.folder.name: segment for segment in state.segments}
        self._sums = {name: sums for name, sums in self._sums.items() if name in wanted}
        for name, segment in wanted.items():
            if name not in self._sums:
                self._sums[name] = np.zeros(len(segment.owners), np.uint16)
        sheets = [_Sheet(segment, keys, self._sums[name]) for name, segment in wanted.items()]
        if len(state.recent):
            sheets.append(_Sheet(state.recent, keys, np.zeros(len(state.recent.owners), np.uint16)))
        return sheets

    def shortlist(
        self, state: State, keys: Keys, weights: NDArray[np.float32], budget: Budget
    ) -> tuple[list[Listed], Cut | None]:
        """Find the names that share the most telling keys.

        Args:
            state: The index.
            keys: The query's keys, each once.
            weights: The weight of each, before rarity.
            budget: How much to read, and how many names to list.

        Returns:
            The names, best first, and what was left out.
        """
        sheets = self._sheets(state, keys)
        frequency: Places = sum((sheet.ends - sheet.starts for sheet in sheets), np.zeros(len(keys), np.int64))
        order = np.argsort(frequency, kind="stable")
        frequency = frequency[order]
        units = _units(weights[order], frequency, sum(len(sheet.groups) for sheet in sheets))
        for sheet in sheets:
            sheet.keep(order)
        rare = int(np.searchsorted(np.cumsum(frequency), budget.postings, side="right"))
        counts = np.zeros((GROUPS, (FULL >> STEP) + 2), np.int64)
        for sheet in sheets:
            sheet.gather(rare, units, counts)
        places = _places(counts.sum(axis=1), budget.shortlist)
        least = _least(counts, places * _WIDER)
        found = _Lifted(sheets, [sheet.lift(least, rare, units) for sheet in sheets])
        listed, left_share = found.best(places)
        unread = frequency[rare:]
        common = int(units[rare:][unread > 0].sum())
        strongest = found.strongest()
        # What was met and not lifted had less than the least sum of its group before the common keys.
        below = max((int(at) - 1 + common for at in least[counts.sum(axis=1) > found.sizes()]), default=0)
        best_left = max(left_share, max(below, common) / max(strongest, common, 1))
        return listed, _cut(int(counts.sum()) - len(listed), int(unread.sum()), best_left)


class _Lifted:
    """The names taken off the sheets, of all parts together."""

    def __init__(self, sheets: list[_Sheet], lifted: list[tuple[Numbers, NDArray[np.uint16]]]) -> None:
        self._sheets = sheets
        self._names = np.concatenate([np.empty(0, np.uint32), *(names for names, _ in lifted)])
        self._sums = np.concatenate([np.empty(0, np.uint16), *(sums for _, sums in lifted)]).astype(np.int64)
        self._parts = np.repeat(np.arange(len(lifted)), [len(names) for names, _ in lifted])
        groups = [sheet.groups[names] for sheet, (names, _) in zip(sheets, lifted, strict=True)]
        self._groups = np.concatenate([np.empty(0, np.uint8), *groups])

    def sizes(self) -> Places:
        """How many names of each group were lifted."""
        return np.bincount(self._groups, minlength=GROUPS)

    def strongest(self) -> int:
        """The largest sum."""
        return int(self._sums.max(initial=0))

    def best(self, places: Places) -> tuple[list[Listed], float]:
        """The names with the largest sums of each group, as many as it has places.

        Returns:
            The names, and the largest part that a name left over has of the largest sum of its group.
        """
        order = np.lexsort((-self._sums, self._groups))
        groups = self._groups[order]
        firsts = np.searchsorted(groups, np.arange(GROUPS))
        rank = np.arange(len(order)) - firsts[groups]
        kept = rank < places[groups]
        next_ones = np.flatnonzero(rank == places[groups])
        tops = self._sums[order[firsts[groups[next_ones]]]]
        left = float((self._sums[order[next_ones]] / np.maximum(tops, 1)).max(initial=0.0))
        best = order[kept]
        best = best[np.argsort(-self._sums[best], kind="stable")]
        return [self._listed(at) for at in best.tolist()], left

    def _listed(self, at: int) -> Listed:
        return Listed(self._sheets[self._parts[at]].part, int(self._names[at]), float(self._sums[at]) / FULL)


def _units(weights: NDArray[np.float32], frequency: Places, names: int) -> NDArray[np.uint16]:
    """Weights times how telling a key is by its frequency, in whole numbers that add up to at most `FULL`.

    A key nobody has counts as if one name had it: a query whose parts are unknown here shares little with anybody.
    """
    telling = weights * np.log1p(names / np.maximum(frequency, 1))
    scaled = telling * ((FULL - len(telling)) / max(float(telling.sum()), 1e-9))
    units: NDArray[np.uint16] = np.maximum(scaled, 1).astype(np.uint16)
    return units


def _places(met: Places, wanted: int) -> Places:
    """How many places of the shortlist each group gets: by the root of how many of its names were met.

    What names of different scripts share with a query can't be weighed against each other: a name in the query's own
    script shares all its readings, the same name in another script only those of one language. So each group has its
    places, the larger ones more; what a group can't use goes to the others.
    """
    places = np.zeros(len(met), np.int64)
    roots = np.sqrt(met)
    rest = float(roots.sum())
    for group in [int(group) for group in np.argsort(met, kind="stable") if met[group]]:
        places[group] = min(int(met[group]), max(1, round(wanted * roots[group] / rest)))
        wanted = max(0, wanted - int(places[group]))
        rest -= float(roots[group])
    return places


def _least(counts: Places, wanted: Places) -> Places:
    """For each group the least sum that about as many names have as wanted, a few more where many have the same."""
    above = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1]
    # The highest step with enough names at or above it; the lowest where there are not so many.
    steps = (above >= np.maximum(wanted, 1)[:, None]).sum(axis=1) - 1
    least: Places = np.maximum(np.maximum(steps, 0) << STEP, 1)
    return least


def _cut(left: int, unread: int, best: float) -> Cut | None:
    """What was left out, if anything was."""
    reasons = ((CutReason.COMMON_KEYS, unread), (CutReason.SHORTLIST, left))
    named = tuple(reason for reason, names in reasons if names)
    return Cut(named, left, unread, min(best, 1.0)) if named else None
