"""Rows that share a number, an address or a rare day of birth: they are weighed, whatever their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter

from noharbor.science.matching.people.addresses import address_keys
from noharbor.science.matching.people.named_rows import NamedRows
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.telling import Told, unheard

#: What a person has of some kind.
_Values = Callable[[Person], Iterable[object]]


def _days(person: Person) -> Iterable[object]:
    return (person.born.earliest,) if person.born is not None and person.born.is_day else ()


def _address_keys(person: Person) -> Iterable[object]:
    return address_keys(person.address) if person.address else ()


_NUMBERS: tuple[_Values, ...] = (attrgetter("passports"), attrgetter("national_ids"), attrgetter("phones"))
#: What may be shared, and by how many rows of a list at most: a number that more share is a firm's or an office's, and
#: on long lists many are born on each day.
_FIELDS: tuple[tuple[_Values, int], ...] = (*((numbers, 50) for numbers in _NUMBERS), (_address_keys, 10), (_days, 5))


def rows_that_share(first: NamedRows, second: NamedRows, told: Told = unheard) -> Iterator[tuple[int, int]]:
    """Yield rows that share something, some more than once; of one list the lower row first."""
    for done, (values, most) in enumerate(_FIELDS):
        told(done / len(_FIELDS))
        ones = _rows_by(values, first.people, most)
        others = ones if first is second else _rows_by(values, second.people, most, ones)
        for value, rows in ones.items():
            found = others.get(value, [])
            if len(rows) <= most and len(found) <= most:
                yield from ((one, other) for one in rows for other in found if first is not second or one < other)


def share_something(one: Person, other: Person) -> bool:
    """Whether two people share what brings rows together."""
    return any(not set(values(one)).isdisjoint(values(other)) for values, _ in _FIELDS)


def _rows_by(
    values: _Values, people: Iterable[Person], most: int, wanted: Collection[object] | None = None
) -> dict[object, list[int]]:
    """Rows by what they have, of all values or of those wanted; of a value that too many have, some only."""
    found: defaultdict[object, list[int]] = defaultdict(list)
    for row, some in enumerate(map(values, people)):
        for value in some:
            if (wanted is None or value in wanted) and len(found[value]) <= most:
                found[value].append(row)
    return found
