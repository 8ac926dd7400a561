"""Keys by which records come to be compared: pairs that share none are never looked at.

A key is a number, or a name's sound together with something else that is said of the person. How telling a key is
shows only beside all other records: `candidates` leaves out those that too many share, and since each record has keys
both coarse and fine, what is common in millions is still met by the finer ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from struct import pack

from noharbor.science.matching.batch.named import NameColumns, number
from noharbor.science.matching.people.person import Person

#: Years of birth taken into keys: more than these are no birth worth the name.
_YEARS = 3
#: Words of an address from this length on are worth a key, beside a number of it; and so many of both are looked at,
#: more than an address has.
_LONG, _NUMBERS_OF_HOME, _WORDS_OF_HOME = 5, 8, 24


def keys_of(person: Person, names: NameColumns, town: str, home: Sequence[str]) -> tuple[int, ...]:
    """The keys of one record, each once.

    Args:
        person: Who it says it is.
        names: What their names became.
        town: Their place in plain letters.
        home: The words of their address.
    """
    said = (*_numbers(person), *_names(person, names), *_places(person, town, home))
    return tuple(dict.fromkeys(map(number, said)))


def _numbers(person: Person) -> Iterator[bytes]:
    for kind, values in ((b"p", person.passports), (b"i", person.national_ids), (b"t", person.phones)):
        for value in values:
            yield kind + value.encode()


def _names(person: Person, names: NameColumns) -> Iterator[bytes]:
    """Names alone and with what else is said: the coarse keys find who is rare, the fine ones who is common."""
    state, day = person.nationality.encode(), _day(person)
    whole = [b"r" + pack("<q", sound) for sound in names.rough]
    whole += [b"f" + pack("<q", sound) for sound in names.sounds]
    couples = [b"c" + couple for couple in names.couples] + [b"z" + couple for couple in names.rough_couples]
    yield from (b"w" + pack("<q", writing) + state for writing in names.written)
    yield from (key + state for key in (*whole, *couples))
    for year in _years(person):
        born = pack("<H", year)
        yield from (key + born for key in whole)
        yield from (key + born + state for key in couples)
    if day:
        born = day.isoformat().encode()
        yield from (key + born for key in whole)
        yield from (b"d" + syllable + born + state for syllable in names.syllables)


def _places(person: Person, town: str, home: Sequence[str]) -> Iterator[bytes]:
    day = _day(person)
    if town and day:
        yield b"b" + town.encode() + day.isoformat().encode()
    digits = [word for word in home if word.isdecimal()][:_NUMBERS_OF_HOME]
    for figures, word in product(digits, [word for word in home if len(word) >= _LONG][:_WORDS_OF_HOME]):
        yield b"a" + figures.encode() + b" " + word.encode()


def _years(person: Person) -> range:
    if person.born is None:
        return range(0)
    first, last = person.born.earliest.year, person.born.latest.year
    return range(first, last + 1) if last - first < _YEARS else range(0)


def _day(person: Person) -> date | None:
    return person.born.earliest if person.born and person.born.is_day else None
