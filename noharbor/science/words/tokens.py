"""A text as tokens: equal for all spellings that a reader would call the same word, each with where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from noharbor.science.scripts import han
from noharbor.science.scripts.burmese.order import digits_and_letters
from noharbor.science.scripts.latin_letters import WHOLE
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.words.letters import BETWEEN, PIECE

#: Stands between the two letters of a token; no letter, number or space.
JOINT = "·"
#: A token is no longer: what runs on without end is no word, and databases bound what they index.
LONGEST = 60
#: Repeats the character before it.
_AGAIN = "々"
_MARKS_OF_LETTERS = ("Mn", "Mc")
_ROUND_AA = str.maketrans("\u102b", "\u102c")


class Token(NamedTuple):
    """One letter of a script without spaces, together with the next; or one word or number.

    Attributes:
        text: What is looked up: "duc" for Đức, "2025" for ၂၀၂၅, "陈·海" for the first character of 陳海 and "海·" for
            its last, behind which no other stands.
        start: Its first character in the text.
        end: One past the last character of the word, number or (first) letter.
        is_letter: Whether it is a letter of a script without spaces.
    """

    text: str
    start: int
    end: int
    is_letter: bool


def tokens_of(text: str) -> list[Token]:
    """Cut a text into tokens.

    Latin, Greek and Cyrillic words lose their marks and capitals, Han characters become simplified, digits ASCII, signs
    of Burmese, Khmer, Lao, Thai, kana and Hangul come in their one order. How a word is cut does not depend on its
    neighbours, save that its last letter is joined to the letter after it.

    Args:
        text: Any text. Zawgyi is not recognised here: `zawgyi.repaired` goes first.

    Returns:
        Tokens in the order of the text. Time grows with its length: about a millisecond for 2,000 characters.
    """
    pieces = list(_pieces(text))
    if not pieces:
        return []
    found = [
        Token(f"{one.text}{JOINT}{other.text if _are_joined(text, one, other) else ''}", *one[1:]) if one[3] else one
        for one, other in pairwise(pieces)
    ]
    last = pieces[-1]
    found.append(last._replace(text=last.text + JOINT) if last.is_letter else last)
    return found


def _pieces(text: str) -> Iterator[Token]:
    before = ""
    for match in PIECE.finditer(digits_and_letters(text)):
        kind, written = match.lastgroup, match.group()
        if kind == "letter":
            before = before if written == _AGAIN and before else letter_form(written)
            form = before
        else:
            form = number_form(written) if kind == "number" else word_form(written)
        if form:
            yield Token(form, match.start(), match.end(), kind == "letter")


def _are_joined(text: str, one: Token, other: Token) -> bool:
    if not other.is_letter:
        return False
    return one.end == other.start or BETWEEN.fullmatch(text, one.end, other.start) is not None


@lru_cache(maxsize=65_536)
def letter_form(written: str) -> str:
    """Return the one form of a letter of a script without spaces: simplified, in order, tall aa as round aa."""
    form = han.canonical(written) if script_of(written[0]) is Script.HAN else normal_form(written)
    return form.translate(_ROUND_AA)[:LONGEST]


@lru_cache(maxsize=65_536)
def word_form(written: str) -> str:
    """Return the one form of a word: no capitals, no marks over Latin, Greek and Cyrillic letters, no apostrophes."""
    if written.isascii():
        return "".join(char for char in written.lower() if char.isalnum())[:LONGEST]
    parts = unicodedata.normalize("NFKD", written.casefold().translate(WHOLE))
    kept = (char for char in parts if not "\u0300" <= char <= "\u036f" and _belongs(char))
    return unicodedata.normalize("NFC", "".join(kept))[:LONGEST]


def _belongs(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in _MARKS_OF_LETTERS


@lru_cache(maxsize=16_384)
def number_form(written: str) -> str:
    """Return a number in ASCII digits, without what groups them."""
    return "".join(str(unicodedata.decimal(char)) for char in written if char.isdecimal())[:LONGEST]
