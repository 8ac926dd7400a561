"""Take the words for kinds of place off a name: Myawaddy Township is Myawaddy, จังหวัดเชียงใหม่ is เชียงใหม่."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category

from noharbor.reference.tables import table
from noharbor.science.names.written import in_normal_form
from noharbor.science.places.index import is_latin
from noharbor.science.places.place import PlaceKind

#: Log-odds against a name without a word that may as well be a part of it.
WITHOUT_DOUBTFUL = 1.2
#: Words for kinds that are taken off one name, at most; three peoples may stand in one.
_MOST = 5
_FEWEST_LEFT = 2
#: Khmer words for numbers up to ten, and the log-odds against a number being written as a word.
_KHMER_NUMBERS = ("", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន", "ដប់")
_NUMBER_AT_END = re.compile(r"(?<!\d)(?:[1-9]|10)$")
_SPELLED_NUMBER = 0.2


@dataclass(frozen=True, slots=True)
class BareName:
    """A name without the words for its kind.

    Attributes:
        text: The name, in the normal form.
        kinds: Kinds of place that the words taken off stand for; empty where none did.
        aside: The words taken off.
        doubtful: Log-odds, at or above 0, against this being the name.
    """

    text: str
    kinds: frozenset[PlaceKind]
    aside: tuple[str, ...]
    doubtful: float


class _Word(NamedTuple):
    words: str
    kinds: frozenset[PlaceKind]
    doubtful: bool


class _Words(NamedTuple):
    before: dict[str, _Word]
    after: dict[str, _Word]
    most_before: int
    most_after: int


@lru_cache(maxsize=100_000)
def bare_names(name: str) -> tuple[BareName, ...]:
    """Return a name without words for its kind; the name as it is too, where such a word may be a part of it.

    Args:
        name: A place name as found, in any script.

    Returns:
        One to four names, the surest first; () for a text without letters.
    """
    text = " ".join(in_normal_form(name).split())
    if not any(map(str.isalnum, text)):
        return ()
    sure = _without(BareName(text, frozenset(), (), 0.0), doubtful_too=False)
    found = dict.fromkeys((sure, _without(sure, doubtful_too=True)))
    for name_found in tuple(found):
        spelled = _with_spelled_number(name_found.text)
        if spelled != name_found.text:
            found[replace(name_found, text=spelled, doubtful=name_found.doubtful + _SPELLED_NUMBER)] = None
    return tuple(found)


def _with_spelled_number(text: str) -> str:
    """A Khmer name with its number written as a word, as Latin letters mostly write it: តាប៉ាង២ is Ta Pang Pir."""
    if not "\u1780" <= text[0] <= "\u17ff":
        return text
    return _NUMBER_AT_END.sub(lambda found: f" {_KHMER_NUMBERS[int(found.group())]}", text)


def _without(name: BareName, *, doubtful_too: bool) -> BareName:
    for _ in range(_MOST):
        shorter = _once(name, doubtful_too=doubtful_too)
        if shorter is None:
            break
        name = shorter
    return name


def _once(name: BareName, *, doubtful_too: bool) -> BareName | None:
    spaced = is_latin(next(filter(str.isalnum, name.text)))
    known = _spaced_words() if spaced else _glued_words()
    for before in (True, False):
        found = (_spaced if spaced else _glued)(name.text, known, before, doubtful_too)
        # ភូមិ ៤, "village 4", has no other name than that.
        if found is not None and any(map(str.isalpha, found[0])):
            left, word = found
            doubt = name.doubtful + (WITHOUT_DOUBTFUL if word.doubtful else 0.0)
            return BareName(left, name.kinds | word.kinds, (*name.aside, word.words), doubt)
    return None


def _spaced(text: str, known: _Words, before: bool, doubtful_too: bool) -> tuple[str, _Word] | None:
    words = text.split()
    keys = [word.casefold().strip(".,") for word in words]
    for count in range(min(3, len(words) - 1), 0, -1):
        key = " ".join(keys[:count] if before else keys[-count:])
        word = (known.before if before else known.after).get(key)
        if word is not None and (doubtful_too or not word.doubtful):
            return " ".join(words[count:] if before else words[:-count]).strip(" ,"), word
    return None


def _glued(text: str, known: _Words, before: bool, doubtful_too: bool) -> tuple[str, _Word] | None:
    for count in range(min(known.most_before if before else known.most_after, len(text) - _FEWEST_LEFT), 0, -1):
        part = text[:count] if before else text[-count:]
        word = (known.before if before else known.after).get(part)
        if word is None or (word.doubtful and not doubtful_too):
            continue
        left = (text[count:] if before else text[:-count]).strip(" ,.")
        if len(left) >= _FEWEST_LEFT and not _cuts_a_letter(text, count, before):
            return left, word
    return None


def _cuts_a_letter(text: str, count: int, before: bool) -> bool:
    """Whether what is left would begin with a sign that belongs to the letter before it."""
    return category(text[count] if before else text[-count])[0] == "M"


@cache
def _spaced_words() -> _Words:
    return _words(spaced=True)


@cache
def _glued_words() -> _Words:
    return _words(spaced=False)


def _words(*, spaced: bool) -> _Words:
    sides: tuple[dict[str, _Word], dict[str, _Word]] = ({}, {})
    for row in table("place_words"):
        known = {kind.value for kind in PlaceKind}
        kinds = frozenset(PlaceKind(kind) for kind in row["kinds"] if kind in known)
        for side, words in zip(sides, (row.get("before", ()), row.get("after", ())), strict=True):
            for word in words:
                if is_latin(word[0]) is spaced:
                    key = in_normal_form(word).casefold() if spaced else in_normal_form(word)
                    side.setdefault(key, _Word(word, kinds, bool(row.get("doubtful"))))
    before, after = sides
    return _Words(before, after, max(map(len, before), default=0), max(map(len, after), default=0))
