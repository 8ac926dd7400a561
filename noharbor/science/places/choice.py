"""Which place a name means here, if any: several places share a name, and many names are ordinary words as well."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.places.index import Hit
from noharbor.science.places.mention import PlaceMention
from noharbor.science.places.place import Place, PlaceKind, ancestors
from noharbor.science.places.surroundings import kind_word

#: States whose sites and towns may be named by a word that is also something else, once the text names the state.
_REGION = frozenset({"KH", "LA", "MM", "PH", "TH"})
#: 内地, 大陆 and 我国 mean China in a text that speaks of it or of its neighbours across the strait and the bay.
_SPEAKS_OF_CHINA = frozenset({"CN", "HK", "MO", "TW"})

_KIND_RANK = {
    PlaceKind.COUNTRY: 0,
    PlaceKind.SITE: 1,
    PlaceKind.ZONE: 1,
    PlaceKind.CITY: 2,
    PlaceKind.TOWN: 3,
    PlaceKind.PROVINCE: 3,
    PlaceKind.DISTRICT: 5,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A text and what it names without doubt.

    Attributes:
        text: As given.
        latin: With plain apostrophes, hyphens and spaces.
        simple: In simplified characters.
        evidence: Ids of places and ISO codes of states that strong names give.
    """

    text: str
    latin: str
    simple: str
    evidence: frozenset[str]


def evidence_of(hits: list[Hit], simple: str, codes: set[str]) -> frozenset[str]:
    """Ids of places and codes of states that a text names without doubt.

    Args:
        hits: All names found.
        simple: The text in simplified characters.
        codes: States already known to be named.
    """
    found = set(codes)
    for _, _, values in hits:
        strong = [one for one, weak in values if not weak]
        for one in strong:
            found.add(one.id)
            if one.country and (len(strong) == 1 or one.kind is PlaceKind.COUNTRY):
                found.add(one.country)
    if "缅" in simple:
        found.add("MM")
    return frozenset(found)


def choose(scene: Scene, hit: Hit, before: PlaceMention | None, following: Hit | None) -> PlaceMention | None:
    """The place a name means, most likely first, or None when it is no place here.

    Args:
        scene: The text.
        hit: The name and the places that bear it.
        before: The mention before it.
        following: The name behind it.
    """
    start, end, values = hit
    unspaced = scene.simple[end : end + 1] > "\u2e80"
    far, kinds = kind_word(scene.simple if unspaced else scene.latin, end)
    if following is not None and far > following[0]:
        far, kinds = end, ()
    near = _neighbours(scene.latin, (start, far), before, following)
    ranked: list[tuple[tuple[bool, bool, int], Place]] = []
    for one, weak in values:
        # 中国 before a county's name is no sign of the county: too many names are words (中国公安, 中国东方).
        whole = () if one.country == "CN" else (one.country or "",)
        beside = not near.isdisjoint((*whole, *(above for above in ancestors(one) if above != "country-cn")))
        fits = one.kind in kinds
        if weak and not (fits or beside or _is_meant(one, scene, (start, end))):
            continue
        ranked.append(((not beside, not fits, _rank(one, scene.evidence)), one))
    if not ranked:
        return None
    ranked.sort(key=lambda pair: (pair[0], pair[1].id))
    chosen = ranked[0][1]
    far = end if chosen.kind is PlaceKind.COUNTRY else far
    return PlaceMention(start, far, scene.text[start:far], chosen, None, tuple(one for _, one in ranked[1:]))


_OF_A_COUNTRY = re.compile(r"(?:\b(?:in|from|to|of|and|or|for|with|into|between)|,)\s+(?:the\s+)?$")
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")


def _is_meant(one: Place, scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a name that is also something else means the place in this text."""
    start, end = span
    if one.kind is PlaceKind.COUNTRY:
        if scene.simple[start] > "\u2e80":
            return not _SPEAKS_OF_CHINA.isdisjoint(scene.evidence)
        if _NAME_GOES_ON.match(scene.latin, end):
            return False
        return _OF_A_COUNTRY.search(scene.latin[max(0, start - 12) : start]) is not None
    listed_by_hand = not one.id.startswith(("gn-", "cn-")) and one.kind is not PlaceKind.PROVINCE
    return listed_by_hand and one.country in _REGION and one.country in scene.evidence


def _rank(one: Place, evidence: frozenset[str]) -> int:
    """How likely a place is meant, lowest best, when several share a name."""
    rank = _KIND_RANK.get(one.kind, 2)
    if one.id.startswith("gn-"):
        # Of two cities of one name the large one, whose point is kept rougher.
        rank += 3 if (one.precision_metres or 0) >= 10000 else 4
    elif one.id.startswith("cn-") and not one.id.endswith("00"):
        rank += 3
    if one.precision_metres is not None and one.precision_metres <= 15000:
        # "Bangkok" is the city before it is the province around it.
        rank -= 1
    if one.country in evidence:
        rank -= 3
    if not evidence.isdisjoint(ancestors(one)):
        rank -= 1
    return rank


_BETWEEN_BEFORE = ("", "'s ", "' ", "的")
_BETWEEN_AFTER = (", ", " in ", ", in ", ", in the ", ", the ", " in the ")


def _neighbours(
    latin: str, span: tuple[int, int], before: PlaceMention | None, following: Hit | None
) -> frozenset[str]:
    """Ids and states of the places right before (云南瑞丽) and right behind ("Angeles, Philippines") a name."""
    found: set[str] = set()
    if before is not None and latin[before.end : span[0]] in _BETWEEN_BEFORE:
        found |= {before.place.id, before.place.country or ""}
    if following is not None and latin[span[1] : following[0]] in _BETWEEN_AFTER:
        for one, weak in following[2]:
            if not weak:
                found |= {one.id, one.country or ""} if one.kind is PlaceKind.COUNTRY else {one.id}
    return frozenset(found - {""})
