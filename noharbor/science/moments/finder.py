"""Find the moments of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
    places: dict[re.Pattern[str], list[int]] = {}
    for rule in rules:
        for match in _matches(rule, setting.text, places):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            reading = rule.resolve(match, setting)
            if reading is not None:
                found.append((start, end, reading))
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda one: one[0])


def _matches(rule: Rule, text: str, places: dict[re.Pattern[str], list[int]]) -> Iterator[re.Match[str]]:
    """Every match of a rule, tried only where it can begin; `places` remembers where that is from rule to rule."""
    for cheap in (rule.gate, rule.starts):
        if cheap is not None and cheap not in places:
            places[cheap] = [match.start() for match in cheap.finditer(text)]
    if rule.gate is not None and not places[rule.gate]:
        return
    if rule.starts is None:
        yield from rule.pattern.finditer(text)
        return
    reached = 0
    for position in places[rule.starts]:
        match = rule.pattern.match(text, position) if position >= reached else None
        if match is not None:
            reached = match.end()
            yield match


def _finish(
    text: str,
    plain: str,
    found: Found,
    following: tuple[Following, ...],
    role_of: Callable[[str, int, int, Reading], Role],
) -> tuple[MomentMention, ...]:
    """Resolve what hangs on an earlier mention, and say which part each mention plays."""
    found = _joined(plain, found)
    pending: list[tuple[int, int, Reading | Following, re.Match[str] | None]] = [(s, e, r, None) for s, e, r in found]
    taken = [(s, e) for s, e, _ in found]
    for rule in following:
        for said in rule.pattern.finditer(plain):
            if not any(said.start() < e and s < said.end() for s, e in taken):
                pending.append((*said.span(), rule, said))
                taken.append(said.span())
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


def _joined(text: str, found: Found) -> Found:
    """One mention of a day and its date in parentheses: 周三（8月13日）, "13 August (Wednesday)"; the date decides."""
    result: Found = []
    for start, end, reading in found:
        if result and Precision.DAY is reading.precision is result[-1][2].precision:
            before_start, before_end, before = result[-1]
            if text[before_end:start].strip() in ("（", "(") and text[end : end + 1] in ("）", ")"):
                result[-1] = (before_start, end + 1, max(before, reading, key=_exactness))
                continue
        result.append((start, end, reading))
    return result


def _exactness(reading: Reading) -> int:
    """How far a reading rests on written figures rather than on words that count from publication."""
    if reading.explicit_year:
        return 2
    return 1 if reading.resolved_by.startswith(("latest such", "first such")) else 0


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
        return Reading(*month_span(year, first.month), Precision.MONTH, SAME_SENTENCE, reading.calendar, True)
    moved_day = day(year, first.month, first.day)
    if moved_day is None or moved_day < before.moment.first:
        return reading
    end = moved_day + timedelta(days=(last - first).days)
    # The year is now as good as stated, and carries on to the next date of the sentence.
    return Reading(moved_day, end, reading.precision, SAME_SENTENCE, explicit_year=True)


SAME_SENTENCE = "year of the same sentence"
_WORKED_OUT = ("latest such day", "latest such month", "first such day from publication on", "no publication date")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]|[。！？\n]")
