"""What the fields of two rows say for or against one person, each with its weight and in words.

A weight is the natural logarithm of how much likelier the field is found so when the rows are one person than when they
are two. The table stands in one place; `benchmarks/linkage` measures what comes of it on generated worlds.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from noharbor.science.matching.people import sayings
from noharbor.science.matching.people.addresses import address_of, likeness
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.moments.rules import BUDDHIST_OFFSET


class Kind(StrEnum):
    """Ways a field of two rows agrees or does not, alphabetical."""

    ADDRESS_NEARLY = "address nearly"
    ADDRESS_OF_MANY = "address of many"
    BORN_DAY_AND_MONTH_TURNED = "born day and month turned"
    BORN_IN_ANOTHER_ERA = "born in another era"
    BORN_MAY_AGREE = "born may agree"
    BORN_NEARLY = "born nearly"
    BORN_SAME_DAY = "born same day"
    BORN_SAME_YEAR = "born same year"
    BORN_YEARS_APART = "born years apart"
    NATIONAL_ID_NEARLY = "national id nearly"
    OTHER_ADDRESS = "other address"
    OTHER_NATIONALITY = "other nationality"
    OTHER_NATIONAL_ID = "other national id"
    OTHER_PASSPORT = "other passport"
    OTHER_SEX = "other sex"
    PASSPORT_NEARLY = "passport nearly"
    PHONE_NEARLY = "phone nearly"
    SAME_ADDRESS = "same address"
    SAME_NATIONALITY = "same nationality"
    SAME_NATIONAL_ID = "same national id"
    SAME_PASSPORT = "same passport"
    SAME_PHONE = "same phone"
    SAME_PLACE = "same place"
    SAME_SEX = "same sex"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one field says.

    Attributes:
        kind: How it agrees.
        weight: Natural logarithm; above 0 it speaks for one person.
        saying: The words, a message of `sayings`.
    """

    kind: Kind
    weight: float
    saying: str


#: Own estimates, by what lists of this field do: a day is typed wrong about once in thirty rows, passports are renewed,
#: people carry several papers, a family shares its telephone and its house, people move.
_WEIGHTS: dict[Kind, tuple[float, str]] = {
    Kind.BORN_SAME_DAY: (6.5, sayings.BORN_SAME_DAY),
    Kind.BORN_DAY_AND_MONTH_TURNED: (4.5, sayings.BORN_DAY_AND_MONTH_TURNED),
    Kind.BORN_NEARLY: (3.5, sayings.BORN_NEARLY),
    Kind.BORN_IN_ANOTHER_ERA: (4.5, sayings.BORN_IN_ANOTHER_ERA),
    Kind.BORN_MAY_AGREE: (2.3, sayings.BORN_MAY_AGREE),
    Kind.BORN_SAME_YEAR: (0.5, sayings.BORN_SAME_YEAR),
    Kind.BORN_YEARS_APART: (-4.5, sayings.BORN_YEARS_APART),
    Kind.SAME_SEX: (0.6, sayings.SAME_SEX),
    Kind.OTHER_SEX: (-4.0, sayings.OTHER_SEX),
    Kind.SAME_NATIONALITY: (0.8, sayings.SAME_NATIONALITY),
    Kind.OTHER_NATIONALITY: (-3.5, sayings.OTHER_NATIONALITY),
    Kind.SAME_PASSPORT: (10.0, sayings.SAME_PASSPORT),
    Kind.PASSPORT_NEARLY: (6.0, sayings.PASSPORT_NEARLY),
    Kind.OTHER_PASSPORT: (-2.5, sayings.OTHER_PASSPORT),
    Kind.SAME_NATIONAL_ID: (11.0, sayings.SAME_NATIONAL_ID),
    Kind.NATIONAL_ID_NEARLY: (6.0, sayings.NATIONAL_ID_NEARLY),
    Kind.OTHER_NATIONAL_ID: (-3.0, sayings.OTHER_NATIONAL_ID),
    Kind.SAME_PHONE: (4.0, sayings.SAME_PHONE),
    Kind.PHONE_NEARLY: (3.0, sayings.PHONE_NEARLY),
    Kind.SAME_PLACE: (0.7, sayings.SAME_PLACE),
    Kind.SAME_ADDRESS: (5.0, sayings.SAME_ADDRESS),
    Kind.ADDRESS_NEARLY: (3.5, sayings.ADDRESS_NEARLY),
    Kind.ADDRESS_OF_MANY: (0.7, sayings.ADDRESS_OF_MANY),
    Kind.OTHER_ADDRESS: (-1.0, sayings.OTHER_ADDRESS),
}
_AGREEMENTS = {kind: Agreement(kind, *said) for kind, said in _WEIGHTS.items()}
#: Births further apart than these days are years apart: an age is often wrong by one.
YEARS_APART = 2 * 366
#: Numbers shorter than this are no names of one person when they differ in one place.
LEAST_NEAR = 6


def agreements(one: Person, other: Person) -> tuple[Agreement, ...]:
    """Return what the fields of two rows say; a field that one of them lacks says nothing."""
    return tuple([_AGREEMENTS[kind] for compared in _FIELDS if (kind := compared(one, other)) is not None])


def agreement_of(kind: Kind) -> Agreement:
    """Return what a kind of agreement weighs and how it is said."""
    return _AGREEMENTS[kind]


def differ_in_one_place(one: str, other: str) -> bool:
    """Whether one slip of the typist makes one text of the other: a sign more, less or other, or two turned round."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        at = [place for place in range(len(one)) if one[place] != other[place]]
        if len(at) == 1:
            return True
        return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
    short, long = sorted((one, other), key=len)
    at_first = next((place for place, sign in enumerate(short) if sign != long[place]), len(short))
    return short[at_first:] == long[at_first + 1 :]


def _born(one: Person, other: Person) -> Kind | None:
    if one.born is None or other.born is None:
        return None
    if one.born.is_day and other.born.is_day:
        return _days(one.born.earliest, other.born.earliest)
    gap = _gap(one.born, other.born)
    if gap <= 0:
        return Kind.BORN_MAY_AGREE
    return Kind.BORN_YEARS_APART if gap > YEARS_APART else None


def _days(one: date, other: date) -> Kind:
    if one == other:
        return Kind.BORN_SAME_DAY
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return Kind.BORN_DAY_AND_MONTH_TURNED
    if abs(one.year - other.year) == BUDDHIST_OFFSET and (one.month, one.day) == (other.month, other.day):
        return Kind.BORN_IN_ANOTHER_ERA
    if abs((one - other).days) == 1 or _one_slip_apart(one, other):
        return Kind.BORN_NEARLY
    return Kind.BORN_SAME_YEAR if one.year == other.year else Kind.BORN_YEARS_APART


def _one_slip_apart(one: date, other: date) -> bool:
    # A slip is in the year, the month or the day; asked first, as most births of strangers differ in several.
    differ = (one.year != other.year) + (one.month != other.month) + (one.day != other.day)
    return differ == 1 and differ_in_one_place(one.isoformat(), other.isoformat())


def _gap(one: Born, other: Born) -> int:
    """Days between two spans; at most 0 where they overlap."""
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days)


def _sex(one: Person, other: Person) -> Kind | None:
    if not one.sex or not other.sex:
        return None
    return Kind.SAME_SEX if one.sex == other.sex else Kind.OTHER_SEX


def _nationality(one: Person, other: Person) -> Kind | None:
    if not one.nationality or not other.nationality:
        return None
    return Kind.SAME_NATIONALITY if one.nationality == other.nationality else Kind.OTHER_NATIONALITY


def _numbers(
    ones: tuple[str, ...], others: tuple[str, ...], same: Kind, nearly: Kind, differ: Kind | None
) -> Kind | None:
    if not ones or not others:
        return None
    if not set(ones).isdisjoint(others):
        return same
    return nearly if _nearly(ones, others) else differ


def _nearly(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a number of one is a number of the other with a slip of the typist."""
    return any(
        min(len(one), len(other)) >= LEAST_NEAR and differ_in_one_place(one, other) for one in ones for other in others
    )


def _passports(one: Person, other: Person) -> Kind | None:
    return _numbers(one.passports, other.passports, Kind.SAME_PASSPORT, Kind.PASSPORT_NEARLY, Kind.OTHER_PASSPORT)


def _national_ids(one: Person, other: Person) -> Kind | None:
    kinds = Kind.SAME_NATIONAL_ID, Kind.NATIONAL_ID_NEARLY, Kind.OTHER_NATIONAL_ID
    return _numbers(one.national_ids, other.national_ids, *kinds)


def _phones(one: Person, other: Person) -> Kind | None:
    # People have several telephones: another number says nothing.
    return _numbers(one.phones, other.phones, Kind.SAME_PHONE, Kind.PHONE_NEARLY, None)


def _place(one: Person, other: Person) -> Kind | None:
    return Kind.SAME_PLACE if one.place and one.place.casefold() == other.place.casefold() else None


def _address(one: Person, other: Person) -> Kind | None:
    if not one.address or not other.address:
        return None
    mine, theirs = address_of(one.address), address_of(other.address)
    alike, share_a_number = likeness(mine, theirs), not mine.numbers.isdisjoint(theirs.numbers)
    if share_a_number and alike >= _SAME_ADDRESS:
        return Kind.SAME_ADDRESS
    if alike >= (_NEAR_WITH_NUMBER if share_a_number else _NEAR_ADDRESS):
        return Kind.ADDRESS_NEARLY
    return Kind.OTHER_ADDRESS if alike < _NEAR_WITH_NUMBER and not share_a_number else None


#: From which likeness on addresses are one, and nearly: with a number in common, of a house or the post, and without.
#: Addresses of strangers in one country are rarely half alike: they share the words for street and road.
_SAME_ADDRESS, _NEAR_WITH_NUMBER, _NEAR_ADDRESS = 0.8, 0.45, 0.6


#: Every field that is compared.
_FIELDS: tuple[Callable[[Person, Person], Kind | None], ...] = (
    _passports,
    _national_ids,
    _born,
    _phones,
    _sex,
    _nationality,
    _place,
    _address,
)


def odds_against_chance(namesakes: float) -> float:
    """Return the most a name alone may say, as log-odds, where so many others may bear it; a number above 0."""
    return -math.log(namesakes + _STRANGER_ANYWAY)


def name_odds(odds: float, namesakes: float, people: int) -> float:
    """Return what two names say on a list, where strangers may bear that name or one much like it.

    Args:
        odds: What they say when nothing is known of the list, as log-odds.
        namesakes: How many others there may bear the name.
        people: Rows of the list.

    Returns:
        Log-odds, below both `odds` and `odds_against_chance`; of two names of a list the better one stays the better.
    """
    # Names that sound alike grow more slowly than lists: most of those are borne by several.
    alike = math.exp(-odds) * max(1.0, people / _SHORT_LIST) ** _ALIKE_GROW
    return -math.log(math.exp(-odds_against_chance(namesakes)) + alike)


#: That a stranger on the list bears even the rarest name.
_STRANGER_ANYWAY = 0.02
#: A list on which names say what they say of themselves, and how fast names that sound alike grow with it.
_SHORT_LIST, _ALIKE_GROW = 1_000, 0.3
