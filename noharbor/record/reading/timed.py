"""When the statements of a period fell: counted in the database by days, months or years, or told one by one.

As on the map, what is counted are statements, each one thing that one source says, and never the people in them.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Left

from noharbor.record.access.models import Member
from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import Period, reaching_into
from noharbor.record.reading.queries import STANDING, visible_to
from noharbor.science.moments.moment import Precision


class Grain(StrEnum):
    """What counting tells apart."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


#: Characters of a date, as both databases write it, that tell a grain.
CHARACTERS = {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4}


class By(StrEnum):
    """What the lanes of a timeline stand for."""

    COUNTRY = "country"
    KIND = "kind"
    PARTY = "party"


COLUMNS = {By.COUNTRY: "place_country", By.KIND: "kind", By.PARTY: "parties"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look at.

    Attributes:
        period: When.
        kind: Only this kind of event; all where it is empty.
        country: Only what fell there, ISO 3166-1 alpha-2; everywhere where it is empty.
        party: Only what this state has a part in, ISO 3166-1 alpha-2; all where it is empty.
    """

    period: Period
    kind: str = ""
    country: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """How many statements name the same days.

    Attributes:
        lanes: The lanes they stand in: a kind, a country, or parties; one empty name where nothing is known.
        country: Where they fell, when it was asked for; ISO 3166-1 alpha-2.
        first: First day their words allow, or that of its month or year, by the grain.
        last: Last day their words allow, or that of its month or year.
        precision: One of `Precision`; empty where none is stated.
        statements: How many.
    """

    lanes: tuple[str, ...]
    country: str
    first: datetime.date
    last: datetime.date
    precision: str
    statements: int

    def within(self, period: Period) -> bool:
        """Whether they surely fell in a period; otherwise they may have."""
        return period.first <= self.first and self.last <= period.last


def spans(member: Member, asked: Asked, by: By, grain: Grain, *, with_country: bool = False) -> tuple[Span, ...]:
    """Count the standing statements a member may read whose moment may lie in a period, by the days they name.

    Args:
        member: Who looks.
        asked: What to look at. Its period must be of whole months or years where these are the grain.
        by: What the lanes stand for.
        grain: What is told apart: days within one grain are counted as one.
        with_country: Whether to tell apart where they fell.
    """
    dated = reaching_into(_standing(member, asked), asked.period)
    first, last = (Left(Cast(day, CharField()), CHARACTERS[grain]) for day in ("moment_first", "moment_last"))
    counted = _counted(dated, (first, last, F("moment_precision")), by, with_country=with_country)
    # "Recently" is at the finest the month of publication and the one before, so that years would hide where it begins.
    out = Left(Cast("source__published", CharField()), CHARACTERS[Grain.DAY if grain is Grain.DAY else Grain.MONTH])
    said = out, F("source__published_precision"), F("moment_precision")
    hazy = _counted(_hazy(member, asked), said, by, with_country=with_country)
    return (
        *(_span(_between(*row[:3]), row, by) for row in counted),
        *(_span(_before(*row[:2]), row, by) for row in hazy),
    )


def told(member: Member, asked: Asked) -> tuple[Statement, ...]:
    """Return the statements that surely fell in a period, in the order of their days, with their sources.

    Args:
        member: Who looks.
        asked: What to look at. Ask only where `spans` found few.
    """
    period = asked.period
    # That the last day is not before the first day of the period follows; it spares looking at all that is older.
    dated = reaching_into(_standing(member, asked), period).filter(
        moment_first__gte=period.first, moment_last__lte=period.last
    )
    rows = (*dated.select_related("source"), *_hazy(member, asked).select_related("source"))
    between = {row.pk: days_of(row) for row in rows}
    inside = (row for row in rows if period.first <= between[row.pk][0] and between[row.pk][1] <= period.last)
    return tuple(sorted(inside, key=lambda row: (between[row.pk], row.pk)))


def undated(member: Member, asked: Asked) -> int:
    """Count the statements that name no day, nor are said to be of shortly before a known one."""
    rows = _standing(member, asked).filter(moment_last=None)
    return rows.exclude(moment_precision=Precision.RECENT.value, source__published__isnull=False).count()


def days_of(statement: Statement) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day between which a statement of `told` is drawn."""
    if statement.moment_first and statement.moment_last:
        return _between(
            statement.moment_first.isoformat(), statement.moment_last.isoformat(), statement.moment_precision
        )
    if statement.source.published is None:
        raise ValueError("Only statements with a day, or from a source with one, stand on a timeline.")
    return _before(statement.source.published.isoformat(), statement.source.published_precision)


def lanes_of(statement: Statement, by: By) -> tuple[str, ...]:
    """Return the lanes a statement stands in."""
    return _lanes(getattr(statement, COLUMNS[by]), by)


def of_party(party: str) -> Q:
    """The condition that a state has a part in a statement; ISO 3166-1 alpha-2."""
    return Q(parties__contains=party)


def _standing(member: Member, asked: Asked) -> QuerySet[Statement]:
    rows = visible_to(member).filter(state__in=STANDING)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.country:
        rows = rows.filter(place_country=asked.country)
    return rows.filter(of_party(asked.party)) if asked.party else rows


def _hazy(member: Member, asked: Asked) -> QuerySet[Statement]:
    """Those that say only "recently", in sources that came out in the period or in the month after it."""
    first = asked.period.first
    # Where only the month or the year is known, its first day is kept, and it came out by the last.
    month = Q(source__published_precision=Grain.MONTH.value, source__published__gte=first.replace(day=1))
    year = Q(source__published_precision=Grain.YEAR.value, source__published__gte=first.replace(month=1, day=1))
    return _standing(member, asked).filter(
        Q(source__published__gte=first) | month | year,
        moment_last=None,
        moment_precision=Precision.RECENT.value,
        source__published__lte=_month_after(asked.period.last),
    )


def _counted(
    rows: QuerySet[Statement], said: tuple[Combinable, ...], by: By, *, with_country: bool
) -> Iterable[tuple[Any, ...]]:
    """Rows of three things said, a lane, a country, and how many statements agree in all of these."""
    columns: dict[str, Combinable] = dict(zip(("said_one", "said_two", "said_three"), said, strict=True))
    # By an expression and not by the column, or SQLite would read every row in the order of kinds.
    columns["lane"] = Coalesce(F(COLUMNS[by]), Value(""))
    columns["said_country"] = F("place_country") if with_country else Value("")
    return rows.annotate(**columns).values_list(*columns).annotate(statements=Count("*")).order_by()


def _span(between: tuple[datetime.date, datetime.date], row: tuple[Any, ...], by: By) -> Span:
    _, _, precision, lane, country, statements = row
    return Span(_lanes(lane, by), country, *between, precision, statements)


def _lanes(value: str, by: By) -> tuple[str, ...]:
    return tuple(value.split()) or ("",) if by is By.PARTY else (value,)


def _between(first: str, last: str, precision: str) -> tuple[datetime.date, datetime.date]:
    """The days that words allow. One day that stands for a month or a year, as in a source of one, is widened."""
    if first == last and precision in (Grain.MONTH, Grain.YEAR):
        first = last = first[: CHARACTERS[Grain(precision)]]
    return _days(first)[0], _days(last)[1]


def _before(published: str, precision: str) -> tuple[datetime.date, datetime.date]:
    """The days of "recently": nobody says how many. From the month before the source came out to the day it did."""
    first, last = _days(published[: CHARACTERS[Grain(precision)]])
    return (first.replace(day=1) - datetime.timedelta(days=1)).replace(day=1), last


def _month_after(day: datetime.date) -> datetime.date:
    """The last day of the month after that of a day."""
    following = day.replace(day=28) + datetime.timedelta(days=4)
    return _days(f"{following:%Y-%m}")[1]


@lru_cache(maxsize=4096)
def _days(written: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of "2023", "2023-07" or "2023-07-11"."""
    numbers = [int(number) for number in written.split("-")]
    if len(numbers) == 3:
        return (day := datetime.date(*numbers)), day
    if len(numbers) == 2:
        year, month = numbers
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    return datetime.date(numbers[0], 1, 1), datetime.date(numbers[0], 12, 31)
