"""Find the moments of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from noharbor.reference.tables import simplify
from noharbor.science.moments.anchor import Anchor, day, month_span
from noharbor.science.moments.chinese import CHINESE_RULES
from noharbor.science.moments.context import ahead_in_chinese, ahead_in_english, role_in_chinese, role_in_english
from noharbor.science.moments.english import ENGLISH_RULES
from noharbor.science.moments.following import CHINESE_FOLLOWING, ENGLISH_FOLLOWING, Following
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.rules import Reading, Rule, Setting


def find_moments(
    text: str, language: str, published: date | None, published_precision: str = "day"
) -> tuple[MomentMention, ...]:
    """Find every moment a text states, in the order of the text, none overlapping another.

    Relative words are reckoned from `published`; without it they are found, but stay unresolved (`moment.first` is
    None). A bare weekday or day and month is the latest such day on or before publication, unless the words around it
    speak of what is to come. Flight numbers, ages, articles of law, scores and durations are no moments.

    Args:
        text: Any text.
        language: BCP 47 tag; the rules are those of "en" and "zh". Other languages give only dates in figures.
        published: Day of publication; None when unknown.
        published_precision: "day", "month" or "year": how much of `published` is known.

    Returns:
        The mentions; for each, `text[start:end]` are its words.
    """
    anchor = Anchor.of(published, published_precision)
    if language.lower().partition("-")[0] == "zh":
        plain = simplify(text)
        found = _apply(CHINESE_RULES, Setting(plain, anchor, partial(ahead_in_chinese, plain)))
        return _finish(text, plain, found, CHINESE_FOLLOWING, role_in_chinese)
    found = _apply(ENGLISH_RULES, Setting(text, anchor, partial(ahead_in_english, text)))
    return _finish(text, text, found, ENGLISH_FOLLOWING, role_in_english)


Found = list[tuple[int, int, Reading]]


def _apply(rules: tuple[Rule, ...], setting: Setting) -> Found:
    """Run the rules, most specific first; words taken by one are not offered to the next."""
    found: Found = []
    taken = bytearray(len(setting.text) + 1)
    for rule in rules:
        for match in rule.pattern.finditer(setting.text):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            reading = rule.resolve(match, setting)
            if reading is not None:
                found.append((start, end, reading))
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda one: one[0])


def _finish(
    text: str,
    plain: str,
    found: Found,
    following: tuple[Following, ...],
    role_of: Callable[[str, int, int, Reading], Role],
) -> tuple[MomentMention, ...]:
    """Resolve what hangs on an earlier mention, and say which part each mention plays."""
    pending: list[tuple[int, int, Reading | Following, re.Match[str] | None]] = [(s, e, r, None) for s, e, r in found]
    taken = [(s, e) for s, e, _ in found]
    for rule in following:
        for match in rule.pattern.finditer(plain):
            if not any(match.start() < e and s < match.end() for s, e in taken):
                pending.append((*match.span(), rule, match))
                taken.append(match.span())
    mentions: list[MomentMention] = []
    for start, end, what, match in sorted(pending, key=lambda one: one[0]):
        if isinstance(what, Following):
            reading = what.resolve(match, _last_day(mentions)) if match else None
        else:
            reading = _in_stated_year(what, mentions, plain, start)
        if reading is not None:
            role = role_of(plain, start, end, reading)
            mentions.append(MomentMention(start, end, reading.moment(text[start:end]), role, reading.explicit_year))
    return tuple(mentions)


def _last_day(mentions: list[MomentMention]) -> MomentMention | None:
    """The latest mention that a following one can hang on: a dated point, not a deadline."""
    for mention in reversed(mentions):
        if mention.moment.first and mention.role in (Role.POINT, Role.DATELINE, Role.UNTIL):
            return mention
    return None


def _in_stated_year(reading: Reading, mentions: list[MomentMention], text: str, start: int) -> Reading:
    """Move a bare day or month into the year that the same sentence has just named.

    "Caught on 12 August 2023 and handed over on 3 September": September is that of 2023, whenever this was published.
    """
    if reading.explicit_year or reading.first is None or reading.resolved_by not in _WORKED_OUT or not mentions:
        return reading
    before = mentions[-1]
    if not before.explicit_year or before.moment.first is None or _SENTENCE_END.search(text, before.end, start):
        return reading
    first, last = reading.first, reading.last or reading.first
    year = before.moment.first.year
    if before.moment.first.year == first.year:
        return reading
    if reading.precision is Precision.MONTH:
        if (first.year, first.month) != (last.year, last.month):
            return reading
        moved = month_span(year, first.month)[0]
        if moved < before.moment.first.replace(day=1):
            return reading
        return Reading(*month_span(year, first.month), Precision.MONTH, "year of the same sentence", reading.calendar)
    moved_day = day(year, first.month, first.day)
    if moved_day is None or moved_day < before.moment.first:
        return reading
    return Reading(
        moved_day, moved_day + timedelta(days=(last - first).days), reading.precision, "year of the same sentence"
    )


_WORKED_OUT = ("latest such day", "latest such month", "first such day from publication on", "no publication date")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]|[。！？\n]")
