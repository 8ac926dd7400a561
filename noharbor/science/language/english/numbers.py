"""Numbers written in English, in figures or in words, with their bound."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.events import Bound

_UNIT_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS)}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS, start=2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE = r"hundred|thousand|lakhs?|million|mln|crores?|billion|trillion"
_FIGURES = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:\.\d+)?"
_WORDS = (
    rf"(?:(?:a|one)[\s-]+)?(?:half[\s-]a[\s-]dozen|dozen|score)|(?:{_SMALL})[\s-]+dozen|"
    rf"an?\s+(?:{_SCALE})(?:[\s-]+(?:and[\s-]+)?(?:{_SMALL}|{_SCALE}))*\b|"
    rf"(?:{_SMALL}|{_SCALE})(?:[\s-]+(?:and[\s-]+)?(?:{_SMALL}|{_SCALE}))*"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/#])(?<!\d[-:])(?:(?P<figures>{_FIGURES})(?P<scale>(?:\s|-)?(?:{_SCALE}|bn|tn|mn|k)\b|"
    rf"[mMbBkK]\b)?|(?P<words>{_WORDS}))"
    r"(?![\w/]|\.\d|,\d|-\d)",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:more than|over|upwards? of|at least|no fewer than|no less than|not less than|as many as|"
    r"in excess of|exceed(?:ed|s|ing)?|"
    r"greater than|north of|beyond|well over|just over|topp(?:ed|ing)|surpass(?:ed|ing)?|above|"
    r"past)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated|circa|up to|"
    r"or so|just under|under|"
    r"fewer than|less than|in the region of|near)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
#: "Handed over eleven suspects": the word belongs to the verb and bounds nothing.
_PARTICLE_VERB = re.compile(
    r"\b(?:hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|giv(?:e|es|ing|en)|gave|tak(?:e|es|ing|en)|took|sign(?:ed|s|ing)?|"
    r"bring(?:s|ing)?|brought|pass(?:ed|es|ing)?|deliver(?:ed|s|ing)?|transferr?(?:ed|s|ing)?|in the|into the)\s+"
    r"(?:over|past|under)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_AFTER_AT_LEAST = re.compile(r"\s*(?:\+|plus\b|or more\b|-odd\b|and (?:more|counting))", re.IGNORECASE)
_AFTER_ABOUT = re.compile(r"\s*(?:or so\b|-ish\b|-strong\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, bound and characters (`end` excluded)."""

    value: float
    bound: Bound
    start: int
    end: int


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers between two characters of a text, in order.

    "Dozens" and "hundreds" are no numbers. What a number counts, or whether it is a date, is not asked.
    """
    found = []
    stop = len(text) if end is None else end
    for match in _NUMBER.finditer(text, start, stop):
        value = _value(match)
        if value is not None:
            found.append(Number(value, bound_of(text, match.start(), match.end()), match.start(), match.end()))
    return found


def bound_of(text: str, start: int, end: int) -> Bound:
    """How the words around a number bind it."""
    before = text[max(0, start - 28) : start]
    after = text[end : end + 14]
    if _PARTICLE_VERB.search(before) and not _AFTER_AT_LEAST.match(after):
        return Bound.EXACT
    if _AT_LEAST.search(before) or _AFTER_AT_LEAST.match(after):
        return Bound.AT_LEAST
    if _ABOUT.search(before) or _AFTER_ABOUT.match(after):
        return Bound.ABOUT
    return Bound.EXACT


def _value(match: re.Match[str]) -> float | None:
    if match.group("figures"):
        value = float(re.sub(r"[,\s]", "", match.group("figures")))
        scale = (match.group("scale") or "").strip(" -\n").lower()
        return value * _SCALES.get(scale, 1)
    return words_value(match.group("words"))


def words_value(words: str) -> float | None:
    """The value of a number in words ("two hundred and six"), or None when they are none."""
    parts = [part for part in re.split(r"[\s-]+", words.lower()) if part not in ("and", "")]
    if parts[:1] == ["half"]:
        return 6.0
    if parts[-1:] == ["dozen"]:
        head = parts[0]
        return 12.0 * (_UNITS.get(head) or _TENS.get(head) or 1)
    if parts[-1:] == ["score"]:
        return 20.0
    return _sum_of_words(parts)


def _sum_of_words(parts: list[str]) -> float | None:
    if parts and parts[0] in _SCALES:
        # "Several hundred" is no number.
        return None
    total = current = 0
    for part in parts:
        if part in ("a", "an"):
            current = 1
        elif part in _UNITS:
            current += _UNITS[part]
        elif part in _TENS:
            current += _TENS[part]
        elif part == "hundred":
            current = (current or 1) * 100
        elif part in _SCALES:
            total, current = total + (current or 1) * _SCALES[part], 0
        else:
            return None
    return float(total + current)
