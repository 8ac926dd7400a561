"""The scale of a timeline: what a period is cut into, where a day stands in it, and what lies closer or farther."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.months import Month
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import Grain
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.zones import local_days

ONE_DAY, ONE_WEEK = datetime.timedelta(days=1), datetime.timedelta(weeks=1)
#: The hours of Universal Time that are drawn for one day: from noon of the day before to its end. A day of the region
#: begins between 15:00 (Tokyo) and 18:30 (Mumbai) of the day before.
HOURS_BEFORE, HOURS = 12, 36


class Unit(StrEnum):
    """Calendar units, alphabetical. A week begins on Monday."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    WEEK = "week"
    YEAR = "year"


MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
#: Longer periods than so many days are cut into the unit and counted by the grain; the first that fits.
CUTS = (
    (12 * 366, Unit.YEAR, Grain.YEAR),
    (3 * 366, Unit.QUARTER, Grain.MONTH),
    (425, Unit.MONTH, Grain.MONTH),
    (62, Unit.WEEK, Grain.DAY),
    (0, Unit.DAY, Grain.DAY),
)
#: What one comes to by looking closer, from far to near.
STEPS = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY)


def unit_around(unit: Unit, day: datetime.date) -> Period:
    """Return the year, quarter, month, week or day that a day lies in."""
    if unit is Unit.DAY:
        return Period(day, day)
    if unit is Unit.WEEK:
        monday = day - datetime.timedelta(days=day.weekday())
        # The calendar ends with a Friday, and what shall never end is said to end with it.
        return Period(monday, monday + min(datetime.timedelta(days=6), datetime.date.max - monday))
    first = Month.of(day)
    first = first.after(-(first.number % MONTHS[unit]))
    return Period(first.first, first.after(MONTHS[unit] - 1).last)


def cut(period: Period, unit: Unit) -> tuple[Period, ...]:
    """Return the units a period lies in, the first and the last whole even where it is not."""
    found = [unit_around(unit, period.first)]
    while found[-1].last < period.last:
        found.append(unit_around(unit, found[-1].last + ONE_DAY))
    return tuple(found)


def days_in(period: Period) -> int:
    """How many days a period has."""
    return (period.last - period.first).days + 1


def whole_months(period: Period) -> bool:
    """Whether a period begins with a month and ends with one."""
    return period.first.day == 1 and period.last == Month.of(period.last).last


def say_period(period: Period) -> str:
    """Say a period in words: "2023", "July 2023", "July 2023 to February 2025", "2–5 May 2023"."""
    if not whole_months(period):
        precision = Precision.DAY if period.first == period.last else Precision.RANGE
        return say_moment(period.first, period.last, precision)
    years = period == Period(unit_around(Unit.YEAR, period.first).first, unit_around(Unit.YEAR, period.last).last)
    ends = [date_format(day, _("Y")) if years else Month.of(day).words for day in (period.first, period.last)]
    return ends[0] if ends[0] == ends[1] else _("%(first)s to %(last)s") % {"first": ends[0], "last": ends[1]}


@dataclass(frozen=True, slots=True)
class Scale:
    """How a period is drawn from left to right.

    Attributes:
        period: The days that are shown.
        unit: What it is cut into.
        grain: What counting must tell apart.
    """

    period: Period
    unit: Unit
    grain: Grain

    @classmethod
    def of(cls, period: Period) -> Scale:
        """Return the scale of a period; a long one is widened to whole months or years."""
        _, unit, grain = next(one for one in CUTS if days_in(period) > one[0])
        if grain is not Grain.DAY:
            whole = Unit.YEAR if grain is Grain.YEAR else Unit.MONTH
            period = Period(unit_around(whole, period.first).first, unit_around(whole, period.last).last)
        return cls(period, unit, grain)

    @property
    def in_hours(self) -> bool:
        """Whether one day is drawn, by the hours of Universal Time."""
        return self.period.first == self.period.last

    @property
    def middle(self) -> datetime.date:
        """The day in the middle."""
        return self.period.first + datetime.timedelta(days=(days_in(self.period) - 1) // 2)

    @property
    def begins(self) -> datetime.datetime:
        """The left edge where hours are drawn."""
        midnight = datetime.datetime.combine(self.period.first, datetime.time(), datetime.UTC)
        return midnight - datetime.timedelta(hours=HOURS_BEFORE)

    def stretch(self, first: datetime.date, last: datetime.date, country: str = "") -> tuple[float, float]:
        """Tell where days stand.

        Args:
            first: First day.
            last: Last day.
            country: Whose days they are, where hours are drawn; ISO 3166-1 alpha-2, empty where it is not known.

        Returns:
            Left edge and width in per cent of the whole, cut at both ends of it.
        """
        if self.in_hours:
            # Days farther off are not drawn, and at the ends of the calendar there are no hours to reckon with.
            first, last = max(first, self.period.first - ONE_WEEK), min(last, self.period.last + ONE_WEEK)
            days = local_days(first, last, country)
            begin = self.begins
            left, right = ((end - begin) / datetime.timedelta(hours=HOURS) for end in (days.begins, days.ends))
        else:
            whole = days_in(self.period)
            left, right = (first - self.period.first).days / whole, ((last - self.period.first).days + 1) / whole
        left, right = max(0.0, min(1.0, left)), max(0.0, min(1.0, right))
        return 100 * left, 100 * (right - left)


def closer_to(scale: Scale, fell: Mapping[Period, int]) -> Period | None:
    """Return the year, month, week or day that one comes to by looking closer: the fullest, or that in the middle.

    Args:
        scale: What is shown.
        fell: How many statements surely fell between which days.

    Returns:
        None where one day is shown already.
    """
    days = days_in(scale.period)
    unit = next((unit for unit in STEPS if days_in(unit_around(unit, scale.middle)) < days), None)
    if unit is None:
        return None
    counts: Counter[Period] = Counter()
    for days_said, statements in fell.items():
        if days_said.last <= (near := unit_around(unit, days_said.first)).last:
            counts[near] += statements
    return max(counts, key=lambda one: (counts[one], one.last), default=unit_around(unit, scale.middle))


def farther_from(scale: Scale, everything: Period) -> Period | None:
    """Return the shortest week, month or year that is longer than what is shown, around its middle, or everything.

    Args:
        scale: What is shown.
        everything: From the first day of which anything is said to the last.

    Returns:
        None where all is shown already.
    """
    shown = scale.period
    if shown.first <= everything.first and everything.last <= shown.last:
        return None
    wider = (unit_around(unit, scale.middle) for unit in reversed(STEPS))
    return next((far for far in wider if days_in(far) > days_in(shown)), Scale.of(everything).period)


def shifted(period: Period, by: int) -> Period:
    """Return the period of the same length that follows (`by` 1) or goes before (`by` -1)."""
    if not whole_months(period):
        days = datetime.timedelta(days=by * days_in(period))
        return Period(period.first + days, period.last + days)
    first, last = Month.of(period.first), Month.of(period.last)
    months = by * (last.number - first.number + 1)
    return Period(first.after(months).first, last.after(months).last)
