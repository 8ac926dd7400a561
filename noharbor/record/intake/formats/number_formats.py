"""How a spreadsheet shows a number: as a day, a time, or with zeros in front, which phones and ids must not lose."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from noharbor.record.intake.formats.format import Cell

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_BRACKETED = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NO_MOMENT = re.compile(r"general|e[+-]|am/pm|a/p", re.IGNORECASE)
_LETTERS_OF_DAYS = frozenset("ydgeb")
#: Numbers of the built-in formats. Source: ECMA-376 part 1, 18.8.30, with the lists for Chinese and Thai.
_DAYS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58, *range(71, 75), *range(77, 82)))
_TIMES = frozenset((*range(18, 22), *range(32, 36), 45, 47, 55, 56, 75, 76))
_ELAPSED_NUMBERS = frozenset((46,))
_LAST_SERIAL = 2_958_466  # 31 December 9999.


class ShownAs(StrEnum):
    """What a format makes of a number."""

    DAY = "day"
    DIGITS = "digits"
    ELAPSED = "elapsed"
    NUMBER = "number"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format, as far as it changes what a cell says.

    Attributes:
        shown_as: What it makes of a number.
        pattern: For digits: "0" and "#" are places of digits, everything else stands for itself.
    """

    shown_as: ShownAs = ShownAs.NUMBER
    pattern: str = ""


PLAIN = NumberFormat()


@lru_cache(maxsize=4096)
def number_format(number: int, code: str = "") -> NumberFormat:
    """Tell what a format does.

    Args:
        number: Of the built-in format.
        code: The format's own code, such as `yyyy/mm/dd` or `0000000000`; "" for a built-in one.
    """
    if not code:
        if number in _DAYS:
            return NumberFormat(ShownAs.DAY)
        if number in _TIMES:
            return NumberFormat(ShownAs.TIME)
        return NumberFormat(ShownAs.ELAPSED) if number in _ELAPSED_NUMBERS else PLAIN
    section = code.split(";", 1)[0][:200]
    if _ELAPSED.search(section):
        return NumberFormat(ShownAs.ELAPSED)
    letters = set(_NO_MOMENT.sub("", _BRACKETED.sub("", _QUOTED.sub("", section))).lower())
    if letters & _LETTERS_OF_DAYS or ("m" in letters and not letters & set("hs")):
        return NumberFormat(ShownAs.DAY)
    if letters & set("hs"):
        return NumberFormat(ShownAs.TIME)
    pattern = _pattern(section)
    return NumberFormat(ShownAs.DIGITS, pattern) if pattern else PLAIN


def _pattern(section: str) -> str:
    """The pattern of a format for phones and ids; "" for amounts and all else."""
    pattern = _QUOTED.sub(lambda quoted: _literal(quoted), _BRACKETED.sub("", section)).strip("\ue000")
    bare = pattern.replace("\ue000", "")
    if not re.fullmatch(r"[0#\ue001-\ue00a+() /-]+", bare):
        return ""
    telling = bare.count("0") >= 2 or "+" in bare or any("\ue001" <= char <= "\ue00a" for char in bare)
    return bare if telling and re.search("[0#]", bare) else ""


def _literal(quoted: re.Match[str]) -> str:
    # Digits that stand for themselves are moved out of the way of the places 0 and #.
    words = quoted.group(1) or quoted.group(2) or ""
    return "".join(chr(0xE001 + int(char)) if char in "0123456789" else char for char in words)


def shown(value: float, form: NumberFormat, *, from_1904: bool) -> Cell:
    """Give a number as its format shows it.

    Args:
        value: As the file keeps it.
        form: Its format.
        from_1904: Whether days are counted from 1904, as old Macintosh programs did.

    Returns:
        ISO 8601 text for days and times, text for digits with zeros in front, otherwise the number.
    """
    if form.shown_as is ShownAs.NUMBER:
        return value
    if form.shown_as is ShownAs.DIGITS:
        return _filled(int(value), form.pattern) if value >= 0 and value == int(value) else value
    if form.shown_as is ShownAs.ELAPSED:
        minutes, seconds = divmod(round(value * 86_400), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}" if value >= 0 else value
    return _moment(value, only_time=form.shown_as is ShownAs.TIME, from_1904=from_1904)


def _moment(value: float, *, only_time: bool, from_1904: bool) -> Cell:
    if not 0 <= value < _LAST_SERIAL - (1462 if from_1904 else 0):
        return value
    if only_time and value < 1:
        minutes, seconds = divmod(round(value * 86_400) % 86_400, 60)
        return datetime.time(minutes // 60, minutes % 60, seconds).isoformat()
    # Days are counted as if 1900 had been a leap year, so before March of it the count is one behind.
    start = datetime.datetime(1904, 1, 1) if from_1904 else datetime.datetime(1899, 12, 30 if value >= 60 else 31)  # noqa: DTZ001  Sheets know no zones.
    moment = start + datetime.timedelta(days=int(value), seconds=round((value - int(value)) * 86_400))
    return moment.date().isoformat() if moment.time() == datetime.time() else moment.isoformat(sep=" ")


def _filled(number: int, pattern: str) -> str:
    digits = list(str(number))
    places = sum(char in "0#" for char in pattern)
    out: list[str] = []
    for char in reversed(pattern):
        if char not in "0#":
            out.append(chr(ord(char) - 0xE001 + 48) if "\ue001" <= char <= "\ue00a" else char)
            continue
        places -= 1
        if digits:
            out.append(digits.pop())
        elif char == "0":
            out.append("0")
        if not places:
            # Digits for which the pattern has no place stand before its first.
            out.extend(reversed(digits))
    return "".join(reversed(out)).strip()
