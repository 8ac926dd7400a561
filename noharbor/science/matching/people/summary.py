"""What lists say together: who stands on several, who on one only, doubles, conflicts, and counts by nationality.

What people judged goes before what a machine proposes: a pair judged different is none, one judged the same is sure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from noharbor.science.matching.people.reconciling import OnList, PairFound, Reconciliation, RowOfList
from noharbor.science.names.evidence import Proposal

#: Two rows of a reconciliation, as its pairs have them.
Rows = tuple[RowOfList, RowOfList]


class Standing(IntEnum):
    """How surely two rows are one person, the surest first."""

    JUDGED_SAME = 0
    PROPOSED = 1
    POSSIBLE = 2
    JUDGED_DIFFERENT = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows of one list, or of one nationality on it.

    Attributes:
        rows: How many.
        judged: Of these, how many people judged to stand on another list too.
        proposed: How many of the others are proposed to.
        possible: How many of those left may.
    """

    rows: int
    judged: int
    proposed: int
    possible: int

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.rows + other.rows,
            self.judged + other.judged,
            self.proposed + other.proposed,
            self.possible + other.possible,
        )

    @property
    def alone(self) -> int:
        """How many stand on no other list."""
        return self.rows - self.judged - self.proposed - self.possible


def counts_by_nationality(rows: Mapping[str, int], elsewhere: Iterable[tuple[str, Standing]]) -> dict[str, Counted]:
    """Count the rows of one list by nationality, the most first; "" for rows that state none.

    Args:
        rows: How many rows there are of each nationality.
        elsewhere: Of each row that stands on another list, or may: its nationality, and how surely at best.
    """
    standings = Counter(elsewhere)
    return {
        nationality: Counted(
            count,
            standings[nationality, Standing.JUDGED_SAME],
            standings[nationality, Standing.PROPOSED],
            standings[nationality, Standing.POSSIBLE],
        )
        for nationality, count in Counter(rows).most_common()
    }


class Summary:
    """A reconciliation told in lists and counts.

    Args:
        found: What `reconcile` gave.
        judged: What people said of its pairs; pairs that are not there stand as they are proposed.
    """

    def __init__(self, found: Reconciliation, judged: Mapping[Rows, Standing] | None = None) -> None:
        self.found, self._judged = found, judged or {}

    def standing(self, pair: PairFound) -> Standing:
        """How surely two rows are one person."""
        proposed = Standing.PROPOSED if pair.proposal is Proposal.SAME else Standing.POSSIBLE
        return self._judged.get((pair.a, pair.b), proposed)

    @cached_property
    def doubles(self) -> tuple[PairFound, ...]:
        """Pairs within one list, the surest first."""
        return self._in_order(pair for pair in self._standing if pair.a.list == pair.b.list)

    @cached_property
    def across(self) -> tuple[PairFound, ...]:
        """Pairs of two lists, the surest first."""
        return self._in_order(pair for pair in self._standing if pair.a.list != pair.b.list)

    @cached_property
    def different(self) -> tuple[PairFound, ...]:
        """Pairs that people judged to be two."""
        return self._in_order(pair for pair in self.found.pairs if self.standing(pair) is Standing.JUDGED_DIFFERENT)

    @cached_property
    def conflicts(self) -> tuple[PairFound, ...]:
        """Pairs that share a paper and contradict each other otherwise; also those judged different."""
        return tuple(pair for pair in (*self.doubles, *self.across, *self.different) if pair.judged.conflicts)

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
        return [self.found.lists[here].rows[at] for at in self.missing_at(here, there)]

    def missing_at(self, here: int, there: int) -> list[int]:
        """The places of these rows among the people of their list, from 0."""
        elsewhere = self._elsewhere_of(here)
        return [at for at in range(len(self.found.lists[here].rows)) if there not in elsewhere.get(at, {})]

    def counted(self, number: int) -> Counted:
        """Counts of one list."""
        return sum(self.by_nationality(number).values(), start=Counted(0, 0, 0, 0))

    def by_nationality(self, number: int) -> dict[str, Counted]:
        """Counts of one list by nationality, the most first; "" for rows that state none."""
        rows = Counter(row.person.nationality for row in self.found.lists[number].rows)
        return counts_by_nationality(
            rows,
            (
                (self.found.lists[number].rows[at].person.nationality, min(map(self.standing, pairs.values())))
                for at, pairs in self._elsewhere_of(number).items()
            ),
        )

    def _elsewhere_of(self, number: int) -> dict[int, dict[int, PairFound]]:
        """The same for one list, by the place of the row: lists have thousands of rows, few of them elsewhere."""
        return {place.at: pairs for place, pairs in self.elsewhere.items() if place.list == number}

    @property
    def _standing(self) -> Iterable[PairFound]:
        return (pair for pair in self.found.pairs if self.standing(pair) is not Standing.JUDGED_DIFFERENT)

    def _in_order(self, pairs: Iterable[PairFound]) -> tuple[PairFound, ...]:
        return tuple(sorted(pairs, key=lambda pair: (self.standing(pair), -pair.score, pair.a.row, pair.b.row)))
