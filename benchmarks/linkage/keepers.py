"""Who keeps lists, and how well: what each writes down, in which script, and how often it goes wrong.

Rates are estimates after lists that were published or described; none was fitted to any matcher.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from benchmarks.linkage.naming import elements


class Way(StrEnum):
    """How a name comes to be on a list."""

    EAR = "ear"
    NATIVE = "native"
    PASSPORT = "passport"


#: Ways with their shares.
Ways = dict[Way, float]


@dataclass(frozen=True, slots=True)
class Keeper:
    """A body that keeps a list.

    Attributes:
        name: What the list is called.
        language: In which it writes headings, states and sexes.
        holds: Share of the people whom it has on its list.
        ways: How it writes names, by the language of the name; "" for all others.
        born: Shares of birth dates written as day, as year, as age; the rest has none.
        buddhist: Whether years are those of the Buddhist era.
        has: For the other columns, how often a cell is filled; a column that is not named is not kept.
        capitals: How often names are in capitals.
        swapped: How often family and given names change places.
        titled: How often a title stands before the name.
        known_as: How often an alias that somebody has is written down.
        letter_slips, misreadings, part_lost, date_slips, number_slips: How often these go wrong.
        zawgyi, traditional: How often Burmese and Chinese names of the mainland are written so.
        twice: How often somebody is on the list a second time, written by another clerk.
        clerks: How many have written the list.
    """

    name: str
    language: str
    holds: float
    ways: dict[str, Ways]
    born: dict[str, float]
    has: dict[str, float]
    buddhist: bool = False
    capitals: float = 0.1
    swapped: float = 0.08
    titled: float = 0.15
    known_as: float = 0.5
    letter_slips: float = 0.03
    misreadings: float = 0.0
    part_lost: float = 0.01
    date_slips: float = 0.03
    number_slips: float = 0.03
    zawgyi: float = 0.0
    traditional: float = 0.02
    twice: float = 0.025
    clerks: int = 4
    headings: dict[str, str] = field(default_factory=dict)


HANDOVER = Keeper(
    name="handover",
    language="my",
    holds=0.5,
    ways={
        "zh": {Way.NATIVE: 0.8, Way.EAR: 0.2},
        "my": {Way.NATIVE: 0.85, Way.EAR: 0.15},
        "": {Way.EAR: 0.6, Way.PASSPORT: 0.4},
    },
    born={"age": 0.7, "year": 0.12},
    has={"sex": 0.97, "nationality": 0.96, "passport": 0.45, "group": 1.0},
    capitals=0.3,
    letter_slips=0.05,
    part_lost=0.03,
    number_slips=0.06,
    zawgyi=0.2,
    traditional=0.05,
    clerks=8,
    headings=elements("headings")["handover"],
)
EMBASSIES = Keeper(
    name="embassies",
    language="en",
    holds=0.45,
    ways={"": {Way.NATIVE: 0.9, Way.PASSPORT: 0.1}},
    born={"day": 0.9, "year": 0.05},
    has={"sex": 0.98, "nationality": 1.0, "passport": 0.85, "national_id": 0.5, "phone": 0.75, "place": 0.8},
    swapped=0.02,
    titled=0.05,
    letter_slips=0.01,
    part_lost=0.005,
    number_slips=0.02,
    clerks=6,
    headings=elements("headings")["embassies"],
)
AID = Keeper(
    name="aid",
    language="en",
    holds=0.2,
    ways={
        "my": {Way.NATIVE: 0.25, Way.EAR: 0.5, Way.PASSPORT: 0.25},
        "": {Way.EAR: 0.5, Way.PASSPORT: 0.5},
    },
    born={"day": 0.35, "year": 0.15, "age": 0.4},
    has={"sex": 0.95, "nationality": 0.95, "passport": 0.35, "phone": 0.5, "place": 0.5},
    swapped=0.12,
    titled=0.2,
    known_as=0.8,
    letter_slips=0.04,
    part_lost=0.03,
    number_slips=0.05,
    headings=elements("headings")["aid"],
)
POLICE = Keeper(
    name="police",
    language="th",
    holds=0.3,
    ways={"th": {Way.NATIVE: 0.97, Way.PASSPORT: 0.03}, "": {Way.PASSPORT: 0.8, Way.EAR: 0.2}},
    born={"day": 0.85, "year": 0.05},
    has={"sex": 0.98, "nationality": 0.99, "passport": 0.75, "national_id": 0.2, "phone": 0.2, "place": 0.3},
    buddhist=True,
    capitals=0.8,
    swapped=0.05,
    titled=0.4,
    known_as=0.3,
    misreadings=0.06,
    headings=elements("headings")["police"],
)
#: The lists of a world, in the order in which they are handed to a linker.
KEEPERS: tuple[Keeper, ...] = (HANDOVER, EMBASSIES, AID, POLICE)
#: A register of arrivals, complete and careful: what a list is held against at size.
REGISTER = Keeper(
    name="register",
    language="en",
    holds=1.0,
    ways={"": {Way.NATIVE: 0.5, Way.PASSPORT: 0.5}},
    born={"day": 0.97, "year": 0.02},
    has={"sex": 0.99, "nationality": 1.0, "passport": 0.9, "national_id": 0.5, "phone": 0.5, "place": 0.6},
    swapped=0.01,
    titled=0.02,
    letter_slips=0.005,
    part_lost=0.002,
    date_slips=0.01,
    number_slips=0.01,
    twice=0.0,
    clerks=12,
    headings=EMBASSIES.headings,
)
