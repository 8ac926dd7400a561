"""How a place may be drawn, no more exactly than it is known.

A town is a small circle, a first-level area its own outline, a border belt a band along the line, a region without
sharp edges a haze; a state is no point at all. What has neither point nor outline is drawn as what it lies in, if that
is not a whole state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from noharbor.reference.tables import table
from noharbor.science.places.place import Place, PlaceKind, all_places
from noharbor.science.places.projection import REGION, Point

#: Nothing that holds people is drawn finer than this: its town stands for it.
TOWN_METRES = 5_000
#: From here on a circle has no middle worth a dot.
SOFT_METRES = 30_000


class Shape(StrEnum):
    """What a place looks like on the map, alphabetical."""

    AREA = "area"
    BELT = "belt"
    CIRCLE = "circle"
    HAZE = "haze"
    SOFT_CIRCLE = "soft_circle"


class NotDrawn(StrEnum):
    """Why a place is not on the map, alphabetical."""

    COUNTRY = "country"
    NO_POINT = "no_point"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle on the map, in its units."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """Which outlines the node has, each with the point of its label in units of the map.

    Attributes:
        areas: First-level areas by their place.
        belts: Border belts by their place.
    """

    areas: Mapping[str, Point]
    belts: Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a place is drawn.

    Attributes:
        place: What is drawn; a wider place than asked for where that one must not or cannot be drawn.
        shape: Its shape.
        label: Where its name goes, in units of the map.
        spots: The circles, of a circle or a haze.
        metres: How far off it may be; None for areas, belts and hazes, which show it themselves.
    """

    place: Place
    shape: Shape
    label: Point
    spots: tuple[Spot, ...] = ()
    metres: int | None = None


def drawing_of(place: Place, outlines: Outlines) -> Drawing | NotDrawn:
    """How a place is drawn, or why it is not.

    Args:
        place: Any place of the gazetteer.
        outlines: The outlines at hand; what they lack is drawn by its point.
    """
    if place.kind is PlaceKind.COUNTRY:
        return NotDrawn.COUNTRY
    place = coarse(place)
    if place.id in outlines.belts:
        return Drawing(place, Shape.BELT, outlines.belts[place.id])
    if place.id in outlines.areas:
        return Drawing(place, Shape.AREA, outlines.areas[place.id])
    spots = table("outlines")["hazes"].get(place.id)
    if spots:
        return _haze(place, spots)
    if place.latitude is None or place.longitude is None or place.precision_metres is None:
        return _drawn_as_what_it_lies_in(place, outlines)
    return _circle(place, place.latitude, place.longitude, place.precision_metres)


def coarse(place: Place) -> Place:
    """The place that may be shown in the stead of one that is known too exactly.

    Exact points of sites that hold people are nothing the product shows anybody: whoever is held there may be moved, or
    hurt, for it. A site better known than a town is shown as the town it lies in.
    """
    if place.kind is not PlaceKind.SITE or (place.precision_metres or TOWN_METRES) >= TOWN_METRES:
        return place
    return all_places()[place.parent] if place.parent else place


@cache
def state_labels() -> Mapping[str, Point]:
    """Where the names of states go, in units of the map, by ISO 3166-1 alpha-2; those the map names."""
    states = table("outlines")["states"]
    return {code: REGION.project(*state["at"]) for code, state in states.items() if "at" in state}


def _drawn_as_what_it_lies_in(place: Place, outlines: Outlines) -> Drawing | NotDrawn:
    wider = all_places().get(place.parent or "")
    if wider is None or wider.kind is PlaceKind.COUNTRY:
        return NotDrawn.NO_POINT
    return drawing_of(wider, outlines)


def _circle(place: Place, latitude: float, longitude: float, metres: int) -> Drawing | NotDrawn:
    if not REGION.holds(latitude, longitude):
        return NotDrawn.OUTSIDE
    x, y = REGION.project(latitude, longitude)
    shape = Shape.SOFT_CIRCLE if metres >= SOFT_METRES else Shape.CIRCLE
    return Drawing(place, shape, (x, y), (Spot(x, y, REGION.units(metres)),), metres)


def _haze(place: Place, spots: list[tuple[float, float, float]]) -> Drawing:
    placed = tuple(
        Spot(*REGION.project(latitude, longitude), REGION.units(kilometres * 1000))
        for latitude, longitude, kilometres in spots
    )
    widest = max(placed, key=lambda spot: spot.radius)
    return Drawing(place, Shape.HAZE, (widest.x, widest.y), placed)
