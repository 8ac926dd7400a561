"""Places with all their names, also those that only a search by name may use.

Thousands of districts and townships bear names that are ordinary words elsewhere, so texts are not searched for them;
who asks for a place by its name wants them all. The table `places` holds what is found in texts,
`named_places` and `place_names` what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from noharbor.reference.tables import table
from noharbor.science.places.place import Place, all_places, place_of_row


@cache
def named_places() -> Mapping[str, Place]:
    """Every place by id, with the names and the places that only matching knows."""
    found = dict(all_places())
    for row in table("named_places"):
        found[row[0]] = place_of_row(row)
    for place_id, more in table("place_names").items():
        known = found[place_id]
        names = _together(known.names, more["names"])
        found[place_id] = replace(known, names=names, parent=more["parent"] or known.parent)
    return MappingProxyType(found)


def areas_of(place: Place) -> tuple[Place, ...]:
    """The places that one lies in, nearest first."""
    found: list[Place] = []
    parent = place.parent
    while parent and all(one.id != parent for one in found):
        found.append(named_places()[parent])
        parent = found[-1].parent
    return tuple(found)


def _together(names: Mapping[str, tuple[str, ...]], further: Any) -> Mapping[str, tuple[str, ...]]:
    joined = {language: tuple(dict.fromkeys((*names.get(language, ()), *further[language]))) for language in further}
    return MappingProxyType({**names, **joined})
