"""Rules for dates in Chinese text, most specific first. The text they see has simplified characters."""

from __future__ import annotations

import re
from datetime import date, timedelta

from noharbor.science.moments import words_chinese as w
from noharbor.science.moments.anchor import month_span, year_span
from noharbor.science.moments.chinese_relative import CHINESE_RELATIVE_RULES, relative_year
from noharbor.science.moments.moment import Calendar, Precision
from noharbor.science.moments.rules import (
    BUDDHIST_OFFSET,
    MINGUO_OFFSET,
    REIWA_OFFSET,
    Reading,
    Resolver,
    Rule,
    Setting,
    dated,
    dated_month,
    portion_of,
    range_of,
    undated,
    undated_month,
    unresolved,
)

_ERAS = {
    "民国": (MINGUO_OFFSET, Calendar.MINGUO),
    "中华民国": (MINGUO_OFFSET, Calendar.MINGUO),
    "令和": (REIWA_OFFSET, Calendar.REIWA),
    "佛历": (-BUDDHIST_OFFSET, Calendar.BUDDHIST),
    "泰历": (-BUDDHIST_OFFSET, Calendar.BUDDHIST),
}
_PORTIONS = {
    "初": "early",
    "上旬": "early",
    "中": "middle",
    "中旬": "middle",
    "底": "late",
    "末": "late",
    "下旬": "late",
}


#: Where a date in figures or with an era may begin: a number with its unit near, or a word for a year.
_AT_DATE = re.compile(
    r"(?<![\d./-])(?:\d{1,4}(?=\s*[年月日号至到、和及~～—–./-])|[〇零○一二三四五六七八九十廿]{1,4}(?=[年月日号至到、])|[上下第前]"
    r"|中华民国|民国|令和|佛历|泰历|[今去前明本上大]|周|星期|礼拜)"
)


def _rule(pattern: str, resolve: Resolver, starts: re.Pattern[str] | None = _AT_DATE) -> Rule:
    return Rule(re.compile(rf"(?<![\d./-]){pattern}"), resolve, starts)


def _year(match: re.Match[str], setting: Setting) -> tuple[int | None, Calendar, str]:
    """The Gregorian year a match states, its calendar, and how it was found."""
    groups = match.groupdict()
    if groups.get("era"):
        offset, calendar = _ERAS[groups["era"]]
        words = groups["era_year"]
        return (1 if words == "元" else w.number(words)) + offset, calendar, "written"
    if groups.get("year"):
        year = w.number(groups["year"])
        if 2500 <= year <= 2599:
            return year - BUDDHIST_OFFSET, Calendar.BUDDHIST, "written"
        return year, Calendar.GREGORIAN, "written"
    if groups.get("which"):
        return relative_year(groups["which"], setting), Calendar.GREGORIAN, groups["which"]
    return None, Calendar.GREGORIAN, ""


def _states_year(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(name) for name in ("era", "year", "which"))


def _in_calendar(found: Reading | None, match: re.Match[str], calendar: Calendar, resolved_by: str) -> Reading | None:
    if found is None:
        return None
    explicit = not match.groupdict().get("which")
    return Reading(found.first, found.last, found.precision, resolved_by, calendar, explicit)


def _one_day(match: re.Match[str], month: str, number: str, setting: Setting) -> Reading | None:
    year, calendar, resolved_by = _year(match, setting)
    if year is not None:
        return _in_calendar(dated(year, w.number(month), w.number(number)), match, calendar, resolved_by)
    if _states_year(match):
        return unresolved()
    return undated(w.number(month), w.number(number), setting, ahead=setting.ahead(match))


def _single_day(match: re.Match[str], setting: Setting) -> Reading | None:
    return _one_day(match, match["month"], match["day"], setting)


def _day_range(match: re.Match[str], setting: Setting) -> Reading | None:
    last_month = match["last_month"] or match["month"]
    last = _one_day(match, last_month, match["last_day"], setting)
    if last is None or last.last is None:
        return last and Reading(None, None, Precision.RANGE, last.resolved_by)
    later = w.number(match.groupdict().get("last_year") or "") or last.last.year
    begins_before = w.number(match["month"]) > w.number(last_month) and not _states_year(match)
    first = dated(last.last.year - begins_before, w.number(match["month"]), w.number(match["day"]))
    if later != last.last.year:
        last = dated(later, w.number(last_month), w.number(match["last_day"]))
    found = range_of(first, last)
    if found is None or last is None:
        return None
    return Reading(found.first, found.last, Precision.RANGE, last.resolved_by, last.calendar, last.explicit_year)


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    number = w.number(match["month"])
    if not 1 <= number <= 12:
        return None
    year, calendar, resolved_by = _year(match, setting)
    if year is not None:
        found = _in_calendar(dated_month(year, number), match, calendar, resolved_by)
    elif _states_year(match):
        return unresolved(Precision.MONTH)
    else:
        found = undated_month(number, setting, ahead=setting.ahead(match))
    portion = match.groupdict().get("portion")
    if found is None or not portion or found.first is None or found.last is None:
        return found
    third = portion_of(
        (found.first, found.last),
        _PORTIONS[portion],
        Precision.MONTH,
        found.resolved_by,
        explicit_year=found.explicit_year,
    )
    return Reading(third.first, third.last, third.precision, third.resolved_by, found.calendar, found.explicit_year)


def _month_range(match: re.Match[str], setting: Setting) -> Reading | None:
    first_month, last_month = w.number(match["month"]), w.number(match["last_month"])
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return None
    year, calendar, resolved_by = _year(match, setting)
    if year is None:
        if _states_year(match):
            return unresolved(Precision.MONTH)
        last = undated_month(last_month, setting, ahead=False)
        if last.last is None:
            return last
        year, resolved_by = last.last.year - (first_month > last_month), last.resolved_by
    first, last_day = month_span(year, first_month)[0], month_span(year + (first_month > last_month), last_month)[1]
    return Reading(first, last_day, Precision.MONTH, resolved_by, calendar, bool(match["year"] or match["era"]))


def _whole_year(match: re.Match[str], setting: Setting) -> Reading:
    """2025年, 去年, 民国114年, 2024年初."""
    year, calendar, resolved_by = _year(match, setting)
    if year is None or not 1 < year < 9000:
        return unresolved(Precision.YEAR)
    explicit = not match.groupdict().get("which")
    found = Reading(*year_span(year), Precision.YEAR, resolved_by, calendar, explicit)
    portion = (match.groupdict().get("portion") or "")[-1:]
    if not portion or found.first is None or found.last is None:
        return found
    return portion_of(
        (found.first, found.last), _PORTIONS[portion], Precision.YEAR, resolved_by, explicit_year=explicit
    )


def _part_of_year(match: re.Match[str], setting: Setting) -> Reading | None:
    """上半年, 第一季度, 前11个月: kept as the year, with the days of that part."""
    year, calendar, resolved_by = _year(match, setting)
    if year is None:
        if _states_year(match) or setting.anchor is None:
            return unresolved(Precision.YEAR)
        year, resolved_by = setting.anchor.last.year, "year of publication"
    months = w.number(match["months"] or "")
    if match["half"]:
        first, last = (1, 6) if match["half"] in "上前" else (7, 12)
    elif match["quarter"]:
        last = 3 * (4 if match["quarter"] == "末" else w.number(match["quarter"]))
        first = last - 2
    else:
        first, last = 1, months
    if not 1 <= last <= 12:
        return None
    # The half, quarter or months of a year are over once a report tells of them.
    if not _states_year(match) and setting.anchor and month_span(year, first)[0] > setting.anchor.last:
        year -= 1
    span = month_span(year, first)[0], month_span(year, last)[1]
    return Reading(*span, Precision.YEAR, resolved_by, calendar, _states_year(match) and not match["which"])


def _day_of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """10日, 本月10日, 上月25日: the latest such day, or that of the month named."""
    number, which, anchor = w.number(match["day"]), match.groupdict().get("month_word"), setting.anchor
    if not which or anchor is None or not anchor.exact:
        return _day_of(number, setting, ahead=setting.ahead(match))
    year, month = _shifted(anchor.first.year, anchor.first.month, {"上": -1, "本": 0, "下": 1, "这": 0}[which[0]])
    found = dated(year, month, number)
    return found and Reading(found.first, found.last, Precision.DAY, which)


def _day_of(number: int, setting: Setting, *, ahead: bool) -> Reading | None:
    """The latest day of this number on or before publication, or the next one when it is still to come."""
    anchor = setting.anchor
    if not 1 <= number <= 31:
        return None
    if anchor is None:
        return unresolved()
    if not anchor.exact:
        if anchor.coarse is not Precision.MONTH:
            return unresolved()
        found = dated(anchor.first.year, anchor.first.month, number)
        return found and Reading(found.first, found.last, Precision.DAY, "day of the month of publication")
    coming = ahead and number > anchor.first.day
    # A report of the 9th that speaks of the 10th was written across midnight or a time zone.
    latest = date.max if coming else anchor.last + timedelta(days=1)
    for offset in range(3) if coming else range(0, -4, -1):
        found = dated(*_shifted(anchor.first.year, anchor.first.month, offset), number)
        if found and found.first and found.first <= latest:
            return Reading(found.first, found.last, Precision.DAY, "latest such day of a month")
    return None


def _days_of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """7日至9日: both days in the month in which the last of them is the latest such day."""
    last = _day_of(w.number(match["last_day"]), setting, ahead=setting.ahead(match))
    if last is None or last.first is None or last.precision is not Precision.DAY:
        return last
    first = dated(last.first.year, last.first.month, w.number(match["day"]))
    found = range_of(first, last)
    return found and Reading(found.first, found.last, Precision.RANGE, last.resolved_by)


def _shifted(year: int, month: int, offset: int) -> tuple[int, int]:
    first = month_span(year, month + offset)[0]
    return first.year, first.month


def _figures(match: re.Match[str], _setting: Setting) -> Reading | None:
    return dated(int(match["year"]), int(match["month"]), int(match["day"]))


def _year_range(match: re.Match[str], _setting: Setting) -> Reading | None:
    first, last = w.number(match["year"]), w.number(match["last_year"])
    if not 1 < first < last < 9000:
        return None
    return Reading(year_span(first)[0], year_span(last)[1], Precision.YEAR, explicit_year=True)


_ERA = r"(?P<era>(?:中华)?民国|令和|佛历|泰历)\s*(?P<era_year>\d{1,4}|元|[一二三四五六七八九十百]{1,4})\s*年"
_WHICH = r"(?P<which>今年|去年|前年|明年|本年|上年|大前年)"
_YEAR = rf"(?:{_ERA}|(?P<year>{w.YEAR})\s*年|{_WHICH})"
_MONTH = rf"(?P<month>{w.NUMBER})\s*月(?!球|亮|饼|薪|租|\s*龄)"
_DAY = rf"(?P<day>{w.NUMBER})\s*[日号](?!线|楼|院|馆|店|公路|矿|码|文|令|案|召|称|本|元)"
_TO = r"\s*(?:日|号)?\s*(?:至|到|-|—|–|~|～|、|和|及)+\s*"
_PORTION = r"(?P<portion>上旬|中旬|下旬|初|底|末|中(?!国|方|缅|泰|老|柬|越|心|央))"
_LAST_DAY = rf"(?P<last_day>{w.NUMBER})\s*[日号]"

CHINESE_RULES: tuple[Rule, ...] = (
    _rule(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d./-])", _figures),
    _rule(
        rf"(?:{_YEAR}(?:的)?\s*)?{_MONTH}\s*(?P<day>{w.NUMBER}){_TO}(?:(?P<last_year>\d{{4}})年)?"
        rf"(?:(?P<last_month>{w.NUMBER})\s*月\s*)?{_LAST_DAY}",
        _day_range,
    ),
    _rule(rf"(?:{_YEAR}(?:的)?\s*)?{_MONTH}\s*{_DAY}", _single_day),
    _rule(rf"{_YEAR}(?:的)?\s*{_MONTH}份?\s*(?:至|到|-|—|–|~|～)\s*(?P<last_month>{w.NUMBER})\s*月份?", _month_range),
    _rule(rf"(?:{_YEAR})?{_MONTH}份?\s*(?:至|到|—|~|～)\s*(?P<last_month>{w.NUMBER})\s*月份?", _month_range),
    _rule(
        rf"(?:{_YEAR}|(?P<month>\b\B))?(?P<half>\b\B)?(?P<quarter>\b\B)?前(?P<months>{w.NUMBER})个?月(?!内|前)",
        _part_of_year,
    ),
    _rule(
        rf"(?:{_YEAR})?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度?|(?P<months>\b\B))(?!度?报|节)",
        _part_of_year,
    ),
    _rule(rf"(?:{_YEAR})(?:的)?\s*{_MONTH}份?{_PORTION}?", _month),
    _rule(rf"(?<![第个周])(?<!\d个){_MONTH}份?{_PORTION}", _month),
    _rule(rf"(?P<year>{w.YEAR})\s*年?\s*(?:至|到|-|—|–|~|～)\s*(?P<last_year>{w.YEAR})\s*年", _year_range),
    _rule(
        rf"{_YEAR}(?:的)?(?P<portion>年?[初底末中](?!国|方|缅|泰|老|柬|越|心|央|级))",
        _whole_year,
    ),
    *CHINESE_RELATIVE_RULES,
    _rule(rf"{_YEAR}(?!前|后|龄|轻|级|均)", _whole_year),
    _rule(
        r"(?<![第个周年])(?P<month>1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])\s*月(?!球|亮|饼|薪|租|龄|入|收|息)份?",
        _month,
    ),
    _rule(rf"(?P<month_word>[上本下这]个?月)\s*{_DAY}", _day_of_month),
    # 今（8）日, 昨(10)日: the figure in parentheses is the day of the month.
    Rule(re.compile(r"[今昨前明]\s*[（(](?P<day>\d{1,2})[）)]\s*[日天晚晨早]"), _day_of_month),
    Rule(
        re.compile(
            r"(?<![\d月年连续])(?P<day>\d{1,2})日?\s*(?:至|到|—|–|~|～|-)\s*(?P<last_day>\d{1,2})日(?![内后元])"
        ),
        _days_of_month,
    ),
    _rule(
        r"(?<![\d一二三四五六七八九十连续近逾超约满共数第每月个整长达这周期-])(?P<day>\d{1,2})日"
        r"(?!内|后|之|以|游|元|来|间|圆|本|子|常|报|均|龄|前|线|累计)",
        _day_of_month,
    ),
)
