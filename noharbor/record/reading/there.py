"""What is said of a place: how it is written, since when and until when, and what lies within it."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, QuerySet, Window
from django.db.models.functions import RowNumber

from noharbor.record.access.models import Member
from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import Period, at_place
from noharbor.record.reading.queries import STANDING, visible_to

#: Wordings and places within that are shown, those with the most statements first.
MOST_WORDINGS = 20
MOST_WITHIN = 20


@dataclass(frozen=True, slots=True)
class PlaceWritten:
    """A name of a place as sources write it, how many statements do, and the newest of them."""

    name: str
    times: int
    statement: Statement


def statements_at(place: str, member: Member) -> QuerySet[Statement]:
    """Return the standing statements that name a place and that a member may read, in no order.

    Args:
        place: Id of the gazetteer.
        member: Who looks.
    """
    return visible_to(member).filter(at_place(place), state__in=STANDING)


def written_as(rows: QuerySet[Statement]) -> tuple[PlaceWritten, ...]:
    """Return how statements write the place they name, the most used wording first."""
    newest_first = (F("moment_first").desc(nulls_last=True), F("pk"))
    chosen = (
        rows.exclude(place_name="")
        .order_by()
        .values_list("pk", "place_name")
        .annotate(
            times=Window(Count("pk"), partition_by=F("place_name")),
            nth=Window(RowNumber(), partition_by=F("place_name"), order_by=newest_first),
        )
        .filter(nth=1)
        .order_by("-times", "place_name")
    )
    found = list(chosen[:MOST_WORDINGS])
    statements = Statement.objects.select_related("source").in_bulk([pk for pk, *_ in found])
    return tuple(PlaceWritten(name, times, statements[pk]) for pk, name, times, _ in found)


def span_among(rows: QuerySet[Statement]) -> Period | None:
    """Tell from when until when statements reach; None when none of them has a date."""
    ends: dict[str, datetime.date | None] = rows.order_by().aggregate(
        first=Min("moment_first"), last=Max("moment_last")
    )
    first, last = ends["first"], ends["last"]
    return Period(first, last) if first and last else None


def counted_within(places: Collection[str], member: Member) -> tuple[tuple[str, int], ...]:
    """Return of which of some places anything is said, and in how many statements, most first."""
    # All rows and not their identifiers are counted, which the index of places does without reading them.
    rows = visible_to(member).filter(place__in=places, state__in=STANDING).order_by()
    counted = rows.values_list("place").annotate(statements=Count("*"))
    return tuple(sorted(counted, key=lambda one: (-one[1], one[0]))[:MOST_WITHIN])
