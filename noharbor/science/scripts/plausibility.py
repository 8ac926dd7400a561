"""How plausible it is that somebody wrote this: a decoded text in bits, fewer is better.

Every way to read the same bytes gets its cost under a small model of Chinese, Thai, Vietnamese and Western European
text; the cheapest reading wins. A character that the writing system cannot have at its place costs most, which settles
Thai and Vietnamese; frequency settles Chinese. Common characters of traditional Chinese are those of simplified,
converted.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from noharbor.science.scripts.frequencies import LATIN_BITS, THAI_BITS, han_bits, hangul_bits
from noharbor.science.scripts.han import to_traditional

_ASCII_LETTER = 4.7
_ASCII_SIGN = 5.5
_SPACE = 2.6
_WRONG_PLACE = 9.0
_IMPOSSIBLE = 24.0
_WIDE_SIGNS = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·％～　￥")

_THAI_BEFORE = frozenset("เแโใไ")
_THAI_ABOVE = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_THAI_AFTER = frozenset("ะาำ\u0e45")
_VIETNAMESE_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VIETNAMESE_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")


def bits_of(text: str) -> float:
    """Return the cost of a text in bits: about 4.5 for each letter that belongs, 20 and more for one that cannot be.

    Args:
        text: A decoded text; U+FFFD stands for bytes that decode to nothing.

    Returns:
        The sum over characters. Compare only texts decoded from the same bytes.
    """
    total = 0.0
    before = "\n"
    for char in text:
        total += _bits(char, before)
        if char.isalpha() and before.isalpha() and (char < "\u0080") != (before < "\u0080"):
            total += _seam_bits(max(char, before))
        before = char
    return total


def _seam_bits(beyond: str) -> float:
    """What it costs that a letter touches an ASCII letter: nothing for é, little for Han, much for Thai."""
    if beyond < "\u0250":
        return 0.0
    return 4.0 if beyond < "\u2e80" else 2.5


def _bits(char: str, before: str) -> float:
    code = ord(char)
    if code < 0x80:
        return _ascii_bits(char)
    if 0x0E00 <= code <= 0x0E7F:
        return _thai_bits(char, before)
    if 0x4E00 <= code <= 0x9FFF:
        return _han_bits(char)
    if char in _VIETNAMESE_TONES:
        return 5.0 if before in _VIETNAMESE_VOWELS else _WRONG_PLACE + 6
    if code < 0x0250 or (char in LATIN_BITS and char not in _WIDE_SIGNS):
        return _latin_bits(char, before)
    return _other_bits(char, before)


def _other_bits(char: str, before: str) -> float:
    code = ord(char)
    if char in _WIDE_SIGNS:
        return 7.0 if code >= 0x2E80 else _latin_bits(char, before)
    if 0x3041 <= code <= 0x30FF:
        # Kana come in runs; a lone one among Han characters is more often a mistake.
        return 6.0 if "\u3041" <= before <= "\u30ff" else 11.5
    if 0xAC00 <= code <= 0xD7AF:
        return hangul_bits().get(char, 13.5)
    if 0xFF01 <= code <= 0xFF5E:
        return 11.0
    if 0x1000 <= code <= 0x109F or 0x0E80 <= code <= 0x0EFF or 0x1780 <= code <= 0x17FF:
        # Burmese, Lao and Khmer come in UTF-16 only as far as these candidates go.
        return 8.0
    unassigned = unicodedata.category(char) in {"Cn", "Co", "Cc", "Cs"} or char == "\ufffd"
    return _IMPOSSIBLE if unassigned else 18.0


def _ascii_bits(char: str) -> float:
    if char == " " or char == "\n":
        return _SPACE
    if char.isalnum():
        return _ASCII_LETTER
    if (char < " " and char not in "\t\r") or char == "\x7f":
        return _IMPOSSIBLE
    return _ASCII_SIGN


def _thai_bits(char: str, before: str) -> float:
    bits = THAI_BITS.get(char, _IMPOSSIBLE)
    previous_is_thai = "\u0e01" <= before <= "\u0e4e"
    if char in _THAI_ABOVE:
        # Vowels and tones sit on a consonant, or a tone on a vowel; none sits on air or on a leading vowel.
        fits = previous_is_thai and before not in _THAI_BEFORE and before not in _THAI_AFTER
        return bits if fits else bits + _WRONG_PLACE
    if char in _THAI_AFTER:
        return bits if previous_is_thai and before not in _THAI_BEFORE else bits + _WRONG_PLACE
    if before in _THAI_BEFORE and not "\u0e01" <= char <= "\u0e2e":
        return bits + _WRONG_PLACE
    if "\u0e50" <= char <= "\u0e59" and previous_is_thai:
        return bits + _WRONG_PLACE / 2
    return bits


def _latin_bits(char: str, before: str) -> float:
    bits = LATIN_BITS.get(char, 11.0)
    if 0x80 <= ord(before) < 0x0250 and char.isalpha():
        # Two letters beyond ASCII in a row are rare in every language written with these.
        bits += _WRONG_PLACE / (1.5 if before in _VIETNAMESE_VOWELS and char in _VIETNAMESE_VOWELS else 1)
    if char.isalpha() and char.isupper() and before.islower():
        bits += _WRONG_PLACE
    if not char.isalpha() and char not in LATIN_BITS:
        bits += _WRONG_PLACE
    return bits


@cache
def _common() -> dict[str, float]:
    simplified = han_bits()
    traditional = {to_traditional(char): bits for char, bits in simplified.items()}
    return {**traditional, **simplified}


def _han_bits(char: str) -> float:
    common = _common().get(char)
    if common is not None:
        return common
    return _rare_han_bits(char)


@cache
def _rare_han_bits(char: str) -> float:
    # The first level of both national sets holds what newspapers need; the rest is names, birds and fishes.
    mainland = char.encode("gb2312", "ignore")
    if mainland and mainland[0] < 0xD8:
        return 13.0
    island = char.encode("big5", "ignore")
    if island and island[0] < 0xC9:
        return 13.5
    return 16.5 if mainland or island else 19.0
