"""`noharbor names place`: find the places that a name may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from noharbor.science.matching.places import FoundPlaces, PlaceCandidate


def told(name: str, found: FoundPlaces) -> dict[str, Any]:
    """An answer as it is printed as JSON."""
    return {
        "name": name,
        "compared": found.compared,
        "beyond_limit": found.beyond_limit,
        "cut": found.cut is not None,
        "left_out": found.cut.found_not_compared if found.cut else 0,
        "found": [_row(one) for one in found.candidates],
    }


def _row(one: PlaceCandidate) -> dict[str, Any]:
    place = one.place
    return {
        "id": place.id,
        "name": one.name,
        "language": one.language,
        "score": round(one.score, 4),
        "level": one.level.name.lower(),
        "reason": one.reason,
        "kind": place.kind.value,
        "country": place.country,
        "areas": [area.name("en") for area in one.areas],
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision_metres": place.precision_metres,
        "source": place.source,
        "periods": place.periods,
    }


def rows_of(found: FoundPlaces) -> list[tuple[str, str, str, str, str]]:
    """An answer as rows of a table: score, name, place, point, why."""
    from noharbor.science.names.reasons import score_told

    rows = []
    for one in found.candidates:
        place = one.place
        lies_in = ", ".join(area.name("en") for area in one.areas)
        where = f"{place.name('en')} ({place.kind.value.replace('_', ' ')}{'; ' + lies_in if lies_in else ''})"
        point = "" if place.latitude is None else f"{place.latitude}, {place.longitude} ± {place.precision_metres} m"
        rows.append((score_told(one.score), f"{one.name} ({one.language})", where, point, one.reason))
    return rows
