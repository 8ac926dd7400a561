"""Places of the gazetteer: what they are called, where they lie, how exactly that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from noharbor.reference.tables import table


class PlaceKind(StrEnum):
    """The kinds of place, alphabetical."""

    AIRPORT = "airport"
    BORDER_BELT = "border_belt"
    CITY = "city"
    COUNTRY = "country"
    CROSSING = "crossing"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    SITE = "site"
    TOWN = "town"
    ZONE = "zone"


class NoSuchPlace(KeyError):
    """There is no place with this id in the gazetteer; look it up by name, or add it to reference/places."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        id: Stable id of the gazetteer.
        kind: What sort of place it is.
        country: ISO 3166-1 alpha-2; None for a region over several states.
        parent: Id of the place it lies in; None for countries and regions over several states.
        names: Names by BCP 47 language, each list with the name to show first.
        latitude: Degrees, WGS 84; None for places without a point.
        longitude: Degrees, WGS 84.
        precision_metres: How far off the point may be.
        weak: Names that are also something else; see reference/places.
        countries: States a region or a crossing belongs to; the one country otherwise.
        periods: First and last year a site is reported to have worked; None is unknown.
        source: Where the entry comes from.
        checked: False when nobody has yet seen the names or the point in a source.
    """

    id: str
    kind: PlaceKind
    country: str | None
    parent: str | None
    names: Mapping[str, tuple[str, ...]] = field(hash=False)
    latitude: float | None
    longitude: float | None
    precision_metres: int | None
    weak: frozenset[str]
    countries: tuple[str, ...]
    periods: tuple[tuple[int | None, int | None], ...]
    source: str
    checked: bool

    def name(self, language: str) -> str:
        """The name to show in a language, or the nearest there is: its script's sibling, English, any."""
        primary = language.partition("-")[0]
        for tag in (language, primary, "en"):
            if self.names.get(tag):
                return self.names[tag][0]
        return next(iter(self.names.values()))[0]


def place(place_id: str) -> Place:
    """The place with this id.

    Raises:
        NoSuchPlace: There is none.
    """
    try:
        return all_places()[place_id]
    except KeyError:
        raise NoSuchPlace(place_id) from None


def countries() -> tuple[Place, ...]:
    """All countries and territories of ISO 3166-1, by id."""
    return tuple(one for one in all_places().values() if one.kind is PlaceKind.COUNTRY)


def country_place(code: str) -> Place:
    """The place of an ISO 3166-1 alpha-2 code."""
    return place(f"country-{code.lower()}")


@cache
def all_places() -> Mapping[str, Place]:
    """Every place by id."""
    return MappingProxyType({row[0]: place_of_row(row) for row in table("places")})


def ancestors(one: Place) -> tuple[str, ...]:
    """Ids of the places it lies in, nearest first."""
    found: list[str] = []
    parent = one.parent
    while parent and parent not in found:
        found.append(parent)
        parent = all_places()[parent].parent
    return tuple(found)


def within(place_id: str) -> tuple[str, ...]:
    """Ids of the places that lie in one, directly or in places within it, wider ones first."""
    found: dict[str, None] = {}
    waiting = [place_id]
    for one in waiting:
        new = [child for child in _children().get(one, ()) if child not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    children: dict[str, list[str]] = {}
    for one in all_places().values():
        if one.parent:
            children.setdefault(one.parent, []).append(one.id)
    return MappingProxyType({parent: tuple(ids) for parent, ids in children.items()})


def place_of_row(row: list[Any]) -> Place:
    """The place of a row of the compiled tables."""
    identifier, kind, country, parent, latitude, longitude, precision, names, weak, rare = row
    return Place(
        id=identifier,
        kind=PlaceKind(kind),
        country=country,
        parent=parent,
        names=MappingProxyType({language: tuple(these) for language, these in names.items()}),
        latitude=latitude,
        longitude=longitude,
        precision_metres=precision,
        weak=frozenset(weak),
        countries=tuple(rare.get("countries") or ([country] if country else [])),
        periods=tuple((first, last) for first, last in rare.get("periods", ())),
        source=rare.get("source") or _source(identifier),
        checked=bool(rare.get("checked", True)),
    )


def _source(identifier: str) -> str:
    kind, _, number = identifier.partition("-")
    return f"GeoNames {number}" if kind == "gn" else f"GB/T 2260 code {number}"
