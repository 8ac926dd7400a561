"""Sites of the gazetteer on the map: those known to have worked in a period, and those nobody has dated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from noharbor.desk.widgets.map_marks import Circle, circles_of, written
from noharbor.desk.widgets.places import Name, name_of, other_names_of
from noharbor.record.reading.placed import Period
from noharbor.science.places import Place, PlaceKind
from noharbor.science.places.drawn import Drawing, Outlines, drawing_of
from noharbor.science.places.place import all_places


@dataclass(frozen=True, slots=True)
class Site:
    """One site.

    Attributes:
        name: In the reader's language.
        others: Its names in other languages.
        drawing: Where, never finer than a town.
        shown_as: The name of the town that stands for it; empty where it stands for itself.
        dated: Whether it is known to have worked in the period; otherwise nobody has said when it did.
        years: The years that are known, in words.
    """

    name: Name
    others: tuple[Name, ...]
    drawing: Drawing
    shown_as: str
    dated: bool
    years: str

    @property
    def circles(self) -> tuple[Circle, ...]:
        """How far off it may be."""
        return circles_of(self.drawing)

    @property
    def at(self) -> str:
        """Where it is drawn, as SVG writes it."""
        return written(self.drawing.label)


def sites_of(period: Period, outlines: Outlines) -> tuple[Site, ...]:
    """Return the sites that may have worked in a period, those known to have first.

    Args:
        period: Its years count; sites known to have worked only before or after are left out.
        outlines: What can be drawn by its outline.
    """
    found = []
    for place in _sites():
        drawing = drawing_of(place, outlines)
        if isinstance(drawing, Drawing) and (not place.periods or _worked(place, period)):
            found.append(_site(place, drawing))
    return tuple(sorted(found, key=lambda site: (not site.dated, site.name.text)))


@cache
def _sites() -> tuple[Place, ...]:
    return tuple(place for place in all_places().values() if place.kind is PlaceKind.SITE)


def _worked(place: Place, period: Period) -> bool:
    return any(
        (first or period.first.year) <= period.last.year and (last or period.last.year) >= period.first.year
        for first, last in place.periods
    )


def _site(place: Place, drawing: Drawing) -> Site:
    return Site(
        name=name_of(place),
        others=other_names_of(place),
        drawing=drawing,
        shown_as=name_of(drawing.place).text if drawing.place.id != place.id else "",
        dated=bool(place.periods),
        years=say_years(place),
    )


def say_years(place: Place) -> str:
    """Return in words when a site is reported to have worked; empty where nobody has said."""
    # Translators: what stands between the members of a list.
    return _(", ").join(_years(first, last) for first, last in place.periods)


def _years(first: int | None, last: int | None) -> str:
    if last is None:
        return _("since %(year)s") % {"year": first}
    if first is None:
        return _("until %(year)s") % {"year": last}
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
