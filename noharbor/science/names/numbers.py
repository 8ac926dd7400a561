"""Numbers in names: digits of every script, English ordinals, Chinese numerals, Roman numerals of units."""

from __future__ import annotations

import re

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
# I, V and X stand for too much else.
_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14}
#: Put where a unit's one character (旅, 师) was taken out, so that the number before it is still seen as one.
UNIT_STOOD_HERE = "\ue000"
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
_DIGITS = re.compile(rf"{_ANNOUNCED}?\(?\s*(?<!\d)(?P<run>\d+)\s*\)?(?:\s*(?:st|nd|rd|th)\b|\s*[號号])?", re.IGNORECASE)
_HAN = re.compile(
    rf"第(?P<run>[{_HAN_NUMERALS}]+)|(?P<before>[{_HAN_NUMERALS}]+)(?=[{UNIT_STOOD_HERE}军軍師师旅团團营營连連局所号號处處队隊])"
)
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)


def roman_number(word: str) -> int | None:
    """The value of a Roman numeral of two and more letters; None for any other word."""
    return _ROMAN.get(word.upper())


def numbers_in(text: str) -> tuple[int, ...]:
    """All numbers written with digits of any script, in order."""
    return tuple(int(run) for run in re.findall(r"\d+", text))


def take_numbers(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the numbers out of an organisation's name.

    Args:
        text: The name, at most some hundred characters.

    Returns:
        The text with blanks where numbers stood, and the numbers in order.
    """
    found: list[tuple[int, int]] = []

    def take(match: re.Match[str], value: int) -> str:
        found.append((match.start(), value))
        return " " * len(match.group())

    def of_han(match: re.Match[str]) -> str:
        return take(match, han_number(match["run"] or match["before"]))

    def of_digits(match: re.Match[str]) -> str:
        return match.group() if _is_glued(match) else take(match, int(match["run"]))

    def of_words(match: re.Match[str]) -> str:
        value = _ORDINALS.get(match.group().casefold()) or _ROMAN.get(match.group())
        return take(match, value) if value else match.group()

    text = _LATIN_WORD.sub(of_words, _DIGITS.sub(of_digits, _HAN.sub(of_han, text)))
    return text, tuple(value for _, value in sorted(found))


def _is_glued(match: re.Match[str]) -> bool:
    """A digit glued to a Latin letter is part of a word: 14K, U2; 3rd is not."""
    text, start, end = match.string, match.start("run"), match.end("run")
    after = "" if _ORDINAL_END.match(text, end) else text[end : end + 1]
    return any(sign.isascii() and sign.isalpha() for sign in (text[start - 1 : start], after) if sign)


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
