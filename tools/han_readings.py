"""Writes the readings of Han characters, noharbor/reference/names/han/readings.tsv, from the Unihan database.

Run as `python -m tools.han_readings FOLDER`, where FOLDER holds Unihan_*.txt or Unihan_*.txt.bz2 (Debian's package
unicode-data has them in usr/share/unicode). With `--check` nothing is written; the command ends with 1 when the file
differs. Nobody needs this at run time: the file is committed.
"""

from __future__ import annotations

import argparse
import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "noharbor/reference/names/han/readings.tsv"

HEAD = """\
# How each Han character is read in the languages that write names with it, the likeliest reading first.
# Columns: character; Mandarin in pinyin with the tone as a figure (v for ü); Cantonese in Jyutping; Korean in Hangul;
#   Sino-Vietnamese and Nôm readings with their marks; Japanese on readings; Japanese kun readings (capitals as in the
#   source, long vowels doubled or with U). A dash: none known. Several readings stand apart by a space.
# Source: Unihan database of Unicode 15.0 (Debian package unicode-data 15.0.0-1), fields kMandarin, kHanyuPinlu,
#   kTGHZ2013, kXHC1983, kHanyuPinyin, kCantonese, kHangul, kKorean, kVietnamese, kJapaneseOn, kJapaneseKun;
#   Unicode License, copyright Unicode, Inc. Changed: cut to characters of names, joined, put in order, tones as
#   figures. Written by tools/han_readings.py.
# Date of this file: 2026-11.
"""

#: A character is taken when one of these fields is present: everyday characters of China, Taiwan, Hong Kong, Macau,
#: Japan and Korea, and those allowed in Korean and Japanese names.
WANTED = ("kGB0", "kIICore", "kJinmeiyoKanji", "kJoyoKanji", "kKoreanName", "kTGH")

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
MOST_MANDARIN, MOST_OTHERS = 4, 3

#: The Yale letters of kKorean, for characters that kHangul leaves out.
INITIALS = {"K": 0, "KK": 1, "N": 2, "T": 3, "TT": 4, "L": 5, "M": 6, "P": 7, "PP": 8, "S": 9, "SS": 10, "": 11,
            "C": 12, "CC": 13, "CH": 14, "KH": 15, "TH": 16, "PH": 17, "H": 18}  # fmt: skip
VOWELS = {"A": 0, "AY": 1, "YA": 2, "YAY": 3, "E": 4, "EY": 5, "YE": 6, "YEY": 7, "O": 8, "WA": 9,
          "WAY": 10, "OY": 11, "YO": 12, "WU": 13, "WE": 14, "WEY": 15, "WI": 16, "YU": 17,
          "U": 18, "UY": 19, "I": 20}  # fmt: skip
FINALS = {"": 0, "K": 1, "N": 4, "L": 8, "M": 16, "P": 17, "NG": 21}
YALE = re.compile(r"(KK|TT|PP|SS|CC|CH|KH|TH|PH|[KNTLMPSCH]?)([AEIOUWY]+)(NG|[KNLMP])?")


def with_figure(syllable: str) -> str:
    """A pinyin syllable with its tone as a figure: zhāng becomes zhang1, lǚ lv3, de de5."""
    letters, tone = [], "5"
    for sign in unicodedata.normalize("NFD", syllable):
        if sign in TONES:
            tone = TONES[sign]
        elif sign == "\u0308":
            letters[-1] = "v"
        elif sign.isalpha() and sign.isascii():
            letters.append(sign)
    return "".join(letters) + tone


def hangul(yale: str) -> str:
    """A syllable of kKorean in Hangul; empty where it is none."""
    found = YALE.fullmatch(yale)
    if not found or found[2] not in VOWELS:
        # Before labials and after them Yale writes U for WU.
        return ""
    initial, vowel, final = found[1], found[2], found[3] or ""
    if vowel == "U" and initial in {"P", "PH", "M"}:
        vowel = "WU"
    return chr(0xAC00 + (INITIALS[initial] * 21 + VOWELS[vowel]) * 28 + FINALS[final])


def lines_of(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Character, field and value of every line of the database."""
    for path in sorted(folder.glob("Unihan_*.txt*")):
        with bz2.open(path, "rt", encoding="utf-8") if path.suffix == ".bz2" else path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("U+"):
                    code, field, value = line.rstrip("\n").split("\t")
                    yield chr(int(code[2:], 16)), field, value


def unique(readings: list[str], most: int) -> list[str]:
    """The first readings, each once."""
    return list(dict.fromkeys(one for one in readings if one))[:most]


def mandarin(fields: dict[str, str]) -> list[str]:
    """Readings in pinyin: the customary one, then by use, then as in the dictionaries."""
    found = fields.get("kMandarin", "").split()
    found += [re.sub(r"\(.*", "", one) for one in fields.get("kHanyuPinlu", "").split()]
    for dictionary in ("kTGHZ2013", "kXHC1983"):
        for entry in fields.get(dictionary, "").split():
            found += entry.split(":")[1].split(",")
    if not found:
        found = [one for entry in fields.get("kHanyuPinyin", "").split() for one in entry.split(":")[1].split(",")][:1]
    return unique([with_figure(one) for one in found], MOST_MANDARIN)


def korean(fields: dict[str, str]) -> list[str]:
    """Readings in Hangul: of the standards first."""
    found = [unicodedata.normalize("NFC", one.split(":")[0]) for one in fields.get("kHangul", "").split()]
    return unique(found or [hangul(one) for one in fields.get("kKorean", "").split()], MOST_OTHERS)


def row(char: str, fields: dict[str, str]) -> str:
    """One line of the file."""
    columns = [
        mandarin(fields),
        unique(fields.get("kCantonese", "").split(), MOST_OTHERS),
        korean(fields),
        unique([unicodedata.normalize("NFC", one) for one in fields.get("kVietnamese", "").split()], MOST_OTHERS),
        unique(fields.get("kJapaneseOn", "").split(), MOST_OTHERS),
        unique(fields.get("kJapaneseKun", "").split(), MOST_MANDARIN),
    ]
    return "\t".join([char, *(" ".join(column) or "-" for column in columns)])


def main(arguments: list[str] | None = None) -> int:
    """Write the file, or check; the exit code."""
    parser = argparse.ArgumentParser(description="Write the readings of Han characters from Unihan.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when the file differs")
    options = parser.parse_args(arguments)
    database: dict[str, dict[str, str]] = defaultdict(dict)
    for char, field, value in lines_of(options.folder):
        database[char][field] = value
    rows = [row(char, fields) for char, fields in sorted(database.items()) if any(one in fields for one in WANTED)]
    text = HEAD + "\n".join(one for one in rows if not one.endswith("\t-\t-\t-\t-\t-\t-")) + "\n"
    if options.check:
        differs = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text
        sys.stderr.write(f"{TARGET.name} differs from Unihan.\n" if differs else "")
        return int(differs)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
