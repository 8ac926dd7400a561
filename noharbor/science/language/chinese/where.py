"""Places and nationalities of a Chinese text, in the shape the reader works with."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.language.events import EventPlace
from noharbor.science.places.finder import find_places
from noharbor.science.places.mention import Inside
from noharbor.science.places.nationalities import find_nationalities
from noharbor.science.places.place import all_places, ancestors

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
class PlaceSpan:
    """A place in the text.

    Attributes:
        start: First character.
        end: Character after the last.
        name: As written.
        country: ISO 3166-1 alpha-2, None for a region over several states.
        place_id: Of the gazetteer.
        kind: Kind of place ("city", "crossing" …).
        home: It belongs to the name of a body (泰国警方).
        demonym: It says where people come from (福建籍).
    """

    start: int
    end: int
    name: str
    country: str | None
    place_id: str | None
    kind: str
    home: bool = False
    demonym: bool = False


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
            one.words,
            one.place.country,
            one.place.id,
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


def contains(around: EventPlace, within: EventPlace) -> bool:
    """Whether the first place lies around the second."""
    if around.place_id is None or within.place_id is None or around.place_id == within.place_id:
        return False
    place = all_places().get(within.place_id)
    return place is not None and around.place_id in ancestors(place)
