"""Find the bodies a text names: ministries, police, courts, embassies, international bodies, armed groups, firms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from noharbor.reference.tables import simplify, table
from noharbor.science.places.body_patterns import Written, written_in_chinese, written_in_english
from noharbor.science.places.finder import find_places
from noharbor.science.places.index import NameIndex, longest, plain
from noharbor.science.places.mention import BodyMention
from noharbor.science.places.nationalities import find_nationalities


@lru_cache(maxsize=8)
def find_bodies(text: str, language: str) -> tuple[BodyMention, ...]:
    """Find the bodies a text names, in the order of the text, none overlapping another.

    Named bodies come from reference/bodies. Beside them every state's or town's police, authorities, government,
    courts, prosecutors, immigration, ministries, army and embassies are found by how they are written ("Lao police",
    "authorities in Bangkok", 柬埔寨内政部, 缅方). A name that bodies of several states bear ("Ministry of Public
    Security") takes the state that the words beside it give, then that of an earlier mention, then the only one the
    text names, then none.
    """
    chinese = language.lower().partition("-")[0] == "zh"
    adjectives = tuple(
        (one.start, one.end, one.country) for one in find_nationalities(text, language) if not one.of_people
    )
    written = Written(text, plain(text), simplify(text), find_places(text, language), adjectives)
    found = written_in_chinese(written) if chinese else written_in_english(written)
    return _without_overlap(found + _named(written, found))


@cache
def _index() -> NameIndex:
    names: list[tuple[str, str]] = []
    for body, row in table("bodies").items():
        names += [(name, body) for these in row["names"].values() for name in these]
    return NameIndex(names)


@cache
def _countries_of_shared(words: str) -> frozenset[str]:
    """The states that have a body of which these words are the name or its end, so far as the list knows."""
    return frozenset(
        row["country"]
        for row in table("bodies").values()
        if row["country"] and any(name.endswith(words) for these in row["names"].values() for name in these)
    )


def _named(written: Written, patterns: list[BodyMention]) -> list[BodyMention]:
    """The bodies of the list."""
    rows: dict[str, Any] = table("bodies")
    hits = longest(_index().hits(written.latin, written.simple))
    spelt_out = {body for start, end, values in hits for body in values if end - start > 5}
    states = {one.place.country for one in written.places} | {None}
    found: list[BodyMention] = []
    for start, end, values in hits:
        words = (written.simple if written.text[start] > "\u2e80" else written.latin)[start:end]
        for body in values:
            row = rows[body]
            shared = words in row.get("shared", ())
            # Three capitals may be anything; they count once the full name or the body's state stands in the text.
            if _is_acronym(words) and body not in spelt_out and (shared or row["country"] not in states):
                continue
            country = _owner(written, (start, end, words), found, patterns) if shared else row["country"]
            known = body if country == row["country"] else _sibling(words, country)
            found.append(written.mention(start, end, row["kind"], country, known))
            break
    return found


def _is_acronym(words: str) -> bool:
    return len(words) <= 3 and words.isascii() and words.isupper()


def _owner(
    written: Written, hit: tuple[int, int, str], found: list[BodyMention], patterns: list[BodyMention]
) -> str | None:
    """The state a shared name belongs to here."""
    start, end, words = hit
    for pattern in patterns:
        if pattern.start <= start and end <= pattern.end:
            return pattern.country
    after = re.match(r"\s+of\s+(?:the\s+)?", written.latin[end : end + 12])
    for mention in written.places:
        if after and mention.start == end + after.end():
            return mention.place.country
    earlier = [one.country for one in (*found, *patterns) if one.country and words in one.words and one.start < start]
    if earlier:
        return earlier[-1]
    named = {one.place.country for one in written.places if one.place.country} & _countries_of_shared(words)
    if not named and words in ("公安部", "外交部", "司法部"):
        # Chinese texts name those of other states with the state's name.
        return "CN"
    return named.pop() if len(named) == 1 else None


def _sibling(words: str, country: str | None) -> str | None:
    """The body of another state that bears a shared name."""
    if country is None:
        return None
    for body, row in table("bodies").items():
        if row["country"] == country and any(name.endswith(words) for these in row["names"].values() for name in these):
            return str(body)
    return None


def _without_overlap(found: Iterable[BodyMention]) -> tuple[BodyMention, ...]:
    """The longest of overlapping mentions, with the body a shorter one inside it knows."""
    chosen: list[BodyMention] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.body is None)):
        last = chosen[-1] if chosen else None
        if last is None or one.start >= last.end:
            chosen.append(one)
        elif last.body is None and one.body is not None and one.country in (last.country, None):
            chosen[-1] = BodyMention(last.start, last.end, last.words, one.body, one.kind, last.country)
    return tuple(chosen)
