"""Words that count from the moment last mentioned: "the next day", "two days later", 次日, 当天, 同年9月."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from noharbor.science.moments import words_english as w
from noharbor.science.moments.anchor import day, month_span, year_span
from noharbor.science.moments.mention import MomentMention
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.rules import Reading
from noharbor.science.moments.words_chinese import number

NOTHING_BEFORE = "no moment before"
FROM_BEFORE = "counted from the moment before"


@dataclass(frozen=True, slots=True)
class Following:
    """One way to count from the moment before."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], MomentMention | None], Reading | None]


def _moved(before: MomentMention | None, days: int) -> Reading:
    """So many days from the day before; a month or a year stays what it is."""
    if before is None or before.moment.first is None or before.moment.last is None:
        return Reading(None, None, Precision.DAY, NOTHING_BEFORE)
    if before.moment.precision not in (Precision.DAY, Precision.RANGE):
        return Reading(before.moment.first, before.moment.last, before.moment.precision, FROM_BEFORE)
    base = before.moment.last if days > 0 else before.moment.first
    found = base + timedelta(days=days)
    return Reading(found, found, Precision.DAY, FROM_BEFORE)


def _days(days: int) -> Callable[[re.Match[str], MomentMention | None], Reading]:
    return lambda _match, before: _moved(before, days)


def _english_count(match: re.Match[str], before: MomentMention | None) -> Reading:
    count = w.count_of(match["count"]) * (7 if match["unit"].startswith("week") else 1)
    return _moved(before, count if match["way"] in ("later", "after") else -count)


def _same_month(match: re.Match[str], before: MomentMention | None) -> Reading | None:
    """同月9日, 当月."""
    if before is None or before.moment.first is None:
        return Reading(None, None, Precision.DAY if match["day"] else Precision.MONTH, NOTHING_BEFORE)
    year, month = before.moment.first.year, before.moment.first.month
    return _day_or_month(year, month, match["day"])


def _same_year(match: re.Match[str], before: MomentMention | None) -> Reading | None:
    """同年9月, 次年3月5日, 当年."""
    precision = Precision.DAY if match["day"] else Precision.MONTH if match["month"] else Precision.YEAR
    if before is None or before.moment.first is None:
        return Reading(None, None, precision, NOTHING_BEFORE)
    year = before.moment.first.year + (match["year"] in ("次年", "翌年"))
    if not match["month"]:
        return Reading(*year_span(year), Precision.YEAR, FROM_BEFORE)
    return _day_or_month(year, number(match["month"]), match["day"])


def _day_or_month(year: int, month: int, words: str | None) -> Reading | None:
    if not words:
        return Reading(*month_span(year, month), Precision.MONTH, FROM_BEFORE) if 1 <= month <= 12 else None
    found = day(year, month, number(words))
    return Reading(found, found, Precision.DAY, FROM_BEFORE) if found else None


ENGLISH_FOLLOWING: tuple[Following, ...] = (
    Following(
        re.compile(r"\b(?:[Tt]he|[Tt]hat)\s+same\s+(?:day|night|evening)\b|\b(?:[Oo]n\s+)?[Tt]hat\s+(?:day|night)\b"),
        _days(0),
    ),
    Following(
        re.compile(
            r"\b[Tt]he\s+(?:next|following)\s+(?:day|morning|night)\b|\b[Aa]\s+day\s+later\b|\b[Tt]he\s+day\s+after\b"
        ),
        _days(1),
    ),
    Following(
        re.compile(
            r"\b[Tt]he\s+(?:previous|preceding)\s+(?:day|night)\b|\b[Aa]\s+day\s+earlier\b|\b[Tt]he\s+day\s+before\b"
        ),
        _days(-1),
    ),
    Following(
        re.compile(rf"\b(?P<count>{w.COUNT})\s+(?P<unit>days?|weeks?)\s+(?P<way>later|earlier)\b"), _english_count
    ),
)

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"

CHINESE_FOLLOWING: tuple[Following, ...] = (
    Following(
        re.compile(rf"(?P<year>同年|次年|翌年|当年)(?:的)?(?:(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})[日号])?)?"),
        _same_year,
    ),
    Following(re.compile(rf"(?:同月|当月)(?:(?P<day>{_NUMBER})[日号])?"), _same_month),
    Following(re.compile(r"当[天日晚](?!地)|同日|同一天"), _days(0)),
    Following(re.compile(r"次日|翌日|隔天|隔日|第二天|翌晨|次晨"), _days(1)),
    Following(re.compile(r"前一[天日晚]"), _days(-1)),
    Following(
        re.compile(r"(?P<count>[一二两三四五六七八九十]|\d{1,2})[天日]后"),
        lambda match, before: _moved(before, number(match["count"])),
    ),
)
