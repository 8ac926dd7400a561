"""Names with nothing to take apart but titles: most of any list, told at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from noharbor.reference.tables import table
from noharbor.science.names.persons import without_spaces
from noharbor.science.names.remarks import is_nameless
from noharbor.science.names.written import in_normal_form
from noharbor.science.scripts.normal_form import normal_form

#: Words in small letters, with a capital, or in capitals; of two letters at least, since one is an initial.
_PLAIN = re.compile("(?:[A-Z]?[a-z]+|[A-Z]{2,})(?: (?:[A-Z]?[a-z]+|[A-Z]{2,})){0,4}")
_LATIN = re.compile("[a-z]+")
#: Parts of the table whose every word may be more than a name.
_TELLING = ("aliases", "organisations", "remarks", "titles")
_TELLING_FAMILIES = ("particles", "suffixes")


def plain_words(text: str) -> tuple[str, ...] | None:
    """Return the words of a name that is nothing but words; None where something may have to be taken apart.

    Args:
        text: A name as found.

    Returns:
        What `parse(text).core` gives, ten times faster.
    """
    if not text.isascii() or len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return None
    words = tuple(text.split(" "))
    return None if min(map(len, words)) < 2 or not _telling().isdisjoint(text.lower().split(" ")) else words


#: A plain name is not longer than this.
_LONGEST = 80
#: Letters and signs of the scripts that stand without spaces; no digits, no marks between words.
_GLUED = re.compile(
    "[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e ]+"
    "|[\u0e81-\u0eae\u0eb0-\u0ec4\u0ec8-\u0ecd\u0edc-\u0edf ]+"
    "|[\u1000-\u103f\u104e\u1050-\u108f\u109a-\u109d ]+"
    "|[\u1780-\u17d1\u17d3\u17d2 ]+"
    # A longer one in Han or Hangul may hold an office or a body.
    "|[\u4e00-\u9fff]{2,4}"
    "|[\uac00-\ud7a3]{2,5}"
)


def native_parts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return core and bare words of a name in one script that stands without spaces; None where more is in it.

    Args:
        text: A name as found.

    Returns:
        What `parse` gives as `core` and `bare`, in half its time.
    """
    if len(text) > _LONGEST or not _GLUED.fullmatch(text):
        return None
    written = in_normal_form(text)
    if next(_native_marks().iter(written), None) is not None:
        return None
    parts = without_spaces(written)
    return (parts.core, parts.bare) if parts.core and not is_nameless(parts.core) else None


@cache
def _native_marks() -> ahocorasick.Automaton:
    """Finds what announces an alias, a body or a remark in any script but Latin."""
    automaton = ahocorasick.Automaton()
    parts = table("name_parts")
    for name in ("aliases", "organisations", "remarks"):
        for text in _texts(parts[name]):
            if text and not text.isascii():
                automaton.add_word(text.strip(), 1)
    automaton.make_automaton()
    return automaton


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield normal_form(part)
    elif isinstance(part, dict):
        for key, value in part.items():
            yield normal_form(key)
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


@cache
def _telling() -> frozenset[str]:
    """Words that are, or stand in, a title, an alias mark, a form of body, a remark, a particle or a suffix."""
    parts = table("name_parts")
    kept = [parts[name] for name in _TELLING] + [parts["families"][name] for name in _TELLING_FAMILIES]
    return frozenset(word for part in kept for word in _words(part))


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield from _LATIN.findall(part.casefold())
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _words(key)
            yield from _words(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words(value)
