"""Places of the gazetteer in the reader's language, with their other names beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.numbers import say_number
from noharbor.science.places.drawn import Drawing, Shape
from noharbor.science.places.place import Place, PlaceKind, all_places


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the language it is in, as BCP 47, so that it is set in the right typeface and read aloud rightly."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class NamesOfLanguage:
    """The names of something in one language; the first is shown where there is room for one."""

    language: str
    names: tuple[str, ...]


def names_by_language(names: Mapping[str, Sequence[str]]) -> tuple[NamesOfLanguage, ...]:
    """Lay out names, those of a language together; languages without any are left out."""
    return tuple(NamesOfLanguage(language, tuple(these)) for language, these in names.items() if these)


def name_of(place: Place) -> Name:
    """Return the name to show: the reader's language first, then English, then any."""
    if place.kind is PlaceKind.COUNTRY and place.country:
        return Name(country_name(place.country), get_language() or "en")
    language = get_language() or "en"
    for tag in (language, language.partition("-")[0], "en"):
        if place.names.get(tag):
            return Name(place.names[tag][0], tag)
    tag, names = next(iter(place.names.items()))
    return Name(names[0], tag)


def other_names_of(place: Place) -> tuple[Name, ...]:
    """Return the first name in each other language, those that look the same left out."""
    shown = name_of(place)
    seen = {shown.text}
    found = []
    for tag, names in place.names.items():
        if tag != shown.language and names[0] not in seen:
            seen.add(names[0])
            found.append(Name(names[0], tag))
    return tuple(found)


def place_name(place_id: str) -> str:
    """Return the name of a place by its id; empty for one that the gazetteer does not have."""
    place = all_places().get(place_id)
    return name_of(place).text if place else ""


def say_exactness(drawing: Drawing) -> str:
    """Return in words how exactly a place is known."""
    if drawing.metres is not None:
        kilometres = max(1, round(drawing.metres / 1000))
        return ngettext("to about %(number)s km", "to about %(number)s km", kilometres) % {
            "number": say_number(kilometres)
        }
    return {
        Shape.AREA: _("somewhere in the area"),
        Shape.BELT: _("somewhere along the border"),
        Shape.HAZE: _("region without a sharp edge"),
    }[drawing.shape]
