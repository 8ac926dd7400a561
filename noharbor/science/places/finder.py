"""Find the places of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from noharbor.reference.tables import simplify
from noharbor.science.places.choice import Scene, choose, evidence_of
from noharbor.science.places.compounds import Compound, find_compounds
from noharbor.science.places.index import Hit, longest, place_index, plain
from noharbor.science.places.mention import Inside, PlaceMention
from noharbor.science.places.place import PlaceKind, country_place
from noharbor.science.places.surroundings import LIST_JOINT, inside_chinese, inside_english

#: Places that police may raid or stand in: "police in the zone" are no police of the zone.
_NO_SEAT = frozenset(
    {PlaceKind.AIRPORT, PlaceKind.BORDER_BELT, PlaceKind.CROSSING, PlaceKind.REGION, PlaceKind.SITE, PlaceKind.ZONE}
)


@lru_cache(maxsize=8)
def find_places(text: str, language: str) -> tuple[PlaceMention, ...]:
    """Find the places a text names, in the order of the text, none overlapping another.

    The longest name wins ("Golden Triangle Special Economic Zone" before "Golden Triangle"); a kind word behind it
    belongs to it ("Bokeo province", 临沧市). Names that are also something else ("Reading", 老街) count only with a
    kind word, beside their country or the area they lie in, or, if of the region, in a text that names that country.

    Args:
        text: Any text.
        language: BCP 47 tag. It decides how the words around a name are read; names are found in every script.

    Returns:
        The mentions; `inside` tells which of them belong to a body or to people and are no place of an event.
    """
    latin, simple = plain(text), simplify(text)
    chinese = language.lower().partition("-")[0] in ("zh", "ja")
    hits = _without_shards(simple, longest(place_index().hits(latin, simple)))
    hits = [hit for hit in hits if not _is_no_name(simple, hit)]
    compounds = find_compounds(simple) if chinese else ()
    scene = Scene(text, latin, simple, evidence_of(hits, simple, {code for _, _, code, _ in compounds}))
    mentions: list[PlaceMention] = []
    for hit, following in zip_longest(hits, hits[1:]):
        mention = choose(scene, hit, mentions[-1] if mentions else None, following)
        if mention is not None:
            mentions.append(mention)
    mentions += _of_compounds(text, compounds, mentions)
    mentions.sort(key=lambda one: one.start)
    return tuple(_said_of(mentions, latin, simple, chinese=chinese))


#: Characters that spell the name of a state by chance: 发展中国家, 昨日本报.
_NO_NAMES = re.compile(r"(?<=发展)中国(?=家)|(?<=[昨今明\d周])日本(?=[报刊台网社市港])|(?<=集)中国")


def _is_no_name(simple: str, hit: Hit) -> bool:
    start, end = hit[0], hit[1]
    return simple[start:end] in ("中国", "日本") and _NO_NAMES.match(simple, start, end + 1) is not None


#: Characters that spell foreign names by sound and seldom begin or end a word of their own.
_SOUNDS = "尔拉德斯克科托卡鲁尼纳瓦兹姆布巴贝博帕佩迪蒂塔维莱雷洛罗伦耶娜塞萨莎诺夫弗菲基吉奇穆莫韦"
_MORE_BEHIND = re.compile(rf"[{_SOUNDS}]{{2}}")
_MORE_BEFORE = re.compile(rf"[{_SOUNDS}]{{2}}$")
#: A longer name is hardly a piece of another one.
_SHORT = 3


def _without_shards(simple: str, hits: list[Hit]) -> list[Hit]:
    """Leave out what is only a piece of a longer foreign name: 布达 in 布达尼尔干塔 is not Buda."""
    starts, ends = {hit[0] for hit in hits}, {hit[1] for hit in hits}
    kept = []
    for hit in hits:
        start, end = hit[0], hit[1]
        han = simple[start] > "\u2e80" and end - start <= _SHORT
        behind = end not in starts and _MORE_BEHIND.match(simple, end)
        before = start not in ends and _MORE_BEFORE.search(simple, max(0, start - 2), start)
        if not (han and (behind or before)):
            kept.append(hit)
    return kept


def _of_compounds(text: str, compounds: tuple[Compound, ...], mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The states that short Chinese names give, where no longer name has been found."""
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return [
        PlaceMention(start, end, text[start:end], country_place(code), inside)
        for start, end, code, inside in compounds
        if not any(taken[start:end])
    ]


def _said_of(mentions: list[PlaceMention], latin: str, simple: str, *, chinese: bool) -> list[PlaceMention]:
    """Say of each mention what it belongs to; members of a list share the answer of the first."""
    result: list[PlaceMention] = []
    for mention in mentions:
        inside = mention.inside
        if inside is None:
            start, end = mention.start, mention.end
            inside = inside_chinese(simple, start, end) if chinese else inside_english(latin, start, end)
        if inside is Inside.ORGANISATION and mention.place.kind in _NO_SEAT and not chinese:
            inside = None
        if inside is None and result and not chinese and _shares(result[-1], mention, latin):
            inside = result[-1].inside
        result.append(replace(mention, inside=inside) if inside is not mention.inside else mention)
    if chinese:
        _share_back(result, simple)
    return result


_PREPOSITION_BEFORE = re.compile(r"(?:\b(?:from|of|in|to)\s+(?:the\s+)?|,\s+)$")
_NOUN_AFTER = re.compile(r"(?:'s)?\s+(?!and\b|or\b)[A-Za-z]")


def _shares(before: PlaceMention, mention: PlaceMention, latin: str) -> bool:
    """Whether a mention stands in a list that a word opened: "workers from China, Laos and Myanmar"."""
    if before.inside is None or not 0 < mention.start - before.end <= 10:
        return False
    if LIST_JOINT.match(latin[before.end : mention.start]) is None:
        return False
    return (
        _PREPOSITION_BEFORE.search(latin[max(0, before.start - 12) : before.start]) is not None
        and _NOUN_AFTER.match(latin, before.end) is None
    )


def _share_back(mentions: list[PlaceMention], simple: str) -> None:
    """In 中国、缅甸警方 the body behind the last name belongs to all of them."""
    for position in range(len(mentions) - 2, -1, -1):
        one, after = mentions[position], mentions[position + 1]
        joint = simple[one.end : after.start]
        if one.inside is None and after.inside is not None and joint in ("、", "和", "与", "及", "以及"):
            mentions[position] = replace(one, inside=after.inside)
