"""Short Chinese names of states, which mean a state only inside a compound: 中缅双方, 赴柬, 缅方, 泰籍."""

from __future__ import annotations

import re
from functools import cache

from noharbor.reference.tables import simplify, table
from noharbor.science.places.mention import Inside

Compound = tuple[int, int, str, Inside | None]


@cache
def short_names() -> dict[str, str]:
    """Short simplified name to ISO code: 缅 is MM."""
    found: dict[str, str] = {}
    for code, row in table("countries").items():
        for name in row.get("short_zh", ()):
            found.setdefault(simplify(name), code)
    return found


#: Parties side by side: 中缅双方, 中老缅泰四国, 中柬警方.
_GROUP = re.compile(
    r"(?P<group>(?:[中缅泰老柬越菲韩日美英马新印]){2,6})"
    r"(?=[两三四五六多]国|双方|[三四五六]方|警方|联合|合作|执法|关系|友好|边境|边界|口岸|警务|双边|两军|高层|外长|多方|国际)"
)
_PAIR = re.compile(
    r"(?<![其集当之从途正心市年月期空初高])中(?P<other>[缅泰柬越菲](?![国甸铢语籍方军警北南东西]))|(?<![一-鿿])中(?P<first>[缅泰柬越菲])(?![国甸铢语])"
)
#: On the way to, or in, a state: 赴柬, 在缅, 滞留缅.
_WAY = re.compile(
    r"(?P<way>赴|抵|驻|旅|访|返|离|入|出|在|从|自|由|往|对|滞留|滞|留|涉|经|援)"
    r"(?P<short>印尼|[缅柬泰菲](?![甸国语律铢])|越(?![来过权发境狱级轨野位线南])|韩(?![国语流剧]))"
)
_WAY_STRICT = re.compile(r"(?:赴|访|驻|旅|留|抵)(?P<short>[美日英台港澳印老新马](?![国本来西加坡尼大度挝]))")
#: Its side, police, army, nationality: 缅方, 柬警, 泰军, 韩籍.
_SIDE = re.compile(
    r"(?P<short>印尼|[缅柬泰菲越韩日美英中台港老马](?<![其集当之从途正心年月期空初高比])|(?<=[^日])日)"
    r"(?P<what>方(?!法|面|式|案|向|便|针|位|程|才|言|圆|可|能)|警(?!察|告|戒|示|觉|报|惕)|军(?!人|事|队|舰|火)|籍(?!贯)|媒(?!体|介)|政府|官员|国籍|边防|侨|领馆|使馆|总领馆)"
)
_SIDE_FORBIDDEN = (
    "老方",
    "马方",
    "日方向",
    "中军",
    "老军",
    "日军",
    "中警",
    "港警",
    "马警",
    "中侨",
    "台方",
    "老警",
    "日警",
    "英军",
    "中媒",
)


def find_compounds(simple: str) -> tuple[Compound, ...]:
    """States named by their short form, as start, end, ISO code and what they belong to.

    Args:
        simple: The text in simplified characters.
    """
    names = short_names()
    found: list[Compound] = []
    taken: set[int] = set()

    def add(start: int, end: int, inside: Inside | None) -> None:
        code = names.get(simple[start:end])
        if code and start not in taken:
            taken.update(range(start, end))
            found.append((start, end, code, inside))

    for match in _GROUP.finditer(simple):
        for position in range(match.start("group"), match.end("group")):
            add(position, position + 1, Inside.ORGANISATION)
    for match in _SIDE.finditer(simple):
        if match.group() not in _SIDE_FORBIDDEN:
            inside = Inside.DEMONYM if match["what"] in ("籍", "国籍", "侨") else Inside.ORGANISATION
            add(*match.span("short"), inside)
    for match in _WAY.finditer(simple):
        add(*match.span("short"), Inside.ORGANISATION if match["way"] in ("驻", "访", "援") else None)
    for match in _WAY_STRICT.finditer(simple):
        add(*match.span("short"), Inside.ORGANISATION if match.group()[0] == "驻" else None)
    for match in _PAIR.finditer(simple):
        name = "other" if match["other"] else "first"
        add(match.start(), match.start() + 1, Inside.ORGANISATION)
        add(*match.span(name), Inside.ORGANISATION)
    return tuple(sorted(found))
