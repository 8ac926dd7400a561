"""Places and nationalities of a Chinese text, in the shape the reader works with."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.places.finder import find_places
from noharbor.science.places.mention import Inside
from noharbor.science.places.nationalities import find_nationalities

#: Names of counties that are everyday words of reports ("together with").
_EVERYDAY = frozenset(
    {
        "会同",
        "国公",
        "滨海",
        "濱海",
        "城区",
        "大方",
        "开放",
        "建设",
        "和平",
        "新华",
        "人民",
        "团结",
        "民主",
        "东方",
        "安定",
        "保安",
        "公安",
        "平安",
        "中方",
        "南方",
        "通报",
        "合作",
        "永安",
        "安全",
    }
)


@dataclass(frozen=True, slots=True)
class NationalitySpan:
    """Words that give people a nationality."""

    start: int
    end: int
    country: str


def places_in(text: str) -> list[PlaceSpan]:
    """Every place in a text, in order."""
    return [
        PlaceSpan(
            one.start,
            one.end,
            EventPlace(one.words, one.place.country, one.place.id),
            str(one.place.kind),
            home=one.inside is Inside.ORGANISATION,
            demonym=one.inside is Inside.DEMONYM,
        )
        for one in find_places(text, "zh")
        if one.words not in _EVERYDAY
    ]


def nationalities_of(text: str) -> list[NationalitySpan]:
    """Every nationality given to people in a text, in order."""
    return [NationalitySpan(one.start, one.end, one.country) for one in find_nationalities(text, "zh") if one.of_people]
