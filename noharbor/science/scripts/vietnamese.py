"""Vietnamese: names with their marks, without them, and with the mark on either of two vowels.

Family name, middle names, given name: the name that a person is called by stands last (Nguyễn Phú Trọng is Mr Trọng),
and a list may turn the order round. Nothing here turns it; whoever compares names tries both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import Romanisation, System, Writing

#: Letters that look like Đ and đ and are typed for them.
_LIKE_D = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ", 0x0256: "đ"}
_UNSEEN = dict.fromkeys(
    [0x00AD, 0x034F, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_TRANSLATION: dict[int, str | None] = {**_LIKE_D, **_UNSEEN}
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = "a-zA-ZàáâãèéêìíòóôõùúýăđĩũơưẠ-ỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ"
#: Consonants that begin a syllable, longest first.
_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
#: A word whose last letters are oa, oe or uy with a tone on the second: there the older school has it on the first.
_TONED = re.compile(
    rf"(?<![{_LETTERS}])([{_LETTERS}]{{0,3}}?)([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?![{_LETTERS}\u0300-\u036f])"
)
_MOVING_ONSETS = frozenset(_ONSETS.split()) - {"qu", "gi"} | {""}
_MOVING_VOWELS = frozenset({"oa", "oe", "uy"})
_VOWELS = "aăâeêioôơuưy"
#: One syllable without its tone; whole words that are none stay whole.
_ANY_ONSET = _ONSETS.replace(" ", "|")
_SYLLABLE = re.compile(rf"({_ANY_ONSET}|)([{_VOWELS}]{{1,3}})(ch|ng|nh|c|m|n|p|t|)(?=(?:{_ANY_ONSET})[{_VOWELS}]|$)")
_PLAIN_D = str.maketrans("Đđ", "Dd")


def canonical(text: str) -> str:
    """Write Vietnamese in composed letters, with Đ for its look-alikes and the tone where the older school puts it.

    hoà and hòa, thuý and thúy become equal (hòa, thúy). y and i stay what they are: Vy and Vi, Lý and Lí are told apart
    by those who bear them. Idempotent; linear in the length of the text.
    """
    text = unicodedata.normalize("NFC", text.translate(_TRANSLATION))
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _TONED.sub(_moved, text))


def _moved(match: re.Match[str]) -> str:
    onset, first, second = match.groups()
    letter, marks = unicodedata.normalize("NFD", second)[:1], unicodedata.normalize("NFD", second)[1:]
    if onset.lower() not in _MOVING_ONSETS or (first + letter).lower() not in _MOVING_VOWELS:
        return match.group()
    return onset + unicodedata.normalize("NFC", first + marks) + letter


def without_marks(text: str) -> str:
    """Write a text in the letters of ASCII as far as it is Vietnamese: Đỗ Mười becomes Do Muoi."""
    parts = unicodedata.normalize("NFD", text.translate(_TRANSLATION))
    bare = "".join(char for char in parts if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare).translate(_PLAIN_D)


@lru_cache(maxsize=10_000)
def syllables(word: str) -> tuple[str, ...]:
    """Cut a word into syllables; one that a clerk wrote together (Nguyenvan) is cut where sounds allow only one way."""
    return tuple(word[start:end] for start, end, *_ in _cut(word)) if word else ()


@lru_cache(maxsize=4_096)
def pieces(word: str) -> tuple[str, ...]:
    """Cut a word into onsets and rhymes in small letters, without tones but with the marks that make other vowels."""
    found: list[str] = []
    for start, end, onset, rhyme in _cut(word):
        if not rhyme:
            found.append(_toneless(word[start:end]).lower())
            continue
        found.extend([onset, "-" + rhyme] if onset else [rhyme])
    return tuple(found)


def _toneless(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))


def _cut(word: str) -> list[tuple[int, int, str, str]]:
    """Start, end, onset and rhyme of each syllable; the whole word with neither where it is not Vietnamese."""
    plain = _toneless(word).lower()
    whole = [(0, len(word), "", "")]
    if len(plain) != len(word):
        return whole
    found = []
    at = 0
    while at < len(plain):
        match = _SYLLABLE.match(plain, at)
        if match is None or match.end() == at:
            return whole
        onset, vowels, final = match.groups(default="")
        found.append((at, match.end(), onset, vowels + final))
        at = match.end()
    return found or whole


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a name without its marks, as passports and passenger lists do."""
    plain = without_marks(name)
    return (Romanisation(plain, System.PLAIN),) if plain.strip() else ()


VIETNAMESE = Writing(script=Script.LATIN, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
