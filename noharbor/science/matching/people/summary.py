"""What lists say together: who stands on several, who on one only, doubles, conflicts, and counts by nationality."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from noharbor.science.matching.people.reconciling import OnList, PairFound, Reconciliation, RowOfList
from noharbor.science.names.evidence import Proposal


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows of one nationality on one list.

    Attributes:
        rows: How many.
        proposed: Of these, how many are proposed to stand on another list too.
        possible: How many may.
    """

    rows: int
    proposed: int
    possible: int


class Summary:
    """A reconciliation told in lists and counts.

    Args:
        found: What `reconcile` gave.
    """

    def __init__(self, found: Reconciliation) -> None:
        self.found = found

    @cached_property
    def doubles(self) -> tuple[PairFound, ...]:
        """Pairs within one list, the surest first."""
        return tuple(sorted((pair for pair in self.found.pairs if pair.a.list == pair.b.list), key=_surest))

    @cached_property
    def across(self) -> tuple[PairFound, ...]:
        """Pairs of two lists, the surest first."""
        return tuple(sorted((pair for pair in self.found.pairs if pair.a.list != pair.b.list), key=_surest))

    @cached_property
    def conflicts(self) -> tuple[PairFound, ...]:
        """Pairs that share a paper and contradict each other otherwise."""
        return tuple(pair for pair in (*self.doubles, *self.across) if pair.judged.conflicts)

    @cached_property
    def elsewhere(self) -> dict[RowOfList, dict[int, PairFound]]:
        """For each row, by the number of another list, the best pair with a row of it."""
        best: defaultdict[RowOfList, dict[int, PairFound]] = defaultdict(dict)
        for pair in reversed(self.across):
            best[pair.a][pair.b.list] = pair
            best[pair.b][pair.a.list] = pair
        return dict(best)

    def missing(self, here: int, there: int) -> list[OnList]:
        """Rows of one list for which another has nobody, not even a possible one."""
        rows = self.found.lists[here].rows
        return [row for at, row in enumerate(rows) if there not in self.elsewhere.get(RowOfList(here, row.row, at), {})]

    def by_nationality(self, number: int) -> dict[str, Counted]:
        """Counts of one list by nationality, the most first; "" for rows that state none."""
        rows: Counter[str] = Counter()
        proposals: dict[Proposal, Counter[str]] = {proposal: Counter() for proposal in Proposal}
        for at, row in enumerate(self.found.lists[number].rows):
            nationality = row.person.nationality
            rows[nationality] += 1
            pairs = self.elsewhere.get(RowOfList(number, row.row, at), {}).values()
            best = {pair.proposal for pair in pairs}
            for proposal in (Proposal.SAME, Proposal.POSSIBLE):
                if proposal in best:
                    proposals[proposal][nationality] += 1
                    break
        return {
            nationality: Counted(
                count, proposals[Proposal.SAME][nationality], proposals[Proposal.POSSIBLE][nationality]
            )
            for nationality, count in rows.most_common()
        }


def _surest(pair: PairFound) -> tuple[bool, float, int, int]:
    return pair.proposal is not Proposal.SAME, -pair.score, pair.a.row, pair.b.row
