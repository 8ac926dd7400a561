"""Turning pages of a long list without counting through it: each page begins where the one before ended."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from noharbor.record.reading.models import Statement


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page.

    Attributes:
        moment: Its first day; None among the undated, which come last.
        statement: Its identifier, which orders rows of one day.
    """

    moment: datetime.date | None
    statement: UUID

    def __str__(self) -> str:
        return f"{self.moment.isoformat() if self.moment else 'undated'}.{self.statement}"

    @classmethod
    def parse(cls, written: str) -> Cursor | None:
        """Read what `str` wrote; None when it is anything else, so that a mangled address shows the first page."""
        moment, _, statement = written.partition(".")
        try:
            return cls(None if moment == "undated" else datetime.date.fromisoformat(moment), UUID(statement))
        except ValueError:
            return None


def page_of(rows: QuerySet[Statement], after: Cursor | None, *, size: int) -> tuple[list[Statement], Cursor | None]:
    """Return one page, newest event first, those without a date last.

    Dated and undated rows are asked for apart: databases disagree where missing dates belong, and both questions can be
    answered from an index.

    Args:
        rows: Those the member may see, in any order.
        after: Where the page before ended; None for the first page.
        size: Rows of a page.

    Returns:
        The rows, and where the next page begins; None on the last.
    """
    found: list[Statement] = []
    if after is None or after.moment is not None:
        dated = rows.filter(moment_first__isnull=False).order_by("-moment_first", "id")
        if after:
            later = Q(moment_first__lt=after.moment) | Q(moment_first=after.moment, id__gt=after.statement)
            dated = dated.filter(later, moment_first__lte=after.moment)
        found = list(dated[: size + 1])
    if len(found) <= size:
        undated = rows.filter(moment_first__isnull=True).order_by("id")
        if after and after.moment is None:
            undated = undated.filter(id__gt=after.statement)
        found += list(undated[: size + 1 - len(found)])
    if len(found) <= size:
        return found, None
    last = found[size - 1]
    return found[:size], Cursor(last.moment_first, last.id)
