"""Tables that are lists of people, as far as a member may read them. Their cells are fetched only where asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery

from noharbor.record.access.models import Member
from noharbor.record.access.queries import only_readable
from noharbor.record.intake.models import Source, SourceTable
from noharbor.record.linkage.models import ListReading


def visible_to(member: Member) -> QuerySet[SourceTable]:
    """Return the tables a member may read, without their cells, newest source first.

    Each says what its current reading says: `people` (None where it was not understood yet), `use` and `made_by`.
    """
    current = ListReading.objects.filter(table=OuterRef("pk"), current=True)
    tables = only_readable(SourceTable.objects.all(), member, kind=Source.KIND, prefix="source__")
    return (
        tables.select_related("source__owner")
        .defer("rows")
        .annotate(
            people=Subquery(current.values("people")),
            use=Subquery(current.values("use")),
            made_by=Subquery(current.values("made_by")),
        )
        .order_by("-source__received_at", "source", "position")
    )


def lists_visible_to(member: Member) -> QuerySet[SourceTable]:
    """Return those with people on them, and those that nobody has looked at yet."""
    return visible_to(member).filter(Q(people__isnull=True) | Q(people__gt=0))


def others_visible_to(member: Member) -> QuerySet[SourceTable]:
    """Return those on which nobody was found."""
    return visible_to(member).filter(Q(people=0))


def reading_of(table: SourceTable) -> ListReading | None:
    """Return how a table is understood now; None where it waits for that."""
    return ListReading.objects.select_related("by").filter(table=table, current=True).first()


def without_twins(tables: Iterable[SourceTable]) -> tuple[list[SourceTable], list[SourceTable]]:
    """Part tables from those that hold the same bytes once more, or were named twice: these add nothing.

    Returns:
        The tables, each once, and the others; both in their order.
    """
    kept: dict[tuple[str, int], SourceTable] = {}
    twins = []
    for table in tables:
        if kept.setdefault((table.source.sha256, table.position), table) is not table:
            twins.append(table)
    return list(kept.values()), twins


def list_name(table: SourceTable) -> str:
    """What a list is called: its source, and its sheet where that has a name of its own."""
    source = str(table.source)
    return f"{source} / {table.name}" if table.name and table.position else source
