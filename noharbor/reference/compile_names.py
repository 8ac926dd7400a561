"""Make the tables of Han characters: variants, readings, and spellings in Latin letters by system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from noharbor.reference.spell_syllables import cantonese, korean, mandarin_systems, rebound, wade_giles

Rows = dict[str, list[list[str]]]

#: Columns of readings.tsv after the character.
MANDARIN, CANTONESE, KOREAN, VIETNAMESE, ON = range(5)

#: Simplified characters that are old family names in their own right: their own reading counts before that of the
#: traditional characters they also stand for (余 before 餘, 范 before 範).
NAMES_OF_THEIR_OWN = frozenset("于余云范沈谷曲卜姜秋松郁岳党咸台后里万")

#: The most spellings kept for a character and a system.
MOST = 12
#: Of systems in which one character is spelt in many ways.
MOST_SOUNDS = 30
#: Of a character that no table of sounds has, after others of its syllable.
MOST_BY_SYLLABLE = 6
LONGEST = 8


def read_rows(path: Path) -> Rows:
    """A table of tab-separated columns, each a list of words, by its first column; a dash is none."""
    rows: Rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, *columns = line.split("\t")
            rows[first] = [[] if column == "-" else column.split() for column in columns]
    return rows


def supplemented(rows: Rows, supplements: Any) -> Rows:
    """The readings with those of names put before them, where names are read otherwise."""
    merged = {char: list(columns) for char, columns in rows.items()}
    for language, column in (("cantonese", CANTONESE), ("korean", KOREAN), ("vietnamese", VIETNAMESE)):
        for char, own in words_by_character(supplements[language]).items():
            merged[char][column] = list(dict.fromkeys([*own, *merged[char][column]]))
    return merged


def words_by_character(block: str) -> dict[str, list[str]]:
    """Lines of a character and words, as a block of YAML text gives them."""
    found: dict[str, list[str]] = {}
    for line in block.splitlines():
        char, *words = line.split()
        found[char] = words
    return found


def _pairs(lines: Iterable[str]) -> dict[str, str]:
    text = "".join(lines)
    return dict(zip(text[::2], text[1::2], strict=True))


def variants(characters: Any, others: Any) -> dict[str, str]:
    """Characters and those that stand for them, one to one and in one step, so that folding twice changes nothing."""
    pairs = _pairs(others["pairs"]) | _pairs(characters["pairs"])
    # The radicals of dictionaries (U+2F00 to U+2FD5) are printed where the characters are meant.
    pairs |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    folded = {}
    for sign in pairs:
        target, seen = pairs[sign], {sign}
        while target in pairs and target not in seen:
            seen.add(target)
            target = pairs[target]
        if target != sign:
            folded[sign] = target
    # A ring of two characters would fold for ever: its first character stands for both.
    kept = {sign: target for sign, target in folded.items() if target not in folded}
    return {"from": "".join(kept), "to": "".join(kept.values())}


def _families(rows: Rows, folding: dict[str, str]) -> dict[str, list[str]]:
    """Per simplified character the characters it stands for: itself first, then its variants."""
    families: dict[str, list[str]] = defaultdict(list)
    folds = dict(zip(folding["from"], folding["to"], strict=True))
    for char in rows:
        canonical = folds.get(char, char)
        if char == canonical:
            families[canonical].insert(0, char)
        else:
            families[canonical].append(char)
    return families


def _merged(rows: Rows, family: list[str], column: int) -> list[str]:
    """The readings of a character and its variants; for languages that write traditional characters those first."""
    order = family
    if column != MANDARIN and family[0] not in NAMES_OF_THEIR_OWN:
        order = [*family[1:], family[0]]
    return list(dict.fromkeys(reading for char in order for reading in rows[char][column]))


def readings(rows: Rows, surnames: Any) -> dict[str, str]:
    """Per character: Mandarin, as a family name, Cantonese, Hangul, Vietnamese; words by spaces, columns by "|"."""
    table = {}
    for char, columns in rows.items():
        family_name = surnames["readings"].get(char, "")
        korean_forms = rebound(columns[KOREAN])
        cells = [columns[MANDARIN], [family_name], columns[CANTONESE], korean_forms, columns[VIETNAMESE]]
        table[char] = "|".join(" ".join(cell).strip() for cell in cells).rstrip("|")
    return table


def plain_vietnamese(syllable: str) -> list[str]:
    """A Vietnamese syllable without marks; i after some letters is also written y, and y i."""
    letters = unicodedata.normalize("NFD", syllable.replace("đ", "d"))
    plain = "".join(sign for sign in letters if sign.isascii() and sign.isalpha())
    if re.fullmatch(r"(h|k|l|m|s|t|qu)?[iy]", plain):
        return [plain[:-1] + "y", plain[:-1] + "i"]
    return [plain]


def hepburn(reading: str) -> list[str]:
    """An on reading without long marks, then with u after o as some passports have it."""
    low = reading.lower()
    short = low.replace("ou", "o").replace("uu", "u")
    return list(dict.fromkeys([short, low.replace("uu", "u")]))


_MAY_DOUBLE = re.compile("[bcdfglmnprst][aeiouy]")

#: First sounds that soften within a Japanese compound; the longer come first.
_SOFTENED = {"ch": "j", "sh": "j", "ts": "z", "f": "b", "h": "b", "k": "g", "s": "z", "t": "d"}


def softened(reading: str) -> str:
    """A Japanese reading as the second part of a compound: kawa is gawa; empty where nothing softens."""
    for hard, soft in _SOFTENED.items():
        if reading.startswith(hard):
            return soft + reading.removeprefix(hard)
    return ""


def _overseas(block: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for spellings, chars in block.items():
        for char in chars:
            found[char].extend(str(spellings).split())
    return found


def is_everyday(char: str) -> bool:
    """Whether a character is of the first level of GB 2312: the 3,755 commonest."""
    try:
        return b"\xb0" <= char.encode("gb2312")[:1] <= b"\xd7"
    except UnicodeEncodeError:
        return False


def _sounds_by_syllable(sounds: dict[str, list[str]], rows: Rows) -> dict[str, list[str]]:
    """What the characters of one pinyin syllable stand for in foreign names, what most of them share first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for char, chunks in sounds.items():
        for rank, chunk in enumerate(chunks[:MOST_BY_SYLLABLE]):
            counts[rows[char][MANDARIN][0].rstrip("12345")][chunk] += MOST_BY_SYLLABLE - rank
    return {syllable: [chunk for chunk, _ in found.most_common(MOST_BY_SYLLABLE)] for syllable, found in counts.items()}


def _cut(chunks: Iterable[str], most: int = MOST) -> list[str]:
    return [one for one in dict.fromkeys(chunks) if one and len(one) <= LONGEST][:most]


def families(surnames: Any, shares: dict[str, float], systems: Any, rows: Rows) -> dict[str, Any]:
    """Family names of several characters with readings, those of one character, and Wade-Giles by pinyin syllable.

    Args:
        surnames: names/han/surnames.yaml.
        shares: Family names with how common they are, as `chinese_shares` gives them.
        systems: names/han/systems.yaml.
        rows: Readings per character.
    """
    everyday = {char: columns[MANDARIN][0] for char, columns in rows.items() if columns[MANDARIN]}
    double = {name: reading.split() for name, reading in surnames["double"].items()}
    double |= {name: [everyday[char] for char in name] for name in shares if len(name) > 1 and name not in double}
    syllables = {one.rstrip("12345") for columns in rows.values() for one in columns[MANDARIN]}
    syllables |= {one.rstrip("12345") for reading in surnames["readings"].values() for one in reading.split()}
    single = {name for name in [*shares, *surnames["others"].split()] if len(name) == 1}
    return {
        "double": double,
        "single": sorted(single),
        "wade_giles": {one: wade_giles(one, systems["wade_giles"])[:2] for one in sorted(syllables)},
    }


def chinese_shares(frequencies: Any) -> dict[str, dict[str, float]]:
    """Shares of family names and of given-name characters per million, and of given names by length.

    Args:
        frequencies: names/frequencies/chinese.yaml, which explains its columns.
    """
    per_million = 10_000
    found = {name: share * per_million for name, share in frequencies["family_names"].items()}
    others = [name for name in dict.fromkeys(frequencies["other_family_names"].split()) if name not in found]
    # The first of the others is as common as the last of those counted: ranks begin where the counted end.
    weights = [1 / (rank + len(found)) ** 2 for rank in range(1, len(others) + 1)]
    total = frequencies["other_share"] * per_million / sum(weights)
    found |= {name: total * weight for name, weight in zip(others, weights, strict=True)}
    characters: dict[str, float] = {}
    for tier in frequencies["given_characters"]:
        for char in "".join(tier["characters"].split()):
            characters.setdefault(char, tier["each"] * per_million)
    return {
        "family": {name: round(share, 1) for name, share in found.items()},
        "full": {
            name: count / frequencies["population_in_millions"] for name, count in frequencies["full_names"].items()
        },
        "given": characters,
        "length_of_given": {str(length): share for length, share in frequencies["length_of_given"].items()},
    }


class Spellings:
    """Puts together the Latin spellings of every character from the files of this folder.

    Args:
        files: The parsed files of names/han by name: surnames, systems, overseas, sounds, japanese.
        rows: Readings per character.
        folding: Variants, as `variants` gives them.
    """

    def __init__(self, files: dict[str, Any], rows: Rows, folding: dict[str, str]) -> None:
        folds = str.maketrans(folding["from"], folding["to"])
        self._rows, self._families = rows, _families(rows, folding)
        self._family_names: dict[str, str] = files["surnames"]["readings"]
        self._systems = files["systems"]
        self._overseas = {name.replace("_", "-"): _overseas(files["overseas"][name]) for name in
                          ("hokkien", "teochew", "hakka", "thai_chinese")}  # fmt: skip
        self._sounds = words_by_character(files["sounds"]["sounds"])
        self._sounds_by_syllable = _sounds_by_syllable(self._sounds, rows)
        japanese: dict[str, list[str]] = defaultdict(list)
        for char, words in words_by_character(files["japanese"]["readings"]).items():
            japanese[char.translate(folds)].extend(words)
        self._japanese = japanese

    def _mandarin(self, char: str) -> list[str]:
        family_name = self._family_names.get(char, "").split()
        found = _merged(self._rows, self._families[char], MANDARIN)
        # The everyday reading leads: most characters of a name stand in the given name.
        ordered = [*found[:1], *family_name, *found[1:]]
        return list(dict.fromkeys(one.rstrip("12345") for one in ordered))

    def of(self, char: str) -> dict[str, list[str]]:
        """The spellings of one simplified character by system, likeliest first; systems without any are left out."""
        family = self._families[char]
        pinyin, wade_giles = mandarin_systems(self._mandarin(char), self._systems)
        found = {
            "pinyin": _cut(pinyin),
            "wade-giles": _cut(wade_giles),
            "cantonese": _cut(cantonese(_merged(self._rows, family, CANTONESE), self._systems)),
            "sino-korean": _cut(korean(rebound(_merged(self._rows, family, KOREAN)), self._systems), MOST_SOUNDS),
            "sino-vietnamese": _cut(
                plain for one in _merged(self._rows, family, VIETNAMESE) for plain in plain_vietnamese(one)
            ),
            "hepburn": _cut(self._hepburn(char, family), MOST_SOUNDS),
            "sounds": _cut(self._foreign(char), MOST_SOUNDS),
        }
        for system, spellings in self._overseas.items():
            found[system] = _cut(spellings.get(char, []))
        return {system: chunks for system, chunks in found.items() if chunks}

    def _foreign(self, char: str) -> list[str]:
        """The letters a character stands for in foreign names; everyday ones may be used for their sound alone."""
        listed = self._sounds.get(char, [])
        if listed or not is_everyday(char) or not self._rows[char][MANDARIN]:
            # Inside a name the first consonant is often doubled: ti is also the end of Betty.
            return [*listed, *(one[0] + one for one in listed[:3] if _MAY_DOUBLE.match(one))]
        return self._sounds_by_syllable.get(self._rows[char][MANDARIN][0].rstrip("12345"), [])

    def _hepburn(self, char: str, family: list[str]) -> list[str]:
        on = [short for one in _merged(self._rows, family, ON) for short in hepburn(one)]
        kun = self._japanese.get(char, [])
        # Names are read kun more often than on, and the second of two softens its first sound (ta in Yamada).
        return [*kun, *on, *(soft for one in kun if (soft := softened(one)))]

    def table(self) -> dict[str, dict[str, list[str]]]:
        """Every simplified character and its spellings."""
        return {char: found for char in sorted(self._families) if (found := self.of(char))}
