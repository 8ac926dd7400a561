"""The one order of signs that readers of Thai expect, and the sets of letters the other modules stand on."""

from __future__ import annotations

import re
import unicodedata

#: Consonants; the vowel letters ฤ and ฦ lie between them and are none.
CONSONANTS = "ก-รลว-ฮ"
#: Signs that stand on, under or after a consonant and make it begin a syllable.
SIGNS = "ะ-ูๅ็ํ"
#: Vowels written before their consonant.
BEFORE = "เแโใไ"
TONES = "\u0e48-\u0e4b"
KILLER = "\u0e4c"

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_DIGITS = {ord("๐") + value: str(value) for value in range(10)}
#: Above vowels, tone marks, and nikhahit before sara aa in any order are one: tone, then sara am.
_SARA_AM = re.compile(f"([{TONES}]*)ํ([{TONES}]*)า")
_MARKS = re.compile(f"[ัิ-ฺ็{TONES}{KILLER}ํ๎]{{2,}}")
_RANKS = {**dict.fromkeys("ฺุู", 0), **dict.fromkeys("ัิีึื็ํ", 1), **dict.fromkeys("่้๊๋์๎", 2)}


def listed(letters: str) -> frozenset[str]:
    """A set from letters or pairs with spaces between them, which is how they are read best."""
    return frozenset(letters.split())


def _ordered(match: re.Match[str]) -> str:
    """Below before above before tone, each sign once."""
    return "".join(dict.fromkeys(sorted(match.group(), key=_RANKS.__getitem__)))


def canonical(text: str) -> str:
    """Write a text in one order of signs; the same name typed in other ways becomes equal.

    NFC; no zero-width marks; ASCII digits; two เ become แ; nikhahit and sara aa become sara am, with a tone mark before
    it; vowel signs before tone marks, a doubled sign once; sara aa for a lakkhangyao that does not follow ฤ or ฦ.

    Args:
        text: Any text, also broken or mixed.

    Returns:
        The text in order; calling it again changes nothing.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_DIGITS)
    text = _MARKS.sub(_ordered, text)
    text = re.sub("(?<![ฤฦ])ๅ", "า", text)
    text = _SARA_AM.sub(r"\1\2ำ", text)
    text = re.sub(f"ำ([{TONES}]+)", r"\1ำ", text)
    text = re.sub(f"([{TONES}])\\1+", r"\1", text)
    text = re.sub("เเ", "แ", text)
    return unicodedata.normalize("NFC", text)
