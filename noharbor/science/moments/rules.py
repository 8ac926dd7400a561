"""What a rule for dates is: a pattern, and a function that turns what it matched into days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from noharbor.science.moments.anchor import Anchor, Span, day, month_span, year_span
from noharbor.science.moments.moment import Calendar, Moment, Precision

BUDDHIST_OFFSET = 543
MINGUO_OFFSET = 1911
REIWA_OFFSET = 2018

WRITTEN = "written"
NO_PUBLICATION_DATE = "no publication date"


@dataclass(frozen=True, slots=True)
class Reading:
    """What words mean as days. `first` and `last` are None together when they cannot be resolved."""

    first: date | None
    last: date | None
    precision: Precision
    resolved_by: str = WRITTEN
    calendar: Calendar = Calendar.GREGORIAN
    explicit_year: bool = False

    def moment(self, words: str) -> Moment:
        """The moment these words mean."""
        return Moment(self.first, self.last, self.precision, words, self.resolved_by, self.calendar)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at beside its own match.

    Attributes:
        text: The text the patterns run on; same length as the original.
        anchor: What is known of the day of publication.
        ahead: Whether the words around a match speak of what is to come.
    """

    text: str
    anchor: Anchor | None
    ahead: Callable[[re.Match[str]], bool]


Resolver = Callable[[re.Match[str], Setting], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date.

    Attributes:
        pattern: The words.
        resolve: What they mean; None when they turn out to be no date.
        starts: A cheap pattern for the places where `pattern` may begin; without it the whole text is searched.
        gate: A cheap pattern without which the text cannot hold the words at all.
    """

    pattern: re.Pattern[str]
    resolve: Resolver
    starts: re.Pattern[str] | None = None
    gate: re.Pattern[str] | None = None


def unresolved(precision: Precision = Precision.DAY) -> Reading:
    """Words that name a day, but not which one, for want of a publication date."""
    return Reading(None, None, precision, NO_PUBLICATION_DATE)


def recent(_match: re.Match[str], _setting: Setting) -> Reading:
    """Some day before, nobody knows which: "recently", 近日."""
    return Reading(None, None, Precision.RECENT, "said to be recent")


def gregorian(year: int) -> tuple[int, Calendar]:
    """A written year as a Gregorian one: 2500 to 2599 are years of the Buddhist Era."""
    return (year - BUDDHIST_OFFSET, Calendar.BUDDHIST) if 2500 <= year <= 2599 else (year, Calendar.GREGORIAN)


def spanning(span: Span, precision: Precision, resolved_by: str, *, explicit_year: bool = False) -> Reading:
    """A reading of a span of days."""
    return Reading(span[0], span[1], precision, resolved_by, explicit_year=explicit_year)


def dated(year: int, month: int, number: int) -> Reading | None:
    """A day written with its year; None when there is no such day."""
    year, calendar = gregorian(year)
    found = day(year, month, number)
    return Reading(found, found, Precision.DAY, WRITTEN, calendar, explicit_year=True) if found else None


def dated_month(year: int, month: int) -> Reading:
    """A month written with its year."""
    year, calendar = gregorian(year)
    return Reading(*month_span(year, month), Precision.MONTH, WRITTEN, calendar, explicit_year=True)


def dated_year(year: int, calendar: Calendar | None = None) -> Reading:
    """A written year."""
    year, found = gregorian(year)
    return Reading(*year_span(year), Precision.YEAR, WRITTEN, calendar or found, explicit_year=True)


#: Days. A day to come that lies so far ahead is rather the same day just over.
_FAR_AHEAD, _JUST_OVER = 300, 45


def undated(month: int, number: int, setting: Setting, *, ahead: bool) -> Reading | None:
    """A day and month without a year, put into the year that fits the publication."""
    if day(2024, month, number) is None:
        return None
    if setting.anchor is None:
        return unresolved()
    found = setting.anchor.year_of_day(month, number, ahead=ahead)
    past = setting.anchor.year_of_day(month, number, ahead=False)
    if found is None or past is None:
        return None
    if (found - setting.anchor.last).days > _FAR_AHEAD and (setting.anchor.first - past).days < _JUST_OVER:
        # "Cleared by 27 November", written on the 29th, speaks of the day before yesterday.
        found = past
    resolved_by = "first such day from publication on" if found > setting.anchor.last else "latest such day"
    return Reading(found, found, Precision.DAY, resolved_by)


def undated_month(month: int, setting: Setting, *, ahead: bool) -> Reading:
    """A month without a year."""
    if setting.anchor is None:
        return unresolved(Precision.MONTH)
    year = setting.anchor.year_of_month(month, ahead=ahead)
    return spanning(month_span(year, month), Precision.MONTH, "next such month" if ahead else "latest such month")


def range_of(first: Reading | None, last: Reading | None) -> Reading | None:
    """Two days as one range, first day first; None when either is no day or they stand the wrong way round."""
    if first is None or last is None:
        return None
    if first.first is None or last.last is None:
        return Reading(None, None, Precision.RANGE, first.resolved_by, first.calendar)
    if last.last < first.first:
        return None
    explicit = first.explicit_year or last.explicit_year
    return Reading(first.first, last.last, Precision.RANGE, first.resolved_by, first.calendar, explicit)


def portion_of(span: Span, portion: str, precision: Precision, resolved_by: str, *, explicit_year: bool) -> Reading:
    """The early, middle or late third of a month or year, kept at the precision of that month or year."""
    first, last = span
    third = (last - first) / 3
    ends = {"early": (first, first + third), "middle": (first + third, last - third), "late": (last - third, last)}
    return spanning(ends[portion], precision, resolved_by, explicit_year=explicit_year)
