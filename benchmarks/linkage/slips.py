"""Slips of those who write and copy lists: in letters, figures, dates and encodings."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache

import icu
import opencc

# Pairs that readers of print take for one another, and that copyists do.
_LOOK_ALIKE = ("O0", "I1", "S5", "B8", "Z2", "G6", "rn", "lI", "ec", "uv", "hb", "cl")
_LOOKS: dict[str, str] = {}
for _one, _other in _LOOK_ALIKE:
    _LOOKS.setdefault(_one, _other)
    _LOOKS.setdefault(_other, _one)
# Native letters that print makes alike.
_LOOKS |= dict(zip("ถภคดกถพผຄດບປຜພសលပဟထ天夫未末土士己已", "ภถดคถกผพດຄປບພຜលសဟပယ夫天末未士土已己", strict=True))
_NUMBER_LOOKS = {"O": "0", "0": "O", "I": "1", "1": "I", "B": "8", "8": "B", "S": "5", "5": "S"}


def letter_slip(dice: random.Random, word: str) -> str:
    """One letter of a word lost, doubled, taken for another, or two changed places; the first one mostly stays."""
    if len(word) < 3:
        return word
    at = dice.randrange(1, len(word) - 1)
    head, tail = word[:at], word[at:]
    kind = dice.randrange(4)
    if kind == 0:
        return head + tail[1:]
    if kind == 1:
        return head + tail[:1] + tail
    if kind == 2:
        return head + dice.choice("aeiounhtsk") + tail[1:]
    return head + tail[1:2] + tail[:1] + tail[2:]


def misread(dice: random.Random, text: str) -> str:
    """One sign read for another that looks like it, as machines read print; the text itself where none does."""
    places = [at for at, char in enumerate(text) if char in _LOOKS]
    if not places:
        return text
    at = dice.choice(places)
    return text[:at] + _LOOKS[text[at]] + text[at + 1 :]


def number_slip(dice: random.Random, number: str) -> str:
    """A number typed wrong: one figure for another, two changed places, or a letter for a figure that looks alike."""
    figures = [at for at, char in enumerate(number) if char.isdigit()]
    if len(figures) < 2:
        return number
    signs = list(number)
    kind = dice.choices(("other", "swapped", "alike"), (50, 25, 25))[0]
    alike = [at for at, char in enumerate(number) if char in _NUMBER_LOOKS]
    if kind == "alike" and alike:
        at = dice.choice(alike)
        signs[at] = _NUMBER_LOOKS[signs[at]]
    elif kind == "swapped":
        at = dice.choice(figures[:-1])
        signs[at], signs[at + 1] = signs[at + 1], signs[at]
    else:
        at = dice.choice(figures)
        signs[at] = dice.choice([figure for figure in "0123456789" if figure != signs[at]])
    return "".join(signs)


def date_slip(dice: random.Random, born: date) -> date:
    """A birth date with day and month changed round where that is a date, or with a part beside the right one."""
    kind = dice.choices(("round", "day", "month", "year", "january"), (35, 30, 10, 15, 10))[0]
    if kind == "round" and born.day <= 12:
        return born.replace(month=born.day, day=born.month)
    if kind == "month":
        return born.replace(month=born.month % 12 + 1, day=min(born.day, 28))
    if kind == "year":
        return born.replace(year=born.year + dice.choice((-1, 1)), day=min(born.day, 28))
    if kind == "january":
        # Where only the year is known, offices write its first day.
        return born.replace(month=1, day=1)
    return born + timedelta(days=dice.choice((-1, 1)))


@cache
def _to_zawgyi() -> icu.Transliterator:
    return icu.Transliterator.createInstance("my-Zawgyi")


def zawgyi(text: str) -> str:
    """Burmese as older telephones write it; ICU's converter."""
    return str(_to_zawgyi().transliterate(text))


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def traditional(text: str) -> str:
    """Chinese in traditional characters; OpenCC's converter, which this project rests on too."""
    return str(_traditional().convert(text))
