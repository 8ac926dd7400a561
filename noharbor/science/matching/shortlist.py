"""The shortlist: which names share the most telling keys with a query, within a budget, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.gathering import FULL, add_common, gather, lift, tally
from noharbor.science.matching.postings import Keys, Numbers
from noharbor.science.matching.recent import Recent
from noharbor.science.matching.results import Budget, Cut, CutReason
from noharbor.science.matching.segments import Segment
from noharbor.science.matching.state import State

#: Names looked at again with the common keys, for each name that will be compared.
_WIDER = 6

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
        self.part, self.sums = part, sums
        self.owners, self.removed = part.owners, part.removed
        self.numbers: Numbers
        if isinstance(part, Segment):
            self.numbers = part.names.numbers
            self.starts, self.ends = part.names.find(keys)
        else:
            self.numbers, self.starts, self.ends = part.find(keys)
            self.numbers.setflags(write=False)
            self.owners.setflags(write=False)

    def keep(self, order: NDArray[np.intp]) -> None:
        self.starts, self.ends = self.starts[order], self.ends[order]

    def gather(self, rare: int, weights: NDArray[np.uint16], counts: Places) -> None:
        starts, ends = self.starts[:rare], self.ends[:rare]
        touched = np.empty(int((ends - starts).sum()), np.uint32)
        met = gather(self.numbers, starts, ends, weights[:rare], self.sums, touched)
        self.touched = touched[: tally(self.sums, touched[:met], self.owners, self.removed, counts)]

    def lift(self, least: int, rare: int, weights: NDArray[np.uint16]) -> tuple[Numbers, NDArray[np.uint16]]:
        names, sums = np.empty(len(self.touched), np.uint32), np.empty(len(self.touched), np.uint16)
        count = lift(self.sums, self.touched, least, names, sums)
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
        units = _units(weights[order], frequency, sum(len(sheet.owners) for sheet in sheets))
        for sheet in sheets:
            sheet.keep(order)
        rare = int(np.searchsorted(np.cumsum(frequency), budget.postings, side="right"))
        counts = np.zeros((FULL >> 4) + 2, np.int64)
        for sheet in sheets:
            sheet.gather(rare, units, counts)
        least = _least(counts, budget.shortlist * _WIDER)
        lifted = [sheet.lift(least, rare, units) for sheet in sheets]
        listed, weakest = _best(sheets, lifted, budget.shortlist)
        met = int(counts.sum())
        common = int(units[rare:][frequency[rare:] > 0].sum())
        if met > sum(len(names) for names, _ in lifted):
            weakest = max(weakest, least - 1 + common)
        return listed, _cut(met - len(listed), int(frequency[rare:].sum()), max(weakest, common))


def _units(weights: NDArray[np.float32], frequency: Places, names: int) -> NDArray[np.uint16]:
    """Weights times how telling a key is by its frequency, in whole numbers that add up to at most `FULL`.

    A key nobody has counts as if one name had it: a query whose parts are unknown here shares little with anybody.
    """
    telling = weights * np.log1p(names / np.maximum(frequency, 1))
    scaled = telling * ((FULL - len(telling)) / max(float(telling.sum()), 1e-9))
    units: NDArray[np.uint16] = np.maximum(scaled, 1).astype(np.uint16)
    return units


def _least(counts: Places, wanted: int) -> int:
    """The least sum that at most `wanted` names have, a few more where many have the same."""
    above = np.cumsum(counts[::-1])[::-1]
    enough = np.flatnonzero(above >= wanted)
    return max(int(enough[-1]) << 4, 1) if len(enough) else 1


def _best(
    sheets: list[_Sheet], lifted: list[tuple[Numbers, NDArray[np.uint16]]], wanted: int
) -> tuple[list[Listed], int]:
    """The names with the largest sums, and the least sum among them."""
    sums = np.concatenate([np.empty(0, np.uint16), *(sums for _, sums in lifted)])
    names = np.concatenate([np.empty(0, np.uint32), *(names for names, _ in lifted)])
    parts = np.repeat(np.arange(len(lifted)), [len(names) for names, _ in lifted])
    best = np.argsort(-sums.astype(np.int64), kind="stable")[:wanted]
    listed = [Listed(sheets[parts[at]].part, int(names[at]), float(sums[at]) / FULL) for at in best]
    return listed, int(sums[best[-1]]) if len(best) else 0


def _cut(left: int, unread: int, best: int) -> Cut | None:
    """What was left out, if anything was."""
    reasons = ((CutReason.COMMON_KEYS, unread), (CutReason.SHORTLIST, left))
    named = tuple(reason for reason, names in reasons if names)
    return Cut(named, left, unread, min(best / FULL, 1.0)) if named else None
