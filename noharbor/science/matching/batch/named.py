"""What names become so that a database can compare them in any script: numbers that are equal where names agree.

The alignment of pieces with letters (`science.names.compare`) is no SQL. What it finds most often can be told
beforehand: the same writing, the same letters once a name is romanised, the same syllables as they sound.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from noharbor.science.names.cores import cores_of
from noharbor.science.names.forms import Form, taken
from noharbor.science.names.key_grams import SHORT
from noharbor.science.names.pivots import likeliest
from noharbor.science.names.readings import Reading, sounded
from noharbor.science.names.sounds import ROUGH
from noharbor.science.scripts.writings import pieces_of

_LATIN = "Latn"
#: Spellings kept of one form: of Han one for each of the commonest ways to read it.
_SPELLINGS = 4
#: Readings of one name that are looked at.
_READINGS = 4


class NameColumns(NamedTuple):
    """The names of one record.

    Attributes:
        written: A number for each form as written, titles off, words in any order.
        letters: A number for the Latin letters of each likely spelling, in any order: 王伟, Wang Wei, WEI Wang.
        sounds: A number for the syllables of each reading, in any order.
        rough: The same, where only the kind of each sound counts.
        syllables: The syllables of the likeliest reading of the first name, each once.
        couples: Couples of them: all of a short name, neighbours of a long one.
        rough_couples: The same, where only the kind of each sound counts.
        spelled: The likeliest spelling of the first name, words in the order of letters, without spaces; "" for none.
    """

    written: tuple[int, ...]
    letters: tuple[int, ...]
    sounds: tuple[int, ...]
    rough: tuple[int, ...]
    syllables: tuple[bytes, ...]
    couples: tuple[bytes, ...]
    rough_couples: tuple[bytes, ...]
    spelled: str


def number(text: bytes) -> int:
    """A number for a text, below 2**63 on either side of zero; the same in every process and on every machine."""
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little", signed=True)


def name_columns(names: Iterable[str]) -> NameColumns:
    """What the names of one record become, the main one first."""
    each = [_of_one(name) for name in names]
    if not each:
        return NameColumns((), (), (), (), (), (), (), "")
    first = each[0]
    return first._replace(
        written=_each_once(one.written for one in each),
        letters=_each_once(one.letters for one in each),
        sounds=_each_once(one.sounds for one in each),
        rough=_each_once(one.rough for one in each),
    )


def _each_once(numbers: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(numbers)))


@lru_cache(maxsize=20_000)
def _of_one(name: str) -> NameColumns:
    forms = taken(name).forms
    spellings = [spelling for form in forms for spelling in _spellings(form)[:_SPELLINGS]]
    readings = _readings(name)
    codes = [[reading[at : at + 2] for at in range(0, len(reading), 2)] for reading in readings]
    return NameColumns(
        _numbers(" ".join(sorted(form.written.split())).encode() for form in forms),
        _numbers("".join(sorted("".join(words))).encode() for words in spellings),
        _numbers(b"".join(sorted(row)) for row in codes),
        _numbers(b"".join(sorted(map(_ROUGH.__getitem__, row))) for row in codes),
        tuple(dict.fromkeys(codes[0])) if codes else (),
        _couples(codes[0]) if codes else (),
        _couples([_ROUGH[code] for code in codes[0]]) if codes else (),
        "".join(sorted(spellings[0])) if spellings else "",
    )


def _numbers(texts: Iterable[bytes]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number(text) for text in texts if text))


def _spellings(form: Form) -> list[tuple[str, ...]]:
    """The likeliest ways to write a form in Latin letters."""
    if form.script == _LATIN:
        return [form.words]
    return [words for words in likeliest(form.script, [pieces_of(form.script, word) for word in form.words]) if words]


def _readings(name: str) -> list[Reading]:
    """How a name may sound, titles off: the first readings of its words together, the second ones …"""
    found: dict[Reading, None] = {}
    for core in cores_of(name):
        heard = [run.readings for word in core for run in sounded(word) if run.readings]
        for at in range(max(map(len, heard), default=0)):
            found.setdefault(b"".join(readings[min(at, len(readings) - 1)] for readings in heard))
    return list(found)[:_READINGS]


def _couples(row: list[bytes]) -> tuple[bytes, ...]:
    couples = combinations(row, 2) if len(row) <= SHORT else pairwise(row)
    return tuple(dict.fromkeys(b"".join(sorted(couple)) for couple in couples))


#: The rough syllable of each, by its two bytes.
_ROUGH = {code.to_bytes(2, "little"): bytes([int(rough)]) for code, rough in enumerate(ROUGH.tolist())}
