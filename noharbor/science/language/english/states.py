"""The state in which a place lies that no gazetteer lists, or whose name the gazetteer knows only from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import Mentions
from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.places.place import all_places, place

#: "Meyuns, Koror", "Tuol Kork district of Phnom Penh", "Ban Mai (Bokeo)".
_JOINED_BEHIND = re.compile(r"(?:,\s|\s\(|\sin\s|,?\s(?:\w+\s)?of\s)(?:the\s)?$")
_JOINED_BEFORE = re.compile(r"['’]s?\s$")
#: Where people come from or go to says nothing of the place beside it.
_ALONG_A_WAY = re.compile(
    r"(?:\b(?:from|to|into|back|for|toward|towards)|(?<!\bout)(?<!capital)(?<!city)(?<!Republic)(?<!part)(?<!east)"
    r"(?<!west)(?<!north)(?<!south)\sof"
    r"|\b(?:pensioners|victims|people|targets|retirees|citizens|compatriots|relatives|investors) in)"
    r"\s(?:the\s)?(?:[A-Z][\w.]+(?:\s[A-Z]\w+)?(?:,\s|,?\s(?:and|or)\s)(?:the\s)?){0,3}$"
)
#: "removed from Palau", "flown out of Fiji": here the state left is the scene.
_SENT_OUT = re.compile(r"\b(?:removed|deported|expelled|banished|ejected) from\s(?:the\s)?(?:Republic of\s)?$")
_OFFICE = re.compile(
    r"\s(?:\w+\s)?(?:police|capital|authorit|officers?|troops|soldiers|immigration|courts?|government|town|city|"
    r"province|side of|border town|militia|army|customs|detectives|investigators|marines|prosecutors|regulators?)\b"
)
_COUNTED = re.compile(r"\s?[(:,–-]?\s?\d")
_CARRIERS = re.compile(r"\s(?:Airways|Airlines?|Air)\b")
_MISSIONS = re.compile(r"\b(?:embassy|consulate|ambassador|mission|high commission)", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]?\s|\n")
#: Below this, the rounding of a city's point tells that it is a small one.
_LARGE = 10_000

#: How far into a paragraph its dateline may stand, in characters.
_OPENING = 8

Sign = tuple[int, int, str]


def with_states(text: str, unlisted: Sequence[PlaceSpan], mentions: Mentions) -> list[PlaceSpan]:
    """Unlisted places with the state they lie in, as far as the text tells.

    Args:
        text: The whole text.
        unlisted: Places without a state.
        mentions: What the gazetteers know of the text.

    Returns:
        The same places in order: by the place a name is joined to, there or elsewhere in the text, then by the
        nearest sign of a state in the sentence, in the paragraph, in the text.
    """
    joined = {one.start: _joined(text, one, mentions.places) for one in unlisted}
    names = {_key(one): joined[one.start] for one in unlisted if joined[one.start]}
    for one in reversed(unlisted):
        behind = [two for two in unlisted if _joined_behind(text, one, two)]
        if behind and _key(behind[0]) in names:
            names.setdefault(_key(one), names[_key(behind[0])])
    signs = signs_of(text, mentions)
    settled = []
    for one in unlisted:
        country = joined[one.start] or names.get(_key(one))
        if country is None:
            country = _shown([two for two in unlisted if _key(two) == _key(one)], text, signs)
        phrase = _phrase(text, one, [*mentions.places, *unlisted])
        settled.append(replace(one, place=EventPlace(one.place.name, country), phrase=phrase))
    return settled


def _phrase(text: str, span: PlaceSpan, places: Sequence[PlaceSpan]) -> str:
    """A name with the town or province it is joined to, as written; nobody finds "Saburtalo district" alone."""
    for one in places:
        if one is span or one.kind in ("country", "region"):
            continue
        if _joined_behind(text, span, one):
            return text[span.start : one.end]
        if _joined_before(text, span, one):
            return text[one.start : span.end]
    return ""


def _key(span: PlaceSpan) -> str:
    return span.place.name.casefold().removesuffix(" district")


def _joined(text: str, span: PlaceSpan, places: Sequence[PlaceSpan]) -> str | None:
    for one in places:
        if one.place.country is None:
            continue
        if _joined_behind(text, span, one):
            return one.place.country
        if _joined_before(text, span, one):
            return one.place.country
    return None


def _joined_before(text: str, span: PlaceSpan, other: PlaceSpan) -> bool:
    return 0 < span.start - other.end <= 3 and _JOINED_BEFORE.match(text[other.end : span.start]) is not None


def _joined_behind(text: str, span: PlaceSpan, other: PlaceSpan) -> bool:
    between = text[span.end : other.start] if 0 < other.start - span.end <= 18 else ""
    return bool(between) and not other.demonym and _JOINED_BEHIND.fullmatch(between) is not None


def signs_of(text: str, mentions: Mentions) -> list[Sign]:
    """Start, end and state of what shows where a text plays: places, police, "the Georgian capital"; no one's home."""
    found = [
        (one.start, one.end, one.place.country)
        for one in mentions.places
        if one.place.country
        and not one.demonym
        and (one.home or not _only_on_the_way(text[max(0, one.start - 60) : one.start]))
        and not _CARRIERS.match(text, one.end)
        and not (one.kind == "country" and _COUNTED.match(text, one.end))
    ]
    found += [
        (one.start, one.end, one.country)
        for one in mentions.bodies
        if one.country and not _MISSIONS.search(text[one.start : one.end + 10])
    ]
    for adjective in mentions.nationalities:
        if len(adjective.countries) == 1 and _OFFICE.match(text, adjective.end):
            found.append((adjective.start, adjective.end, adjective.countries[0]))
    return list({start: (start, end, country) for start, end, country in sorted(found)}.values())


def _only_on_the_way(before: str) -> bool:
    return _ALONG_A_WAY.search(before) is not None and _SENT_OUT.search(before) is None


def _shown(spans: Sequence[PlaceSpan], text: str, signs: Sequence[Sign]) -> str | None:
    """The state that the signs around all mentions of a name show: near ones count more, the sentence's the most."""
    votes: Counter[str] = Counter()
    for span in spans:
        sentence, paragraph = _sentence(text, span), _paragraph(text, span)
        for start, end, country in signs:
            distance = max(start - span.end, span.start - end, 0)
            inside = sentence[0] <= start < sentence[1]
            weight = 3.0 if inside else 1.0 if paragraph[0] <= start < paragraph[1] else 0.15
            if 0 <= start - paragraph[0] <= _OPENING and text[start:end].isupper():
                # "SUVA. Seven men …": a round-up says where the paragraph plays.
                weight, distance = 6.0, min(distance, 20)
            votes[country] += round(1000 * weight / (40 + distance))
    return max(votes, key=lambda code: votes[code], default=None)


def _sentence(text: str, span: PlaceSpan) -> tuple[int, int]:
    opens, closes = _paragraph(text, span)
    before = [one.end() for one in _SENTENCE_ENDS.finditer(text, opens, span.start)]
    behind = _SENTENCE_ENDS.search(text, span.end, closes)
    return (before[-1] if before else opens), (behind.start() + 1 if behind else closes)


def _paragraph(text: str, span: PlaceSpan) -> tuple[int, int]:
    closes = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, closes if closes >= 0 else len(text)


def doubtful(places: Sequence[PlaceSpan], mentions: Mentions) -> list[PlaceSpan]:
    """Small towns of the gazetteer under a longer name, in a state of which nothing else in the text speaks.

    "Victoria Island" in a text on Lagos is no town of Canada: the state has to be worked out as for other names.
    """
    named = Counter(one.place.country for one in places if one.place.country)
    named.update(one.country for one in mentions.bodies if one.country)
    named.update(country for one in mentions.nationalities for country in one.countries)
    found = []
    for one in places:
        listed = all_places().get(one.place.place_id or "")
        if listed is None or not listed.id.startswith("gn-") or (listed.precision_metres or 0) >= _LARGE:
            continue
        same = sum(two.place.name == one.place.name for two in places)
        names = {name.casefold() for known in listed.names.values() for name in known}
        if named[one.place.country or ""] == same and one.place.name.casefold() not in names:
            found.append(one)
    return found


def part_regions(drafts: Sequence[EventDraft], scene: str | None) -> None:
    """Say in which state of a region an act fell: whence people come, where the crime was done, whose bodies act.

    "Along the border between Myanmar and Thailand" belongs to both; an act by Myanmar's police there falls in Myanmar.
    """
    for draft in drafts:
        if draft.place is None or draft.place.country or not draft.place.place_id:
            continue
        states = place(draft.place.place_id).countries
        signs = (draft.from_country, scene, *draft.countries)
        inside = next((state for state in signs if state in states), None)
        if inside:
            draft.place = replace(draft.place, country=inside)
