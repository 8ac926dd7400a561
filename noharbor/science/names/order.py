"""Where the family name stands, and which language a name is of, as far as its words tell."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.latin_languages import language_of_latin
from noharbor.science.names.parsed import NameOrder, Title
from noharbor.science.scripts.han_names import family_and_given
from noharbor.science.scripts.scripts import Script

_BY_SCRIPT = {
    Script.BURMESE: "my",
    Script.HANGUL: "ko",
    Script.HAN: "zh",
    Script.KANA: "ja",
    Script.KHMER: "km",
    Script.LAO: "lo",
    Script.THAI: "th",
}
_GIVEN_FIRST = frozenset({"th", "lo", "en"})
_FAMILY_FIRST = frozenset({"zh", "ko", "vi", "km", "ja"})


class Ordered(NamedTuple):
    """What is told of a name's parts."""

    order: NameOrder
    family: tuple[str, ...]
    given: tuple[str, ...]


@cache
def _families(name: str) -> frozenset[str]:
    words: list[str] = table("name_parts")["families"][name]
    if name == "hangul":
        return frozenset("".join(words))
    return frozenset(word.casefold() for word in words)


def language_of_words(words: tuple[str, ...], scripts: tuple[Script, ...], titles: tuple[Title, ...]) -> str:
    """Guess the language of a name; "" where nothing tells."""
    if not scripts:
        return ""
    if scripts[0] is not Script.LATIN:
        return "ja" if Script.KANA in scripts else _BY_SCRIPT.get(scripts[0], "")
    for title in titles:
        if title.sure and title.language not in ("", "en"):
            return title.language
    return language_of_latin(words) if words else ""


def ordered(
    words: tuple[str, ...],
    language: str,
    scripts: tuple[Script, ...],
    particles: tuple[str, ...],
    *,
    dotted: bool = False,
) -> Ordered:
    """Tell family and given name.

    Args:
        words: The core of the name, in order.
        language: Of the name; "" where unknown.
        scripts: Of its letters.
        particles: Found in it.
        dotted: Whether a dot stands between its parts, as in foreign names written in Chinese (约翰·史密斯).
    """
    if not words:
        return Ordered(NameOrder.UNKNOWN, (), ())
    if language == "my":
        return Ordered(NameOrder.NO_FAMILY, (), words)
    script = scripts[0] if scripts else Script.OTHER
    if script is Script.HAN and language == "zh":
        return _han(words, dotted=dotted)
    if script is Script.HANGUL:
        return _hangul(words)
    if particles and particles[0].casefold() in ("bin", "binti", "bt", "bte", "b", "s/o", "d/o", "a/l", "a/p", "anak"):
        return Ordered(NameOrder.NO_FAMILY, (), words)
    if len(words) < 2:
        return Ordered(NameOrder.UNKNOWN, (), ())
    capitals = _capitals(words) if script is Script.LATIN else None
    if capitals is not None:
        return capitals
    if language in _GIVEN_FIRST:
        return Ordered(NameOrder.GIVEN_FIRST, words[1:], words[:1])
    if language in _FAMILY_FIRST:
        return Ordered(NameOrder.FAMILY_FIRST, words[:1], words[1:])
    return Ordered(NameOrder.UNKNOWN, (), ())


def _han(words: tuple[str, ...], *, dotted: bool) -> Ordered:
    if len(words) > 1:
        if dotted:
            return Ordered(NameOrder.GIVEN_FIRST, words[-1:], words[:-1])
        return Ordered(NameOrder.FAMILY_FIRST, words[:1], words[1:])
    first = family_and_given(words[0])
    if first.family and first.given:
        return Ordered(NameOrder.FAMILY_FIRST, (first.family,), (first.given,))
    return Ordered(NameOrder.UNKNOWN, (), ())


def _hangul(words: tuple[str, ...]) -> Ordered:
    if len(words) == 1:
        word = words[0]
        size = 2 if word[:2] in _families("hangul_compound") and len(word) > 2 else 1
        if 2 <= len(word) <= 4 and (size == 2 or word[0] in _families("hangul")) and len(word) < 4 + (size == 2):
            return Ordered(NameOrder.FAMILY_FIRST, (word[:size],), (word[size:],))
        return Ordered(NameOrder.UNKNOWN, (), ())
    if len(words[0]) == 1 and words[0] in _families("hangul"):
        return Ordered(NameOrder.FAMILY_FIRST, words[:1], words[1:])
    return Ordered(NameOrder.GIVEN_FIRST, words[-1:], words[:-1])


def _capitals(words: tuple[str, ...]) -> Ordered | None:
    """The family name is the one in capitals, where the others are not."""
    loud = [len(word) > 1 and word.isupper() for word in words]
    if all(loud) or not any(loud):
        return None
    family = tuple(word for word, is_loud in zip(words, loud, strict=True) if is_loud)
    given = tuple(word for word, is_loud in zip(words, loud, strict=True) if not is_loud)
    return Ordered(NameOrder.FAMILY_FIRST if loud[0] else NameOrder.GIVEN_FIRST, family, given)
