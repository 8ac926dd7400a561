"""Where the statements of a period fell, and between which states people were handed over: counted in the database.

What is counted are statements, each one thing that one source says. The numbers of people in them are never added up:
two speakers may tell of the same people.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Value

from noharbor.record.access.models import Member
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING, visible_to
from noharbor.science.language.events import EventType


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both counted."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many statements name a place.

    Attributes:
        place: Id of the gazetteer; empty where the source names a place that it does not have, or none.
        country: ISO 3166-1 alpha-2; empty where none is known.
        statements: How many.
    """

    place: str
    country: str
    statements: int


@dataclass(frozen=True, slots=True)
class RouteCount:
    """How many statements tell of a handover from one state to another."""

    left: str
    reached: str
    statements: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The statements of a period, most first.

    Attributes:
        places: By the place they name.
        routes: Handovers, by the states they went between.
    """

    places: tuple[PlaceCount, ...]
    routes: tuple[RouteCount, ...]


def reaching_into(rows: QuerySet[Statement], period: Period) -> QuerySet[Statement]:
    """Keep the statements whose moment, as far as it is known, may lie in a period."""
    return rows.filter(moment_last__gte=period.first, moment_first__lte=period.last)


def at_place(place: str) -> Q:
    """The condition that a statement names a place; a state has also what is known of no finer place in it.

    Args:
        place: Id of the gazetteer.
    """
    state = place.removeprefix("country-")
    if state == place:
        return Q(place=place)
    return Q(place=place) | Q(place="", place_country=state.upper())


def on_route(left: str, reached: str) -> Q:
    """The condition that a statement tells of a handover from one state to another, both ISO 3166-1 alpha-2."""
    return Q(kind=EventType.HANDOVER.value, from_country=left, to_country=reached)


def count(member: Member, period: Period, kind: str = "") -> Counted:
    """Count the standing statements of a period a member may read, by place and by route.

    Args:
        member: Who looks.
        period: When.
        kind: Only this kind of event; all kinds where it is empty.
    """
    standing = visible_to(member).filter(state__in=STANDING, **({"kind": kind} if kind else {}))
    rows = reaching_into(standing, period)
    # Counted apart, so that each reads its index in the order it counts by: together they would sort every row.
    counted = list(_by_place(rows).union(_by_route(rows), all=True))
    places = [PlaceCount(place, country, number) for place, country, is_route, number in counted if not is_route]
    routes = [RouteCount(left, reached, number) for left, reached, is_route, number in counted if is_route]
    return Counted(tuple(sorted(places, key=_most_first)), tuple(sorted(routes, key=_most_first)))


def _by_place(rows: QuerySet[Statement]) -> QuerySet[Statement, tuple[str, str, bool, int]]:
    return (
        rows.order_by()
        .values("place", "place_country")
        .annotate(is_route=Value(value=False), statements=Count("*"))
        .values_list("place", "place_country", "is_route", "statements")
    )


def _by_route(rows: QuerySet[Statement]) -> QuerySet[Statement, tuple[str, str, bool, int]]:
    return (
        rows.order_by()
        .filter(kind=EventType.HANDOVER.value, from_country__gt="", to_country__gt="")
        .values("from_country", "to_country")
        .annotate(is_route=Value(value=True), statements=Count("*"))
        .values_list("from_country", "to_country", "is_route", "statements")
    )


def _most_first(count: PlaceCount | RouteCount) -> tuple[int, tuple[str, ...]]:
    match count:
        case PlaceCount(place, country, statements):
            return -statements, (place, country)
        case RouteCount(left, reached, statements):
            return -statements, (left, reached)


def span_of(member: Member) -> Period | None:
    """Tell from when until when statements reach that a member may read; None when none of them has a date."""
    # Whatever their state: so both ends are found by an index of days alone, at any size.
    rows = visible_to(member)
    first = rows.exclude(moment_first=None).order_by("moment_first").values_list("moment_first", flat=True).first()
    last = rows.exclude(moment_last=None).order_by("-moment_last").values_list("moment_last", flat=True).first()
    return Period(first, last) if first and last else None
