"""Cells and words in the forms in which they are looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from noharbor.reference.tables import simplify, table
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.zawgyi import repaired_name

#: As noharbor.record.intake.formats.format has them: dates are ISO 8601 text.
Cell = str | int | float | bool | None

#: No word of a list is longer; what is longer is kept and not looked into.
LOOKED_INTO = 500
_LONGEST_UNKNOWN = 24
_MOST_BITS = 10_000
_BURMESE = re.compile("[\u1000-\u109f]")
_NUMBER_SIGNS = re.compile("[#№]+")
_SPACES_BESIDE_UNSPACED = re.compile(r"(?<=[^\x00-\u02af\u1e00-\u1eff]) | (?=[^\x00-\u02af\u1e00-\u1eff])")
#: Marks over Latin letters, as they stand once a letter is taken apart.
_LATIN_MARKS = re.compile(r"(?<=[a-z\u0300-\u036f])[\u0300-\u036f]+")


def written(cell: Cell) -> str:
    """A cell as it stands in the file, without white space around it; "" where nothing does."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return repr(cell)
    # Python refuses to write numbers of thousands of digits in tens; nobody reads them.
    return str(cell) if cell.bit_length() < _MOST_BITS else hex(cell)


def looked_into(text: str) -> str:
    """The beginning of a text in which Zawgyi is written in Unicode; line breaks stay."""
    text = text[:LOOKED_INTO]
    return repaired_name(text) if _BURMESE.search(text) else text


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The beginning of a text in normal form, small letters, simplified characters; Zawgyi written in Unicode."""
    return simplify(normal_form(looked_into(text)).casefold())


@lru_cache(maxsize=65_536)
def spaced(text: str) -> str:
    """Letters, digits and marks of a text in plain form, single spaces between words of Latin letters only."""
    text = _NUMBER_SIGNS.sub(" no ", plain(text))
    kept = "".join([sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text])
    return _SPACES_BESIDE_UNSPACED.sub("", " ".join(kept.split()))


def compact(text: str) -> str:
    """The text in `spaced` form without its spaces."""
    return spaced(text).replace(" ", "")


def without_marks(text: str) -> str:
    """A text in small letters with the marks over Latin letters gone: "quốc tịch" becomes "quoc tich"."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", apart))


@cache
def words(name: str) -> frozenset[str]:
    """Words of cells of one kind in compact form; signs that have no letters as they are."""
    forms = [compact(word) or word for word in table("list_cells")[name]]
    return frozenset(forms) | frozenset(map(without_marks, forms))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for words of cells of one kind within a text in plain form."""
    return re.compile(alternatives(map(plain, table("list_cells")[name])))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; words of Latin letters and dots stand alone."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(_alone, ordered))


def _alone(word: str) -> str:
    """A pattern for one word; the dot at the end of an abbreviation goes with it."""
    is_latin = word[0].isalpha() and word[0] < "\u0e00"
    return (rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])" if is_latin else re.escape(word)) + r"\.?"


def says(name: str, text: str) -> bool:
    """Whether all of a text is a word of this kind."""
    return (compact(text) or text) in words(name)


def is_unknown(text: str) -> bool:
    """Whether a cell says that nothing is known, or says nothing."""
    if len(text) > _LONGEST_UNKNOWN or (text and text[0] in "123456789"):
        return False
    # Asked of every cell, so that the full form is made only where Zawgyi may hide the word.
    quick = text.casefold().strip(" .()[]")
    return not quick or quick in _unknown() or (bool(_BURMESE.search(text)) and says("unknown", text))


@cache
def _unknown() -> frozenset[str]:
    told = [normal_form(word).casefold() for word in table("list_cells")["unknown"]]
    return frozenset(told) | frozenset(map(without_marks, told)) | words("unknown")
