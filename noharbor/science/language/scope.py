"""Whether an article is about the crime this product is for; the same for every language.

A language gives three patterns: words of the crime, words of other subjects, and words of genres that tell no events
(film reviews, match reports). Everything else is counting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The patterns of a language.

    Attributes:
        crime: Telecom and online fraud, scam compounds, the gambling, trafficking and laundering tied to them.
        other: Other crimes and subjects: drugs, arms, insurance, ordinary migration, tourism, company results.
        genre: Reviews, sport, recipes: texts in which people are arrested without anybody being arrested.
    """

    crime: re.Pattern[str]
    other: re.Pattern[str]
    genre: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """How an article stands to the crime.

    Attributes:
        on_topic: It may hold events.
        crime: Mentions of the crime per hundred words.
        genre: It is of a genre that tells no events.
    """

    on_topic: bool
    crime: float
    genre: bool


def scope_of(title: str, text: str, words: ScopeWords) -> Scope:
    """Judge an article by its title and text."""
    length = max(40, len(text.split()) or len(text) // 3)
    crime = len(words.crime.findall(text))
    other = len(words.other.findall(text))
    genre_hits = len(words.genre.findall(text)) + 2 * len(words.genre.findall(title))
    genre = genre_hits >= 3 and genre_hits * 100 / length > 1.2
    share = crime * 100 / length
    on_topic = crime >= 2 and (share >= 0.6 or bool(words.crime.search(title))) and (crime >= 0.5 * other)
    return Scope(on_topic or (crime == 1 and length < 90 and other == 0), share, genre)


def clause_off_topic(sentence: str, words: ScopeWords) -> bool:
    """Whether a sentence of an article that is on topic speaks of another subject."""
    return bool(words.other.search(sentence)) and not words.crime.search(sentence)
