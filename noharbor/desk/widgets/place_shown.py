"""A place of the gazetteer as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.map_sites import say_years
from noharbor.desk.widgets.outlines import outlines_at_hand
from noharbor.desk.widgets.places import Name, NamesOfLanguage, name_of, names_by_language, say_exactness
from noharbor.science.places.drawn import Drawing, drawing_of
from noharbor.science.places.named import areas_of, named_places
from noharbor.science.places.place import Place, PlaceKind, all_places

#: Kinds of place, alphabetical.
PLACE_KIND_LABELS: dict[PlaceKind, Promise] = {
    PlaceKind.AIRPORT: _("airport"),
    PlaceKind.BORDER_BELT: _("border belt"),
    PlaceKind.CITY: _("city"),
    PlaceKind.COUNTRY: _("country or territory"),
    PlaceKind.CROSSING: _("border crossing"),
    PlaceKind.DISTRICT: _("district"),
    PlaceKind.PROVINCE: _("first-level area"),
    PlaceKind.REGION: _("region without a sharp edge"),
    PlaceKind.SITE: _("site"),
    PlaceKind.TOWN: _("town"),
    PlaceKind.ZONE: _("zone"),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """Another place, and how many statements name it; None where nobody counted."""

    id: str
    name: Name
    statements: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place.

    Attributes:
        id: Of the gazetteer.
        name: In the reader's language.
        kind: In words.
        states: In words.
        areas: The places it lies in, nearest first.
        names: All of them, by language.
        further: Names that only a search uses, by language; nobody has seen them in a source yet.
        source: Where the entry comes from.
        is_checked: Whether its names and its point were seen in a source.
        drawing: How the map draws it; None where it does not.
        exactness: How exactly that is known, in words; empty where the map does not draw it.
        shown_as: The wider place drawn in its stead, in words; empty where it is drawn itself.
        years: When a site is reported to have worked, in words.
    """

    id: str
    name: Name
    kind: str
    states: tuple[str, ...]
    areas: tuple[Linked, ...]
    names: tuple[NamesOfLanguage, ...]
    further: tuple[NamesOfLanguage, ...]
    source: str
    is_checked: bool
    drawing: Drawing | None
    exactness: str
    shown_as: str
    years: str


def place_shown(place: Place) -> PlaceShown:
    """Lay out a place."""
    drawing = drawing_of(place, outlines_at_hand().known)
    drawn = drawing if isinstance(drawing, Drawing) else None
    further = {
        language: tuple(name for name in names if name not in place.names.get(language, ()))
        for language, names in named_places()[place.id].names.items()
    }
    return PlaceShown(
        id=place.id,
        name=name_of(place),
        kind=str(PLACE_KIND_LABELS[place.kind]),
        states=tuple(map(country_name, place.countries)) if place.kind is not PlaceKind.COUNTRY else (),
        areas=tuple(Linked(area.id, name_of(area)) for area in areas_of(place) if area.id in all_places()),
        names=names_by_language(place.names),
        further=names_by_language(further),
        source=place.source,
        is_checked=place.checked,
        drawing=drawn,
        exactness=say_exactness(drawn) if drawn else "",
        shown_as=name_of(drawn.place).text if drawn and drawn.place.id != place.id else "",
        years=say_years(place),
    )


def within_shown(counted: Iterable[tuple[str, int]]) -> tuple[Linked, ...]:
    """Lay out places that lie in another, with how many statements name each."""
    return tuple(Linked(place, name_of(all_places()[place]), statements) for place, statements in counted)
