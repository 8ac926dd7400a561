"""Persons as they go out: a record for each row of a list, one person for the rows that people judged the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from noharbor.record.linkage.opening import OpenedList
from noharbor.science.matching.people.person import Born, Person


@dataclass(frozen=True, slots=True)
class Origin:
    """A list, and what is known of it.

    Attributes:
        name: Of the list.
        made_by: Who made it; "" where nobody said.
        held_by: The organisation of this node that holds it.
        use: What it is for.
        marking: How far it may travel.
    """

    name: str
    made_by: str = ""
    held_by: str = ""
    use: str = ""
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a person.

    Attributes:
        person: Names, birth, papers and the rest.
        given: The given name, where a list has a column for it.
        family: The family name, where a list has a column for it.
    """

    person: Person
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a list.

    Attributes:
        origin: The list.
        row: As the file numbers it.
        said: What stands there.
    """

    origin: Origin
    row: int
    said: Described


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """One person.

    Attributes:
        name: By which the sheets of one file speak of them.
        records: What stands of them on lists; one or more.
    """

    name: str
    records: Sequence[Record]

    def together(self) -> tuple[Described, frozenset[str]]:
        """What all records say together.

        Returns:
            Names and numbers of all records; of what a person has only one, what no record says otherwise, and of
            births the most exact. And what the records differ in: some of born, family, given, nationality and sex.
        """
        people = [record.said.person for record in self.records]
        single = {
            "family": {record.said.family for record in self.records} - {""},
            "given": {record.said.given for record in self.records} - {""},
            "nationality": {person.nationality for person in people} - {""},
            "sex": {person.sex for person in people} - {""},
        }
        births = [person.born for person in people if person.born is not None]
        born = _most_exact(births)
        differing = {name for name, values in single.items() if len(values) > 1}
        agreed = {name: values.pop() if len(values) == 1 else "" for name, values in single.items()}
        person = Person(
            names=_all(person.names for person in people),
            sex=agreed["sex"],
            born=born,
            nationality=agreed["nationality"],
            passports=_all(person.passports for person in people),
            national_ids=_all(person.national_ids for person in people),
            phones=_all(person.phones for person in people),
        )
        said = Described(person, given=agreed["given"], family=agreed["family"])
        return said, frozenset(differing | ({"born"} if births and born is None else set()))


def persons_of(opened: Iterable[OpenedList]) -> list[ExportedPerson]:
    """Return a person for each row of lists that were opened, numbered.

    Without a node nobody has judged: nobody is merged.
    """
    records = [
        Record(Origin(people.name), row.row, Described(row.person, *row.given_and_family))
        for one in opened
        for sheet, people in zip(one.sheets, one.lists, strict=True)
        for row in sheet.understood.rows
    ]
    return [ExportedPerson(str(number), (record,)) for number, record in enumerate(records, 1)]


def _all(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(values)))


def _most_exact(births: Sequence[Born]) -> Born | None:
    """The birth that says most, where all others leave it possible; None where they contradict each other."""
    found = min(births, key=lambda born: born.latest - born.earliest, default=None)
    if found and all(born.earliest <= found.earliest and found.latest <= born.latest for born in births):
        return found
    return None
