"""How common a word or syllable is in the names of a language, and how many people may bear a name.

The tables are small samples and estimates (each says so in reference/names/frequencies): good for telling Aung from
Sarabhaya, not for counting people.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import factorial, prod
from typing import Any

from noharbor.reference.tables import simplify, table
from noharbor.science.names.without_marks import without_marks
from noharbor.science.scripts.burmese import BURMESE
from noharbor.science.scripts.han_names import family_and_given
from noharbor.science.scripts.lao import LAO
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script, main_script

_MILLION = 1_000_000
#: Languages whose tables count syllables in the native script, and what cuts them.
_SYLLABLES: dict[str, tuple[Script, Callable[[str], tuple[str, ...]]]] = {
    "lo": (Script.LAO, LAO.syllables),
    "my": (Script.BURMESE, BURMESE.syllables),
}
#: Share of a character of a given name that no table has.
_RARE_CHARACTER = 0.0002


def share_of(word: str, language: str) -> float | None:
    """Tell which share of a language's people have a word in their name.

    Args:
        word: One word or syllable, in the native script or as customarily spelt; of Chinese, a family name.
        language: BCP 47: "km", "ko", "lo", "my", "th", "vi", "zh".

    Returns:
        0..1; None where the language or the word is in no table.
    """
    if language.startswith("zh"):
        per_million = _chinese()["family"].get(_simple(word))
        return None if per_million is None else float(per_million) / _MILLION
    return _shares(language).get(_key(word))


def bearers_per_million(words: tuple[str, ...], language: str) -> float | None:
    """Estimate how many of a million people of a language bear a name.

    Args:
        words: The words of the name in order, titles off.
        language: BCP 47, as for `share_of`.

    Returns:
        Above 0; words are taken as independent of each other, and a word that no table has as a rare one. None where
        the language has no table or no word of the name is known.

    Source:
        reference/names/frequencies; the product rule overstates rare names and understates well-known couples of words.
    """
    if language.startswith("zh"):
        return _chinese_bearers("".join(words))
    shares = _shares(language)
    parts = _parts(words, language)
    known = [shares.get(_key(part)) for part in parts]
    if not any(known):
        return None
    unseen = table("name_shares")[language]["unseen"] / _MILLION
    together = prod(unseen if share is None else share for share in known)
    # Burmese and Lao syllables may stand in any order; of those who bear them all, few have this one.
    orders = factorial(min(len(parts), 4)) if language in _SYLLABLES else 1
    return float(together * _MILLION / orders)


def _parts(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    cutter = _SYLLABLES.get(language)
    if cutter is None or main_script("".join(words)) is not cutter[0]:
        return words
    return tuple(part for word in words for part in cutter[1](normal_form(word)))


@cache
def _shares(language: str) -> dict[str, float]:
    """Shares by word; Vietnamese words without marks have the shares of all words they may stand for."""
    content: dict[str, Any] = table("name_shares").get(language, {"words": {}})
    found: dict[str, float] = {}
    for word, per_million in content["words"].items():
        share = per_million / _MILLION
        found[_key(word)] = share
        plain = without_marks(word)
        if plain != _key(word):
            found[plain] = min(1.0, found.get(plain, 0.0) + share)
    return found


def _key(word: str) -> str:
    return normal_form(word).casefold()


def _chinese() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = table("chinese_shares")
    return found


def _simple(word: str) -> str:
    return simplify(normal_form(word))


def _chinese_bearers(name: str) -> float | None:
    """By the table of full names, else by family name and the characters of the given name."""
    simple = _simple(name)
    tables = _chinese()
    if simple in tables["full"]:
        return tables["full"][simple]
    family, given = family_and_given(simple)
    if family not in tables["family"]:
        return None
    length = tables["length_of_given"].get(str(len(given)), 0.01)
    characters = prod(tables["given"].get(char, _RARE_CHARACTER * _MILLION) / _MILLION for char in given)
    return tables["family"][family] * length * characters
