"""Sums of money in English text, in the manners of the region's outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.english.numbers import bound_of
from noharbor.science.language.events import Amount
from noharbor.science.language.lexicons import lexicon

#: ISO 4217 code, or a token's ticker, by the signs and words that name it.
_SIGNS = {sign: code for code, signs in lexicon("english_money")["signs"].items() for sign in signs}
_UNITS = {unit: code for code, units in lexicon("english_money")["units"].items() for unit in units}
_FIGURES = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE_WORDS = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mil": 1e6, "mn": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7,
}  # fmt: skip
_SCALE = (
    r"(?:\s|-)?(?P<{0}>thousand|million|mln|mil|mn|billion|bn|trillion|tn|lakhs?|crores?|cr|[mbkMBK])\b(?:\s+crore)?"
)
_SMALL_WORDS: dict[str, float] = {"half a": 0.5, "a": 1}
_SMALL_WORDS |= {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_UNIT = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in sorted(_UNITS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![\w$])(?P<sign>{_SIGN})\s?(?P<figures>{_FIGURES})(?:{_SCALE.format('scale')})?")
_AFTER = re.compile(
    rf"(?<![\w.,$])(?P<figures>{_FIGURES}|{'|'.join(_SMALL_WORDS)})(?:{_SCALE.format('scale')})?(?:\s+(?:in|"
    rf"of|worth of))?[\s-]+(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in a text and its characters (`end` excluded)."""

    amount: Amount
    start: int
    end: int


def find_money(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """The sums between two characters of a text, in order; a sum in brackets right after another is its conversion."""
    stop = len(text) if end is None else end
    found: list[Money] = []
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text, start, stop):
            if not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(_money(text, match))
    return sorted(found, key=lambda one: one.start)


def _money(text: str, match: re.Match[str]) -> Money:
    groups = match.groupdict()
    figures = groups["figures"]
    value = float(figures.replace(",", "")) if figures[0].isdigit() else _SMALL_WORDS[figures.lower()]
    scale = (groups.get("scale") or "").lower()
    value *= _SCALE_WORDS.get(scale, 1)
    if re.search(r"lakh\s+crore$", match.group(), re.IGNORECASE):
        value *= 1e7
    sign, unit = groups.get("sign"), groups.get("unit")
    currency = _SIGNS[sign] if sign else _UNITS[re.sub(r"\s+", " ", unit or "").lower()]
    amount = Amount(round(value, 2), currency, bound_of(text, match.start(), match.end()), match.group())
    return Money(amount, match.start(), match.end())
