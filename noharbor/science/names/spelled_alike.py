"""How many Chinese names one toneless pinyin spelling stands for: Wang Wei is one spelling and many people."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from noharbor.reference.tables import table
from noharbor.science.scripts.han import canonical, family_and_given, mandarin_sounds

_MILLION = 1_000_000
#: Share of given names whose sound no character of the tables has.
_RARE_SOUND = 0.0005


def spelled_alike_per_million(name: str) -> float | None:
    """Estimate how many of a million Chinese people bear a name that toneless pinyin spells as it spells this one.

    Args:
        name: A name in characters, family name first.

    Returns:
        Above 0; None where no family name of that sound is in the tables.

    Source:
        reference/names/frequencies; family and given name, and the characters of a given name, are taken as
        independent of each other.
    """
    family, given = family_and_given(canonical(name))
    families = sum(_by_sound("family").get(sound, 0.0) for sound in _plain(family))
    if not families or not given:
        return None
    share = families * table("chinese_shares")["length_of_given"].get(str(len(given)), 0.01)
    for char in given:
        share *= max((_by_sound("given").get(sound, 0.0) for sound in _plain(char)), default=0.0) or _RARE_SOUND
    return float(share * _MILLION)


@cache
def _by_sound(kind: str) -> dict[str, float]:
    """Shares of family names, or of characters of given names, by their toneless sound."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, per_million in table("chinese_shares")[kind].items():
        for sound in _plain(word)[:1]:
            found[sound] += per_million / _MILLION
    return dict(found)


def _plain(word: str) -> list[str]:
    """The likeliest toneless sound of a word; nothing where a character has none."""
    sounds = []
    for char in word:
        readings = mandarin_sounds(char)
        if not readings:
            return []
        sounds.append(sorted(reading.rstrip("12345") for reading in readings[0])[0])
    return ["".join(sounds)]
