"""Places named in a text, in the shape in which every language reads with them."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.language.events import EventPlace
from noharbor.science.places.place import all_places, ancestors


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place named in the text (characters, `end` excluded).

    Attributes:
        start: First character.
        end: Character after its last.
        place: The place.
        kind: Kind of place of the gazetteer ("country", "airport", "crossing" …).
        home: It is the seat or part of the name of a body ("police in Bangkok", 泰国警方).
        demonym: It says where people come from ("workers from Kenya", 福建籍).
        phrase: Its name with the place it is said to lie in, as written ("Saburtalo district of Tbilisi").
    """

    start: int
    end: int
    place: EventPlace
    kind: str = ""
    home: bool = False
    demonym: bool = False
    phrase: str = ""

    @property
    def name(self) -> str:
        """As written."""
        return self.place.name

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2; None for a region over several states."""
        return self.place.country


def contains(around: EventPlace, within: EventPlace) -> bool:
    """Whether the first place lies around the second."""
    if around.place_id is None or within.place_id is None or around.place_id == within.place_id:
        return False
    place = all_places().get(within.place_id)
    return place is not None and around.place_id in ancestors(place)
