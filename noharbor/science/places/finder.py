"""Find the places of a text."""

from __future__ import annotations

import re
from dataclasses import replace

from noharbor.reference.tables import simplify
from noharbor.science.places.compounds import find_compounds
from noharbor.science.places.index import Hit, longest, place_index, plain
from noharbor.science.places.mention import Inside, PlaceMention
from noharbor.science.places.place import Place, PlaceKind, all_places, ancestors
from noharbor.science.places.surroundings import LIST_JOINT, inside_chinese, inside_english, kind_word


def find_places(text: str, language: str) -> tuple[PlaceMention, ...]:
    """Find the places a text names, in the order of the text, none overlapping another.

    The longest name wins ("Golden Triangle Special Economic Zone" before "Golden Triangle"); a kind word behind it
    belongs to it ("Bokeo province", 临沧市). Names that are also something else ("Reading", 老街) count only with a kind
    word, beside their country or the area they lie in, or, if they are of the region, in a text that names that country.

    Args:
        text: Any text.
        language: BCP 47 tag. It decides how the words around a name are read; names are found in every script.

    Returns:
        The mentions; `inside` tells which of them belong to a body or to people and are no place of an event.
    """
    latin, simple = plain(text), simplify(text)
    chinese = language.lower().partition("-")[0] in ("zh", "ja")
    hits = [hit for hit in longest(place_index().hits(latin, simple)) if not _is_no_name(simple, hit)]
    compounds = find_compounds(simple) if chinese else ()
    evidence = _evidence(hits, simple, {code for _, _, code, _ in compounds})
    mentions: list[PlaceMention] = []
    for position, hit in enumerate(hits):
        following = hits[position + 1] if position + 1 < len(hits) else None
        mention = _mention(text, latin, simple, hit, mentions, following, evidence)
        if mention is not None:
            mentions.append(mention)
    taken = [(one.start, one.end) for one in mentions]
    for start, end, code, inside in compounds:
        if not any(start < e and s < end for s, e in taken):
            mentions.append(PlaceMention(start, end, text[start:end], all_places()[f"country-{code.lower()}"], inside))
    mentions.sort(key=lambda one: one.start)
    return tuple(_said_of(mentions, latin, simple, chinese=chinese))


_HOME_OF_NO_ONE: frozenset[str] = frozenset()
#: States whose towns may be named by a word that is also something else, once the text names the state.
_REGION = frozenset({"KH", "LA", "MM", "PH", "TH"})

_NO_NAMES = re.compile(r"(?<=发展)中国(?=家)|(?<=[昨今明\d周])日本(?=[报刊台网社市港])|(?<=其)中国(?=内)|(?<=集)中国")


def _is_no_name(simple: str, hit: Hit) -> bool:
    """Characters that spell a name by chance: 发展中国家, 昨日本报."""
    start, end = hit[0], hit[1]
    return (
        simple[start:end] in ("中国", "日本") and _NO_NAMES.match(simple, start, min(len(simple), end + 1)) is not None
    )


def _evidence(hits: list[Hit], simple: str, codes: set[str]) -> frozenset[str]:
    """Ids of places and codes of states that the text names without doubt."""
    found: set[str] = set(codes)
    for _, _, values in hits:
        strong = [one for one, weak in values if not weak]
        for one in strong:
            found.add(one.id)
            if one.country and len(strong) == 1:
                found.add(one.country)
            if one.country and one.kind is PlaceKind.COUNTRY:
                found.add(one.country)
    if "缅" in simple:
        found.add("MM")
    return frozenset(found)


def _mention(
    text: str,
    latin: str,
    simple: str,
    hit: Hit,
    before: list[PlaceMention],
    following: Hit | None,
    evidence: frozenset[str],
) -> PlaceMention | None:
    start, end, values = hit
    far, kinds = kind_word(simple if simple[end : end + 1] > "\u2e80" else latin, end)
    if following is not None and far > following[0]:
        far, kinds = end, ()
    neighbours = _neighbours(latin, start, far, before, following)
    ranked: list[tuple[tuple[int, int, int], Place]] = []
    for one, weak in values:
        near = bool(neighbours & {one.country or "", *ancestors(one)})
        fits = bool(kinds) and one.kind in kinds
        if weak and not (fits or near or (one.country in _REGION & evidence and one.source[:8] != "GeoNames")):
            continue
        ranked.append(((-int(near), -int(fits), _rank(one, evidence)), one))
    if not ranked:
        return None
    ranked.sort(key=lambda pair: (pair[0], pair[1].id))
    chosen = ranked[0][1]
    if kinds and chosen.kind is PlaceKind.COUNTRY:
        far = end
    return PlaceMention(start, far, text[start:far], chosen, None, tuple(one for _, one in ranked[1:]))


_KIND_RANK = {
    PlaceKind.COUNTRY: 0,
    PlaceKind.SITE: 1,
    PlaceKind.ZONE: 1,
    PlaceKind.CITY: 2,
    PlaceKind.TOWN: 3,
    PlaceKind.PROVINCE: 3,
    PlaceKind.DISTRICT: 5,
}


def _rank(one: Place, evidence: frozenset[str]) -> int:
    """How likely a place is meant, lowest best, when several share a name."""
    rank = _KIND_RANK.get(one.kind, 2)
    if one.id.startswith("gn-"):
        rank += 4
    elif one.id.startswith("cn-") and not one.id.endswith("00"):
        rank += 3
    if one.country in evidence:
        rank -= 3
    if set(ancestors(one)) & evidence:
        rank -= 1
    return rank


_COMMA = re.compile(r",?\s*(?:in\s+)?(?:the\s+)?$")


def _neighbours(latin: str, start: int, end: int, before: list[PlaceMention], following: Hit | None) -> frozenset[str]:
    """Ids and states of the places right before (云南瑞丽) and right behind (Angeles, Philippines) a name."""
    found: set[str] = set()
    if before and latin[before[-1].end : start] in ("", "'s ", "’s ", "的", "' "):
        found |= {before[-1].place.id, before[-1].place.country or ""}
    if following is not None and latin[end : following[0]] in (
        ", ",
        " in ",
        ", in ",
        ", in the ",
        ", the ",
        " in the ",
    ):
        for one, weak in following[2]:
            if not weak:
                found |= {one.id, one.country or ""} if one.kind is PlaceKind.COUNTRY else {one.id}
    return frozenset(found - {""})


def _said_of(mentions: list[PlaceMention], latin: str, simple: str, *, chinese: bool) -> list[PlaceMention]:
    """Say of each mention what it belongs to; members of a list share the answer of the first."""
    result: list[PlaceMention] = []
    for mention in mentions:
        inside = mention.inside
        if inside is None:
            start, end = mention.start, mention.end
            inside = inside_chinese(simple, start, end) if chinese else inside_english(latin, start, end)
        if inside is None and result and result[-1].inside is not None:
            between = simple[result[-1].end : mention.start]
            if (
                0 < len(between) <= 10
                and LIST_JOINT.match(between)
                and _list_follows(result[-1], latin, chinese=chinese)
            ):
                inside = result[-1].inside
        result.append(replace(mention, inside=inside) if inside is not mention.inside else mention)
    if chinese:
        _lead_of_lists(result, simple)
    return result


def _list_follows(mention: PlaceMention, latin: str, *, chinese: bool) -> bool:
    """Whether what a mention belongs to stands before it ("police from China, Laos"), so that a list may share it."""
    if chinese:
        return False
    return re.search(
        r"\b(?:from|of|in|to)\s+(?:the\s+)?$", latin[max(0, mention.start - 12) : mention.start]
    ) is not None or (
        LIST_JOINT.match(latin[max(0, mention.start - 2) : mention.start]) is not None
        and re.match(r"(?:'s)?\s+[A-Za-z]", latin[mention.end : mention.end + 4]) is None
    )


def _lead_of_lists(mentions: list[PlaceMention], simple: str) -> None:
    """In 中国、缅甸警方 the body behind the last name belongs to all of them."""
    for position in range(len(mentions) - 2, -1, -1):
        one, after = mentions[position], mentions[position + 1]
        joint = simple[one.end : after.start]
        if one.inside is None and after.inside is not None and joint in ("、", "和", "与", "及", "以及"):
            mentions[position] = replace(one, inside=after.inside)


__all__ = ["Inside", "find_places"]
