"""Where each event fell: all places of the article stand for choice, and learnt weights say which fits best.

The rules of each language propose a place from the event's own sentence or its scene; what they propose is one sign
among others here. The weights lie in reference/compiled/venues_<language>.json; they are learnt from annotated articles
by `benchmarks/reading/train_venues.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventPlace, EventType
from noharbor.science.language.lexicons import compiled_bytes
from noharbor.science.language.spans import contains
from noharbor.science.language.stage import Stage, Standing, is_narrow, place_key

#: Types that take their places alike.
_GROUPS = {
    EventType.ARREST: "spot",
    EventType.COMMITMENT: "said",
    EventType.HANDOVER: "move",
    EventType.LEGISLATION: "state",
    EventType.MEETING: "talks",
    EventType.OPERATION: "spot",
    EventType.REPATRIATION_OF_VICTIMS: "move",
    EventType.RESCUE: "spot",
    EventType.SANCTION: "state",
    EventType.SEIZURE: "spot",
    EventType.SENTENCE: "court",
    EventType.STATISTIC: "figure",
    EventType.WARNING: "said",
}
_ONLY_NAMED = 0.35

Features = Mapping[str, float]


def weights_of(language: str) -> str:
    """The name of the weights of a language below reference/compiled."""
    return f"venues_{language}.json"


def settle_venues(stage: Stage, language: str) -> None:
    """Give every draft of an article the place that fits it best, or none where none does.

    Args:
        stage: The article; its drafts' places are changed.
        language: Primary subtag; without weights for it nothing changes.
    """
    weights = _weights(language)
    if not weights or not stage.sentences:
        return
    chosen = [_best(stage, draft, weights) for draft in stage.drafts]
    for draft, place in zip(stage.drafts, chosen, strict=True):
        if place is None:
            draft.place, draft.place_inherited = None, False
        else:
            draft.place, draft.place_inherited = place, not _is_named_with(stage, draft, place)


def _is_named_with(stage: Stage, draft: EventDraft, place: EventPlace) -> bool:
    """Whether a sentence that tells the event names the place."""
    return any(
        _fullest(choice) == place and one.sentence in stage.sentences_of(draft) and not one.opens
        for choice in stage.choices
        for one in choice
    )


def _best(stage: Stage, draft: EventDraft, weights: Mapping[str, float]) -> EventPlace | None:
    offered = options(stage, draft)
    worth = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for _, features in offered]
    return offered[max(range(len(offered)), key=worth.__getitem__)][0]


@cache
def _weights(language: str) -> dict[str, float]:
    raw = compiled_bytes(weights_of(language))
    return dict(json.loads(raw)) if raw else {}


def options(stage: Stage, draft: EventDraft) -> list[tuple[EventPlace | None, Features]]:
    """What may be the place of a draft, with the signs for and against each.

    Args:
        stage: The article.
        draft: One of its drafts.

    Returns:
        No place first, then every place of the article, then what the rules propose if the text does not name it.
    """
    group = _GROUPS[draft.type]
    proposed = draft.place
    found: list[tuple[EventPlace | None, Features]] = [(None, _of_group(group, _none_signs(draft)))]
    keys = set()
    for choice in stage.choices:
        place = _fullest(choice)
        keys.add(place_key(choice[0].span.place))
        if draft.type is EventType.SANCTION and draft.countries and place.country not in draft.countries:
            # Those listed sit elsewhere; a listing falls where the state is that lists.
            continue
        found.append((place, _of_group(group, _signs(stage, draft, choice))))
    if proposed is not None and place_key(proposed) not in keys:
        found.append((proposed, _of_group(group, {"only the rules": 1.0} | _proposal_signs(draft, proposed))))
    return found


def _of_group(group: str, signs: Features) -> Features:
    return {**signs, **{f"{group}: {name}": value for name, value in signs.items()}}


def _none_signs(draft: EventDraft) -> dict[str, float]:
    signs = {"none": 1.0, f"none for {draft.type}": 1.0}
    if draft.place is None:
        signs["none, rules agree"] = 1.0
    elif draft.place_inherited:
        signs["none, rules inherit"] = 1.0
    return signs


def _proposal_signs(draft: EventDraft, place: EventPlace) -> dict[str, float]:
    proposed = draft.place
    if proposed is None:
        return {"rules none": 1.0}
    kind = "inherit" if draft.place_inherited else "say"
    if place_key(proposed) == place_key(place):
        return {f"rules {kind} this": 1.0}
    if contains(proposed, place) or (_is_state(proposed) and proposed.country == place.country):
        return {f"rules {kind} around this": 1.0}
    if contains(place, proposed) or (_is_state(place) and place.country == proposed.country):
        return {f"rules {kind} inside this": 1.0}
    if proposed.country is not None and proposed.country == place.country:
        return {f"rules {kind} beside this": 1.0}
    return {f"rules {kind} elsewhere": 1.0}


def _is_state(place: EventPlace) -> bool:
    return (place.place_id or "").startswith("country-")


def _signs(stage: Stage, draft: EventDraft, choice: Sequence[Standing]) -> dict[str, float]:
    place = choice[0].span.place
    signs = {f"kind {_kind(choice)}": 1.0}
    signs |= _proposal_signs(draft, place)
    signs |= _own_sentence_signs(stage, draft, choice)
    signs |= _distance_signs(stage, draft, choice)
    signs |= _article_signs(stage, choice)
    signs |= _state_signs(stage, draft, place)
    signs |= _neighbour_signs(stage, draft, place)
    return signs


def _kind(choice: Sequence[Standing]) -> str:
    place, kind = choice[0].span.place, choice[0].span.kind
    if place.place_id is None:
        return f"unlisted {kind}" if kind != "unlisted" else kind
    return kind


def _fullest(choice: Sequence[Standing]) -> EventPlace:
    """A place by the name that tells most: "Golden Triangle Special Economic Zone" rather than "the GTSEZ"."""
    place = choice[0].span.place
    names = [one.span.phrase or one.span.place.name for one in choice]
    return replace(place, name=max(names, key=len))


def _broad(one: Standing) -> str:
    if one.span.kind in ("country", "region", "border_belt"):
        return "wide"
    return "point" if one.span.kind in ("airport", "crossing", "site", "zone") else "town"


def _own_sentence_signs(stage: Stage, draft: EventDraft, choice: Sequence[Standing]) -> dict[str, float]:
    """How a place stands in the sentences that tell the event."""
    own = stage.sentences_of(draft)
    inside = [one for one in choice if one.sentence in own and not one.opens]
    signs: dict[str, float] = {}
    if not inside:
        return {"not in its sentences": 1.0}
    for one in inside:
        where = "title" if one.in_title else "sentence"
        as_what = "people" if one.span.demonym else "body" if one.span.home else "place"
        signs[f"{as_what} in its {where}"] = 1.0
        if as_what == "body":
            signs[f"body {one.role or 'bare'} in its {where}"] = 1.0
        if as_what == "place":
            signs[f"{one.role or 'bare'} in its {where}"] = 1.0
            signs[f"{one.role or 'bare'} {_broad(one)} in its {where}"] = 1.0
            if draft.start <= one.span.start < draft.end:
                signs[f"{one.role or 'bare'} in its clause"] = 1.0
    closest = max((draft.place_scores.get(one.span.start, 0.0) for one in inside), default=0.0)
    for step in (_ONLY_NAMED, 1.0, 2.0, 3.0, 4.0):
        if closest > step:
            signs[f"closer than {step:g}"] = 1.0
    return signs


def _distance_signs(stage: Stage, draft: EventDraft, choice: Sequence[Standing]) -> dict[str, float]:
    """How far before or behind the telling a place is named."""
    number, paragraph = stage.sentence_at(draft.start), draft.paragraph
    free = [one for one in choice if not one.span.demonym and not one.span.home]
    signs: dict[str, float] = {}
    before = [number - one.sentence for one in free if one.sentence < number and not one.in_title]
    behind = [one.sentence - number for one in free if one.sentence > number and not one.in_title]
    if before:
        signs[f"before by {_step(min(before))}"] = 1.0
    if behind:
        signs[f"behind by {_step(min(behind))}"] = 1.0
    if any(one.paragraph == paragraph and one.opens for one in free):
        signs["opens its paragraph"] = 1.0
    elif any(one.paragraph == paragraph for one in free):
        signs["in its paragraph"] = 1.0
    if any(one.sentence == number - 1 and one.role == "at" for one in free):
        signs["at in the sentence before"] = 1.0
    last = max((span.start for span in stage.places if span.start < draft.start and is_narrow(span)), default=-1)
    if any(one.span.start == last for one in choice):
        signs["last narrow place before"] = 1.0
    return signs


def _step(distance: int) -> str:
    return str(distance) if distance <= 2 else "3 to 5" if distance <= 5 else "more"


def _article_signs(stage: Stage, choice: Sequence[Standing]) -> dict[str, float]:
    """What a place is for the whole article."""
    signs: dict[str, float] = {}
    free = [one for one in choice if not one.span.demonym and not one.span.home]
    if not free:
        signs["only of bodies" if any(one.span.home for one in choice) else "only of people"] = 1.0
    if any(one.in_title for one in free):
        signs["in the title"] = 1.0
    if any(one.opens and one.sentence == stage.lede for one in choice):
        signs["dateline"] = 1.0
    if any(one.sentence == stage.lede and not one.opens for one in free):
        signs["in the lede"] = 1.0
        signs[f"{next(one.role for one in free if one.sentence == stage.lede) or 'bare'} in the lede"] = 1.0
    if any(one.role == "at" for one in free):
        signs["at somewhere"] = 1.0
    times = stage.named_most[place_key(choice[0].span.place)]
    signs[f"named {_step(times)} times"] = 1.0
    if stage.named_most and times == max(stage.named_most.values()):
        signs["named most"] = 1.0
    if any(one.span.start in stage.courts for one in choice):
        signs["seat of a court"] = 1.0
    return signs | _finest_signs(stage, place_key(choice[0].span.place), times)


def _finest_signs(stage: Stage, key: str, times: int) -> dict[str, float]:
    """Whether the article names anything finer inside a place; `times` is how often the place itself is named."""
    signs: dict[str, float] = {}
    inner = stage.inside.get(key, ())
    if inner:
        signs["around a place named"] = 1.0
    if any(stage.named_most[other] >= times for other in inner):
        signs["around a place named as often"] = 1.0
    if key == stage.first_narrow:
        signs["first narrow place"] = 1.0
    return signs


def _state_signs(stage: Stage, draft: EventDraft, place: EventPlace) -> dict[str, float]:
    """How the state of a place fits the states the event is told with."""
    country = place.country
    if country is None:
        return {"of no state": 1.0}
    signs: dict[str, float] = {}
    if draft.countries:
        signs["state acts" if country in draft.countries else "state does not act"] = 1.0
    if draft.from_country:
        signs["state left" if country == draft.from_country else "state not left"] = 1.0
    if draft.to_country:
        signs["state reached" if country == draft.to_country else "state not reached"] = 1.0
    if country in draft.nationalities:
        signs["state of those acted on"] = 1.0
    most = max(stage.states_most.values(), default=0)
    signs["state named most" if stage.states_most[country] == most else "state not named most"] = 1.0
    return signs


def _neighbour_signs(stage: Stage, draft: EventDraft, place: EventPlace) -> dict[str, float]:
    """Whether events told beside this one fell there, by the rules."""
    signs: dict[str, float] = {}
    for other in stage.drafts:
        if other is draft or other.place is None or other.place_inherited or place_key(other.place) != place_key(place):
            continue
        near = "near" if abs(other.sentence - draft.sentence) <= 2 else "far"
        signs[f"place of {near} {_GROUPS[other.type]}"] = 1.0
        days = {one.moment.first for one in (draft, other) if one.moment is not None}
        if len(days) == 1 and draft.moment is not None and other.moment is not None and None not in days:
            signs[f"place of {_GROUPS[other.type]} that day"] = 1.0
    return signs
