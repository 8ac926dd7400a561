"""All that is said about something, newest first, page by page, and where speakers differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet

from noharbor.desk.widgets.differing import DifferingShown, differing_shown
from noharbor.desk.widgets.keyset import Cursor, page_of
from noharbor.desk.widgets.numbers import COUNT_CAP
from noharbor.record.reading.claims import differing_among
from noharbor.record.reading.models import Statement

#: Statements of a page.
SIZE = 20


@dataclass(frozen=True, slots=True)
class SaidAbout:
    """A page of what is said about something.

    Attributes:
        statements: Of this page.
        count: How many there are, up to one more than the cap; on later pages nobody counts.
        later: Where the next page begins; None on the last.
        is_later: Whether this is a later page.
        newest: The newest `COUNT_CAP` of all, on the first page: what is worked out, is worked out of them.
        differing: Where speakers differ; told on the first page.
        is_all: False where not all of them were compared.
    """

    statements: tuple[Statement, ...]
    count: int
    later: Cursor | None
    is_later: bool
    newest: tuple[UUID, ...]
    differing: tuple[DifferingShown, ...]
    is_all: bool

    @property
    def shown(self) -> Iterator[Statement]:
        """Every statement something is shown of."""
        yield from self.statements
        for one in self.differing:
            for column in one.columns:
                yield from (said.statement for said in column.said)


def said_of(rows: QuerySet[Statement], after: Cursor | None) -> SaidAbout:
    """Return a page of what is said.

    Args:
        rows: Statements the member may read, in no order.
        after: Where the page before ended; None for the first.
    """
    if after is not None:
        statements, later = page_of(rows.select_related("source"), after, size=SIZE)
        return SaidAbout(tuple(statements), 0, later, True, (), (), True)
    # Asked once which they are: who may read what is the costly question, and the same for all that follows.
    newest = rows.order_by(F("moment_first").desc(nulls_last=True), "pk").values_list("pk", flat=True)
    chosen = list(newest[: COUNT_CAP + 1])
    found = Statement.objects.select_related("source").in_bulk(chosen[:SIZE])
    statements = [found[pk] for pk in chosen[:SIZE]]
    compared = differing_among(Statement.objects.filter(pk__in=chosen[:COUNT_CAP]))
    return SaidAbout(
        statements=tuple(statements),
        count=len(chosen),
        later=Cursor(statements[-1].moment_first, statements[-1].pk) if len(chosen) > SIZE else None,
        is_later=False,
        newest=tuple(chosen[:COUNT_CAP]),
        differing=differing_shown(compared),
        is_all=compared.is_all and len(chosen) <= COUNT_CAP,
    )
