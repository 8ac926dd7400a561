"""Latin letters as a writing system: words cut into onsets and rhymes, so that two spellings of a name compare."""

from __future__ import annotations

import re

from noharbor.science.scripts.latin_letters import latin_words
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import Romanisation, System, Writing

#: Consonants before a vowel that belong to one onset; what stands before them ends the syllable.
_ONSETS = (
    "tch|sch|chh|shw|ngw|hng|hny|khw|thw|mhy|hmy|phy|hly|"
    "ch|sh|ph|th|kh|gh|zh|dh|bh|jh|lh|rh|wh|hs|hl|hm|hn|hp|ht|hk|ng|ny|nh|gn|"
    "ky|gy|py|my|by|ly|ry|sy|ty|dy|hy|kw|gw|tw|sw|hw|qu|"
    "tr|dr|kr|gr|pr|br|fr|kl|gl|pl|bl|fl|sl|st|sp|sk|sr|ts|tz|dz|dj|"
    "[bcdfghjklmnpqrstvwxz]"
)
_VOWELS = "(?:[aeiou]|y(?![aeiou])|w(?![aeiouy]))+"
_PIECE = re.compile(
    f"(?P<onset>(?:{_ONSETS}|y)(?=[aeiouyw]))|(?P<rhyme>{_VOWELS})|(?P<coda>ng|ck|nh|ph|th|kh|sh|ch|gh|[a-z])",
)


def canonical(text: str) -> str:
    """Write a text in plain letters a to z, words apart by single spaces."""
    return " ".join(latin_words(text))


def pieces(word: str) -> tuple[str, ...]:
    """Cut a word of plain letters into onsets ("ky"), vowels ("-aw") and final consonants ("-n.")."""
    found = []
    for match in _PIECE.finditer(word):
        text = match.group()
        found.append(text if match.lastgroup == "onset" else f"-{text}" + ("." if match.lastgroup == "coda" else ""))
    return tuple(found)


def syllables(word: str) -> tuple[str, ...]:
    """Cut a word of plain letters before each onset; joined they give the word."""
    parts: list[str] = []
    for piece in pieces(word):
        if parts and piece.startswith("-"):
            parts[-1] += piece.strip("-.")
        else:
            parts.append(piece.strip("-."))
    return tuple(parts)


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Return the name without its marks."""
    plain = canonical(name)
    return (Romanisation(plain.title(), System.PLAIN),) if plain else ()


LATIN = Writing(script=Script.LATIN, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
