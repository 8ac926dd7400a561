"""The day a text was published, as far as it is known, and the days that are reckoned from it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from noharbor.science.moments.moment import Precision

Span = tuple[date, date]

#: A bare "Aug. 25" is read as coming only if it lies at most this far ahead …
NEAR_DAYS = 31
#: … and its last return lies at least this far back: news about a year ago names the year.
FAR_DAYS = 330


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def month_span(year: int, month: int) -> Span:
    """First and last day of a month; months outside 1..12 roll over into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_span(year: int) -> Span:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_before(when: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    first, last = month_span(when.year, when.month - months)
    return first.replace(day=min(when.day, last.day))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of the day of publication.

    Attributes:
        first: First day it may have been.
        last: Last day it may have been; equal to `first` when the day is known.
    """

    first: date
    last: date

    @classmethod
    def of(cls, published: date | None, precision: str) -> Anchor | None:
        """The anchor of a publication date known to the "day", "month" or "year"; None when it is not known.

        Dates at the very ends of Python's calendar count as unknown: nothing can be reckoned from them.
        """
        if published is None or not MINYEAR + 200 < published.year < MAXYEAR - 200:
            return None
        if precision == "month":
            return cls(*month_span(published.year, published.month))
        if precision == "year":
            return cls(*year_span(published.year))
        return cls(published, published)

    @property
    def exact(self) -> bool:
        """Whether the very day is known."""
        return self.first == self.last

    def shift(self, days: int) -> tuple[Span, Precision]:
        """The day so many days after publication, or, when only the month or year is known, that month or year."""
        if self.exact:
            moved = self.first + timedelta(days=days)
            return (moved, moved), Precision.DAY
        return (self.first, self.last), self.coarse

    @property
    def coarse(self) -> Precision:
        """The precision of what is known when the day is not."""
        return Precision.MONTH if self.first.month == self.last.month else Precision.YEAR

    def weekday(self, number: int, *, ahead: bool, strictly: bool = False) -> tuple[Span, Precision]:
        """The nearest weekday (Monday is 0) back from publication, or ahead of it.

        Args:
            number: 0 for Monday to 6 for Sunday.
            ahead: Look forward rather than back.
            strictly: Never the day of publication itself.
        """
        if not self.exact:
            return (self.first, self.last), self.coarse
        distance = (number - self.first.weekday()) % 7 if ahead else (self.first.weekday() - number) % 7
        if distance == 0 and strictly:
            distance = 7
        return self.shift(distance if ahead else -distance)

    def week(self, offset: int) -> tuple[date, date]:
        """Monday and Sunday of the week so many weeks from that of publication."""
        monday = self.first - timedelta(days=self.first.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)

    def year_of_day(self, month: int, number: int, *, ahead: bool) -> date | None:
        """The day and month in the year that fits: latest on or before publication, or first on or after it."""
        years = range(self.first.year, self.first.year + 9) if ahead else range(self.last.year, self.last.year - 9, -1)
        fits = [
            d for year in years if (d := day(year, month, number)) and (d >= self.first if ahead else d <= self.last)
        ]
        found = fits[0] if fits else None
        if ahead or found is None:
            return found
        coming = self.year_of_day(month, number, ahead=True)
        if coming and (coming - self.last).days <= NEAR_DAYS and (self.last - found).days >= FAR_DAYS:
            return coming
        return found

    def year_of_month(self, month: int, *, ahead: bool) -> int:
        """The year of a bare month: the latest that began on or before publication, or the first not over before it."""
        if ahead:
            return self.first.year if month >= self.first.month else self.first.year + 1
        return self.last.year if month <= self.last.month else self.last.year - 1
