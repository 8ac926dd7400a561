"""Names in Han characters: which part is the family's, and how each system writes the whole in Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.scripts.han_readings import (
    family_readings,
    folding,
    hangul,
    mandarin,
    spellings,
    vietnamese,
)
from noharbor.science.scripts.hangul import romanise as romanise_hangul
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.writing import Romanisation, System

#: Spellings a name is given by one system, and by all.
_OF_ONE, _OF_ALL = 4, 32
#: A longer string of characters is no name of a person of the Chinese family-first kind.
_LONGEST_NAME = 4
#: Bearers per million from which a family name counts as common.
_COMMON = 500.0

#: Systems that write every syllable of a name apart, as it is usual on papers, in the order they are tried.
_SPACED = (
    System.CANTONESE,
    System.HOKKIEN,
    System.TEOCHEW,
    System.HAKKA,
    System.THAI_CHINESE,
)


class FamilyAndGiven(NamedTuple):
    """The two parts of a name; an empty family name where nothing tells it."""

    family: str
    given: str


@cache
def _double() -> dict[str, list[str]]:
    """Family names of two and more characters with their reading."""
    found: dict[str, list[str]] = table("han_families")["double"]
    return found


@cache
def _single() -> frozenset[str]:
    return frozenset(table("han_families")["single"])


def _double_at_start(simple: str) -> int:
    """How many characters a family name of several characters takes at the beginning; 0 where there is none."""
    return next((size for size in (4, 3, 2) if simple[:size] in _double()), 0)


def family_and_given(name: str) -> FamilyAndGiven:
    """Part a name into family and given name.

    Args:
        name: In Han characters, any form. A point parts a foreign name, whose family name stands last (约翰·史密斯);
            a space parts a name as it stands, the family name first (王 伟).

    Returns:
        Both parts as they are written. A wife's family name after her husband's counts as family name (陈方安生 is
        陈方 and 安生). A single known family name stands alone. What no family name begins has none.
    """
    parts = [part for part in name.replace("・", "·").replace("•", "·").split("·") if part.strip()]
    if len(parts) > 1:
        return FamilyAndGiven(parts[-1].strip(), "·".join(part.strip() for part in parts[:-1]))
    words = name.split()
    if len(words) > 1:
        return FamilyAndGiven(words[0], "".join(words[1:]))
    word = words[0] if words else ""
    size = _family_size(word)
    return FamilyAndGiven(word[:size], word[size:])


def _family_size(word: str) -> int:
    """How many characters of a word are the family name."""
    simple = word.translate(folding())
    several = _double_at_start(simple)
    if several and len(simple) <= several + 2:
        return several
    if not simple or simple[0] not in _single() or len(simple) > _LONGEST_NAME:
        return 0
    if len(simple) == _LONGEST_NAME:
        # Two family names are a wife's; both must be common, or a foreign name written by sound would be cut in two.
        return 2 if _is_common(simple[0]) and _is_common(simple[1]) else 0
    return 1


def _is_common(name: str) -> bool:
    share: float = table("chinese_shares")["family"].get(name, 0.0)
    return share >= _COMMON


def _toneless(reading: str) -> str:
    return reading.rstrip("12345")


def _shown(pinyin: str) -> str:
    return pinyin.replace("v", "ü")


def _joined(syllables: Iterable[str]) -> str:
    """Pinyin syllables as one word: an apostrophe before a vowel, as the standard of 2012 (GB/T 16159) has it."""
    word = ""
    for syllable in syllables:
        word += ("'" if word and syllable[0] in "aeo" else "") + syllable
    return word.capitalize()


def _titled(syllables: Iterable[str]) -> str:
    return " ".join(syllable.capitalize() for syllable in syllables)


def _hyphened(syllables: Iterable[str]) -> str:
    return "-".join(syllables).capitalize()


def beam(choices: list[list[str]], most: int = _OF_ONE) -> list[tuple[str, ...]]:
    """The likeliest rows of one choice from each list, best first: choices are ranked, ranks add up.

    Args:
        choices: For each character its spellings, likeliest first.
        most: How many rows to keep.
    """
    rows: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for spelt in choices:
        grown = [(cost + rank, (*row, one)) for cost, row in rows for rank, one in enumerate(spelt[:most])]
        rows = sorted(grown, key=lambda each: each[0])[:most]
    return [row for _, row in rows]


def _mandarin_choices(family: str, given: str) -> list[list[str]]:
    """Pinyin without tones for each character, the reading of a family name first where it is one."""
    simple = family.translate(folding())
    if simple in _double():
        first = [[_toneless(one)] for one in _double()[simple]]
    else:
        first = [
            list(
                dict.fromkeys(
                    map(_toneless, (*family_readings(char)[:2], *mandarin(char)[: 1 if family_readings(char) else 2]))
                )
            )
            for char in family
        ]
    return first + [list(dict.fromkeys(map(_toneless, mandarin(char)))) for char in given]


def _in_two(
    row: tuple[str, ...], size: int, family: Callable[[Iterable[str]], str], given: Callable[[Iterable[str]], str]
) -> str:
    return " ".join(part for part in (family(row[:size]), given(row[size:])) if part)


def _mandarin(family: str, given: str) -> Iterator[Romanisation]:
    choices = _mandarin_choices(family, given)
    if not all(choices):
        return
    size = len(family)
    rows = beam(choices)
    for row in rows:
        yield Romanisation(_in_two(tuple(map(_shown, row)), size, _joined, _joined), System.PINYIN)
        if any("v" in one for one in row):
            for letter in ("yu", "u"):
                respelt = tuple(one.replace("v", letter) for one in row)
                yield Romanisation(_in_two(respelt, size, _joined, _joined), System.PINYIN)
    table_of = _wade_giles()
    for row in rows[:2]:
        for spelt in beam([table_of.get(one, [one]) for one in row], 2):
            together = _hyphened if family.translate(folding()) in _double() else _titled
            yield Romanisation(_in_two(spelt, size, together, _hyphened), System.WADE_GILES)


@cache
def _wade_giles() -> dict[str, list[str]]:
    """Pinyin syllables and their Wade-Giles spellings."""
    found: dict[str, list[str]] = table("han_families")["wade_giles"]
    return found


def _spaced(name: str, system: System) -> Iterator[Romanisation]:
    choices = [spellings(char).get(system.value, []) for char in name]
    if all(choices):
        for row in beam(choices):
            yield Romanisation(_titled(row), system)


def _korean(family: str, given: str) -> Iterator[Romanisation]:
    """The Korean systems write the Hangul reading; the customary spellings hyphenate the given name."""
    read = [hangul(char) for char in family + given]
    if not all(read):
        return
    for one in romanise_hangul("".join(one[0] for one in read)):
        if one.system is not System.CUSTOMARY and (" " in one.spelling or not given):
            yield Romanisation(one.spelling, System.SINO_KOREAN)
    for row in beam([spellings(char).get(System.SINO_KOREAN.value, []) for char in family + given]):
        yield Romanisation(_in_two(row, len(family), _titled, _hyphened), System.SINO_KOREAN)


def _vietnamese(name: str) -> Iterator[Romanisation]:
    choices = [list(vietnamese(char)) for char in name]
    if not all(choices):
        return
    for row in beam(choices, 2):
        marked = _titled(row)
        yield Romanisation(marked, System.SINO_VIETNAMESE)
        plain = unicodedata.normalize("NFD", marked.replace("Đ", "D").replace("đ", "d"))
        yield Romanisation("".join(sign for sign in plain if sign.isascii()), System.SINO_VIETNAMESE)


def _japanese(name: str) -> Iterator[Romanisation]:
    """Two characters are taken for the family name where there are three or more, as most Japanese have them."""
    choices = [spellings(char).get(System.HEPBURN.value, []) for char in name]
    if not all(choices):
        return
    size = 2 if len(name) > 2 else 1
    for row in beam(choices, 2):
        spelt = _in_two(row, size, lambda part: "".join(part).capitalize(), lambda part: "".join(part).capitalize())
        yield Romanisation(spelt, System.HEPBURN)


def _foreign(parts: list[str]) -> Iterator[Romanisation]:
    """A foreign name: pinyin of each part, then the letters its characters stand for."""
    read = [[_toneless(mandarin(char)[0]) for char in part if mandarin(char)] for part in parts]
    if all(read):
        yield Romanisation(" ".join(_joined(map(_shown, part)) for part in read), System.PINYIN)
    yield from _sounded(parts)


def _sounded(parts: list[str]) -> Iterator[Romanisation]:
    """The letters that the characters of a foreign name most often stand for."""
    rows = [beam([spellings(char).get(System.SOUNDS.value, []) for char in part], 2) for part in parts]
    if all(rows):
        for rank in (0, 1):
            words = ["".join(row[min(rank, len(row) - 1)]).capitalize() for row in rows]
            yield Romanisation(" ".join(words), System.SOUNDS)


def _all(name: str) -> Iterator[Romanisation]:
    parts = [part.strip() for part in name.split("·") if part.strip()]
    if len(parts) > 1 or len(name) > _LONGEST_NAME + 1:
        yield from _foreign(parts)
        return
    family, given = family_and_given(name)
    yield from _mandarin(family, given)
    chars = family + given
    for system in _SPACED:
        yield from _spaced(chars, system)
    yield from _korean(family, given)
    yield from _vietnamese(chars)
    yield from _japanese(chars)
    yield from _sounded([chars])


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a name in Latin letters as the systems of the region do, the likeliest spelling of each first.

    王伟 gives Wang Wei (pinyin), Wong Wai (Cantonese), Ong Wee (Hokkien), Vương Vĩ (Vietnamese) …; 司马懿 Sima Yi;
    吕 is Lü, Lyu and Lu. The family name stands first; pinyin joins the given name, Wade-Giles hyphenates it, the
    southern systems write it apart. Marks stand where the system has them, but Wade-Giles goes without, as on papers.

    Args:
        name: Han characters, any form; other letters give no spelling.

    Returns:
        Spellings, each once; empty where a character is unknown to all systems.
    """
    stripped = name.strip()
    if not stripped or any(char not in "· " and script_of(char) is not Script.HAN for char in stripped):
        return ()
    found: dict[str, Romanisation] = {}
    for one in _all(stripped):
        found.setdefault(one.spelling, one)
    return tuple(islice(found.values(), _OF_ALL))
