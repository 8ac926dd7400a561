"""What hangs on a pair: by when it must be judged, and whether two people must say so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from noharbor.record.linkage.models import Appearance, Pair, ReconciledList
from noharbor.record.linkage.portions import in_portions
from noharbor.record.linkage.vocabulary import NEEDS_TWO


class Lists:
    """The lists that some appearances stand on, with their uses and deadlines.

    Args:
        appearances: Every side of the pairs that are asked about.
    """

    def __init__(self, appearances: Collection[UUID]) -> None:
        self._of: dict[UUID, tuple[int, str]] = {}
        rows = Appearance.objects.filter(list_reading__isnull=False)
        for part in in_portions(appearances):
            of_rows = rows.filter(pk__in=part).values_list("pk", "list_reading__table", "list_reading__use")
            self._of |= {appearance: (table, use) for appearance, table, use in of_rows}
        tables = {table for table, _ in self._of.values()}
        due = ReconciledList.objects.filter(table__in=tables)
        self._due: dict[int, dict[UUID, date]] = {}
        for table, reconciliation, deadline in due.values_list("table", "reconciliation", "reconciliation__deadline"):
            if deadline is not None:
                self._due.setdefault(table, {})[reconciliation] = deadline

    def needs_two(self, pair: Pair) -> bool:
        """Whether a match would put somebody on a wanted list or a plane."""
        return any(use in NEEDS_TWO for _, use in self._sides(pair))

    def deadline_of(self, pair: Pair) -> date | None:
        """The soonest deadline of the reconciliations that hold every list the two stand on."""
        due = [self._due.get(table, {}) for table, _ in self._sides(pair)]
        shared = set(due[0]).intersection(*due) if due else set()
        return min((due[0][reconciliation] for reconciliation in shared), default=None)

    def _sides(self, pair: Pair) -> list[tuple[int, str]]:
        return [self._of[end] for end in (pair.one_id, pair.other_id) if end in self._of]
