"""Rules for English words that count from the day of publication: weekdays, yesterday, last month, the past year."""

from __future__ import annotations

import re
from datetime import timedelta

from noharbor.science.moments import words_english as w
from noharbor.science.moments.anchor import month_span, months_before, year_span
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.rules import Reading, Resolver, Rule, Setting, range_of, recent, spanning, unresolved

_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


_AT_WEEKDAY = re.compile(r"(?<![\w/-])(?:[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast|Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def _rule(pattern: str, resolve: Resolver, gate: str | None = None, starts: re.Pattern[str] | None = None) -> Rule:
    return Rule(re.compile(rf"(?<![\w/-]){pattern}(?![\w])"), resolve, starts, re.compile(gate) if gate else None)


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    anchor = setting.anchor
    if anchor is None:
        return unresolved()
    number = w.weekday_number(match["weekday"])
    which = (match["which"] or "").lower()
    if match["week"]:
        return _weekday_of_week(number, match["week"].lower(), setting)
    if which in ("next", "coming", "this coming") or (which != "last" and setting.ahead(match)):
        span, precision = anchor.weekday(number, ahead=True, strictly=which == "next")
        return spanning(span, precision, "weekday after publication")
    span, precision = anchor.weekday(number, ahead=False, strictly=which in ("last", "past"))
    return spanning(span, precision, "weekday before publication")


def _weekday_of_week(number: int, week: str, setting: Setting) -> Reading:
    anchor = setting.anchor
    if anchor is None:
        return unresolved()
    if not anchor.exact:
        return spanning((anchor.first, anchor.last), anchor.coarse, f"{week} week")
    found = anchor.week({"last": -1, "this": 0, "next": 1}[week])[0] + timedelta(days=number)
    return spanning((found, found), Precision.DAY, f"{week} week")


def _weekday_range(match: re.Match[str], setting: Setting) -> Reading | None:
    anchor = setting.anchor
    if anchor is None:
        return Reading(None, None, Precision.RANGE, unresolved().resolved_by)
    one, two = w.weekday_number(match["weekday"]), w.weekday_number(match["last_weekday"])
    if match["joint"] == "and" and (two - one) % 7 != 1:
        # "On Monday and Thursday" are two days and no range; each is then read by itself.
        return None
    span, precision = anchor.weekday(two, ahead=setting.ahead(match))
    if precision is not Precision.DAY:
        return spanning(span, precision, "weekday before publication")
    begin = span[0] - timedelta(days=(two - one) % 7 or 7)
    resolved_by = "weekday after publication" if span[0] > anchor.last else "weekday before publication"
    first, last = spanning((begin, begin), precision, resolved_by), spanning(span, precision, resolved_by)
    return range_of(first, last)


def _day_word(match: re.Match[str], setting: Setting) -> Reading:
    words = match["word"].lower()
    if setting.anchor is None:
        return unresolved()
    if words.startswith("the day before"):
        days = -2
    elif words == "the day after tomorrow":
        days = 2
    elif words.startswith("last night"):
        days = -1
    else:
        days = _DAY_WORDS.get(words.split()[0], 0)
    span, precision = setting.anchor.shift(days)
    return spanning(span, precision, words if len(words) < 40 else "relative day")


def _ago(match: re.Match[str], setting: Setting) -> Reading:
    anchor, count, unit = setting.anchor, w.count_of(match["count"]), match["unit"].lower()
    precision = {"d": Precision.DAY, "w": Precision.MONTH, "m": Precision.MONTH, "y": Precision.YEAR}[unit[0]]
    if anchor is None:
        return unresolved(precision)
    if unit[0] == "d":
        span, precision = anchor.shift(-count)
    elif unit[0] == "w":
        span = anchor.week(-count)
    elif unit[0] == "m":
        span = month_span(anchor.first.year, anchor.first.month - count)
    else:
        span = year_span(anchor.first.year - min(count, 190))
    return spanning(span, precision, f"so many {unit} before publication")


def _whole(match: re.Match[str], setting: Setting) -> Reading:
    """A whole week, month or year: "last week", "this month", "next year"."""
    which, unit, anchor = match["which"].lower().split()[-1], match["unit"].lower(), setting.anchor
    precision = Precision.YEAR if unit == "year" else Precision.MONTH
    if anchor is None:
        return unresolved(precision)
    offset = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1}[which]
    if unit == "year":
        return spanning(year_span(anchor.first.year + offset), precision, f"{which} year")
    if unit == "month":
        return spanning(month_span(anchor.first.year, anchor.first.month + offset), precision, f"{which} month")
    if not anchor.exact:
        return spanning((anchor.first, anchor.last), anchor.coarse, f"{which} {unit}")
    monday, sunday = anchor.week(offset)
    if unit == "weekend":
        # On a Monday "last weekend" and "the weekend" are the two days just gone.
        back = (anchor.first.weekday() - 5) % 7 or 7
        saturday = anchor.first - timedelta(days=back) if offset <= 0 else monday - timedelta(days=2)
        monday, sunday = saturday, saturday + timedelta(days=1)
        return spanning((monday, sunday), Precision.RANGE, f"{which} weekend")
    return spanning((monday, sunday), precision, f"{which} week")


def _portion_of_month(match: re.Match[str], setting: Setting) -> Reading:
    if setting.anchor is None:
        return unresolved(Precision.MONTH)
    offset = {"last": -1, "this": 0, "the": 0, "next": 1}[match["which"].lower()]
    span = month_span(setting.anchor.first.year, setting.anchor.first.month + offset)
    return spanning(span, Precision.MONTH, f"{match['which'].lower()} month")


def _past_period(match: re.Match[str], setting: Setting) -> Reading:
    """From so long ago up to publication: "in the past six months"."""
    anchor, unit = setting.anchor, match["unit"].lower()
    if anchor is None:
        return unresolved(Precision.RANGE)
    words = match.groupdict().get("count")
    count = w.count_of(words) if words else 1
    if unit.startswith("decade"):
        count, unit = count * 10, "years"
    if unit[0] in "dw":
        first = anchor.first - timedelta(days=count * (7 if unit[0] == "w" else 1))
    else:
        first = months_before(anchor.first, min(count, 190) * (12 if unit[0] == "y" else 1))
    return spanning((first, anchor.last), Precision.RANGE, "period before publication")


def _past_periods(match: re.Match[str], setting: Setting) -> Reading:
    """In the plural a period has a number; "the past few years" and "recent months" are only recent."""
    if match["vague"] or not match["count"] or "ecent" in match[0]:
        return recent(match, setting)
    return _past_period(match, setting)


_AT_PAST = re.compile(r"(?<![\w/-])(?:[Tt]he\s+)?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Pp]receding|[Rr]ecent)\s")

RELATIVE_RULES: tuple[Rule, ...] = (
    # "Canberra, Fri: …", "Sessions Court (Thu): …"
    _rule(
        rf"(?:(?<=\()|(?<=,\s))(?P<weekday>{w.SHORT_WEEKDAY})(?P<which>\b\B)?(?P<week>\b\B)?(?=\)|:)",
        _weekday,
        starts=re.compile(r"(?<=[(\s])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"),
    ),
    _rule(
        rf"(?P<weekday>{w.WEEKDAY}){w.PART_OF_DAY}\s*(?P<joint>-|–|to|and|through)\s*(?P<last_weekday>{w.WEEKDAY})"
        rf"{w.PART_OF_DAY}",
        _weekday_range,
        starts=_AT_WEEKDAY,
    ),
    _rule(
        rf"(?:(?P<which>[Ll]ast|[Tt]his coming|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast)\s+)?(?<!Black )(?<!Good )(?<!Bloody )"
        rf"(?P<weekday>{w.WEEKDAY}){w.PART_OF_DAY}(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week)?",
        _weekday,
        starts=_AT_WEEKDAY,
    ),
    _rule(
        r"(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow"
        r"|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))"
        r"(?:\s+(?:morning|afternoon|evening|night))?",
        _day_word,
        "esterday|oday|onight|omorrow|ight|orning|fternoon|vening",
    ),
    _rule(
        r"(?:[Rr]ecently|[Ll]ately|[Nn]ot\s+long\s+ago|[Tt]he\s+other\s+day|[Ii]n\s+recent\s+(?:days|weeks|months|years)"
        r"|(?:a\s+few|several)\s+(?:days|weeks|months|years)\s+ago)",
        recent,
        r"ecent|ately|\sago\b|other\s+day",
    ),
    _rule(rf"(?P<count>{w.COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago", _ago, r"\sago\b"),
    _rule(
        r"(?:[Tt]he\s+)?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Pp]receding|[Rr]ecent)\s+(?P<vague>few|several|couple\s+of\s+)?\s*"
        rf"(?P<count>{w.COUNT})?\s*(?P<unit>days|weeks|months|years|decades)",
        _past_periods,
        r"(?:ast|revious|receding|ecent)\s",
        _AT_PAST,
    ),
    _rule(
        r"the\s+(?:past|last|previous|preceding)\s+(?P<unit>day|week|month|year|decade)",
        _past_period,
        r"the\s+(?:past|last|prev|prec)",
        re.compile(r"the\s+(?=past|last|prev|prec)"),
    ),
    _rule(
        r"(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s+(?P<which>last|this|next)\s+(?P<unit>week|month|year)",
        _whole,
        starts=re.compile(r"(?<![\w/-])(?:[Ee]arl|[Ll]ate)"),
    ),
    _rule(
        r"(?:[Tt]he\s+)?(?:beginning|start|middle|end)\s+of\s+(?P<which>last|this|the|next)\s+month",
        _portion_of_month,
        r"of\s+(?:last|this|the|next)\s+month",
    ),
    _rule(
        r"(?P<which>[Ll]ast|[Tt]his past|[Tt]his|[Nn]ext|[Tt]he current|[Tt]he coming)\s+"
        r"(?P<unit>weekend|week|month|year)(?!-(?:old|long))",
        _whole,
        starts=re.compile(r"(?<![\w/-])(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s+c)"),
    ),
    _rule(r"(?<=[Oo]ver )(?P<which>the)\s+(?P<unit>weekend)", _whole, "weekend"),
)
