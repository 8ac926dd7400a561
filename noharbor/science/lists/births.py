"""Read when people were born: dates in any order and calendar, by the habits of their column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from noharbor.science.lists.date_parts import DateParts, Era, date_parts
from noharbor.science.lists.forms import Cell, written
from noharbor.science.lists.problems import ProblemCode
from noharbor.science.matching.people.person import Born
from noharbor.science.moments.rules import BUDDHIST_OFFSET, MINGUO_OFFSET

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?)?")
_BUDDHIST = range(2430, 2644)
#: Years of the Burmese era; its year begins in the middle of April, 638 years later.
_BURMESE = range(1250, 1401)
_BURMESE_YEARS = 638
_OLDEST = 120
#: "About 1990" may be wrong by this many years.
ABOUT_YEARS = 2
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(4_000, 60_000)


class DateOrder(StrEnum):
    """Whether the day or the month stands first in 03/05/1990."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class DateHabits:
    """How a column writes dates.

    Attributes:
        latest: Nobody on the list was born after this day.
        order: Of day and month.
        buddhist: Whether years of two digits are Buddhist.
        minguo: Whether short years at the front count from 1911, as in Taiwan.
        swapped: Whether the spreadsheet has taken days for months where it could, and left the rest as text.
    """

    latest: date
    order: DateOrder = DateOrder.UNSURE
    buddhist: bool = False
    minguo: bool = False
    swapped: bool = False


class BirthRead(NamedTuple):
    """A birth, or why there is none; both where it is not sure."""

    born: Born | None
    problem: ProblemCode | None = None


def habits_of(cells: Iterable[Cell], latest: date, expected: DateOrder = DateOrder.UNSURE) -> DateHabits:
    """Learn how a column writes dates from all its cells.

    Args:
        cells: The column.
        latest: The day of the list.
        expected: The order where no cell tells it.
    """
    days = months = buddhist = common = minguo = iso_small = iso_large = either = 0
    for cell in cells:
        if not isinstance(cell, str):
            continue
        if iso := _ISO.fullmatch(cell):
            iso_small, iso_large = iso_small + (int(iso[3]) <= 12), iso_large + (int(iso[3]) > 12)
            continue
        parts = date_parts(cell.strip())
        if parts is None:
            continue
        buddhist, common = buddhist + _is_buddhist(parts), common + _is_common(parts)
        minguo += _of_minguo(parts)
        if _is_open(parts):
            first, second = int(parts.numbers[0]), int(parts.numbers[1])
            days, months = days + (first > 12 >= second), months + (second > 12 >= first)
            either += first <= 12 and second <= 12
    swapped = iso_small >= 3 and not iso_large and days + months >= 2 and not either
    return DateHabits(latest, _order(days, months, expected), buddhist > common, minguo > common, swapped)


def _is_buddhist(parts: DateParts) -> bool:
    if parts.era is Era.BUDDHIST:
        return True
    # A Thai of '33 was born in 2533; born in 1933 he would hardly be on such a list.
    short = parts.is_thai and len(parts.numbers[-1]) == 2 and 26 <= int(parts.numbers[-1]) <= 59
    return short or any(len(one) == 4 and int(one) in _BUDDHIST for one in parts.numbers)


def _is_common(parts: DateParts) -> bool:
    return any(len(one) == 4 and one[:2] in ("19", "20") for one in parts.numbers)


def _order(days: int, months: int, expected: DateOrder) -> DateOrder:
    """The order most cells have; a tenth may be faults."""
    if days and days >= 9 * months:
        return DateOrder.DAY_FIRST
    if months and months >= 9 * days:
        return DateOrder.MONTH_FIRST
    return DateOrder.UNSURE if days or months else expected


def _is_open(parts: DateParts) -> bool:
    """Whether three numbers leave open which is the day: the year does not stand first."""
    if len(parts.numbers) != 3 or parts.year_first or parts.day_first:
        return False
    first, _, last = parts.numbers
    return len(first) <= 2 and int(first) <= 31 and len(last) >= 2


def read_birth(cell: Cell, habits: DateHabits) -> BirthRead:
    """Read a birth date, or as much of it as is said.

    Args:
        cell: ISO 8601 text, any other date text, a year, eight digits, or the serial number of a spreadsheet.
        habits: Of its column.

    Returns:
        The range of days it may have been; a problem where it cannot be read, cannot be true, or is not sure.
    """
    text = written(int(cell) if isinstance(cell, float) and abs(cell) < 1e6 else cell)
    iso = _ISO.fullmatch(text)
    if iso and habits.swapped:
        return _either_way(int(iso[1]), int(iso[2]), int(iso[3]), habits)
    parts = DateParts((iso[1], iso[2], iso[3])) if iso else date_parts(text)
    if parts is None or not parts.numbers:
        return BirthRead(None, ProblemCode.BIRTH_UNREADABLE)
    read = _by_count(parts, habits)
    return _about(read.born, habits) if parts.about and read.born else read


def _about(born: Born, habits: DateHabits) -> BirthRead:
    first, last = born.earliest.year - ABOUT_YEARS, born.latest.year + ABOUT_YEARS
    return BirthRead(Born(date(first, 1, 1), min(date(last, 12, 31), habits.latest)))


def _by_count(parts: DateParts, habits: DateHabits) -> BirthRead:
    numbers = parts.numbers
    if parts.month:
        return _with_named_month(parts, habits)
    if len(numbers) == 3:
        return _three(parts, habits)
    if len(numbers) == 2:
        first, second = numbers
        year, month = (first, second) if len(first) > 2 or parts.year_first else (second, first)
        # 5/12 may be a day and a month; 5/90 cannot.
        is_year = len(year) > 2 or parts.year_first or int(year) > 31
        return _dated(year, int(month[:3]), 0, parts.era, habits) if is_year else _unreadable()
    return _one(numbers[0], parts.era, habits)


def _with_named_month(parts: DateParts, habits: DateHabits) -> BirthRead:
    numbers = parts.numbers
    if len(numbers) == 1:
        is_year = len(numbers[0]) > 2 or int(numbers[0]) > 31
        return _dated(numbers[0], parts.month, 0, parts.era, habits) if is_year else _unreadable()
    if len(numbers) > 2:
        return _unreadable()
    first, second = numbers
    year, day = (first, second) if len(first) > 2 or int(first) > 31 or parts.year_first else (second, first)
    return _dated(year, parts.month, int(day[:3]), parts.era, habits)


def _three(parts: DateParts, habits: DateHabits) -> BirthRead:
    first, second, third = parts.numbers
    if habits.minguo and len(first) <= 3 and len(third) < 3 and int(first) > 31 and parts.era is Era.UNSAID:
        return _dated(first, int(second[:3]), int(third[:3]), Era.MINGUO, habits)
    if not _is_open(parts) and not parts.day_first:
        month, day = int(second[:3]), int(third[:3])
        return _dated(first, *((day, month) if month > 12 >= day else (month, day)), parts.era, habits)
    one, two = int(first[:3]), int(second[:3])
    if not one or not two:
        # Who does not know the month does not know the day: the number that is there is the month.
        return _dated(third, one + two, 0, parts.era, habits)
    if parts.day_first or one > 12 or one == two:
        return _dated(third, two, one, parts.era, habits)
    if two > 12:
        return _dated(third, one, two, parts.era, habits)
    if habits.order is not DateOrder.UNSURE:
        day, month = (one, two) if habits.order is DateOrder.DAY_FIRST else (two, one)
        return _dated(third, month, day, parts.era, habits)
    years = _years(third, parts.era, habits)
    return _either_way(years[0], one, two, habits) if years and years[0] == years[1] else _unreadable()


def _either_way(year: int, one: int, two: int, habits: DateHabits) -> BirthRead:
    """A date in which nothing tells day from month: both."""
    readings = [_dated(str(year), month, day, Era.UNSAID, habits) for month, day in ((one, two), (two, one))]
    days = [reading.born for reading in readings if reading.born]
    if not days:
        return readings[0]
    born = Born(min(day.earliest for day in days), max(day.latest for day in days))
    return BirthRead(born, None if one == two or len(days) == 1 else ProblemCode.BIRTH_ORDER_UNSURE)


def _one(digits: str, era: Era, habits: DateHabits) -> BirthRead:
    if len(digits) == 8:
        if _years(digits[:4], era, habits):
            return _dated(digits[:4], int(digits[4:6]), int(digits[6:]), era, habits)
        return _three(DateParts((digits[:2], digits[2:4], digits[4:]), era=era), habits)
    if len(digits) == 6 and _years(digits[:4], era, habits) and 1 <= int(digits[4:]) <= 12:
        return _dated(digits[:4], int(digits[4:]), 0, era, habits)
    if len(digits) == 5 and int(digits) in _SERIALS:
        day = _FIRST_SERIAL + timedelta(days=int(digits))
        return _dated(str(day.year), day.month, day.day, Era.UNSAID, habits)
    return _dated(digits, 0, 0, era, habits) if len(digits) == 4 or era is not Era.UNSAID else _unreadable()


def _unreadable() -> BirthRead:
    return BirthRead(None, ProblemCode.BIRTH_UNREADABLE)


def _years(digits: str, era: Era, habits: DateHabits) -> tuple[int, int] | None:
    """First and last year that a written year may be, None where it can be none of somebody alive."""
    if len(digits) > 4 or (len(digits) == 3 and era is Era.UNSAID):
        return None
    year, last = int(digits), habits.latest.year
    if era is Era.MINGUO:
        year += MINGUO_OFFSET
    elif len(digits) <= 2:
        year = _of_two_digits(year, last, buddhist=era is Era.BUDDHIST or habits.buddhist)
    elif year in _BURMESE:
        year += _BURMESE_YEARS
        return (year, year + 1) if last - _OLDEST <= year < last else None
    elif year in _BUDDHIST:
        year -= BUDDHIST_OFFSET
    return (year, year) if last - _OLDEST <= year <= last else None


def _of_two_digits(year: int, last: int, *, buddhist: bool) -> int:
    """The latest year of these two digits that is not after the list."""
    if buddhist:
        year += 2500 - BUDDHIST_OFFSET
        return year if year <= last else year - 100
    return 2000 + year if 2000 + year <= last else 1900 + year


def _of_minguo(parts: DateParts) -> bool:
    """Whether a date begins with a year of three digits: 111/08/01."""
    return len(parts.numbers) == 3 and len(parts.numbers[0]) == 3


def _dated(digits: str, month: int, day: int, era: Era, habits: DateHabits) -> BirthRead:
    """A birth by its parts; a day or month of 0 is not said."""
    years = _years(digits, era, habits)
    if years is None:
        return BirthRead(None, ProblemCode.BIRTH_IMPLAUSIBLE if len(digits) <= 4 else ProblemCode.BIRTH_UNREADABLE)
    if years[0] != years[1]:
        return BirthRead(Born(date(years[0], 4, 13), date(years[1], 4, 17)))
    try:
        first = date(years[0], month or 1, day or 1)
    except ValueError:
        return _unreadable()
    last = first if month and day else _end(first, whole_year=not month)
    if first > habits.latest:
        return BirthRead(None, ProblemCode.BIRTH_IMPLAUSIBLE)
    return BirthRead(Born(first, min(last, habits.latest)))


def _end(first: date, *, whole_year: bool) -> date:
    """The last day of a month or year."""
    if whole_year or first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)
