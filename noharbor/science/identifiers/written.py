"""How identifiers are typed: digits of any script, marks, spaces and hyphens, met here for all kinds.

People who must not be found write their numbers so that machines miss them: full-width, in circles, in letters of
mathematics, with joiners between. A reader sees the same digits; so does everything in this room.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

#: Hyphens and dashes that Unicode files elsewhere: minus, horizontal bar of commerce, soft hyphens are category Cf.
_HYPHENS = "\u2212\u2010\u2011\u207b\u02d7"
#: Decompositions of characters that are another character drawn otherwise.
_DRAWN_OTHERWISE = ("<wide>", "<narrow>", "<font>", "<circle>")
_LEFT_OUT = {"Cf", "Me"}
#: Variation selectors, of which an emoji digit has one.
_SELECTORS = range(0xFE00, 0xFE10)
_BURMESE_DIGIT = "[\u1040-\u1049\u1090-\u1099]"
_BURMESE_LETTER = "[\u1000-\u103f]"
#: The letters ဝ and ရ typed for the digits ၀ and ၇, which look the same.
_LETTERS_FOR_DIGITS = re.compile(
    f"[ဝရ](?=[ဝရ]{{0,3}}{_BURMESE_DIGIT})|(?<={_BURMESE_DIGIT})[ဝရ](?!{_BURMESE_LETTER})|"
    f"(?<={_BURMESE_DIGIT})[ဝရ](?=[ဝရ]{{1,3}}(?!{_BURMESE_LETTER}))"
)


#: A longer text than this is not one identifier; it is not looked at as one.
LONGEST = 400
#: What spreadsheets and their readers make of a number that is no quantity.
_SAVED_AS_NUMBER = re.compile(r"^'?(\d{5,20})(?:[.,]0{1,2})?$", re.ASCII)


class _Signs(dict[int, str | None]):
    """Each character as identifiers are compared: filled as characters are met."""

    def __missing__(self, code: int) -> str | None:
        plain = self[code] = _plain_sign(chr(code))
        return plain


def _plain_sign(sign: str) -> str | None:
    if sign.isascii():
        return " " if sign < " " or sign == "\x7f" else sign
    category = unicodedata.category(sign)
    if category in _LEFT_OUT or ord(sign) in _SELECTORS:
        return None
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Pd" or sign in _HYPHENS:
        return "-"
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    if unicodedata.decomposition(sign).startswith(_DRAWN_OTHERWISE):
        drawn = unicodedata.normalize("NFKC", sign)
        return drawn if len(drawn) == 1 and not drawn.isspace() else sign
    return sign


_SIGNS = _Signs()
_UNSEEN_OR_PLAIN = re.compile(r"[^\x20-\x7e]")


@dataclass(frozen=True)
class Written:
    """A text, and the same text in plain characters.

    Attributes:
        text: As written.
    """

    text: str

    @cached_property
    def plain(self) -> str:
        """Digits ASCII, hyphens "-", any white space one blank each, full-width letters plain, unseen marks gone."""
        return plain(self.text)

    @cached_property
    def _gone(self) -> list[int]:
        """For each character left out of the plain text, how many characters that stay come before it."""
        if len(self.plain) == len(self.text):
            return []
        gone = [place for place, sign in enumerate(self.text) if _SIGNS[ord(sign)] is None]
        return [place - before for before, place in enumerate(gone)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text, at least one character long, stands in the text as written."""
        return start + bisect_right(self._gone, start), end + bisect_right(self._gone, end - 1)


def plain(text: str) -> str:
    """Write any text in the plain characters identifiers are compared in; each character becomes one or none."""
    if not _UNSEEN_OR_PLAIN.search(text):
        return text
    text = _LETTERS_FOR_DIGITS.sub(lambda letter: "0" if letter.group() == "ဝ" else "7", text)
    return text.translate(_SIGNS)


def typed(text: str) -> str:
    """The plain characters of a cell, at most 400, without blanks around and without the ".0" of a saved number."""
    return _SAVED_AS_NUMBER.sub(r"\1", plain(text[:LONGEST]).strip())


def digits_of(text: str) -> str:
    """The digits of a text, ASCII, all else left out."""
    return "".join(sign for sign in plain(text) if "0" <= sign <= "9")


def compact(text: str) -> str:
    """The ASCII letters and digits of a text, capitals, all else left out."""
    return "".join(sign for sign in plain(text).upper() if sign.isascii() and sign.isalnum())
