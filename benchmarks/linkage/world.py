"""An invented world: people with true identities, household by household, any seed, any size, in bounded memory.

The same seed gives the same people, and the first thousand of a million are the thousand of a thousand. Shares of
states and peoples are estimates after what was published on people freed from compounds on the borders of Myanmar, with
more of the region's own scripts than these had, so that each is measured. Names come from `naming.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from benchmarks.linkage.ear import Ear
from benchmarks.linkage.naming import MAKERS, Lot, Name, Word, alias, elements, without_marks
from benchmarks.linkage.papers import national_id, passport, phone

#: People of one block of the world; a block has dice of its own, so that blocks can be made one without another.
BLOCK = 5_000
#: The day on which the lists were made; ages are counted to it.
TODAY = date(2025, 2, 20)
_WOMEN = 0.25
_HOUSEHOLDS = 0.06
# Words drawn one by one meet in one name more rarely than they do in life, where parents follow fashions.
_STRANGERS = 0.008
# By law, families of Thailand that are not related bear different names.
_NO_STRANGERS = {"Thai"}
_ALIASES = 0.12


class Origin(NamedTuple):
    """Where people are from: state, people, how many in a thousand."""

    state: str
    people: str
    share: float


ORIGINS: tuple[Origin, ...] = (
    Origin("CN", "Chinese", 300), Origin("TW", "Chinese", 20), Origin("HK", "Cantonese", 10),
    Origin("MY", "Hokkien", 22), Origin("MY", "Cantonese", 8), Origin("MY", "MY", 10),
    Origin("MY", "TM", 5), Origin("MM", "Bamar", 110), Origin("MM", "Karen", 28),
    Origin("MM", "Shan", 22), Origin("MM", "Kachin", 12), Origin("MM", "Rakhine", 12),
    Origin("TH", "Thai", 90), Origin("LA", "Lao", 55), Origin("KH", "Khmer", 60),
    Origin("VN", "Vietnamese", 90), Origin("ID", "ID", 30), Origin("PH", "PH", 20),
    Origin("IN", "IN", 34), Origin("KE", "KE", 13), Origin("ET", "ET", 20),
    Origin("PK", "PK", 8), Origin("BD", "BD", 7), Origin("NP", "NP", 5),
    Origin("UG", "UG", 4), Origin("LK", "LK", 4), Origin("BR", "BR", 2),
    Origin("RU", "RU", 2),
)  # fmt: skip
_ORIGIN_LOT = Lot({origin: origin.share for origin in ORIGINS})

#: Places people are from, by state: in Latin letters, and as written there.
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    state: tuple(found.items()) for state, found in elements("places").items()
}


@dataclass(frozen=True, slots=True)
class Human:
    """One invented person as they truly are.

    Attributes:
        number: Counts from 0; the identity.
        origin: State and people.
        name: The name, with how it sounds.
        latin: The name as the passport spells it, in the name's own order, each word apart.
        alias: Another name they go by; None for most.
        sex: "male" or "female".
        born: The birth date.
        passport: Its number.
        national_id: The number of the identity card, or "".
        phone: E.164; a household shares one.
        place: Which of the places of the state.
    """

    number: int
    origin: Origin
    name: Name
    latin: tuple[str, ...]
    alias: Word | None
    sex: str
    born: date
    passport: str
    national_id: str
    phone: str
    place: tuple[str, str]


def people(count: int, seed: int, first: int = 0) -> Iterator[Human]:
    """Invent people one after the other.

    Args:
        count: How many.
        seed: Another seed gives another world.
        first: With which to begin, a multiple of BLOCK.
    """
    made = 0
    for block in range(first // BLOCK, -(-(first + count) // BLOCK)):
        for human in _block(seed, block):
            if made == count:
                return
            made += 1
            yield human


def _block(seed: int, block: int) -> Iterator[Human]:
    dice = random.Random(f"people of {seed}, block {block}")
    before: list[Human] = []
    for number in range(block * BLOCK, (block + 1) * BLOCK):
        human = _human(dice, number)
        if before and dice.random() < _HOUSEHOLDS:
            human = _of_household(dice, human, before[-1])
        elif before and dice.random() < _STRANGERS:
            other = dice.choice(before)
            human = human if other.origin.people in _NO_STRANGERS else _namesake(dice, human, other)
        before.append(human)
        yield human


def _human(dice: random.Random, number: int) -> Human:
    origin = _ORIGIN_LOT.draw(dice)
    sex = "female" if dice.random() < _WOMEN else "male"
    name = MAKERS[origin.people](dice, sex, None)
    age = min(16 + dice.gammavariate(2.2, 5.5), 75)
    born = TODAY - timedelta(days=int(age * 365.25))
    places = PLACES.get(origin.state, (("", ""),))
    return Human(
        number=number,
        origin=origin,
        name=name,
        latin=tuple(official(dice, name)),
        alias=alias(dice, name) if dice.random() < _ALIASES else None,
        sex=sex,
        born=born,
        passport=passport(number, origin.state),
        national_id=national_id(dice, number, origin.state, born, sex),
        phone=phone(dice, origin.state),
        place=dice.choice(places),
    )


def official(dice: random.Random, name: Name) -> list[str]:
    """A name as its passport spells it: pinyin for Mandarin, the letters themselves for Latin names, else one habit."""
    if name.language in ("latin", "yue", "nan"):
        return ["".join(word.sounds) or without_marks(word.native).lower() for word in name.words]
    if name.language == "zh":
        return ["".join(word.sounds) for word in name.words]
    # Offices of passports know the customary spellings; who hears a name does not.
    return name.spelled(Ear(dice, steady=1.0, strange=0.2))


def _of_household(dice: random.Random, human: Human, other: Human) -> Human:
    """Somebody who lives with another: of one origin, place and telephone, and mostly of one family name."""
    family = other.name.words[other.name.family] if other.name.family >= 0 else None
    name = MAKERS[other.origin.people](dice, human.sex, family if dice.random() < 0.8 else None)
    latin = tuple(official(dice, name))
    if family and name.family >= 0 and name.words[name.family] == family:
        # A family spells its name in one way.
        latin = tuple(other.latin[other.name.family] if at == name.family else word for at, word in enumerate(latin))
    return replace(
        human,
        origin=other.origin,
        name=name,
        latin=latin,
        alias=None,
        passport=passport(human.number, other.origin.state),
        national_id=national_id(dice, human.number, other.origin.state, human.born, human.sex),
        phone=other.phone,
        place=other.place,
    )


def _namesake(dice: random.Random, human: Human, other: Human) -> Human:
    """A stranger who bears the same name as somebody before."""
    return replace(
        human,
        origin=other.origin,
        name=other.name,
        latin=other.latin,
        alias=None,
        sex=other.sex,
        passport=passport(human.number, other.origin.state),
        national_id=national_id(dice, human.number, other.origin.state, human.born, other.sex),
        phone=phone(dice, other.origin.state),
        place=dice.choice(PLACES.get(other.origin.state, (("", ""),))),
    )
