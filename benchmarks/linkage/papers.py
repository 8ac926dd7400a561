"""Numbers of invented people: passports, national ids and telephones in the shapes that states give them.

Shapes are public; numbers are drawn by lot, Chinese ones from a county code that was never given out.
"""

from __future__ import annotations

import random
from datetime import date
from typing import NamedTuple


class Shape(NamedTuple):
    """How numbers of a state look, with # for a digit; several shapes stand apart by a space."""

    passport: str
    phone: str
    national_id: str = ""


SHAPES: dict[str, Shape] = {
    "BD": Shape("A########", "+88017########", "##########"),
    "BR": Shape("FX#######", "+55119########", ""),
    "CN": Shape("E######## G########", "+8613#########", "CHINA"),
    "ET": Shape("EP#######", "+2519########", ""),
    "HK": Shape("K######## H########", "+8526#######", "A######"),
    "ID": Shape("C####### X#######", "+62812########", "################"),
    "IN": Shape("A#######", "+9198########", "############"),
    "KE": Shape("AK####### BK#######", "+2547########", "########"),
    "KH": Shape("N########", "+85512######", "#########"),
    "LA": Shape("PA####### P#######", "+85620########", ""),
    "LK": Shape("N#######", "+9477#######", "#########V"),
    # With six figures, ten series keep ten million people apart.
    "MM": Shape(" ".join(f"M{letter}######" for letter in "ABCDEFGHJK"), "+9597########", "MYANMAR"),
    "MY": Shape("A######## H########", "+6012#######", "MALAYSIA"),
    "NP": Shape("########", "+97798########", ""),
    "PH": Shape("P#######A", "+639#########", ""),
    "PK": Shape("BF#######", "+9230########", "#############"),
    "RU": Shape("75#######", "+7916#######", ""),
    "TH": Shape("AA####### AB#######", "+668########", "THAI"),
    "TW": Shape("3########", "+8869########", "A1########"),
    "UG": Shape("A########", "+25677#######", ""),
    "VN": Shape("C####### B#######", "+849########", "############"),
}
_TOWNSHIPS = ("ကမရ", "မဂတ", "လမန", "ဒဂမ", "မရမ", "ပဘတ", "တကန", "သဃက", "ဘအန", "မဝတ")
_CHINA_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# Odd and no multiple of five, so that different people below a power of ten get different figures.
_STRIDE = 7_919_377


def filled(dice: random.Random, shape: str) -> str:
    """A number of a shape: a lot for each #, all other signs as they stand."""
    return "".join(dice.choice("0123456789") if char == "#" else char for char in shape)


def passport(person: int, state: str) -> str:
    """The passport number of the so-manyth person; nobody among ten million has another's."""
    shapes = SHAPES[state].passport.split()
    figures = _figures(person, shapes[0].count("#"))
    series = person // 10 ** len(figures) + int(figures[0])
    return shapes[series % len(shapes)].replace("#" * len(figures), figures)


def _figures(person: int, length: int) -> str:
    return f"{person * _STRIDE % 10**length:0{length}}"


def phone(dice: random.Random, state: str) -> str:
    """A telephone number, as E.164 has it."""
    return filled(dice, SHAPES[state].phone)


def national_id(dice: random.Random, person: int, origin: str, born: date, sex: str) -> str:
    """The number of an identity card, with its check digit where the state gives one; "" where few carry any."""
    shape = SHAPES[origin].national_id
    if shape == "CHINA":
        return _china(dice, born, sex)
    if shape == "THAI":
        return _thai(dice)
    if shape == "MYANMAR":
        return f"{dice.randrange(1, 15)}/{dice.choice(_TOWNSHIPS)}(နိုင်){_figures(person, 6)}"
    if shape == "MALAYSIA":
        last = dice.randrange(500) * 2 + (sex == "male")
        return f"{born:%y%m%d}{dice.randrange(1, 15):02}{dice.randrange(10)}{last:03}"
    return filled(dice, shape)


def _china(dice: random.Random, born: date, sex: str) -> str:
    # Counties numbered from 9880 on were never given out.
    county = f"{dice.choice((11, 31, 33, 35, 36, 42, 43, 44, 45, 50, 51, 52, 53))}98{dice.randrange(80, 100)}"
    body = f"{county}{born:%Y%m%d}{dice.randrange(100):02}{dice.randrange(5) * 2 + (sex == 'male')}"
    total = sum(weight * int(digit) for weight, digit in zip(_CHINA_WEIGHTS, body, strict=True))
    return body + "10X98765432"[total % 11]


def _thai(dice: random.Random) -> str:
    body = str(dice.choice((1, 3, 5))) + filled(dice, "###########")
    total = sum((13 - place) * int(digit) for place, digit in enumerate(body))
    return body + str((11 - total % 11) % 10)
