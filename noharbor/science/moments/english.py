"""Rules for dates in English text, most specific first."""

from __future__ import annotations

import re
from datetime import date

from noharbor.science.moments import words_english as w
from noharbor.science.moments.anchor import month_span, year_span
from noharbor.science.moments.english_relative import RELATIVE_RULES
from noharbor.science.moments.moment import Calendar, Precision
from noharbor.science.moments.rules import (
    BUDDHIST_OFFSET,
    Reading,
    Resolver,
    Rule,
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

_LEAD = rf"(?:(?:{w.WEEKDAY}|{w.SHORT_WEEKDAY}){w.PART_OF_DAY}\s*(?:,|(?P<paren>\())?\s*(?:the\s+)?)?"
#: "Wednesday (August 13)" is one date with its closing parenthesis.
_CLOSE = r"(?(paren)\)?)"
_YEAR_TAIL = rf"(?:,?\s*(?:of\s+)?(?:B\.?E\.?\s*)?(?P<year>{w.YEAR})(?:\s*B\.?E\.?(?![A-Za-z]))?)?"


def _day_of(month: str, number: str, year: str | None, match: re.Match[str], setting: Setting) -> Reading | None:
    if year:
        return dated(int(year), w.month_number(month), int(number))
    return undated(w.month_number(month), int(number), setting, ahead=setting.ahead(match))


def _single_day(match: re.Match[str], setting: Setting) -> Reading | None:
    return _day_of(match["month"], match["day"], match["year"], match, setting)


def _day_range(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _month_of_relative_year(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _month_range(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _iso(match: re.Match[str], _setting: Setting) -> Reading | None:
    return dated(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], setting: Setting) -> Reading | None:
    """Day first, as the region writes it, unless only month first gives a day that is possible."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    day_first, month_first = dated(year, two, one), dated(year, one, two)
    if day_first and month_first and setting.anchor and day_first.first and day_first.first > setting.anchor.last:
        return month_first
    return day_first or month_first


def _half_or_quarter(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _portion_of_year(match: re.Match[str], setting: Setting) -> Reading | None:
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


def _year_range(match: re.Match[str], _setting: Setting) -> Reading | None:
    first = int(match["year"])
    last = int(match["last_year"])
    last = last + first // 100 * 100 if last < 100 else last
    if not first < last:
        return None
    return Reading(date(first, 1, 1), date(last, 12, 31), Precision.YEAR, explicit_year=True)


def _bare_year(match: re.Match[str], _setting: Setting) -> Reading:
    return dated_year(int(match["year"]))


def _buddhist_year(match: re.Match[str], _setting: Setting) -> Reading:
    return dated_year(int(match["year"]), Calendar.BUDDHIST)


_MONTH = rf"(?P<month>{w.MONTH})"
_DAY = rf"(?P<day>{w.DAY}){w.NTH}"
_LAST_DAY = rf"(?P<last_day>{w.DAY}){w.NTH}"
_OF = r"\s*(?:of\s+)?"
_WHICH_YEAR = rf"(?:(?P<year>{w.YEAR})|(?P<which>[Tt]his|[Ll]ast|[Nn]ext|the)\s+year)"
#: A count of things may look like a year: "by 2,025", "of 2025 people", "between 1999 and 2020 baht".
_NO_UNIT = (
    r"(?!\s+(?:people|baht|yuan|dollars|workers|suspects|victims|cases|phones|computers|foreigners|nationals|units"
    r"|foreign|individuals|persons|arrests|Chinese|Thai|km|miles|metres|meters)\b|%)"
)

_PREPOSITIONS = (
    *("in", "by", "of", "since", "until", "during", "throughout", "from", "before", "after", "for", "year", "late"),
    *("early", "mid-", "end-"),
)
_AFTER_PREPOSITION = "|".join(
    rf"(?<=\b{form}{'' if form.endswith('-') else chr(92) + 's'})"
    for word in _PREPOSITIONS
    for form in (word, word.capitalize())
)

_MONTH_WORD = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
_WEEKDAY_WORD = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_AT_MONTH = re.compile(rf"(?<![\w/]){_MONTH_WORD}")
_AT_WEEKDAY_OR_MONTH = re.compile(rf"(?<![\w/-])(?:{_WEEKDAY_WORD}|{_MONTH_WORD})")
_AT_WEEKDAY_OR_DAY = re.compile(rf"(?<![\w/-])(?:{_WEEKDAY_WORD}|(?:the\s+)?\d{{1,2}}(?!\d))")
_AT_FIGURE = re.compile(r"(?<![\w/-])\d{1,2}[/.-]\d")
_AT_YEAR = re.compile(r"(?<![\w/])(?:19|20|25)\d\d")
_AT_PORTION = re.compile(
    r"(?<![\w/-])(?:[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s+(?:beg|start|mid|end)|[Ee]nd|[Bb]eginning|start|middle)"
)
_AT_PORTION_OR_MONTH = re.compile(
    rf"(?<![\w/-])(?:{_MONTH_WORD}|[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s+(?:beg|start|mid|end)|[Ee]nd|[Bb]eg)"
)
_AT_WHICH = re.compile(r"(?<![\w/-])(?:[Ll]ast|[Tt]his|[Nn]ext)\s")


def _gated(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _rule(
    pattern: str, resolve: Resolver, starts: re.Pattern[str] | None = None, gate: re.Pattern[str] | None = None
) -> Rule:
    return Rule(re.compile(rf"(?<![\w/-]){pattern}"), resolve, starts, gate)


_RANGE_RULES: tuple[Rule, ...] = (
    # August 30 to September 2; 30 August - 2 September 2025
    _rule(
        rf"{_LEAD}{_MONTH}\s*{_DAY}{w.TO}(?:{w.WEEKDAY},?\s*)?(?P<last_month>{w.MONTH})\s*{_LAST_DAY}{_YEAR_TAIL}{_CLOSE}",
        _day_range,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{_OF}{_MONTH}{w.TO}(?:{w.WEEKDAY},?\s*)?(?:the\s+)?{_LAST_DAY}{_OF}"
        rf"(?P<last_month>{w.MONTH}){_YEAR_TAIL}{_CLOSE}",
        _day_range,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
    # August 12-14; 12 to 14 August
    _rule(
        rf"{_LEAD}{_MONTH}\s*{_DAY}{w.TO}{_LAST_DAY}(?![\d,.:]*\d|\s*(?:am|pm|a\.m|p\.m)){_YEAR_TAIL}{_CLOSE}",
        _day_range,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{w.TO}(?:the\s+)?{_LAST_DAY}{_OF}{_MONTH}{_YEAR_TAIL}{_CLOSE}",
        _day_range,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
)
_DAY_RULES: tuple[Rule, ...] = (
    # 3 August last year; August of last year
    _rule(
        rf"{_LEAD}(?:(?P<day>{w.DAY}){w.NTH}{_OF})?(?:(?P<portion>{w.PORTION})[\s-]+)?{_MONTH},?\s+(?:of\s+)?"
        r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year",
        _month_of_relative_year,
        gate=_gated(r"(?:his|ast|ext)\s+year"),
    ),
    _rule(
        rf"{_LEAD}{_MONTH}\s*(?P<day>{w.DAY}){w.NTH},?\s+(?:of\s+)?(?P<portion>\b\B)?"
        r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year",
        _month_of_relative_year,
        gate=_gated(r"(?:his|ast|ext)\s+year"),
    ),
    # August 12, 2025; 12 August 2025
    _rule(
        rf"{_LEAD}{_MONTH}\s*{_DAY}(?![\d,.:]*\d\s*(?:am|pm)|[:.]\d){_YEAR_TAIL}{_CLOSE}",
        _single_day,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{_OF}{_MONTH}{_YEAR_TAIL}{_CLOSE}",
        _single_day,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
)
_MONTH_RULES: tuple[Rule, ...] = (
    # January to March 2025
    _rule(
        rf"{_MONTH}(?:\s+(?P<first_year>{w.YEAR}))?{w.TO}(?:the\s+end\s+of\s+)?(?P<last_month>{w.MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{w.YEAR}))?",
        _month_range,
        _AT_MONTH,
    ),
    # late May 2025; mid-August; August 2025
    _rule(
        rf"(?:(?P<portion>{w.PORTION})[\s-]+)?{_MONTH},?\s+(?:of\s+)?(?P<year>{w.YEAR})",
        _month,
        _AT_PORTION_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(rf"(?P<portion>{w.PORTION})[\s-]+{_MONTH}", _month, _AT_PORTION, _AT_MONTH),
    _rule(rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+{_MONTH}", _month, _AT_WHICH, _AT_MONTH),
)
_YEAR_RULES: tuple[Rule, ...] = (
    _rule(
        rf"(?:the\s+)?(?P<half>[Ff]irst|[Ss]econd)[\s-]+half\s+of\s+{_WHICH_YEAR}",
        _half_or_quarter,
        gate=_gated("half"),
    ),
    _rule(rf"H(?P<half>[12])\s+(?:of\s+)?(?P<year>{w.YEAR})", _half_or_quarter, gate=_gated(r"H[12]\s")),
    _rule(
        rf"(?:the\s+)?(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[\s-]+quarter"
        rf"(?:\s+(?:of\s+)?{_WHICH_YEAR})",
        _half_or_quarter,
        gate=_gated("quarter"),
    ),
    _rule(rf"Q(?P<quarter>[1-4])\s+(?:of\s+)?(?P<year>{w.YEAR})", _half_or_quarter, gate=_gated(r"Q[1-4]\s")),
    _rule(
        rf"(?:the\s+)?(?:[Ff]irst|opening)\s+(?P<months>{w.COUNT})\s+months\s+of\s+{_WHICH_YEAR}",
        _half_or_quarter,
        gate=_gated(r"months\s+of"),
    ),
    _rule(rf"(?P<portion>{w.PORTION})[\s-]+(?P<year>{w.YEAR}){_NO_UNIT}", _portion_of_year, _AT_PORTION, _AT_YEAR),
    _rule(
        r"(?P<portion>(?:[Tt]he\s+)?(?:beginning|start|middle|end)\s+of|[Ee]arly|[Ll]ate(?:r)?)\s+"
        r"(?P<which>this|last|next|the)\s+year",
        _portion_of_year,
        _AT_PORTION,
    ),
    _rule(
        rf"(?P<year>(?:19|20)\d\d)\s*(?:-|–|—|to|and|through)\s*(?P<last_year>(?:19|20)\d\d){_NO_UNIT}(?![\d-])",
        _year_range,
        _AT_YEAR,
    ),
    _rule(r"(?:B\.?E\.?\s*(?P<year>25\d\d)(?!\d))", _buddhist_year, gate=_gated(r"B\.?E")),
    _rule(r"(?P<year>25\d\d)\s*B\.?E\.?(?![A-Za-z])", _buddhist_year, gate=_gated(r"B\.?E")),
)
_LAST_RULES: tuple[Rule, ...] = (
    # A month that is no other word may stand alone; "May" and "March" need a preposition before them.
    _rule(rf"(?P<month>{w.DISTINCT_MONTH})", _month, _AT_MONTH),
    Rule(re.compile(rf"(?:{_AFTER_PREPOSITION}){_MONTH}"), _month, _AT_MONTH),
    Rule(
        re.compile(rf"(?:{_AFTER_PREPOSITION}|(?<=\())(?P<year>(?:19[5-9]|20[0-4])\d)(?![\d-]|,\d|\.\d|/\d){_NO_UNIT}"),
        _bare_year,
        re.compile(r"(?<![\w/.,])(?:19|20)\d\d"),
    ),
)

#: All rules, most specific first; words taken by one are not offered to the next.
ENGLISH_RULES: tuple[Rule, ...] = (
    _rule(rf"(?P<year>{w.YEAR})-(?P<month>0?[1-9]|1[0-2])-(?P<day>{w.DAY})(?![\d-])", _iso, _AT_YEAR),
    _rule(r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?![\d/])", _numeric, _AT_FIGURE),
    *_RANGE_RULES,
    *_DAY_RULES,
    *_MONTH_RULES,
    *_YEAR_RULES,
    *RELATIVE_RULES,
    *_LAST_RULES,
)
