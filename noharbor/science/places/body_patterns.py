"""Bodies by how they are written: a state or town, and a word for police, government, court, ministry, embassy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.places.mention import BodyMention, PlaceMention


@dataclass(frozen=True, slots=True)
class Written:
    """A text with what is known of its places.

    Attributes:
        text: As given.
        latin: With plain apostrophes, hyphens and spaces.
        simple: In simplified characters.
        places: Its places.
        adjectives: Adjectives of states that do not name people, as start, end, ISO 3166-1 alpha-2.
    """

    text: str
    latin: str
    simple: str
    places: tuple[PlaceMention, ...]
    adjectives: tuple[tuple[int, int, str], ...]

    def mention(self, start: int, end: int, kind: str, country: str | None, body: str | None = None) -> BodyMention:
        """A body at these characters."""
        return BodyMention(start, end, self.text[start:end], body, kind, country)


#: Kinds of body and the words for them, first that fits.
_KINDS = (
    ("embassy", re.compile(r"embass|consul|使馆|领事|领馆|大使")),
    ("police", re.compile(r"police|law enforcement|detective|investigator|公安|警|执法")),
    ("immigration", re.compile(r"immigration|移民")),
    ("court", re.compile(r"court|法院|法庭")),
    ("prosecution", re.compile(r"prosecut|procurat|检察|检方|地检")),
    ("ministry", re.compile(r"ministr|minister|部$|外交|内政|财政")),
)


def kind_of(words: str) -> str:
    """The kind of body that words speak of; "government" when they say nothing finer."""
    words = words.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "government")


_QUALIFIER = (
    r"(?:(?:national|federal|local|provincial|border|security|state|cyber|anti-scam|top|[Rr]oyal|senior|judicial|[Jj]oint"
    r"|public security|special|military|township|city|tourist|immigration|district|[Aa]ppeals?|[Ss]upreme|[Hh]igh"
    r"|[Cc]entral|[Cc]riminal|National|Federal|General|Consulate|[Dd]eputy|anti-trafficking|diplomatic|customs)\s+){0,2}"
)
_ENGLISH_WORD = (
    r"(?P<body>Ministry of (?:the )?[A-Z]\w+(?:(?:,| and| &) [A-Z]\w+){0,3}"
    r"|(?:Foreign|Interior|Justice|Defence|Defense|Home Affairs|Home|Labou?r|Finance|Public Security)\s+Ministry"
    r"|(?:foreign|interior|defen[cs]e|justice|home)\s+ministry|[Ee]mbass(?:y|ies)|[Cc]onsulates?(?:[- ][Gg]eneral)?"
    r"|[Pp]olice(?:\s+(?:officers|forces?|department|chiefs?|officials))?(?!\s+(?:station|custody|raid))|authorities"
    r"|[Gg]overnment|[Cc]ourts?|prosecutors|[Pp]rocuratorate|immigration(?:\s+(?:authorities|bureau|officials|officers|police"
    r"|department))?|[Ii]mmigration\s+(?:Bureau|Department|Authority)|army|[Mm]ilitary|junta|navy|[Pp]arliament|[Cc]abinet"
    r"|law enforcement(?:\s+(?:agencies|officers|authorities|bodies))?|officials|officers|investigators|[Ss]enate"
    r"|customs|troops|soldiers|security forces|regulators?|lawmakers|side)(?![\w-])"
)
_ENGLISH_BODY = re.compile(rf"(?:'s|')?\s+{_QUALIFIER}{_ENGLISH_WORD}")
_JOINT = re.compile(r"\s*(?:,|and|or|-|,\s*and)\s*$")
_BODY_IN_PLACE = re.compile(
    r"\b(?P<body>(?:[Ll]ocal\s+)?[Pp]olice|[Aa]uthorities|[Gg]overnment|[Ee]mbassy|[Cc]onsulate(?:[- ][Gg]eneral)?"
    r"|[Oo]fficials|[Pp]rosecutors|(?:(?:[Dd]istrict|[Hh]igh|[Ss]upreme|[Aa])\s)?[Cc]ourt|[Ii]mmigration"
    r"|Ministry of [A-Z]\w+(?: and [A-Z]\w+)*)"
    r"\s+(?:in|of)\s+(?:the\s+)?$"
)
_SEAT = re.compile(r"\s+(?:in|to)\s+(?:the\s+)?$")


def written_in_english(written: Written) -> list[BodyMention]:
    """Find "Lao police", "China's Ministry of Justice", "authorities in Bangkok", "Chinese Embassy in Myanmar"."""
    found: list[BodyMention] = []
    places = {(one.start, one.end) for one in written.places}
    opened: list[tuple[int, int, str | None]] = [*written.adjectives]
    opened += [(one.start, one.end, one.place.country) for one in written.places]
    opened.sort(reverse=True)
    for start, end, country in opened:
        after = _ENGLISH_BODY.match(written.latin, end)
        if after is not None:
            found.append(written.mention(start, _with_seat(written, after), kind_of(after["body"]), country))
        elif found and 0 < found[-1].start - end < 8 and _JOINT.fullmatch(written.latin[end : found[-1].start]):
            # "Lao and Chinese officers" are two bodies; the first has only its adjective.
            found.append(written.mention(start, end, found[-1].kind, country))
        elif (start, end) in places:
            found += _in_place(written, start, end, country)
    return found


def _in_place(written: Written, start: int, end: int, country: str | None) -> list[BodyMention]:
    """Find "police in Bangkok". An embassy in Myanmar is not Myanmar's: whose it is stands elsewhere."""
    reach = max(0, start - 60)
    before = _BODY_IN_PLACE.search(written.latin[reach:start])
    if before is None:
        return []
    kind = kind_of(before["body"])
    return [written.mention(reach + before.start(), end, kind, None if kind == "embassy" else country)]


def _with_seat(written: Written, after: re.Match[str]) -> int:
    """The end of "Chinese Embassy in Myanmar", whose seat belongs to the name."""
    if kind_of(after["body"]) == "embassy":
        for mention in written.places:
            if mention.start > after.end() and _SEAT.fullmatch(written.latin[after.end() : mention.start]):
                return mention.end
    return after.end()


_CHINESE_BODY = re.compile(
    r"(?:[国省市县州邦府]|等地|等省|的|当地|中央|联邦|国家|皇家|地方|边境|最高|高等|网络|刑事|反诈|打击网络诈骗|打击电诈){0,2}"
    r"(?P<body>警察总署|警察总局|警察局|警察厅|警方|警察|公安机关|公安部门|公安厅|公安局|公安部|公安|移民总局|移民局|移民部门|移民厅"
    r"|移民警察|移民官员|军政府|政府军|政府|当局|军方|军队|军警|法院|法庭|检察院|检察官|检察机关|检方|外交部|内政部|司法部|国防部"
    r"|财政部|宣传部|劳工部|社会部|执法部门|执法机构|执法机关|执法人员|海关|边防军|边防部队|边防|大使馆|使馆|总领事馆|总领馆|领事馆"
    r"|领馆|委员会|反诈中心|国家安全局|情报院|官方|方面(?!军)|联邦调查局|方(?!法|式|案|向|便|针|位|程|才|言|圆|可|面)"
    r"|警(?!告|戒|示|觉|报|惕|察)|军(?!人|事|队|舰|火))"
)
_CHINESE_MISSION = re.compile(r"(?:王国|共和国|地区|城|市)?(?:大使馆|使馆|总领事馆|总领馆|领事馆|领馆|大使|总领事)")


def written_in_chinese(written: Written) -> list[BodyMention]:
    """泰国警方, 中国公安机关, 缅方, 中国驻缅甸大使馆."""
    found: list[BodyMention] = []
    for position, mention in enumerate(written.places):
        following = written.places[position + 1] if position + 1 < len(written.places) else None
        if following is not None and written.simple[mention.end : following.start] == "驻":
            mission = _CHINESE_MISSION.match(written.simple, following.end)
            if mission is not None:
                found.append(written.mention(mention.start, mission.end(), "embassy", mention.place.country))
                continue
        body = _CHINESE_BODY.match(written.simple, mention.end)
        if body is None or (len(body["body"]) == 1 and len(mention.words) > 2):
            continue
        kind, start, country = kind_of(body["body"]), mention.start, mention.place.country
        if kind == "embassy" and written.simple[start - 1 : start] == "驻":
            # 驻缅甸大使馆 alone does not say whose it is.
            start, country = start - 1, None
        if not found or start >= found[-1].end:
            found.append(written.mention(start, body.end(), kind, country))
    return found
