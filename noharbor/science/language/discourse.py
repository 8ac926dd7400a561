"""What a sentence leaves to the sentences before it: the size of "the group", the day, the place, the states.

Works on drafts in order of the text, in any language, before and after they are merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from noharbor.science.language.coreference import COUNTED
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventType
from noharbor.science.moments.anchor import Anchor
from noharbor.science.moments.moment import DAY_OF_PUBLICATION, Moment, Precision

#: Acts on one scene on one day: a raid and what it brought.
_SCENE = frozenset({EventType.ARREST, EventType.OPERATION, EventType.RESCUE, EventType.SEIZURE})
#: Told as of the day they are said.
_SAID = frozenset({EventType.STATISTIC, EventType.WARNING})
#: Transfers do not happen where people were caught, nor always on that day.
_TRANSFERS = frozenset({EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS})


def size_groups(drafts: Sequence[EventDraft]) -> None:
    """Give "they", "the group" and "the suspects" the size of the group told last."""
    last = None
    for draft in drafts:
        if draft.type not in COUNTED:
            continue
        if draft.count is not None:
            last = draft
        elif draft.refers_back and last is not None and draft.sentence - last.sentence <= 6:
            draft.count = last.count
            draft.nationalities = draft.nationalities or last.nationalities


def spread_moments(drafts: Sequence[EventDraft]) -> None:
    """Give a scene's parts the day of the scene, and a promise the day of the talks where it was made."""
    for draft in drafts:
        if draft.moment is not None:
            continue
        sources = (
            _SCENE if draft.type in _SCENE else {EventType.MEETING} if draft.type is EventType.COMMITMENT else set()
        )
        near = [
            other
            for other in drafts
            if other.type in sources
            and other.moment is not None
            and not other.moment_inherited
            and other.moment.precision in (Precision.DAY, Precision.RANGE)
            and not _elsewhere(draft, other)
        ]
        if near:
            # Stories go forward: what was told before dates what comes after.
            closest = min(near, key=lambda other: (other.start > draft.start, abs(other.sentence - draft.sentence)))
            draft.moment, draft.moment_inherited = closest.moment, True


def spread_places(drafts: Sequence[EventDraft]) -> None:
    """Give a scene's parts the place of the scene."""
    for draft in drafts:
        if draft.place is not None or draft.type in (EventType.COMMITMENT, EventType.WARNING, EventType.SANCTION):
            continue
        near = [
            other
            for other in drafts
            if other.place is not None
            and not other.place_inherited
            and (other.type in _SCENE or other.type is draft.type)
            and (draft.type in _SCENE or draft.type is other.type or draft.type is EventType.STATISTIC)
            and abs(other.paragraph - draft.paragraph) <= 2
        ]
        if near:
            closest = min(near, key=lambda other: (abs(other.sentence - draft.sentence), other.start))
            draft.place, draft.place_inherited = closest.place, True


def _elsewhere(one: EventDraft, other: EventDraft) -> bool:
    return (
        one.place is not None
        and other.place is not None
        and one.place.country is not None
        and other.place.country is not None
        and one.place.country != other.place.country
    )


def date_statements(drafts: Sequence[EventDraft], said: Moment | None) -> None:
    """Give figures and warnings without a day of their own the day they were said."""
    for draft in drafts:
        if draft.type in _SAID and draft.moment is None and said is not None:
            draft.moment, draft.moment_inherited = said, True


def name_states(drafts: Sequence[EventDraft]) -> None:
    """Give events without a named actor the state where they happened, and transfers the states they join."""
    for draft in drafts:
        if draft.type in _TRANSFERS:
            told = [*draft.countries, draft.from_country, draft.to_country]
            draft.countries = tuple(dict.fromkeys(country for country in told if country))
        elif not draft.countries and draft.place is not None and draft.place.country:
            draft.countries = (draft.place.country,)


def complete_routes(drafts: Sequence[EventDraft], *, scene: str | None, home: str | None) -> None:
    """Fill the states people move from and to, where their sentence leaves them out.

    People go home, so the state of their nationality is where they go; they come from the scene of the crime, even
    when a third state lies on the way.

    Args:
        drafts: All drafts.
        scene: The state where the article's arrests, rescues and compounds are.
        home: The state most of the people named in the article belong to.
    """
    for draft in drafts:
        if not draft.moves:
            continue
        if draft.to_country is None and len(draft.nationalities) <= 1:
            draft.to_country = draft.nationalities[0] if draft.nationalities else home
        if draft.to_country is not None and draft.to_country == draft.from_country:
            draft.from_country = None
        if draft.type is EventType.REPATRIATION_OF_VICTIMS and len(draft.nationalities) == 1:
            _turn_homewards(draft, draft.nationalities[0])
        own = draft.place.country if draft.place is not None and not draft.place_inherited else None
        total = draft.type not in _TRANSFERS
        if total and draft.from_country is None and draft.to_country not in (None, own):
            draft.from_country = own
        on_the_way = draft.from_country is not None and draft.from_country in _WAYS.get(scene or "", ())
        several = draft.type is EventType.REPATRIATION_OF_VICTIMS or (draft.count is not None and draft.count.value > 1)
        if (draft.from_country is None or (on_the_way and several)) and scene != draft.to_country:
            draft.from_country = scene or draft.from_country
        if draft.from_country is None:
            told = [draft.place.country if draft.place else None, *draft.countries]
            draft.from_country = next((one for one in told if one and one != draft.to_country), None)
        if draft.to_country is None and draft.type in _TRANSFERS and len(draft.nationalities) < 2:
            told = [one for one in draft.countries if one != draft.from_country]
            draft.to_country = told[0] if len(told) == 1 else None


def _turn_homewards(draft: EventDraft, homeland: str) -> None:
    """Victims go home: a route away from their homeland was read the wrong way round. Suspects may be sent anywhere."""
    if draft.from_country == homeland and draft.to_country not in (None, homeland):
        draft.from_country, draft.to_country = draft.to_country, draft.from_country


#: States through which people leave a scene of the crime without staying.
_WAYS = {"MM": ("TH", "LA"), "LA": ("TH",), "KH": ("TH", "VN")}


def period_end(moment: Moment, published: date | None) -> Moment | None:
    """When a figure for a period was reached: the last month of a closed period; None for one still open.

    A whole year stays that year; a period of days within a month stays as it is.
    """
    if moment.first is None or moment.last is None:
        return moment
    if published is not None and moment.last > published:
        return None
    length = (moment.last - moment.first).days
    if length < 27 or (moment.precision is Precision.YEAR and length > 360):
        return moment
    return replace(moment, first=moment.last.replace(day=1), precision=Precision.MONTH)


def published_moment(published: date | None, precision: str) -> Moment | None:
    """The day of publication as a moment, for statements that give no day: of a month or a year all its days."""
    anchor = Anchor.of(published, precision)
    if published is None or anchor is None:
        return None
    exact = {"day": Precision.DAY, "month": Precision.MONTH, "year": Precision.YEAR}[precision]
    words = published.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
    return Moment(anchor.first, anchor.last, exact, words, resolved_by=DAY_OF_PUBLICATION)
