"""What two rows say that one person cannot be, whoever takes them for one by way of a third row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from noharbor.science.identifiers.national_id import NATIONAL_ID
from noharbor.science.matching.people.agreement import Agreement, Kind, agreement_of, agreements, differ_in_one_place
from noharbor.science.matching.people.judged import AGAINST
from noharbor.science.matching.people.person import Person

#: Where people judged each pair of a chain. Not among them: another passport, which is renewed, and another
#: nationality, of which people have two.
_FORBIDDING = frozenset({Kind.BORN_YEARS_APART, Kind.OTHER_SEX})
#: Where nobody judged any: whatever keeps a machine from proposing a pair, but for the passport.
_FORBIDDING_UNJUDGED = AGAINST - {Kind.OTHER_PASSPORT}


def facts_only(person: Person) -> Person:
    """Return what of a person can forbid anything; many rows are alike in it."""
    return Person(sex=person.sex, born=person.born, nationality=person.nationality, national_ids=person.national_ids)


def may_be_one(one: Person, other: Person) -> bool:
    """Whether nothing in two rows forbids that a chain of pairs that nobody judged makes them one."""
    return _FORBIDDING_UNJUDGED.isdisjoint(agreement.kind for agreement in agreements(one, other))


def forbidding(one: Person, other: Person) -> tuple[Agreement, ...]:
    """Return the facts that forbid that a chain of pairs that people judged makes two rows one; empty where none does.

    Births years apart, as `agreement` understands them; other sexes; and two numbers of one state for its people, both
    with right check digits and further apart than a typing slip.
    """
    found = [agreement for agreement in agreements(one, other) if agreement.kind in _FORBIDDING]
    if any(not differ_in_one_place(*pair) for pair in _of_same_state(one, other)):
        found.append(agreement_of(Kind.OTHER_NATIONAL_ID))
    return tuple(found)


def _of_same_state(one: Person, other: Person) -> Iterator[tuple[str, str]]:
    if set(one.national_ids) & set(other.national_ids):
        return
    for number in one.national_ids:
        for another in other.national_ids:
            state = _state_of(number, one.nationality)
            if state and state == _state_of(another, other.nationality):
                yield number, another


@lru_cache(maxsize=10_000)
def _state_of(number: str, nationality: str) -> str:
    """The state whose number it is by a right check digit; "" where that cannot be said."""
    read = NATIONAL_ID.read(number, nationality)
    return read.country if read and read.checked else ""
