"""Rules for dates in English text, most specific first."""

from __future__ import annotations

import re

from noharbor.science.moments import words_english as w
from noharbor.science.moments.english_readings import (
    bare_year,
    buddhist_year,
    day_range,
    half_or_quarter,
    iso_day,
    month_of,
    month_of_relative_year,
    month_range,
    numeric_day,
    numeric_day_of_some_year,
    portion_of_year,
    single_day,
    year_range,
)
from noharbor.science.moments.english_relative import RELATIVE_RULES
from noharbor.science.moments.rules import Resolver, Rule

_LEAD = rf"(?:(?:{w.WEEKDAY}|{w.SHORT_WEEKDAY}){w.PART_OF_DAY}\s*(?:,|(?P<paren>\())?\s*(?:the\s+)?)?"
#: "Wednesday (August 13)" is one date with its closing parenthesis.
_CLOSE = r"(?(paren)\)?)"
_YEAR_TAIL = rf"(?:,?\s*(?:of\s+)?(?:B\.?E\.?\s*)?(?P<year>{w.YEAR})(?:\s*B\.?E\.?(?![A-Za-z]))?)?"


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

#: "13/8" is a day only behind a word that days stand behind.
_BEFORE_FIGURES = "|".join(
    rf"(?<=\b{form}\s)"
    for word in ("on", "of", "from", "since", "until", "by", "dated", "night", "morning")
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
        day_range,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{_OF}{_MONTH}{w.TO}(?:{w.WEEKDAY},?\s*)?(?:the\s+)?{_LAST_DAY}{_OF}"
        rf"(?P<last_month>{w.MONTH}){_YEAR_TAIL}{_CLOSE}",
        day_range,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
    # August 12-14; 12 to 14 August
    _rule(
        rf"{_LEAD}{_MONTH}\s*{_DAY}{w.TO}{_LAST_DAY}(?![\d,.:]*\d|\s*(?:am|pm|a\.m|p\.m)){_YEAR_TAIL}{_CLOSE}",
        day_range,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{w.TO}(?:the\s+)?{_LAST_DAY}{_OF}{_MONTH}{_YEAR_TAIL}{_CLOSE}",
        day_range,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
)
_DAY_RULES: tuple[Rule, ...] = (
    # 3 August last year; August of last year
    _rule(
        rf"{_LEAD}(?:(?P<day>{w.DAY}){w.NTH}{_OF})?(?:(?P<portion>{w.PORTION})[\s-]+)?{_MONTH},?\s+(?:of\s+)?"
        r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year",
        month_of_relative_year,
        gate=_gated(r"(?:his|ast|ext)\s+year"),
    ),
    _rule(
        rf"{_LEAD}{_MONTH}\s*(?P<day>{w.DAY}){w.NTH},?\s+(?:of\s+)?(?P<portion>\b\B)?"
        r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year",
        month_of_relative_year,
        gate=_gated(r"(?:his|ast|ext)\s+year"),
    ),
    # August 12, 2025; 12 August 2025
    _rule(
        rf"{_LEAD}{_MONTH}\s*{_DAY}(?![\d,.:]*\d\s*(?:am|pm)|[:.]\d){_YEAR_TAIL}{_CLOSE}",
        single_day,
        _AT_WEEKDAY_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(
        rf"{_LEAD}(?:the\s+)?{_DAY}{_OF}{_MONTH}{_YEAR_TAIL}{_CLOSE}",
        single_day,
        _AT_WEEKDAY_OR_DAY,
        _AT_MONTH,
    ),
)
_MONTH_RULES: tuple[Rule, ...] = (
    # January to March 2025
    _rule(
        rf"{_MONTH}(?:\s+(?P<first_year>{w.YEAR}))?{w.TO}(?:the\s+end\s+of\s+)?(?P<last_month>{w.MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{w.YEAR}))?",
        month_range,
        _AT_MONTH,
    ),
    # late May 2025; mid-August; August 2025
    _rule(
        rf"(?:(?P<portion>{w.PORTION})[\s-]+)?{_MONTH},?\s+(?:of\s+)?(?P<year>{w.YEAR})",
        month_of,
        _AT_PORTION_OR_MONTH,
        _AT_MONTH,
    ),
    _rule(rf"(?P<portion>{w.PORTION})[\s-]+{_MONTH}", month_of, _AT_PORTION, _AT_MONTH),
    _rule(rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+{_MONTH}", month_of, _AT_WHICH, _AT_MONTH),
)
_YEAR_RULES: tuple[Rule, ...] = (
    _rule(
        rf"(?:the\s+)?(?P<half>[Ff]irst|[Ss]econd)[\s-]+half\s+of\s+{_WHICH_YEAR}",
        half_or_quarter,
        gate=_gated("half"),
    ),
    _rule(rf"H(?P<half>[12])\s+(?:of\s+)?(?P<year>{w.YEAR})", half_or_quarter, gate=_gated(r"H[12]\s")),
    _rule(
        rf"(?:the\s+)?(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[\s-]+quarter"
        rf"(?:\s+(?:of\s+)?{_WHICH_YEAR})",
        half_or_quarter,
        gate=_gated("quarter"),
    ),
    _rule(rf"Q(?P<quarter>[1-4])\s+(?:of\s+)?(?P<year>{w.YEAR})", half_or_quarter, gate=_gated(r"Q[1-4]\s")),
    _rule(
        rf"(?:the\s+)?(?:[Ff]irst|opening)\s+(?P<months>{w.COUNT})\s+months\s+of\s+{_WHICH_YEAR}",
        half_or_quarter,
        gate=_gated(r"months\s+of"),
    ),
    _rule(rf"(?P<portion>{w.PORTION})[\s-]+(?P<year>{w.YEAR}){_NO_UNIT}", portion_of_year, _AT_PORTION, _AT_YEAR),
    _rule(
        r"(?P<portion>(?:[Tt]he\s+)?(?:beginning|start|middle|end)\s+of|[Ee]arly|[Ll]ate(?:r)?)\s+"
        r"(?P<which>this|last|next|the)\s+year",
        portion_of_year,
        _AT_PORTION,
    ),
    _rule(
        rf"(?P<year>(?:19|20)\d\d)\s*(?:-|–|—|to|and|through)\s*(?P<last_year>(?:19|20)\d\d){_NO_UNIT}(?![\d-])",
        year_range,
        _AT_YEAR,
    ),
    _rule(r"(?:B\.?E\.?\s*(?P<year>25\d\d)(?!\d))", buddhist_year, gate=_gated(r"B\.?E")),
    _rule(r"(?P<year>25\d\d)\s*B\.?E\.?(?![A-Za-z])", buddhist_year, gate=_gated(r"B\.?E")),
)
_LAST_RULES: tuple[Rule, ...] = (
    # A month that is no other word may stand alone; "May" and "March" need a preposition before them.
    _rule(rf"(?P<month>{w.DISTINCT_MONTH})", month_of, _AT_MONTH),
    Rule(re.compile(rf"(?:{_AFTER_PREPOSITION}){_MONTH}"), month_of, _AT_MONTH),
    Rule(
        re.compile(rf"(?:{_AFTER_PREPOSITION}|(?<=\())(?P<year>(?:19[5-9]|20[0-4])\d)(?![\d-]|,\d|\.\d|/\d){_NO_UNIT}"),
        bare_year,
        re.compile(r"(?<![\w/.,])(?:19|20)\d\d"),
    ),
)

#: All rules, most specific first; words taken by one are not offered to the next.
ENGLISH_RULES: tuple[Rule, ...] = (
    _rule(rf"(?P<year>{w.YEAR})-(?P<month>0?[1-9]|1[0-2])-(?P<day>{w.DAY})(?![\d-])", iso_day, _AT_YEAR),
    _rule(r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?![\d/])", numeric_day, _AT_FIGURE),
    Rule(
        re.compile(rf"(?:{_BEFORE_FIGURES})(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})(?![\d/])(?!\s+(?:of|the|full)\b)"),
        numeric_day_of_some_year,
        _AT_FIGURE,
    ),
    *_RANGE_RULES,
    *_DAY_RULES,
    *_MONTH_RULES,
    *_YEAR_RULES,
    *RELATIVE_RULES,
    *_LAST_RULES,
)
