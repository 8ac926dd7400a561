"""Numbers in names: digits of every script, English ordinals, Chinese numerals, Roman numerals of units."""

from __future__ import annotations

import re

_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_ROMAN = {
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "xi": 11,
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
    "xv": 15,
}
_HAN_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零", "一壹", "二两兩贰", "三叁", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_NUMERALS = "".join(_HAN_DIGITS) + "".join(_HAN_UNITS)
#: Words that only announce a number.
_ANNOUNCED = (
    r"(?:\b(?:no|nr|number|num|số)\b\.?\s*|\#\s*|№\s*|ที่\s*|หมายเลข\s*|အမှတ်\s*|ເລກທີ\s*|ທີ\s*|ທີ່\s*|លេខ\s*|ទី\s*|第\s*)"
)
_DIGITS = re.compile(
    rf"{_ANNOUNCED}?\(?\s*(?<![\d])(\d{{1,9}})(?!\d)\s*\)?(?:\s*(?:st|nd|rd|th)\b|\s*[號号](?!\w*码))?", re.IGNORECASE
)
_HAN = re.compile(rf"第([{_HAN_NUMERALS}]+)|([{_HAN_NUMERALS}]+)(?=[军軍师師旅团團营營连連局所号號处處队隊])")


def numbers_in(text: str) -> tuple[int, ...]:
    """All numbers written with digits of any script, in order."""
    return tuple(int(run) for run in re.findall(r"\d{1,9}", text))


def take_numbers(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the numbers out of an organisation's name.

    Args:
        text: The name, its form words still in it.

    Returns:
        The text with blanks where numbers stood, and the numbers in order.

    """
    found: list[tuple[int, int]] = []

    def keep(match: re.Match[str]) -> str:
        run = next(group for group in match.groups() if group is not None)
        value = int(run) if run.isdecimal() else han_number(run)
        # A digit that is glued to a letter is part of a word: 14K, U2.
        if _is_glued(match):
            return match.group()
        found.append((match.start(), value))
        return " " * len(match.group())

    text = _HAN.sub(keep, text)
    text = _DIGITS.sub(keep, text)
    words = re.compile(r"[A-Za-z]+")

    def word(match: re.Match[str]) -> str:
        key = match.group().casefold()
        value = _ORDINALS.get(key) or (_ROMAN.get(key) if match.group().isupper() else None)
        if value is None:
            return match.group()
        found.append((match.start(), value))
        return " " * len(match.group())

    text = words.sub(word, text)
    return text, tuple(value for _, value in sorted(found))


def _is_glued(match: re.Match[str]) -> bool:
    text, end, start = match.string, match.end(match.lastindex or 0), match.start(match.lastindex or 0)
    after = text[end] if end < len(text) and not re.match(r"(?i:st|nd|rd|th)\b", text[end:]) else " "
    before = text[start - 1] if start else " "
    return (after.isascii() and after.isalpha()) or (before.isascii() and before.isalpha())


def han_number(run: str) -> int:
    """The value of a Chinese numeral below ten thousand: 第一七三 reads digit by digit, 二十五 by tens."""
    if not any(char in _HAN_UNITS for char in run):
        return int("".join(str(_HAN_DIGITS[char]) for char in run[:9]) or "0")
    total, digit = 0, 0
    for char in run:
        if char in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit
