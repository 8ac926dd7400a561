"""The people of one list, ready to be laid beside another: their names by keys, their rows by numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from noharbor.science.matching.people.candidates import KeyedNames
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.telling import Told, unheard
from noharbor.science.names.keys import NameKeys


class NamedRows:
    """The people of one list, ready to be laid beside another.

    Args:
        people: In the list's order.
        told: Called every now and then with the part that is done, 0..1; whatever it raises stops the work.
    """

    def __init__(self, people: Sequence[Person], told: Told = unheard) -> None:
        self.people = tuple(people)
        texts: dict[str, int] = {}
        numbers = np.fromiter(
            (texts.setdefault(in_letters(name), len(texts)) for person in self.people for name in person.names),
            np.int64,
        )
        rows = np.repeat(np.arange(len(self.people)), [len(person.names) for person in self.people])
        order = np.argsort(numbers, kind="stable")
        self.names = tuple(texts)
        # Rows by name as two flat arrays: a list of Python's for each of a million names would take 100 MB.
        self._rows, self._bounds = rows[order], np.searchsorted(numbers[order], np.arange(len(texts) + 1))
        self.keyed = KeyedNames(self.names, NameKeys(), told)

    def owners(self, name: int) -> list[int]:
        """The rows that have a name, by its number."""
        found: list[int] = self._rows[self._bounds[name] : self._bounds[name + 1]].tolist()
        return found

    @cached_property
    def by_number(self) -> dict[tuple[str, str], list[int]]:
        """Rows by each number that may name one person."""
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for row, person in enumerate(self.people):
            for number in numbers_of(person):
                found[number].append(row)
        return dict(found)


def numbers_of(person: Person) -> list[tuple[str, str]]:
    """The numbers of a person that may name one person, each once and with what it is."""
    of_kinds = (("passport", person.passports), ("national id", person.national_ids), ("phone", person.phones))
    return [(kind, value) for kind, values in of_kinds for value in dict.fromkeys(values)]


def in_letters(name: str) -> str:
    """Put letters where a scanner or a hurried clerk put figures within a word: TE1N, S0G."""
    return _FIGURE_IN_WORD.sub(lambda found: _LETTERS[found.group()], name) if _HAS_FIGURE.search(name) else name


_HAS_FIGURE = re.compile("[0158]")
_FIGURE_IN_WORD = re.compile("(?<=[A-Za-z])[0158](?![0-9])|(?<![0-9A-Za-z])[0158](?=[A-Za-z]{2})")
_LETTERS = {"0": "o", "1": "i", "5": "s", "8": "b"}
