"""How common words of plain Latin letters are in names, from the counts of all languages together."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import Any

#: A name in Latin letters may be of any of these languages; each counts for about this share of the names compared.
_SHARE_OF_LANGUAGE = 0.5
_WORD = re.compile("[a-z]+")


def latin_words(
    name_shares: dict[str, dict[str, Any]], chinese: dict[str, dict[str, float]], readings: dict[str, str]
) -> dict[str, dict[str, float]]:
    """Make the table of common words.

    Args:
        name_shares: For each language its words with how many of a million people have them.
        chinese: Shares of family names and of the characters of given names, per million.
        readings: For each character its readings; Mandarin first, pinyin with a figure for the tone.

    Returns:
        "words": word → how many of a million names have it; "syllables": pinyin syllable of a given name → how many of
        a million characters of given names are read so.
    """
    words: dict[str, float] = defaultdict(float)
    for content in name_shares.values():
        mine: dict[str, float] = defaultdict(float)
        for word, per_million in content["words"].items():
            plain = _plain(word)
            if plain:
                mine[plain] += float(per_million)
        for word, per_million in mine.items():
            words[word] = max(words[word], per_million)
    families: dict[str, float] = defaultdict(float)
    for name, per_million in chinese["family"].items():
        families["".join(_pinyin(char, readings) for char in name)] += per_million
    syllables: dict[str, float] = defaultdict(float)
    for char, per_million in chinese["given"].items():
        syllables[_pinyin(char, readings)] += per_million
    single = chinese["length_of_given"]["1"]
    for syllable, per_million in syllables.items():
        words[syllable] = max(words[syllable], families.get(syllable, 0.0) + single * per_million)
    for family, per_million in families.items():
        words[family] = max(words[family], per_million)
    return {
        "words": {word: round(share * _SHARE_OF_LANGUAGE, 1) for word, share in sorted(words.items()) if word},
        "syllables": {syllable: round(share, 1) for syllable, share in sorted(syllables.items()) if syllable},
    }


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return plain if _WORD.fullmatch(plain) else ""


def _pinyin(char: str, readings: dict[str, str]) -> str:
    first = re.match("[a-zü]+", readings.get(char, ""))
    return first.group().replace("v", "u").replace("ü", "u") if first else ""
