"""Places that no gazetteer lists, known by how they are written: 在屯门拘捕, 突击山甘烹县一处别墅."""

from __future__ import annotations

import re

from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan

#: By a word of kind: 山甘烹县, 南保口岸, 大园区.
_BY_KIND = re.compile(
    r"(?:(?<=[在于经至往抵击自从到向赴入驻省市府县州国对、，及和])|(?<=位于)|(?<=突袭)|(?<=突击)|(?<=搜索)|(?<=搜查))"
    r"(?P<name>[\u4e00-\u9fff·]{2,5}?(?:口岸|国际机场|机场|县|郡|镇|府(?![近上里方])|村(?!民)|区(?![内分别域])|大桥|码头|岛(?!国)))"
)
#: By what surrounds it: 在左营一处水房, 于屯门及深水埗拘捕.
_BY_PLACE = re.compile(
    r"(?:(?<=[在于])|(?<=搜索)|(?<=搜查)|(?<=突击)|(?<=突袭)|(?<=攻坚)|(?<=查抄)|(?<=位于))(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?=(?:一|某|的)(?:处|栋|间|座|幢|家|所|个|名)|及[\u4e00-\u9fff]{2,4}(?:拘|逮|抓|查|搜)|(?:拘捕|逮捕|抓获|查获|破获|落网|拘提|被捕))"
)
_PART_OF_TOWN = re.compile(r"(?:市|省)?(?P<core>[\u4e00-\u9fff]{2,4}?)(?:区|县|镇|郡|坊)(?!域|内|别|分)")
_NO_NAME = re.compile(
    r"[的了其该本此某这那被把将由与和及等年月日时一两数各多全我你他她它们案件罪人员行动今昨前后内外上下来去同睡梦中途期间当地现场境外境内境边机场内该区园区特区辖区社区小区校区禁区厂区市区郊区地区山区战区酒店公寓别墅机构政府警"
    r"]"
)


def unlisted_places(text: str, plain: str, known: list[PlaceSpan]) -> list[PlaceSpan]:
    """Places the gazetteer does not have, with the country of the nearest place it has.

    Args:
        text: The whole text.
        plain: The same in simplified characters.
        known: The places found by name, in order.
    """
    found: list[PlaceSpan] = []
    for pattern, kind in ((_BY_KIND, "district"), (_BY_PLACE, "town")):
        for match in pattern.finditer(plain):
            start, end = match.span("name")
            core = re.sub(r"(?:口岸|国际机场|机场|县|郡|镇|府|村|区|大桥|码头|岛)$", "", match["name"])
            if (
                len(core) < 2
                or _NO_NAME.search(core)
                or any(start < one.end and one.start < end for one in (*known, *found))
            ):
                continue
            gate = (
                "crossing" if match["name"].endswith("口岸") else "airport" if match["name"].endswith("机场") else kind
            )
            found.append(
                PlaceSpan(
                    start,
                    end,
                    EventPlace(text[start:end], None if gate == "crossing" else _nearest_country(start, known)),
                    gate,
                )
            )
    return found + _parts_of_towns(text, plain, known)


def _parts_of_towns(text: str, plain: str, known: list[PlaceSpan]) -> list[PlaceSpan]:
    """A district named right behind its town: 金边森速区."""
    parts = []
    for one in known:
        match = _PART_OF_TOWN.match(plain, one.end)
        if match and not one.demonym and not _NO_NAME.search(match["core"]):
            part = EventPlace(text[match.start() : match.end()], one.country)
            parts.append(PlaceSpan(match.start(), match.end(), part, "site"))
    return parts


def _nearest_country(at: int, known: list[PlaceSpan]) -> str | None:
    near = [one for one in known if one.country and abs(one.start - at) <= 120]
    return min(near, key=lambda one: abs(one.start - at) + (40 if one.start > at else 0)).country if near else None
