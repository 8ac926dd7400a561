"""Whether an article is about the crime this product is for; the same for every language.

A language gives three patterns: words of the crime, words of other subjects, and words of genres that tell no events
(film reviews, match reports). Everything else is counting.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The patterns of a language.

    Attributes:
        crime: Telecom and online fraud, scam compounds, the gambling, trafficking and laundering tied to them.
        near: Words that go with the crime but are not it (lured, syndicate, SIM cards, places known for it).
        other: Other crimes and subjects: drugs, arms, insurance, ordinary migration, tourism, company results.
        aside: Other subjects that an article on the crime may mention; they speak against an article, not a sentence.
        genre: Reviews, sport, recipes: texts in which people are arrested without anybody being arrested.
    """

    crime: re.Pattern[str]
    near: re.Pattern[str]
    other: re.Pattern[str]
    aside: re.Pattern[str]
    genre: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """How an article stands to the crime.

    Attributes:
        on_topic: It may hold events.
        crime: Weight of the crime's words; a word of the crime is 1, one that goes with it a half.
        other: Words of other subjects.
        genre: It is of a genre that tells no events.
    """

    on_topic: bool
    crime: float
    other: int
    genre: bool


#: Repeating one word does not make a text more about it.
_MOST_OF_ONE_WORD = 4


def scope_of(title: str, text: str, words: ScopeWords) -> Scope:
    """Judge an article by its title and text.

    Args:
        title: The title, which counts twice.
        text: The whole text, title included.
        words: The patterns of its language.
    """
    length = max(60, len(text.split()), len(text) // 12)
    crime = _weight(words.crime, text) + _weight(words.crime, title) + 0.5 * _weight(words.near, text)
    other = _weight(words.other, text) + 2 * _weight(words.other, title)
    other += _weight(words.aside, text) + 2 * _weight(words.aside, title)
    genre_hits = len(words.genre.findall(text)) + 2 * len(words.genre.findall(title))
    genre = genre_hits >= 4 and genre_hits * 100 / length > 1.5
    strong = _weight(words.crime, text)
    on_topic = crime >= 1.0 and crime * 100 / length >= 0.3 and other < max(0.8 * strong, 0.5 * crime) + 1.2
    return Scope(on_topic, crime, other, genre)


def _weight(pattern: re.Pattern[str], text: str) -> int:
    counts = Counter(match.group().casefold() for match in pattern.finditer(text))
    return sum(min(count, _MOST_OF_ONE_WORD) for count in counts.values())


def clause_off_topic(sentence: str, words: ScopeWords) -> bool:
    """Whether a sentence of an article that is on topic speaks of another subject."""
    return bool(words.other.search(sentence)) and not words.crime.search(sentence) and not words.near.search(sentence)
