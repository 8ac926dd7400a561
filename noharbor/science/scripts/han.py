"""Han characters: simplified or traditional, one form for names, their pieces, and how they are spelt in Latin."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache

import opencc

from noharbor.science.scripts.han_names import FamilyAndGiven, family_and_given, romanise
from noharbor.science.scripts.han_readings import (
    Reading,
    folding,
    hangul,
    jyutping,
    mandarin_sounds,
    readings,
    spellings,
    vietnamese,
)
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.writing import Writing

__all__ = [
    "HAN",
    "FamilyAndGiven",
    "HanForm",
    "Reading",
    "canonical",
    "family_and_given",
    "han_form",
    "hangul",
    "jyutping",
    "mandarin_sounds",
    "pieces",
    "readings",
    "romanise",
    "spellings",
    "syllables",
    "to_simplified",
    "to_traditional",
    "vietnamese",
]

#: Points that part a foreign name (· and its look-alikes) become one; marks without width go.
_POINTS = dict.fromkeys(map(ord, "•‧・･∙⋅●．"), "·")
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_WIDTHLESS = dict.fromkeys(map(ord, "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"), None)
#: 々 repeats the character before it.
_REPEATED = re.compile("([\u4e00-\u9fff])(\u3005+)")
_SPACES = re.compile(r"\s+")
_PIECES = re.compile(r"[A-Za-z]+|[0-9]+|.", re.DOTALL)


class HanForm(StrEnum):
    """The two ways Chinese is printed."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def to_simplified(text: str) -> str:
    """Write a text in simplified characters; the number of characters may change."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """Write a text in traditional characters; the number of characters may change."""
    return str(_converter("s2t").convert(text))


def han_form(text: str) -> HanForm | None:
    """Return which form a text is printed in.

    Args:
        text: Any text.

    Returns:
        The form whose own characters are more; None where no character belongs to one form only (中国 does, 大小 does
        not).
    """
    chars = sorted({char for char in text if script_of(char) is Script.HAN})
    if not chars:
        return None
    listed = "\n".join(chars)
    simplified = dict(zip(chars, to_simplified(listed).split("\n"), strict=False))
    traditional = dict(zip(chars, to_traditional(listed).split("\n"), strict=False))
    only_traditional = sum(text.count(char) for char in chars if simplified.get(char, char) != char)
    only_simplified = sum(text.count(char) for char in chars if traditional.get(char, char) != char)
    if only_traditional == only_simplified:
        return None
    return HanForm.TRADITIONAL if only_traditional > only_simplified else HanForm.SIMPLIFIED


@cache
def _canonical_signs() -> dict[int, int | str | None]:
    return {**_FULL_WIDTH, **folding(), **_POINTS, **_WIDTHLESS}


def canonical(text: str) -> str:
    """Write a name in the one form that all its variants share: simplified, full-width signs plain, one kind of point.

    Character by character, so that 陳 and 陈, 峯 and 峰, 羣 and 群, 佐々木 and 佐佐木, compatibility forms and
    dictionary radicals become equal. It is for comparing, not for showing to people.
    """
    signs = _canonical_signs()
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(signs))
    if "々" in plain:
        plain = _REPEATED.sub(lambda found: found[1] * (1 + len(found[2])), plain)
    # Signs composed anew may have a variant form themselves.
    return _SPACES.sub(" ", plain.translate(signs)).strip()


def syllables(word: str) -> tuple[str, ...]:
    """Cut a word into its characters, each a syllable; Latin letters and figures stay together."""
    return tuple(_PIECES.findall(word))


def pieces(word: str) -> tuple[str, ...]:
    """Cut a word into the pieces that spellings are learnt for: its characters; Latin letters small."""
    return tuple(piece.lower() if piece.isascii() else piece for piece in _PIECES.findall(word))


HAN = Writing(script=Script.HAN, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
