"""Brings together what several sentences tell of one event; the same for every language.

A headline, a lede and a later sentence often tell one event in different words and with different parts of it.
Drafts of one type join when nothing they say contradicts and something ties them: the same count, the same day, the
same place, the same actors, a headline, or words that point back ("the six", "the raid").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import Bound, Count, EventPlace, EventType, Passage
from noharbor.science.moments.moment import Moment, Precision

Contains = Callable[[EventPlace, EventPlace], bool]

#: People who change place or state: counted, and told again and again.
COUNTED = frozenset(
    {EventType.ARREST, EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS, EventType.RESCUE, EventType.SENTENCE}
)
#: Two named places rule out one event, except where people travel between them.
_TRAVELS = frozenset({EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS})
_FINEST = (Precision.DAY, Precision.RANGE, Precision.MONTH, Precision.YEAR, Precision.RECENT)
#: The tie a type needs before two mentions without a contradiction are one event.
_NEEDED = {
    EventType.ARREST: 1.0,
    EventType.COMMITMENT: 0.5,
    EventType.HANDOVER: 0.75,
    EventType.LEGISLATION: 0.5,
    EventType.MEETING: 0.75,
    EventType.OPERATION: 1.0,
    EventType.REPATRIATION_OF_VICTIMS: 0.75,
    EventType.RESCUE: 1.0,
    EventType.SANCTION: 0.5,
    EventType.SEIZURE: 1.0,
    EventType.SENTENCE: 1.0,
    EventType.STATISTIC: 2.5,
    EventType.WARNING: 0.5,
}
_NEVER = -99.0
_DAYS = (Precision.DAY, Precision.RANGE)


def merge_drafts(drafts: Sequence[EventDraft], *, contains: Contains) -> list[EventDraft]:
    """Merge drafts that tell the same event.

    Args:
        drafts: In order of the text.
        contains: Whether the first place lies around the second ("Cambodia" around "Poipet").

    Returns:
        One draft per event, in order of first mention, each filled from all its mentions.
    """
    body = [draft for draft in drafts if not draft.in_title]
    clusters: list[list[EventDraft]] = []
    for draft in body:
        _place(draft, clusters, contains)
    for draft in (draft for draft in drafts if draft.in_title):
        _adopt_type(draft, body)
        _place(draft, clusters, contains)
    merged = [_united(sorted(cluster, key=_order), contains) for cluster in clusters]
    return sorted(merged, key=lambda draft: min([draft.start, *(mention.start for mention in draft.mentions)]))


def _order(draft: EventDraft) -> tuple[bool, int]:
    return (draft.in_title, draft.start)


def _adopt_type(title: EventDraft, body: Sequence[EventDraft]) -> None:
    """A headline is too short to tell a total from an act, or victims from suspects: the body decides."""
    if title.count is None or title.type not in COUNTED:
        return
    same = [draft for draft in body if draft.count is not None and _same_number(draft.count, title.count) > 0]
    movable = COUNTED | {EventType.STATISTIC}
    types = [draft.type for draft in same if draft.type in movable]
    if types and title.type not in types:
        title.type = types[0]


def _place(draft: EventDraft, clusters: list[list[EventDraft]], contains: Contains) -> None:
    best, best_tie = None, _NEEDED[draft.type]
    for cluster in clusters:
        if cluster[0].type is not draft.type:
            continue
        ties = [tie(draft, other, contains) for other in cluster]
        if min(ties) <= _NEVER:
            continue
        if max(ties) >= best_tie:
            best, best_tie = cluster, max(ties)
    if best is None:
        clusters.append([draft])
    else:
        best.append(draft)


def tie(one: EventDraft, other: EventDraft, contains: Contains) -> float:
    """How strongly two drafts of one type point at one event; -99 or less when they contradict."""
    total = _count_tie(one, other) + _amount_tie(one, other) + _moment_tie(one, other)
    total += _place_tie(one, other, contains) + _actor_tie(one, other)
    if one.in_title or other.in_title:
        total += 1.25
    if one.refers_back or other.refers_back:
        total += 1.25
    if _says_little(one) or _says_little(other):
        total += 0.5
    distance = abs(one.sentence - other.sentence)
    if distance <= 1:
        total += 0.5
    return total


def _says_little(draft: EventDraft) -> bool:
    """A mention without number, day or place of its own is more often a second mention than a second event."""
    has_day = draft.moment is not None and not draft.moment_inherited
    has_place = draft.place is not None and not draft.place_inherited
    return draft.count is None and draft.amount is None and not has_day and not has_place


def _count_tie(one: EventDraft, other: EventDraft) -> float:
    if one.count is None or other.count is None:
        return 0.0
    same = _same_number(one.count, other.count)
    if one.type is EventType.SENTENCE and same == 0:
        return _share_of_judgment(one, other)
    if one.type is EventType.SEIZURE:
        # One haul is often listed over two sentences.
        return same if same > 0 else 0.0 if abs(one.sentence - other.sentence) <= 1 else _NEVER
    return same if same > 0 else _NEVER


def _share_of_judgment(one: EventDraft, other: EventDraft) -> float:
    """So "39 were convicted … Five were sentenced to death … Two got reprieves": the parts of one judgment."""
    first, second = sorted((one, other), key=lambda draft: draft.start)
    if first.count is None or second.count is None:
        return _NEVER
    part = 1 < first.count.value > second.count.value and second.sentence - first.sentence <= _JUDGMENT_REACH
    own_day = second.moment is not None and not second.moment_inherited
    own_place = second.place is not None and not second.place_inherited
    return 1.0 if part and not own_day and not own_place and not second.people else _NEVER


#: How many sentences behind a judgment its parts may be told.
_JUDGMENT_REACH = 4


def _same_number(one: Count, other: Count) -> float:
    """3 for the same number, 1 for a rounding of it ("more than 300" and 313), 0 for another."""
    if one.value == other.value:
        return 3.0 if one.value > 1 else 0.75
    low, high = sorted((one, other), key=lambda count: count.value)
    rounded = low.bound is not Bound.EXACT or high.bound is Bound.ABOUT
    return 1.0 if rounded and low.value >= 20 and low.value >= 0.88 * high.value else 0.0


def _amount_tie(one: EventDraft, other: EventDraft) -> float:
    if one.type is EventType.STATISTIC and (one.amount is None) != (other.amount is None):
        # A sum stopped and a number of cases are two figures, even of one day and place.
        return _NEVER
    if one.amount is None or other.amount is None:
        return 0.0
    if one.amount.currency != other.amount.currency and one.amount.currency and other.amount.currency:
        return 0.0
    low, high = sorted((one.amount.value, other.amount.value))
    return 2.5 if high == 0 or low >= 0.9 * high else _NEVER


def _moment_tie(one: EventDraft, other: EventDraft) -> float:
    if one.moment is None or other.moment is None or one.moment.first is None or other.moment.first is None:
        return 0.0
    weak = one.moment_inherited or other.moment_inherited
    if same_time(one.moment, other.moment):
        alike = (one.moment.precision in _DAYS) == (other.moment.precision in _DAYS)
        return 0.25 if weak else 1.0 if alike else -0.75
    if weak:
        return -0.75
    # A statement's own period may be told more than once, in finer and coarser words.
    return _NEVER


def same_time(one: Moment, other: Moment) -> bool:
    """Whether two resolved moments may be one: their spans of days overlap."""
    if one.first is None or other.first is None:
        return True
    return one.first <= (other.last or other.first) and other.first <= (one.last or one.first)


def _place_tie(one: EventDraft, other: EventDraft, contains: Contains) -> float:
    if one.place is None or other.place is None:
        return 0.0
    weak = one.place_inherited or other.place_inherited
    if one.place.name.casefold() == other.place.name.casefold():
        return 0.25 if weak else 1.0
    if contains(one.place, other.place) or contains(other.place, one.place):
        return 0.5
    if weak or one.type in _TRAVELS:
        return -0.25
    if one.place.place_id is None or other.place.place_id is None:
        # What no gazetteer knows may well lie inside the other.
        return -0.25
    if one.place.country is None or other.place.country is None:
        return -0.25
    return _NEVER if one.place.country != other.place.country else -1.25


def _actor_tie(one: EventDraft, other: EventDraft) -> float:
    total = 0.0
    names = {person.name for person in one.people} & {person.name for person in other.people}
    total += 0.75 if names else 0.0
    if one.type is EventType.MEETING and one.people and other.people and not names:
        # Other people met: Wednesday's talks with one minister are not the visit of another.
        total -= 1.0
    if (
        one.type is EventType.COMMITMENT
        and one.countries
        and other.countries
        and one.countries[0] != other.countries[0]
    ):
        # "China will …", "Myanmar will …": each side promises for itself.
        total -= 1.0
    if one.organisations and other.organisations:
        total += 0.5 if set(one.organisations) & set(other.organisations) else 0.0
    if one.countries and other.countries:
        total += 0.5 if set(one.countries) & set(other.countries) else -0.75
    if one.nationalities and other.nationalities:
        total += 0.25 if set(one.nationalities) & set(other.nationalities) else -0.75
    return total


def _united(cluster: Sequence[EventDraft], contains: Contains) -> EventDraft:
    """One draft with everything its mentions say; the fullest clause of the body is the one that is shown."""
    shown = max(cluster, key=lambda draft: (not draft.in_title, draft.count is not None, draft.strength))
    shown.mentions = [Passage(draft.start, draft.end) for draft in cluster]
    shown.moment, shown.moment_inherited = _best_moment(shown, cluster)
    shown.place, shown.place_inherited = _best_place(shown, cluster, contains)
    for draft in cluster:
        shown.place_scores = {**draft.place_scores, **shown.place_scores}
        shown.count = shown.count or draft.count
        shown.amount = shown.amount or draft.amount
        if draft is not shown:
            known = {item.what.casefold() for item in shown.items}
            shown.items += tuple(item for item in draft.items if item.what.casefold() not in known)
        shown.measure = shown.measure or draft.measure
        shown.speaker = shown.speaker or draft.speaker
        shown.from_country = shown.from_country or draft.from_country
        shown.to_country = shown.to_country or draft.to_country
        shown.moves = shown.moves or draft.moves
    if shown.type is EventType.SENTENCE:
        shown.count = max((one.count for one in cluster if one.count), key=lambda count: count.value, default=None)
    if shown.type is EventType.SEIZURE and len({one.count.value for one in cluster if one.count}) > 1:
        shown.count = None
    for name in ("people", "organisations", "countries", "nationalities", "fraud_types"):
        told = dict.fromkeys(value for draft in cluster for value in getattr(draft, name))
        setattr(shown, name, tuple(told))
    shown.strength = max(draft.strength for draft in cluster)
    return shown


def _best_moment(shown: EventDraft, cluster: Sequence[EventDraft]) -> tuple[Moment | None, bool]:
    told = [(draft.moment, draft.moment_inherited) for draft in [shown, *cluster] if draft.moment is not None]
    if not told:
        return None, False
    return min(told, key=lambda pair: (pair[0].first is None, pair[1], _FINEST.index(pair[0].precision)))


def _best_place(shown: EventDraft, cluster: Sequence[EventDraft], contains: Contains) -> tuple[EventPlace | None, bool]:
    told = [(draft.place, draft.place_inherited) for draft in [shown, *cluster] if draft.place is not None]
    if not told:
        return None, False
    best = min(told, key=lambda pair: pair[1])
    for candidate in told:
        if candidate[1] == best[1] and contains(best[0], candidate[0]):
            best = candidate
    return best
