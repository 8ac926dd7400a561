"""The states that act in an article as a whole: who speaks in it, where its scene lies, who 双方 are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from noharbor.science.language.chinese.view import View
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventType

_SPOKEN = frozenset({EventType.COMMITMENT, EventType.LEGISLATION, EventType.STATISTIC, EventType.WARNING})
_MISSION = re.compile(r"使馆|领馆|领事馆|我馆")
_BOTH = re.compile(r"双方|两国|中外|两地警方|三方|三国|四国|六国|各方|多国")


def voice_of(view: View) -> str | None:
    """The state whose bodies speak most in the article, else the one it is written in."""
    votes = Counter(actor.country for sentence in view.sentences for actor in sentence.actors if actor.country)
    if view.home and votes[view.home] >= max(votes.values(), default=0) - 1:
        return view.home
    return votes.most_common(1)[0][0] if votes else view.home


def scene_of(view: View) -> str | None:
    """The state the article's towns and compounds lie in, other than the one people are brought home to."""
    votes: Counter[str] = Counter()
    for sentence in view.sentences:
        for span in sentence.places:
            if span.country and span.country != view.home and not span.demonym:
                votes[span.country] += 1 if span.kind == "country" or span.home else 2
    return votes.most_common(1)[0][0] if votes else view.home


def name_parties(drafts: Sequence[EventDraft], view: View) -> None:
    """Give statements the state that speaks, and acts of "both sides" the two told before."""
    voice = voice_of(view)
    for draft in drafts:
        words = view.plain[draft.start : draft.end]
        if len(draft.countries) < 2 and _BOTH.search(words):
            pair = _parties_before(view, draft)
            draft.countries = pair or draft.countries
        if draft.type is EventType.WARNING and _MISSION.search(words) and view.home:
            draft.countries = (view.home,)
        if draft.type in _SPOKEN and not draft.countries and voice:
            draft.countries = (voice,)


def _parties_before(view: View, draft: EventDraft) -> tuple[str, ...]:
    for sentence in reversed(view.sentences[max(0, draft.sentence - 4) : draft.sentence + 1]):
        told = tuple(dict.fromkeys(actor.country for actor in sentence.actors if actor.country))
        if len(told) >= 2:
            return told
    return ()
