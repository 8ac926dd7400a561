"""What the words of English dates mean as days; the patterns stand in english.py."""

from __future__ import annotations

import re
from datetime import date

from noharbor.science.moments import words_english as w
from noharbor.science.moments.anchor import month_span, year_span
from noharbor.science.moments.moment import Calendar, Precision
from noharbor.science.moments.rules import (
    BUDDHIST_OFFSET,
    Reading,
    Setting,
    dated,
    dated_month,
    dated_year,
    portion_of,
    range_of,
    undated,
    undated_month,
    unresolved,
)


def _day_of(month: str, number: str, year: str | None, match: re.Match[str], setting: Setting) -> Reading | None:
    if year:
        return dated(int(year), w.month_number(month), int(number))
    return undated(w.month_number(month), int(number), setting, ahead=setting.ahead(match))


def single_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Aug. 12", "12 August 2025"."""
    return _day_of(match["month"], match["day"], match["year"], match, setting)


def day_range(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "August 12-14", "December 30 to January 2"."""
    groups = match.groupdict()
    month = groups["month"]
    last_month = groups.get("last_month") or month
    last = _day_of(last_month, match["last_day"], match["year"], match, setting)
    if last is None or last.last is None:
        return last and Reading(None, None, Precision.RANGE, last.resolved_by)
    # The range ends in the year found for its last day; "Dec. 30 to Jan. 2" begins in the year before.
    begins_before = w.month_number(month) > w.month_number(last_month)
    first = dated(last.last.year - begins_before, w.month_number(month), int(match["day"]))
    found = range_of(first, last)
    if found is None:
        return None
    return Reading(found.first, found.last, Precision.RANGE, last.resolved_by, last.calendar, last.explicit_year)


def month_of(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "August 2025", "late May", "last December"."""
    groups = match.groupdict()
    month = w.month_number(match["month"])
    if groups.get("year"):
        found = dated_month(int(match["year"]), month)
    elif groups.get("which"):
        found = _month_with_word(month, match["which"].lower(), setting)
    else:
        found = undated_month(month, setting, ahead=setting.ahead(match))
    return _portioned(found, groups.get("portion"))


def _month_with_word(month: int, which: str, setting: Setting) -> Reading:
    anchor = setting.anchor
    if anchor is None:
        return unresolved(Precision.MONTH)
    if which == "next":
        return undated_month(month, setting, ahead=True)
    if which == "this":
        return Reading(*month_span(anchor.last.year, month), Precision.MONTH, "this year")
    # "Last December" is the latest one that is over.
    year = anchor.first.year if month < anchor.first.month else anchor.first.year - 1
    return Reading(*month_span(year, month), Precision.MONTH, "latest such month")


def month_of_relative_year(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "3 August last year", "August of this year"."""
    month = w.month_number(match["month"])
    if setting.anchor is None:
        return unresolved(Precision.MONTH)
    year = setting.anchor.last.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["day"]:
        found = dated(year, month, int(match["day"]))
        return found and Reading(found.first, found.last, Precision.DAY, f"{match['which'].lower()} year")
    whole = Reading(*month_span(year, month), Precision.MONTH, f"{match['which'].lower()} year")
    return _portioned(whole, match["portion"])


def _portioned(found: Reading, words: str | None) -> Reading:
    if not words or found.first is None or found.last is None:
        return found
    kind = portion_kind(words)
    return portion_of(
        (found.first, found.last), kind, found.precision, found.resolved_by, explicit_year=found.explicit_year
    )


def portion_kind(words: str) -> str:
    """Which third "early", "mid" or "the end of" names."""
    words = words.lower()
    if "mid" in words:
        return "middle"
    return "late" if "late" in words or "end" in words else "early"


def month_range(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "January to March 2025"."""
    first_month, last_month = w.month_number(match["month"]), w.month_number(match["last_month"])
    last = (
        dated_month(int(match["year"]), last_month)
        if match["year"]
        else undated_month(last_month, setting, ahead=setting.ahead(match))
    )
    if last.last is None:
        return Reading(None, None, Precision.MONTH, last.resolved_by)
    year = int(match["first_year"]) if match["first_year"] else last.last.year - (first_month > last_month)
    first = month_span(year, first_month)[0]
    if first > last.last:
        return None
    # Kept at month precision: the words know no days.
    return Reading(first, last.last, Precision.MONTH, last.resolved_by, last.calendar, last.explicit_year)


def iso_day(match: re.Match[str], _setting: Setting) -> Reading | None:
    """Read "2025-08-12"."""
    return dated(int(match["year"]), int(match["month"]), int(match["day"]))


def numeric_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Day first, as the region writes it, unless only month first gives a day that is possible."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    day_first, month_first = dated(year, two, one), dated(year, one, two)
    if day_first and month_first and setting.anchor and day_first.first and day_first.first > setting.anchor.last:
        return month_first
    return day_first or month_first


def numeric_day_of_some_year(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "13/8", day first, as the region writes it."""
    number, month = int(match["one"]), int(match["two"])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    return undated(month, number, setting, ahead=setting.ahead(match))


def half_or_quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the first half of 2025", "Q1 2025", "the first six months of last year": the year, with those days."""
    year = _year_of(match, setting)
    if year is None:
        return unresolved(Precision.YEAR)
    groups = match.groupdict()
    if groups.get("months"):
        months = w.count_of(match["months"])
        if not 1 <= months <= 12:
            return None
        first, last = 1, months
    elif groups.get("half"):
        first = 1 if match["half"].lower() in ("first", "1") else 7
        last = first + 5
    else:
        quarter = w.ORDINALS.get(match["quarter"].lower()) or int(match["quarter"])
        first = quarter * 3 - 2
        last = first + 2
    span = month_span(year, first)[0], month_span(year, last)[1]
    return Reading(*span, Precision.YEAR, _year_resolved_by(match), explicit_year=bool(groups.get("year")))


def _year_of(match: re.Match[str], setting: Setting) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"]) - (BUDDHIST_OFFSET if match["year"].startswith("25") else 0)
    if setting.anchor is None:
        return None
    which = (groups.get("which") or "this").lower()
    return setting.anchor.last.year + {"last": -1, "this": 0, "the": 0, "next": 1}[which]


def _year_resolved_by(match: re.Match[str]) -> str:
    return "written" if match.groupdict().get("year") else "year of publication"


def portion_of_year(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "early 2025", "the end of this year"."""
    year = _year_of(match, setting)
    if year is None:
        return unresolved(Precision.YEAR)
    return portion_of(
        year_span(year),
        portion_kind(match["portion"]),
        Precision.YEAR,
        _year_resolved_by(match),
        explicit_year=bool(match.groupdict().get("year")),
    )


def year_range(match: re.Match[str], _setting: Setting) -> Reading | None:
    """Read "2021-2025"."""
    first = int(match["year"])
    last = int(match["last_year"])
    last = last + first // 100 * 100 if last < 100 else last
    if not first < last:
        return None
    return Reading(date(first, 1, 1), date(last, 12, 31), Precision.YEAR, explicit_year=True)


def bare_year(match: re.Match[str], _setting: Setting) -> Reading:
    """Read "2023" behind a preposition."""
    return dated_year(int(match["year"]))


def buddhist_year(match: re.Match[str], _setting: Setting) -> Reading:
    """Read "B.E. 2568"."""
    return dated_year(int(match["year"]), Calendar.BUDDHIST)
