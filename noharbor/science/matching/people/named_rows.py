"""The people of one list, ready to be laid beside another: their names by keys, their rows by numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.addresses import address_of
from noharbor.science.matching.people.candidates import Births, KeyedNames
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.matching.people.telling import Told, part_of, unheard
from noharbor.science.names.keys import NameKeys

#: Rows read between two words of how far the work is.
_TOLD_EVERY = 100_000


class Crowd(NamedTuple):
    """Those among whom somebody is looked for.

    Attributes:
        all: How many.
        of_the_people: How many of them may be of the nationality of who is looked for; all where it is not known.
        at_the_address: How many of them live where who is looked for lives; 0 where that is not known.
    """

    all: int
    of_the_people: int
    at_the_address: int = 0


class NamedRows:
    """The people of one list, ready to be laid beside another.

    Args:
        people: In the list's order.
        told: Called every now and then with the part that is done, 0..1; whatever it raises stops the work.
        helper: Another process that may do part of it.

    Attributes:
        people: Those.
        names: Each name that somebody has, once.
        owned: (names,) how many rows have each.
        earliest: (people,) int32, the first day on which each may have been born, as `date.toordinal` counts them.
        latest: (people,) the last; before `earliest` where nothing is known.
        keyed: The names by their keys.
    """

    def __init__(self, people: Sequence[Person], told: Told = unheard, helper: Executor | None = None) -> None:
        self.people = tuple(people)
        texts: dict[str, int] = {}
        numbers = np.fromiter(_numbered(self.people, texts, part_of(told, 0.0, 0.1)), np.int32)
        rows = np.repeat(np.arange(len(self.people), dtype=np.int32), [len(person.names) for person in self.people])
        self.names = tuple(texts)
        # Rows by name as two flat arrays: a list of Python's for each of a million names would take 100 MB.
        self._rows = rows[np.argsort(numbers, kind="stable")]
        self.owned = np.bincount(numbers, minlength=len(texts))
        self._bounds = np.concatenate([[0], np.cumsum(self.owned)])
        self._read_births()
        births = Births(self._bounds, self.earliest[self._rows], self.latest[self._rows])
        self.keyed = KeyedNames(self.names, NameKeys(), births, part_of(told, 0.1, 1.0), helper)

    def _read_births(self) -> None:
        births = np.fromiter(chain.from_iterable(days_of(person.born) for person in self.people), np.int32)
        self.earliest, self.latest = births.reshape(-1, 2).T.copy()

    def born(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The first and the last day on which the people of rows may have been born."""
        return self.earliest[rows], self.latest[rows]

    def owners(self, names: NDArray[np.int64], places: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows that have names, by their numbers: of each the so-manyth row, from 0."""
        return self._rows[self._bounds[names] + places].astype(np.int64)

    def crowd(self, one: Person, other: Person) -> Crowd:
        """Among how many two people are here."""
        everybody = of_the_people = len(self.people)
        if one.nationality and one.nationality == other.nationality:
            of_the_people = self._nationalities[one.nationality] + self._nationalities[""]
        if not one.address or not other.address:
            return Crowd(everybody, of_the_people)
        at_the_address = max(self._addresses[address_of(person.address).letters] for person in (one, other))
        return Crowd(everybody, of_the_people, at_the_address)

    @cached_property
    def _addresses(self) -> Counter[str]:
        return Counter(address_of(person.address).letters for person in self.people if person.address)

    @cached_property
    def _nationalities(self) -> Counter[str]:
        return Counter(person.nationality for person in self.people)


def days_of(born: Born | None) -> tuple[int, int]:
    """The first and last day of a birth, as `date.toordinal` counts; the last before the first where none is known."""
    return (1, 0) if born is None else (born.earliest.toordinal(), born.latest.toordinal())


def _numbered(people: Sequence[Person], texts: dict[str, int], told: Told) -> Iterator[int]:
    """Number each name of each person, equal ones alike; `texts` holds them afterwards."""
    for done, person in enumerate(people):
        if done % _TOLD_EVERY == 0:
            told(done / len(people))
        for name in person.names:
            yield texts.setdefault(in_letters(name), len(texts))


def in_letters(name: str) -> str:
    """Put letters where a scanner or a hurried clerk put figures within a word: TE1N, S0G."""
    return _FIGURE_IN_WORD.sub(lambda found: _LETTERS[found.group()], name) if _HAS_FIGURE.search(name) else name


_HAS_FIGURE = re.compile("[0158]")
_FIGURE_IN_WORD = re.compile("(?<=[A-Za-z])[0158](?![0-9])|(?<![0-9A-Za-z])[0158](?=[A-Za-z]{2})")
_LETTERS = {"0": "o", "1": "i", "5": "s", "8": "b"}
