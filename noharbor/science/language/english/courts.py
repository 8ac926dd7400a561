"""Where courts sit: a verdict falls at the court's seat, never where the crime was done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import Mentions, SentenceContext
from noharbor.science.language.english.states import signs_of
from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan

_BENCH = r"(?:[Cc]ourts?|[Tt]ribunals?|[Jj]udges?|[Mm]agistrates?|[Jj]ury|[Bb]ench|Justice)"
#: "Quanzhou Intermediate People's Court", "the Seoul bench".
_COURT_BEHIND = re.compile(rf"(?:['’]s)?\s(?:[A-Z][\w'’]+\s){{0,4}}(?:federal\s|district\s|high\s)?{_BENCH}\b")
#: "a court in Tbilisi", "the Federal High Court, Ikoyi", "a federal judge in Brooklyn".
_COURT_BEFORE = re.compile(rf"\b{_BENCH}(?:\s(?:in|at|of|for)|\ssitting\s(?:in|at)|,)\s(?:the\s|\w+ern\s)?$")
_BENCH_NOUN = re.compile(rf"{_BENCH}$")


def court_places(text: str, places: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The places of a text that name the seat of a court.

    Args:
        text: The whole text.
        places: Its places.
    """
    return [
        one
        for one in places
        if _COURT_BEHIND.match(text, one.end) or _COURT_BEFORE.search(text[max(0, one.start - 40) : one.start])
    ]


def names_court(context: SentenceContext, mention: PlaceSpan, index: int, preposition: int | None) -> bool:
    """Whether a place of the sentence is the seat of the court, or where the verdict itself is said to fall.

    Args:
        context: The sentence.
        mention: The place.
        index: The word that tells the verdict.
        preposition: The preposition that the place hangs on.
    """
    if court_places(context.text, [mention]):
        return True
    if preposition is None:
        return False
    words = context.parsed.words
    above = words[preposition].head
    local = words[preposition].lower in ("in", "at")
    return local and (above == index or _BENCH_NOUN.match(words[above].text) is not None)


def seat_for(draft: EventDraft, courts: Sequence[PlaceSpan], lead: EventPlace | None) -> EventPlace | None:
    """Where the court of a verdict sits when its sentence does not say: the nearest court named, or the dateline."""
    fitting = [
        one
        for one in courts
        if not draft.countries or one.place.country is None or one.place.country in draft.countries
    ]
    near = min(fitting, key=lambda one: (one.start > draft.end, abs(one.start - draft.start)), default=None)
    return near.place if near else lead


def home_state(text: str, mentions: Mentions) -> str | None:
    """The state whose bodies act most in a text; a verdict without a court named falls there."""
    bodies = [(one.start, one.end) for one in mentions.bodies]
    bodies += [(one.start, one.end) for one in mentions.places if one.home]
    acting = [
        country
        for start, end, country in signs_of(text, mentions)
        if any(first <= start < last for first, last in bodies)
    ]
    told = Counter(acting)
    return max(told, key=lambda code: told[code], default=None)
