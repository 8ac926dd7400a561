"""Rules for Chinese words that count from the day of publication: 周五, 昨日, 上月, 近半年, 日前."""

from __future__ import annotations

import re
from datetime import timedelta

from noharbor.science.moments import words_chinese as w
from noharbor.science.moments.anchor import month_span, months_before, year_span
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.rules import Reading, Rule, Setting, portion_of, recent, spanning, unresolved

_DAY_WORDS = (("大前", -3), ("前", -2), ("昨", -1), ("今", 0), ("明", 1), ("后", 2))
_YEAR_WORDS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}


def relative_year(words: str, setting: Setting) -> int | None:
    """The year 去年 or 今年 means; None without a publication date."""
    return None if setting.anchor is None else setting.anchor.last.year + _YEAR_WORDS[words]


def _weekday(match: re.Match[str], setting: Setting) -> Reading:
    anchor = setting.anchor
    if anchor is None:
        return unresolved()
    number, which = w.WEEKDAYS[match["weekday"]], match["which"] or ""
    if not which:
        ahead = setting.ahead(match)
        span, precision = anchor.weekday(number, ahead=ahead)
        return spanning(span, precision, "weekday after publication" if ahead else "weekday before publication")
    if not anchor.exact:
        return spanning((anchor.first, anchor.last), anchor.coarse, which)
    found = anchor.week(_offset(which))[0] + timedelta(days=number)
    return spanning((found, found), Precision.DAY, which)


def _offset(which: str) -> int:
    return -1 if which[0] == "上" else 1 if which[0] == "下" else 0


def _day_word(match: re.Match[str], setting: Setting) -> Reading:
    if setting.anchor is None:
        return unresolved()
    words = match[0]
    days = next(days for start, days in _DAY_WORDS if words.startswith(start))
    span, precision = setting.anchor.shift(days)
    return spanning(span, precision, words)


def _ago(match: re.Match[str], setting: Setting) -> Reading:
    anchor, unit = setting.anchor, match["unit"]
    if match["count"] in ("几", "数", "多"):
        return recent(match, setting)
    count = w.number(match["count"]) if match["count"] != "半" else 6
    precision = {"天": Precision.DAY, "日": Precision.DAY, "年": Precision.YEAR}.get(unit, Precision.MONTH)
    if anchor is None:
        return unresolved(precision)
    if precision is Precision.DAY:
        span, precision = anchor.shift(-count)
    elif precision is Precision.YEAR:
        span = year_span(anchor.first.year - min(count, 190))
    elif "月" in unit:
        span = month_span(anchor.first.year, anchor.first.month - count)
    else:
        span = anchor.week(-count)
    return spanning(span, precision, "so long before publication")


def _whole(match: re.Match[str], setting: Setting) -> Reading:
    """上周, 本月, 下个月, 上周末, 上月底."""
    anchor, words = setting.anchor, match[0]
    if anchor is None:
        return unresolved(Precision.MONTH)
    offset = _offset(match["which"])
    if "月" in match["unit"]:
        span = month_span(anchor.first.year, anchor.first.month + offset)
        portion = {"初": "early", "中": "middle", "旬": "middle", "底": "late", "末": "late"}.get(words[-1])
        if portion:
            return portion_of(span, portion, Precision.MONTH, words, explicit_year=False)
        return spanning(span, Precision.MONTH, words)
    if not anchor.exact:
        return spanning((anchor.first, anchor.last), anchor.coarse, words)
    monday, sunday = anchor.week(offset)
    if words.endswith("周末"):
        return spanning((sunday - timedelta(days=1), sunday), Precision.RANGE, words)
    return spanning((monday, sunday), Precision.MONTH, words)


def _portion_of_month(match: re.Match[str], setting: Setting) -> Reading:
    """月初, 月底: of the month of publication."""
    if setting.anchor is None:
        return unresolved(Precision.MONTH)
    span = month_span(setting.anchor.first.year, setting.anchor.first.month)
    portion = {"初": "early", "中": "middle"}.get(match[0][-1], "late")
    return portion_of(span, portion, Precision.MONTH, match[0], explicit_year=False)


def _portion_of_year(match: re.Match[str], setting: Setting) -> Reading:
    """年初, 年底: of the year of publication, or of the year before while this one has not come so far."""
    if setting.anchor is None:
        return unresolved(Precision.YEAR)
    portion = {"初": "early", "中": "middle"}.get(match[0][-1], "late")
    year = setting.anchor.last.year
    found = portion_of(year_span(year), portion, Precision.YEAR, match[0], explicit_year=False)
    if found.first and found.first > setting.anchor.last and not setting.ahead(match):
        return portion_of(year_span(year - 1), portion, Precision.YEAR, match[0], explicit_year=False)
    return found


def _past_period(match: re.Match[str], setting: Setting) -> Reading:
    """过去六个月, 近半年来: from so long ago up to publication."""
    anchor, words, unit = setting.anchor, match["count"], match["unit"]
    if words in ("几", "数", "多"):
        return recent(match, setting)
    if anchor is None:
        return unresolved(Precision.RANGE)
    count = 6 if words == "半" else w.number(words)
    if unit in ("天", "日", "周", "星期"):
        first = anchor.first - timedelta(days=count * (1 if unit in "天日" else 7))
    else:
        months = count if words == "半" or "月" in unit else count * 12
        first = months_before(anchor.first, min(months, 2280))
    return spanning((first, anchor.last), Precision.RANGE, "period before publication")


_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3}|半|几|数|多)"
_NOT_COUNTED = r"(?<![一二两三四五六七八九十\d每几半多个])"

CHINESE_RELATIVE_RULES: tuple[Rule, ...] = (
    Rule(
        re.compile(
            rf"{_NOT_COUNTED}(?:(?P<which>[上本下这]个?)?(?:周|星期|礼拜))(?P<weekday>[一二三四五六日天])(?![年个次起天星本报末])"
        ),
        _weekday,
    ),
    Rule(
        re.compile(
            r"大前[天日]|前[天日](?!色)|昨[天日晚夜晨]?(?<=[天日晚夜晨])|今[天日晚晨早夜](?!头条|说)|明[天日晚晨早](?!星|报|珠|本)"
            r"|(?<![之以然最此今])后天(?!性|的性)"
        ),
        _day_word,
    ),
    Rule(
        re.compile(rf"(?:过去|近|最近|这)(?:的)?{_COUNT}(?P<unit>天|日|周|星期|个多?月|年)(?:间|以来|来|内)?(?:里)?"),
        _past_period,
    ),
    Rule(
        re.compile(rf"{_COUNT}(?P<unit>天|周|星期|个月|年)(?:多)?前(?!往|来|后|期|夕)"),
        _ago,
    ),
    Rule(
        re.compile(
            r"(?P<which>[上本下这]个?)(?P<unit>周|星期|礼拜|月)(?:末|初|底|中旬|中(?!国|方|心|央))?(?!\s*\d+\s*[日号]|刊|球)"
        ),
        _whole,
    ),
    Rule(re.compile(r"(?<![\d一二三四五六七八九十个上本下这全两半])月(?:初|底|末|中旬)(?!级)"), _portion_of_month),
    Rule(re.compile(r"(?<![\d一二三四五六七八九十今去前明多往历同])年(?:初|底|末)(?!级)"), _portion_of_year),
    Rule(
        re.compile(
            r"日前(?<![\d一二三四五六七八九十]日前)|近日|近期|最近|不久前|近来|连日来?|近年来?|近几年|早前|前不久|前些[天日]|"
            r"(?:数|几|多)(?:天|日|周|个?月|年)前|近段时间"
        ),
        recent,
    ),
)
