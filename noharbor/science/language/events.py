"""What a reader finds in a text: events with their arguments, each pointing at its words.

These are values. `noharbor.record.reading` turns them into statements with a source, an engine and a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.moments.moment import Moment


class EventType(StrEnum):
    """The kinds of event a reader looks for, alphabetical."""

    ARREST = "arrest"
    COMMITMENT = "commitment"
    HANDOVER = "handover"
    LEGISLATION = "legislation"
    MEETING = "meeting"
    OPERATION = "operation"
    REPATRIATION_OF_VICTIMS = "repatriation_of_victims"
    RESCUE = "rescue"
    SANCTION = "sanction"
    SEIZURE = "seizure"
    SENTENCE = "sentence"
    STATISTIC = "statistic"
    WARNING = "warning"


class Bound(StrEnum):
    """How a number binds: "300" is exact, "more than 300" at least, "some 300" about."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a text: characters `start` to `end` (end excluded) of the text as given to the reader."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, sites, cases or things, with its bound and its words."""

    value: int
    bound: Bound
    words: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. `currency` is ISO 4217, or a token's ticker (USDT)."""

    value: float
    currency: str | None
    bound: Bound
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A kind of thing taken; `number` is None when the kind is named and the number is not."""

    what: str
    number: int | None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as named in the text, with the role or office the text gives."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where, as the text names it; `place_id` is the gazetteer's when it is known there."""

    name: str
    country: str | None
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One event as one text tells it.

    Attributes:
        type: The kind of event.
        passage: The words that tell it; they can be shown lit in the text.
        moment: When, with precision and original words; None when not said.
        place: Where; None when not said. No place is better than a wrong one.
        count: How many people (for an operation: sites; for a sanction: names; for a statistic: its unit).
        people: Named persons, with role.
        organisations: Acting bodies, as named.
        countries: ISO 3166-1 alpha-2 of the states whose authorities act, in order of mention.
        nationalities: ISO 3166-1 alpha-2 of the people acted on.
        from_country: State people move from, ISO 3166-1 alpha-2.
        to_country: State people move to, ISO 3166-1 alpha-2.
        fraud_types: Codes of reference/fraud_types.yaml.
        amount: Money.
        items: Things.
        measure: For a statistic: what is counted and over what period, in a few words.
        cumulative: True for a running or period total; such figures never add up with single actions.
        speaker: Who says so, as named; None when the text speaks in its own voice.
        mentions: Every passage that tells the same event (headline, lede, body), `passage` among them.
        confidence: 0..1, of the type.
        moment_inherited: The words of the event give no day; it was taken from elsewhere in the text.
        place_inherited: The words of the event give no place; it was taken from elsewhere in the text.
    """

    type: EventType
    passage: Passage
    moment: Moment | None = None
    place: EventPlace | None = None
    count: Count | None = None
    people: tuple[PersonMention, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    from_country: str | None = None
    to_country: str | None = None
    fraud_types: tuple[str, ...] = ()
    amount: Amount | None = None
    items: tuple[Item, ...] = ()
    measure: str | None = None
    cumulative: bool = False
    speaker: str | None = None
    mentions: tuple[Passage, ...] = ()
    confidence: float = 1.0
    moment_inherited: bool = False
    place_inherited: bool = False
