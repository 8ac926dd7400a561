"""What the finders of places, nationalities and bodies give back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.places.place import Place


class Inside(StrEnum):
    """What the words of a place belong to when they are not the place of an event, alphabetical.

    DEMONYM: they say where people come from ("Myanmar nationals", "workers from Kenya", 缅甸籍). ORGANISATION: they are
    part of the name of a body, a paper or an office ("Chinese Embassy in Myanmar", "police in Bangkok", 泰国警方).
    """

    DEMONYM = "demonym"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where a text names it.

    Attributes:
        start: First character.
        end: One past the last; `text[start:end] == words`.
        words: As the text writes them, with a kind word ("Bokeo province", 临沧市).
        place: The place meant.
        inside: What the words belong to when they are no place of an event; None when they may be.
        others: Other places of the same name, less likely.
    """

    start: int
    end: int
    words: str
    place: Place
    inside: Inside | None = None
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class NationalityMention:
    """Words that name a nationality.

    Attributes:
        start: First character.
        end: One past the last; `text[start:end] == words`.
        words: "Chinese nationals", "Filipinos", 中国籍, or the bare adjective in "Thai police".
        country: ISO 3166-1 alpha-2.
        of_people: The words name people; False for an adjective of something else ("Thai police").
    """

    start: int
    end: int
    words: str
    country: str
    of_people: bool


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A ministry, police force, court, embassy, international body, armed group or firm where a text names it.

    Attributes:
        start: First character.
        end: One past the last; `text[start:end] == words`.
        words: As the text writes them.
        body: Id in reference/bodies; None for a body the list does not have ("Malolos court").
        kind: Kind of body as in reference/bodies, or "embassy".
        country: ISO 3166-1 alpha-2 of the state it belongs to; None when it has none, or the text does not say.
    """

    start: int
    end: int
    words: str
    body: str | None
    kind: str
    country: str | None
