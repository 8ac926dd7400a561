"""What is put right between drafts of one article after they are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventType, Passage
from noharbor.science.moments.moment import Precision

_STATUS = re.compile(r"刑事拘留|刑拘|强制措施|羁押|收押|批准逮捕|批捕|均已|目前")
_TRANSFERS = frozenset({EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS})
#: A group handed over at the border reaches the province within so many days.
_JOURNEY_DAYS = 14


def one_journey(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Join the stages of one group's way home: handed over at the border, then escorted to the province."""
    kept: list[EventDraft] = []
    for draft in drafts:
        earlier = next((one for one in kept if _same_journey(one, draft)), None)
        if earlier is None:
            kept.append(draft)
            continue
        earlier.mentions.append(Passage(draft.start, draft.end))
        earlier.from_country = earlier.from_country or draft.from_country
        earlier.to_country = earlier.to_country or draft.to_country
        earlier.nationalities = earlier.nationalities or draft.nationalities
        _begin_at_the_border(earlier, draft)
    return kept


def _begin_at_the_border(earlier: EventDraft, draft: EventDraft) -> None:
    """Let the first stage of a journey give its day, place and words."""
    known, other = (one.moment.first if one.moment is not None else None for one in (earlier, draft))
    if other is not None and (known is None or other < known):
        earlier.moment, earlier.moment_inherited = draft.moment, draft.moment_inherited
        earlier.place, earlier.place_inherited = draft.place or earlier.place, draft.place_inherited
        earlier.mentions.append(Passage(earlier.start, earlier.end))
        earlier.start, earlier.end = draft.start, draft.end


def _same_journey(one: EventDraft, other: EventDraft) -> bool:
    if one.type is not other.type or one.type not in _TRANSFERS or one.count is None or other.count is None:
        return False
    if one.count.value != other.count.value or one.count.value < 2 or other.in_title:
        return False
    days = [draft.moment.first for draft in (one, other) if draft.moment is not None and draft.moment.first is not None]
    if one.sentence == other.sentence:
        return False
    return len(days) < 2 or (abs((days[0] - days[1]).days) <= _JOURNEY_DAYS and days[0] != days[1])


def one_judgement(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Join the parts of one judgement: the ringleader, "another 5", and at last all 29."""
    kept: list[EventDraft] = []
    for draft in drafts:
        whole = next((one for one in kept if _same_judgement(one, draft)), None)
        if whole is None:
            kept.append(draft)
            continue
        whole.mentions.append(Passage(draft.start, draft.end))
        whole.people = tuple(dict.fromkeys([*whole.people, *draft.people]))
        if draft.count is not None and (whole.count is None or draft.count.value > whole.count.value):
            whole.count = draft.count
    return kept


def _same_judgement(one: EventDraft, other: EventDraft) -> bool:
    if one.type is not EventType.SENTENCE or other.type is not EventType.SENTENCE:
        return False
    if one.place is not None and other.place is not None and one.place.name != other.place.name:
        return False
    days = {draft.moment.first for draft in (one, other) if draft.moment is not None and not draft.moment_inherited}
    return len(days) < 2 and abs(one.sentence - other.sentence) <= _ONE_HEARING


#: How many sentences a report takes for the parts of one judgement.
_ONE_HEARING = 3


def without_lone_titles(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """A headline repeats the body; what only the headline seems to tell was misread, unless the body tells nothing."""
    body = [draft for draft in drafts if not draft.in_title]
    return body or [draft for draft in drafts if draft.strength > 0.6]


#: A text whose surest event is no surer than this tells none: a likeness of words in an essay or a page of advice.
_SURE_OF_ONE = 0.75
#: The likeness of three events is no chance any more.
_FEW = 2


def without_faint_texts(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Nothing, when a text tells one or two events, none of them surely, and does not number them both."""
    numbered = sum(draft.count is not None for draft in drafts) > 1
    faint = all(draft.strength <= _SURE_OF_ONE and not _full(draft) for draft in drafts)
    if len(drafts) <= _FEW and faint and not numbered:
        return []
    return list(drafts)


def _full(draft: EventDraft) -> bool:
    """Whether a draft says how many, and when or where."""
    told = draft.moment if not draft.moment_inherited else None
    dated = told is not None and told.first is not None and told.precision is not Precision.YEAR
    return draft.count is not None and (dated or (draft.place is not None and not draft.place_inherited))


def without_restated_arrests(drafts: Sequence[EventDraft], plain: str) -> list[EventDraft]:
    """Leave out what restates: "All 47 are in criminal detention" after their handover.

    An arrest without day and place of its own, with the number of a transfer or arrest told before, is left out.
    """
    kept: list[EventDraft] = []
    for draft in drafts:
        restated = (
            draft.type is EventType.ARREST
            and _STATUS.search(plain, draft.start, draft.end) is not None
            and draft.count is not None
            and (draft.moment is None or draft.moment_inherited)
            and (draft.place is None or draft.place_inherited)
            and any(
                one.type in (EventType.ARREST, *_TRANSFERS)
                and one.count is not None
                and one.count.value == draft.count.value
                for one in kept
            )
        )
        if not restated:
            kept.append(draft)
    return kept
