"""Where an event took place when its own sentence does not say: the paragraph's dateline, the scene, the state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import Mentions
from noharbor.science.language.english.courts import court_places, home_state, seat_for
from noharbor.science.language.events import EventPlace, EventType
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.places.place import country_place

#: Told for a state as a whole when no narrower place is named.
_OF_A_STATE = frozenset({EventType.LEGISLATION, EventType.STATISTIC})
_ON_THE_SPOT = frozenset({EventType.ARREST, EventType.OPERATION, EventType.RESCUE, EventType.SEIZURE})
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
    text: str, drafts: Sequence[EventDraft], datelines: dict[int, PlaceSpan], mentions: Mentions, title_end: int
) -> None:
    """Give the drafts without a place of their own the best one the article offers, where one is due.

    Args:
        text: The whole text.
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
    _share_scenes(text, drafts, mentions)
    lead = datelines[first].place if first is not None and single else None
    _place_by_state(text, drafts, mentions, lead, title_end)


def _share_scenes(text: str, drafts: Sequence[EventDraft], mentions: Mentions) -> None:
    """Acts of one scene share its place; a promise is made where the talks are."""
    for draft in drafts:
        if draft.type in _ON_THE_SPOT and (draft.place is None or _is_state(draft.place)):
            pointed = _pointed_at(text, draft, mentions) or _of_kind(text, draft, mentions)
            _give(draft, pointed or _scene_of(drafts, draft))
        if draft.type is EventType.STATISTIC and (draft.place is None or _is_state(draft.place)):
            _give(draft, _of_kind(text, draft, mentions))
        if draft.place is None and draft.type is EventType.COMMITMENT:
            _give(draft, _talks_of(drafts, draft))


def _place_by_state(
    text: str, drafts: Sequence[EventDraft], mentions: Mentions, lead: EventPlace | None, title_end: int
) -> None:
    """What has no scene of its own: verdicts at the court, the rest where headline, dateline or state are."""
    headline = [one.place for one in mentions.places if one.start < title_end and not one.home and not one.demonym]
    courts = court_places(text, mentions.places)
    for draft in drafts:
        if _lacks_place(draft) and draft.type is EventType.SENTENCE:
            _give(draft, _court_of(text, draft, courts, lead, mentions))
        if _lacks_place(draft) and draft.type in _OF_A_STATE:
            _give(draft, _made_or_counted(draft, mentions, lead, headline))
        if draft.type in _ON_THE_SPOT and draft.place is not None and _is_state(draft.place):
            _give(draft, _narrower(draft.place, [*headline, *([lead] if lead else [])]))
        if _lacks_place(draft) and (draft.type in _ON_THE_SPOT or draft.type is EventType.MEETING):
            fitting = [one for one in (*headline, lead) if one and _may_be(one, draft)]
            _give(draft, fitting[0] if fitting else state_place(draft, mentions))


def _narrower(state: EventPlace, offered: Sequence[EventPlace]) -> EventPlace | None:
    """The place of the headline or the dateline, if it lies in the state that is told."""
    return next((one for one in offered if one.country == state.country and not _is_state(one)), None)


def _is_state(place: EventPlace) -> bool:
    return (place.place_id or "").startswith("country-")


_THERE = re.compile(
    r"\b(?:there|at the site|in the (?:park|zone|compound))\b(?!\s(?:are|is|was|were|had|has|have|would|will)\b)"
)


#: "our province", "the zone": words that point back to the place of that kind named before.
_OF_KIND = re.compile(
    r"\b(?:the|our|this)\s(?:whole\s)?(?P<kind>province|city|zone|park|estate|compound|checkpoint|district)\b(?!\s[A-Z])"
)
_KINDS = {
    "province": ("province",),
    "city": ("city", "town"),
    "zone": ("zone",),
    "park": ("site",),
    "estate": ("site",),
    "compound": ("site",),
    "checkpoint": ("crossing",),
    "district": ("district",),
}


def _of_kind(text: str, draft: EventDraft, mentions: Mentions) -> EventPlace | None:
    """The last place before of the kind that a phrase of the telling points back to."""
    pointing = _OF_KIND.search(text, draft.start, draft.end)
    if pointing is None:
        return None
    kinds = _KINDS[pointing["kind"]]
    before = [one for one in mentions.places if one.end < pointing.start() and one.kind in kinds and not one.demonym]
    return before[-1].place if before else None


def _pointed_at(text: str, draft: EventDraft, mentions: Mentions) -> EventPlace | None:
    """The place that "there" points back to: the last one named before, in this paragraph or the end of the last."""
    there = _THERE.search(text, draft.start, draft.end)
    if there is None:
        return None
    before = [
        one
        for one in mentions.places
        if 0 < there.start() - one.end <= 300
        and one.kind not in ("country", "region")
        and not one.home
        and not one.demonym
    ]
    return before[-1].place if before else None


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


def _made_or_counted(
    draft: EventDraft, mentions: Mentions, lead: EventPlace | None, headline: list[EventPlace]
) -> EventPlace | None:
    """Laws and figures are a state's."""
    around = [*([lead] if lead else []), *headline]
    if draft.type is not EventType.STATISTIC and not draft.countries:
        bodies = [one.country for one in mentions.bodies if one.country]
        draft.countries = (max(bodies, key=bodies.count),) if bodies else ()
    if not draft.countries and around and around[0].country:
        draft.countries = (around[0].country,)
    return state_place(draft, mentions) or (around[0] if around else None)


def _court_of(
    text: str, draft: EventDraft, courts: Sequence[PlaceSpan], lead: EventPlace | None, mentions: Mentions
) -> EventPlace | None:
    seat = seat_for(draft, courts, lead)
    if seat is not None:
        return seat
    state = home_state(text, mentions)
    if state is not None and not draft.countries:
        draft.countries = (state,)
    return state_place(draft, mentions)


def _give(draft: EventDraft, place: EventPlace | None) -> None:
    if place is not None:
        draft.place, draft.place_inherited = place, True


def _scene_of(drafts: Sequence[EventDraft], draft: EventDraft) -> EventPlace | None:
    """The place of the nearest act on the spot of that day; for one told of a state only, a narrower one near it."""
    near = [
        one
        for one in drafts
        if one.place is not None
        and not one.place_inherited
        and one.type in _ON_THE_SPOT
        and _may_be(one.place, draft)
        and (one.moment is None or draft.moment is None or one.moment.first == draft.moment.first)
    ]
    if draft.place is not None:
        state = draft.place.country
        near = [
            one
            for one in near
            if one.place
            and not _is_state(one.place)
            and one.place.country == state
            and abs(one.sentence - draft.sentence) <= 2
        ]
    closest = min(near, key=lambda one: (abs(one.sentence - draft.sentence), one.start), default=None)
    return closest.place if closest else None


def _may_be(place: EventPlace, draft: EventDraft) -> bool:
    return not draft.countries or place.country is None or place.country in draft.countries


def state_place(draft: EventDraft, mentions: Mentions) -> EventPlace | None:
    """The acting state, by the name the text uses for it."""
    return _state_called(draft.countries[0], mentions) if len(draft.countries) == 1 else None


def place_moves(drafts: Sequence[EventDraft], mentions: Mentions) -> None:
    """Handovers told without a place happen in the state that people leave.

    Args:
        drafts: Merged drafts with their routes.
        mentions: All mentions of the text.
    """
    for draft in drafts:
        transfer = draft.type in (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
        if transfer and draft.place is None and draft.from_country is not None:
            _give(draft, _state_called(draft.from_country, mentions))


def _state_called(code: str, mentions: Mentions) -> EventPlace:
    named = [one.place for one in mentions.places if one.kind == "country" and one.place.country == code]
    if named:
        return named[0]
    known = country_place(code)
    return EventPlace(known.name("en"), code, known.id)


def origins_near(drafts: Sequence[EventDraft]) -> None:
    """People who are sent off without a word on where from leave the state where the sentences before caught them.

    Args:
        drafts: Merged drafts with their places.
    """
    for draft in drafts:
        if not draft.moves or draft.from_country is not None or draft.to_country is None:
            continue
        near = [
            one
            for one in drafts
            if one.type in (EventType.ARREST, EventType.RESCUE)
            and one.place is not None
            and one.place.country not in (None, draft.to_country)
            and 0 <= draft.sentence - one.sentence <= 2
        ]
        if near and near[-1].place is not None:
            draft.from_country = near[-1].place.country
