"""Which writing system a character, and a text, is in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from enum import StrEnum


class Script(StrEnum):
    """Writing systems of the region by ISO 15924, alphabetical; everything else is `OTHER`."""

    ARABIC = "Arab"
    BENGALI = "Beng"
    BURMESE = "Mymr"
    CYRILLIC = "Cyrl"
    DEVANAGARI = "Deva"
    HAN = "Hani"
    HANGUL = "Hang"
    KANA = "Kana"
    KHMER = "Khmr"
    LAO = "Laoo"
    LATIN = "Latn"
    OTHER = "Zyyy"
    TAMIL = "Taml"
    THAI = "Thai"


#: First and last code point of each block, and its script. Source: Unicode 15, Blocks.txt.
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x005A, Script.LATIN),
    (0x0061, 0x007A, Script.LATIN),
    (0x00C0, 0x024F, Script.LATIN),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0980, 0x09FF, Script.BENGALI),
    (0x0B80, 0x0BFF, Script.TAMIL),
    (0x0E01, 0x0E3A, Script.THAI),
    (0x0E40, 0x0E5B, Script.THAI),
    (0x0E81, 0x0EDF, Script.LAO),
    (0x1000, 0x109F, Script.BURMESE),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1780, 0x17FF, Script.KHMER),
    (0x19E0, 0x19FF, Script.KHMER),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2E80, 0x2FDF, Script.HAN),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA9E0, 0xA9FF, Script.BURMESE),
    (0xAA60, 0xAA7F, Script.BURMESE),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFF21, 0xFF3A, Script.LATIN),
    (0xFF41, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9D, Script.KANA),
    (0x20000, 0x323AF, Script.HAN),
)
_STARTS = [first for first, _, _ in _BLOCKS]


def script_of(char: str) -> Script:
    """Return the script of one character; digits, signs and spaces are `OTHER`."""
    code = ord(char)
    place = bisect_right(_STARTS, code) - 1
    if place >= 0 and code <= _BLOCKS[place][1]:
        return _BLOCKS[place][2]
    return Script.OTHER


def scripts_in(text: str) -> Counter[Script]:
    """Count the letters of each script in a text; signs and digits are left out."""
    counted: Counter[Script] = Counter()
    for char, times in Counter(text).items():
        counted[script_of(char)] += times
    del counted[Script.OTHER]
    return counted


def main_script(text: str) -> Script | None:
    """Return the script that says most in a text; None without letters.

    A Han character says about as much as three Latin letters and weighs as much: an article in Chinese with many Latin
    names is Chinese.
    """
    counted = scripts_in(text)
    if not counted:
        return None
    counted[Script.HAN] *= 3
    return max(counted, key=lambda script: (counted[script], script))
