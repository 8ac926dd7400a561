"""Find the bodies a text names: ministries, police, courts, embassies, international bodies, armed groups, firms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from noharbor.reference.tables import simplify, table
from noharbor.science.places.finder import find_places
from noharbor.science.places.index import NameIndex, longest, plain
from noharbor.science.places.mention import BodyMention, PlaceMention
from noharbor.science.places.nationalities import find_nationalities


def find_bodies(text: str, language: str) -> tuple[BodyMention, ...]:
    """Find the bodies a text names, in the order of the text, none overlapping another.

    Named bodies come from reference/bodies. Beside them every state's or town's police, authorities, government, courts,
    prosecutors, immigration, ministries, army and embassies are found by how they are written ("Lao police", "authorities in
    Bangkok", 柬埔寨内政部, 缅方). A name that bodies of several states bear ("Ministry of Public Security") takes the state
    that the words beside it give, then that of an earlier mention in the same text, then none.
    """
    chinese = language.lower().partition("-")[0] == "zh"
    places = find_places(text, language)
    written = _Written(text, plain(text), simplify(text), places)
    found = _in_chinese(written) if chinese else _in_english(written, language)
    return _without_overlap(found + _named(written, found))


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    latin: str
    simple: str
    places: tuple[PlaceMention, ...]

    def mention(self, start: int, end: int, kind: str, country: str | None, body: str | None = None) -> BodyMention:
        return BodyMention(start, end, self.text[start:end], body, kind, country)


_KIND_OF_WORD = (
    ("embassy", r"embass|consul|使馆|领事|领馆|大使"),
    ("police", r"police|law enforcement|detective|investigator|公安|警|执法"),
    ("immigration", r"immigration|移民"),
    ("court", r"court|法院|法庭"),
    ("prosecution", r"prosecut|procurat|检察|检方|地检"),
    ("ministry", r"ministr|minister|部$|外交|内政|财政"),
    ("government", r""),
)


def _kind(words: str) -> str:
    words = words.lower()
    return next(kind for kind, pattern in _KIND_OF_WORD if re.search(pattern, words))


_ENGLISH_BODY = re.compile(
    r"(?:'s|')?\s+(?:(?:national|federal|local|provincial|border|security|state|cyber|anti-scam|top|royal|Royal|senior|judicial"
    r"|public security|special|military|township|city|tourist|immigration|district|appeals?|Appeals?|supreme|Supreme|High|high"
    r"|criminal|Criminal|joint|National|Federal|central|General|Consulate|Deputy|deputy)\s+){0,2}"
    r"(?P<body>Ministry of (?:the )?[A-Z]\w+(?:(?:,| and| &) [A-Z]\w+){0,3}|(?:Foreign|Interior|Justice|Defence|Defense|Home"
    r"|Home Affairs|Labou?r|Finance|Public Security|Digital)\s+Ministry|[Ff]oreign ministry|[Ii]nterior ministry|[Dd]efen[cs]e "
    r"ministry|[Jj]ustice ministry|[Ee]mbass(?:y|ies)|[Cc]onsulates?(?:[- ][Gg]eneral)?|[Pp]olice(?:\s+(?:officers|force|forces"
    r"|department|chiefs?|officials))?(?!\s+(?:station|custody|raid))|authorities|[Gg]overnment|[Cc]ourts?|prosecutors"
    r"|[Pp]rocuratorate|immigration(?:\s+(?:authorities|bureau|officials|officers|police|department))?|[Ii]mmigration\s+"
    r"(?:Bureau|Department|Authority)|army|[Mm]ilitary|junta|navy|[Pp]arliament|[Cc]abinet|law enforcement(?:\s+(?:agencies"
    r"|officers|authorities|bodies))?|officials|officers|investigators|[Ss]enate|customs|troops|soldiers|counterparts"
    r"|security forces|regulators?|lawmakers|side)(?![\w-])"
)
_BODY_IN_PLACE = re.compile(
    r"\b(?P<body>(?:[Ll]ocal\s+)?[Pp]olice|[Aa]uthorities|[Gg]overnment|[Ee]mbassy|[Cc]onsulate(?:[- ][Gg]eneral)?|[Oo]fficials"
    r"|[Pp]rosecutors|(?:[Dd]istrict |[Hh]igh |[Ss]upreme |[Aa] )?[Cc]ourt|[Ii]mmigration|Ministry of [A-Z]\w+(?: and [A-Z]\w+)*)"
    r"\s+(?:in|of)\s+(?:the\s+)?$"
)
_MISSION_PLACE = re.compile(r"\s+(?:in|to)\s+(?:the\s+)?$")


def _in_english(written: _Written, language: str) -> list[BodyMention]:
    found: list[BodyMention] = []
    starts = [(m.start, m.end, m.country) for m in find_nationalities(written.text, language) if not m.of_people]
    starts += [(m.start, m.end, m.place.country) for m in written.places]
    for start, end, country in starts:
        after = _ENGLISH_BODY.match(written.latin, end)
        if (
            after
            and after["body"].lower() not in ("side", "counterparts", "officers", "officials")
            or (after and after.end() - start < 60)
        ):
            body_end = _with_seat(written, after.end(), after["body"])
            found.append(written.mention(start, body_end, _kind(after["body"]), country))
            continue
        before = _BODY_IN_PLACE.search(written.latin[max(0, start - 60) : start])
        if before and (start, end) in {(m.start, m.end) for m in written.places}:
            begin = max(0, start - 60) + before.start()
            kind = _kind(before["body"])
            # An embassy in Myanmar is not Myanmar's: whose it is stands elsewhere.
            found.append(written.mention(begin, end, kind, None if kind == "embassy" else country))
    return found


def _with_seat(written: _Written, end: int, body: str) -> int:
    """The end of "Chinese Embassy in Myanmar", whose seat belongs to the name."""
    if _kind(body) != "embassy":
        return end
    for mention in written.places:
        if mention.start > end and _MISSION_PLACE.fullmatch(written.latin[end : mention.start]):
            return mention.end
    return end


_CHINESE_BODY = re.compile(
    r"(?:[国省市县州邦府]|的|当地|中央|联邦|国家|皇家|地方|边境|最高|高等|网络|刑事|民政|军政府|反诈|打击网络诈骗|打击电诈){0,2}"
    r"(?P<body>警察总署|警察总局|警察局|警察厅|警方|警察|公安机关|公安部门|公安厅|公安局|公安部|公安|移民总局|移民局|移民部门|移民厅|移民警察|移民官员|政府军|政府|当局"
    r"|军方|军队|军警|法院|法庭|检察院|检察官|检察机关|检方|外交部|内政部|司法部|国防部|财政部|宣传部|劳工部|社会部|执法部门|执法机构|执法机关|执法人员|海关|边防军"
    r"|边防部队|边防|大使馆|使馆|总领事馆|总领馆|领事馆|领馆|委员会|反诈中心|国家安全局|情报院|官方|方面(?!军)|联邦调查局|方(?!法|式|案|向|便|针|位|程|才|言|圆|可|面)"
    r"|警(?!告|戒|示|觉|报|惕|察)|军(?!人|事|队|舰|火))"
)
_CHINESE_MISSION = re.compile(r"驻")
_CHINESE_MISSION_NAME = re.compile(
    r"(?:王国|共和国|地区|城|市)?(?:大使馆|使馆|总领事馆|总领馆|领事馆|领馆|大使|总领事)"
)


def _in_chinese(written: _Written) -> list[BodyMention]:
    found: list[BodyMention] = []
    places = written.places
    for position, mention in enumerate(places):
        following = places[position + 1] if position + 1 < len(places) else None
        if following and written.simple[mention.end : following.start] == "驻":
            name = _CHINESE_MISSION_NAME.match(written.simple, following.end)
            if name:
                found.append(written.mention(mention.start, name.end(), "embassy", mention.place.country))
                continue
        body = _CHINESE_BODY.match(written.simple, mention.end)
        if body is None:
            continue
        if body["body"] in ("方", "警", "军") and len(mention.words) > 2:
            continue
        if (
            body["body"] in ("大使馆", "使馆", "领事馆", "总领事馆", "总领馆", "领馆")
            and written.simple[mention.start - 1 : mention.start] == "驻"
        ):
            if not any(one.end >= body.end() for one in found):
                found.append(written.mention(mention.start - 1, body.end(), "embassy", None))
            continue
        found.append(written.mention(mention.start, body.end(), _kind(body["body"]), mention.place.country))
    return found


@cache
def _index() -> NameIndex:
    names: list[tuple[str, str]] = []
    for body, row in table("bodies").items():
        names += [(name, body) for these in row["names"].values() for name in these]
    return NameIndex(names)


@cache
def _countries_of_shared() -> Mapping[str, frozenset[str]]:
    """For each shared name the states that have a body of that name, so far as the list knows."""
    return {
        "Ministry of Public Security": frozenset({"CN", "LA", "VN"}),
        "公安部": frozenset({"CN", "LA", "VN"}),
        "MPS": frozenset({"CN", "LA", "VN"}),
    }


def _named(written: _Written, patterns: list[BodyMention]) -> list[BodyMention]:
    rows: dict[str, Any] = table("bodies")
    hits = longest(_index().hits(written.latin, written.simple))
    full = {value for start, end, values in hits for value in values if end - start > 5}
    mentioned = {m.place.country for m in written.places if m.place.country}
    found: list[BodyMention] = []
    for start, end, values in hits:
        words = written.simple[start:end] if written.text[start] > "\u2e80" else written.latin[start:end]
        for body in values:
            row = rows[body]
            if len(words) <= 3 and words.isupper() and body not in full and row["country"] not in mentioned | {None}:
                continue
            shared = words in row.get("shared", ())
            if shared and len(words) <= 4 and words.isupper() and body not in full:
                continue
            country = _owner(written, start, end, words, found, patterns) if shared else row["country"]
            known = body if not shared or country == row["country"] else _sibling(words, country)
            found.append(written.mention(start, end, row["kind"], country, known))
            break
    return found


def _owner(
    written: _Written, start: int, end: int, words: str, found: list[BodyMention], patterns: list[BodyMention]
) -> str | None:
    """The state a shared name belongs to here."""
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
    possible = _countries_of_shared().get(words)
    named = {m.place.country for m in written.places} & possible if possible else set()
    return named.pop() if len(named) == 1 else None


def _sibling(words: str, country: str | None) -> str | None:
    """The body of another state that bears a shared name."""
    if country is None:
        return None
    for body, row in table("bodies").items():
        if row["country"] == country and any(words in name for these in row["names"].values() for name in these):
            return str(body)
    return None


def _without_overlap(found: Iterable[BodyMention]) -> tuple[BodyMention, ...]:
    """The longest of overlapping mentions, with the body a shorter one inside it knows."""
    ordered = sorted(found, key=lambda one: (one.start, -(one.end - one.start), one.body is None))
    chosen: list[BodyMention] = []
    for one in ordered:
        if chosen and one.start < chosen[-1].end:
            last = chosen[-1]
            if last.body is None and one.body is not None and one.country in (last.country, None):
                chosen[-1] = BodyMention(last.start, last.end, last.words, one.body, one.kind, last.country)
            continue
        chosen.append(one)
    return tuple(chosen)
