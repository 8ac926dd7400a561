"""Where an event took place when its own sentence does not say: the paragraph's dateline, the scene, the state."""

from __future__ import annotations

from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import Mentions, PlaceSpan
from noharbor.science.language.events import EventPlace, EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Precision
from noharbor.science.places.place import country_place

#: Told for a state as a whole when no narrower place is named.
_OF_A_STATE = frozenset({EventType.LEGISLATION, EventType.SENTENCE, EventType.STATISTIC})
_ON_THE_SPOT = frozenset({EventType.ARREST, EventType.OPERATION, EventType.RESCUE, EventType.SEIZURE})
#: How far back, in characters, a day still dates what is told.
_STORY_REACH = 500
_BY_STATES = frozenset({EventType.LEGISLATION, EventType.SANCTION})
_NOWHERE = frozenset({EventType.COMMITMENT, EventType.WARNING})


def paragraph_places(mentions: Mentions, openings: dict[int, tuple[int, int]]) -> dict[int, PlaceSpan]:
    """The place that opens each paragraph ("NEGOMBO. Guilty pleas …", "KUNMING, Nov. 14 --").

    Args:
        mentions: All mentions of the text.
        openings: First character of each paragraph, and of its first sentence behind the dateline.
    """
    found: dict[int, PlaceSpan] = {}
    for paragraph, (start, begins) in openings.items():
        for place in mentions.places:
            if start <= place.start < begins:
                found.setdefault(paragraph, place)
    return found


def place_drafts(
    drafts: Sequence[EventDraft], datelines: dict[int, PlaceSpan], mentions: Mentions, title_end: int
) -> None:
    """Give the drafts without a place of their own the best one the article offers, where one is due.

    Args:
        drafts: Merged drafts; a place found here counts as inherited.
        datelines: Places that open paragraphs.
        mentions: All mentions of the text.
        title_end: Character after the title.
    """
    first = min(datelines, default=None)
    single = len(datelines) == 1
    for draft in drafts:
        if draft.type in _BY_STATES and draft.place is not None and not _acts_there(draft):
            # The place of those listed is not the place of the listing, nor that of the crime that of the law.
            draft.place = None
        own = datelines.get(draft.paragraph)
        if own is not None and _lacks_place(draft) and not (single and draft.paragraph == first):
            # A round-up: each paragraph has its own scene.
            _give(draft, own.place)
    for draft in drafts:
        if draft.place is None and draft.type in _ON_THE_SPOT:
            _give(draft, _scene_of(drafts, draft))
        if draft.place is None and draft.type is EventType.COMMITMENT:
            _give(draft, _talks_of(drafts, draft))
    lead = datelines[first].place if first is not None and single else None
    headline = [one.place for one in mentions.places if one.start < title_end and not one.home and not one.demonym]
    for draft in drafts:
        if _lacks_place(draft) and draft.type in _OF_A_STATE:
            _give(draft, _judged_or_counted(draft, mentions, lead, headline))
        if _lacks_place(draft) and (draft.type in _ON_THE_SPOT or draft.type is EventType.MEETING):
            fitting = [one for one in (*headline, lead) if one and _may_be(one, draft)]
            _give(draft, fitting[0] if fitting else state_place(draft, mentions))


def _acts_there(draft: EventDraft) -> bool:
    country = draft.place.country if draft.place else None
    return country in draft.countries or (draft.type is EventType.LEGISLATION and not draft.countries)


def _lacks_place(draft: EventDraft) -> bool:
    return draft.place is None and draft.type not in _NOWHERE


def _talks_of(drafts: Sequence[EventDraft], draft: EventDraft) -> EventPlace | None:
    """The place of the talks where a promise was made, told within three sentences of it."""
    talks = [one for one in drafts if one.type is EventType.MEETING and one.place is not None]
    near = min(talks, key=lambda one: abs(one.sentence - draft.sentence), default=None)
    return near.place if near and abs(near.sentence - draft.sentence) <= 3 else None


def _judged_or_counted(
    draft: EventDraft, mentions: Mentions, lead: EventPlace | None, headline: list[EventPlace]
) -> EventPlace | None:
    """Courts sit where the report is filed; laws and figures are a state's."""
    if draft.type is EventType.SENTENCE and lead is not None and _may_be(lead, draft):
        return lead
    around = [*([lead] if lead else []), *headline]
    if draft.type is not EventType.STATISTIC and not draft.countries:
        bodies = [one.country for one in mentions.bodies if one.country]
        draft.countries = (max(bodies, key=bodies.count),) if bodies else ()
    if not draft.countries and around and around[0].country:
        draft.countries = (around[0].country,)
    return state_place(draft, mentions) or (around[0] if around else None)


def _give(draft: EventDraft, place: EventPlace | None) -> None:
    if place is not None:
        draft.place, draft.place_inherited = place, True


def _scene_of(drafts: Sequence[EventDraft], draft: EventDraft) -> EventPlace | None:
    near = [
        one
        for one in drafts
        if one.place is not None
        and not one.place_inherited
        and one.type in _ON_THE_SPOT
        and _may_be(one.place, draft)
        and (one.moment is None or draft.moment is None or one.moment.first == draft.moment.first)
    ]
    closest = min(near, key=lambda one: (abs(one.sentence - draft.sentence), one.start), default=None)
    return closest.place if closest else None


def _may_be(place: EventPlace, draft: EventDraft) -> bool:
    return not draft.countries or place.country is None or place.country in draft.countries


def state_place(draft: EventDraft, mentions: Mentions) -> EventPlace | None:
    """The acting state, by the name the text uses for it."""
    if len(draft.countries) != 1:
        return None
    code = draft.countries[0]
    named = [one.place for one in mentions.places if one.kind == "country" and one.place.country == code]
    if named:
        return named[0]
    known = country_place(code)
    return EventPlace(known.name("en"), code, known.id)


def date_by_narrative(drafts: Sequence[EventDraft], moments: Sequence[MomentMention], reported: frozenset[int]) -> None:
    """Give acts on the spot the day that the story stands at: the last one named shortly before them.

    Args:
        drafts: Merged drafts; a day found here counts as inherited.
        moments: All moments of the text, in order.
        reported: First characters of the moments that only date a report ("police said on Tuesday").
    """
    for draft in drafts:
        if draft.moment is not None or draft.type not in _ON_THE_SPOT:
            continue
        before = [
            one
            for one in moments
            if one.role is Role.POINT
            and one.start not in reported
            and one.moment.first is not None
            and one.moment.precision in (Precision.DAY, Precision.RANGE)
            and 0 <= draft.start - one.start <= _STORY_REACH
        ]
        if before:
            draft.moment, draft.moment_inherited = before[-1].moment, True
