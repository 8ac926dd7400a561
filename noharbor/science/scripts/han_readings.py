"""How a Han character is read: in Mandarin, the languages of the south, Korean, Vietnamese and Japanese."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from noharbor.reference.tables import table
from noharbor.science.scripts.writing import System

#: Columns of the compiled readings.
_MANDARIN, _FAMILY, _CANTONESE, _KOREAN, _VIETNAMESE = range(5)

#: Systems whose spellings come from the compiled table as they stand; the others carry more than plain letters.
_PLAIN = (
    System.WADE_GILES,
    System.CANTONESE,
    System.HOKKIEN,
    System.TEOCHEW,
    System.HAKKA,
    System.THAI_CHINESE,
    System.SINO_KOREAN,
    System.HEPBURN,
    System.SOUNDS,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a character.

    Attributes:
        system: Which system spells it so.
        spelling: Its letters: pinyin with v for ü, Vietnamese with its marks, the others plain.
        rank: 0 for the likeliest of its system, then 1, 2 …
        family_only: Read so only as a family name (单 Shan, 仇 Qiu).
        tone: Of Mandarin, 1 to 5 (5 is the light one); None for other systems.
    """

    system: System
    spelling: str
    rank: int
    family_only: bool = False
    tone: int | None = None


@cache
def folding() -> dict[int, int]:
    """Variants, traditional and full-width forms to the simplified characters that stand for them."""
    pairs = table("han_variants")
    return {ord(variant): ord(char) for variant, char in zip(pairs["from"], pairs["to"], strict=True)}


@lru_cache(maxsize=20_000)
def _columns(char: str) -> tuple[tuple[str, ...], ...]:
    """The compiled readings of a character as it is written; of its simplified form where it has none."""
    rows: dict[str, str] = table("han_readings")
    simple = char.translate(folding())
    line = rows.get(char) or rows.get(simple, "")
    cells = [tuple(cell.split()) for cell in line.split("|")]
    cells += [()] * (5 - len(cells))
    if not cells[_FAMILY] and simple != char and simple in rows:
        cells[_FAMILY] = tuple((rows[simple] + "|").split("|")[_FAMILY].split())
    return tuple(cells)


def mandarin(char: str) -> tuple[str, ...]:
    """Everyday Mandarin readings with the tone as a figure, likeliest first: 长 gives zhang3, chang2."""
    return _columns(char)[_MANDARIN]


def family_readings(char: str) -> tuple[str, ...]:
    """Mandarin readings as a family name, where they differ from the likeliest everyday one: 单 gives shan4."""
    return _columns(char)[_FAMILY]


def jyutping(char: str) -> tuple[str, ...]:
    """Cantonese readings in Jyutping with the tone, likeliest first: 陈 gives can4."""
    return _columns(char)[_CANTONESE]


def hangul(char: str) -> tuple[str, ...]:
    """Korean readings in Hangul, also those at the beginning of a word in the South: 李 gives 이 and 리."""
    return _by_variants(char, _KOREAN)


def vietnamese(char: str) -> tuple[str, ...]:
    """Sino-Vietnamese readings with their marks: 阮 gives nguyễn."""
    return _by_variants(char, _VIETNAMESE)


def _by_variants(char: str, column: int) -> tuple[str, ...]:
    """Readings of a character; one that has none of its own takes those of its simplified form and its variants."""
    own = _columns(char)[column]
    if own:
        return own
    simple = char.translate(folding())
    kin = (simple, *_written_as().get(simple, ()))
    return next((found for one in kin if (found := _columns(one)[column])), ())


@cache
def _written_as() -> dict[str, tuple[str, ...]]:
    """Simplified characters and the variants they stand for."""
    pairs = table("han_variants")
    found: dict[str, tuple[str, ...]] = {}
    for variant, char in zip(pairs["from"], pairs["to"], strict=True):
        found[char] = (*found.get(char, ()), variant)
    return found


def spellings(char: str) -> dict[str, list[str]]:
    """The Latin spellings of a character by system, likeliest first; of its simplified form and all its variants."""
    found: dict[str, list[str]] = table("han_spellings").get(char.translate(folding()), {})
    return found


def readings(char: str) -> tuple[Reading, ...]:
    """Every known reading of a character, by system, likeliest first.

    Args:
        char: One character, in any form; a traditional one keeps its own Mandarin reading (發 fa1, 髮 fa4).

    Returns:
        Readings; empty for what is no Han character of the tables.
    """
    found = [
        Reading(System.PINYIN, one[:-1], rank, family_only=False, tone=int(one[-1]))
        for rank, one in enumerate(mandarin(char))
    ]
    everyday = set(mandarin(char)[:1])
    found += [
        Reading(System.PINYIN, one[:-1], rank, family_only=True, tone=int(one[-1]))
        for rank, one in enumerate(family_readings(char))
        if one not in everyday
    ]
    found += [Reading(System.SINO_VIETNAMESE, one, rank) for rank, one in enumerate(vietnamese(char))]
    by_system = spellings(char)
    for system in _PLAIN:
        found += [Reading(system, one, rank) for rank, one in enumerate(by_system.get(system.value, ()))]
    return tuple(found)


def mandarin_sounds(text: str) -> list[set[str]]:
    """How each character of a name may sound in Mandarin, with the tone: 王伟 gives [{wang2, wang4}, {wei3}].

    Args:
        text: Han characters; others give an empty set.

    Returns:
        A set for each character. Cut the last figure off for the sound without tone.
    """
    return [{*mandarin(char), *family_readings(char)} for char in text]
