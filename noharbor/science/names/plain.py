"""Names with nothing to take apart but titles: most of any list, told at a glance."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import ahocorasick

from noharbor.reference.tables import table
from noharbor.science.names.order import language_of_words
from noharbor.science.names.persons import HUMP, NO_POSSIBLE_TITLES, is_particle, without_spaces, words_of
from noharbor.science.names.remarks import is_nameless
from noharbor.science.names.titles import (
    Word,
    first_words,
    key_of,
    office_within,
    titles_after_words,
    titles_before_words,
)
from noharbor.science.names.written import in_normal_form
from noharbor.science.scripts.normal_form import in_order, normal_form
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.zawgyi import repaired_name

#: Words of Latin letters, with or without marks, also joined by hyphens; a title in front and initials have a dot.
_LETTERS = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+"
_WORD = f"{_LETTERS}(?:-{_LETTERS})*"
_WORDS = re.compile(rf"(?:{_WORD}\.? )?(?:(?:{_WORD}|[A-Z]\.) ){{0,5}}{_WORD}")
_ANY_LATIN = re.compile(_LETTERS)
#: Parts of the table that tell that a text is more than a name: anywhere, and behind a title ("General Hospital" is
#: none behind "General"). Other remarks need a bracket or a comma; titles, particles and words for "unknown" are looked
#: at here.
_ANYWHERE = (("aliases",), ("remarks", "others"), ("families", "suffixes"))
_BEHIND_TITLES = (("organisations",),)
#: A plain name is not longer than this.
_LONGEST = 80
#: Letters and signs of each script that stands without spaces; no digits, no marks between words. A longer name in Han
#: or Hangul may hold an office or a body; dots stand between the parts of a foreign name.
_GLUED_SIGNS: dict[Script, str] = {
    Script.THAI: "[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e ]+",
    Script.LAO: "[\u0e81-\u0eae\u0eb0-\u0ec4\u0ec8-\u0ecd\u0edc-\u0edf ]+",
    Script.BURMESE: "[\u1000-\u103f\u104e\u1050-\u108f\u109a-\u109d ]+",
    Script.KHMER: "[\u1780-\u17b3\u17b6-\u17d1\u17d3\u17d2 ]+",
    Script.HAN: "[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}",
    Script.KANA: "[\u30a1-\u30fa\u30fc]+(?:[· ][\u30a1-\u30fa\u30fc]+)*",
    Script.HANGUL: "[\uac00-\ud7a3]{2,5}",
}
_GLUED = re.compile("|".join(f"({signs})" for signs in _GLUED_SIGNS.values()))
_GLUED_SCRIPTS = tuple(_GLUED_SIGNS)
#: Other dots that are written between the parts of a foreign name.
_DOTS = re.compile("[・•]")
#: Zawgyi is written in the signs of Burmese, some of which are digits in Unicode.
_BURMESE = re.compile("[\u1000-\u109f]")


class PlainName(NamedTuple):
    """The words of a name in one script, without its titles: without the sure ones, and without possible ones too."""

    script: Script
    core: tuple[str, ...]
    bare: tuple[str, ...]


def plain_name(text: str) -> PlainName | None:
    """Return the words of a name that is nothing but words; None where something may have to be taken apart.

    Args:
        text: A name as found.

    Returns:
        What `parse(text)` gives as `scripts`, `core` and `bare`, several times faster.
    """
    if len(text) > _LONGEST:
        return None
    if text.isascii():
        return _latin(text)
    return _latin(in_normal_form(text)) if _ANY_LATIN.search(text) else _native(text)


def _latin(text: str) -> PlainName | None:
    if not _WORDS.fullmatch(text) or HUMP.search(text):
        return None
    keys = text.casefold().replace(".", "").split(" ")
    if not _telling(_ANYWHERE).isdisjoint(keys):
        return None
    words = text.replace(".", "").split(" ")
    if any(is_particle(word) for word in words[1:-1]):
        return None
    before, after = first_words("before"), first_words("after")
    may_have_titles = keys[0] in before or "-" in keys[0] or keys[-1] in after
    if may_have_titles or (len(keys) > 3 and not before.keys().isdisjoint(keys)):
        plain = _without_titles(words_of(text))
    else:
        plain = None if not _telling(_BEHIND_TITLES).isdisjoint(keys) else PlainName(Script.LATIN, (*words,), (*words,))
    return plain if plain and not is_nameless(plain.core) else None


def _without_titles(words: list[Word]) -> PlainName | None:
    """The words without titles at both ends; None where an office or a body's name stands within."""
    before = titles_before_words(words)
    if not before.titles and len(words) > 3 and office_within(words):
        return None
    if not _telling(_BEHIND_TITLES).isdisjoint([word.key for word in words[before.sure :]]):
        return None
    after = titles_after_words(words, before.sure + 1)
    texts = tuple(word.text.replace(".", "") for word in words)
    core = texts[before.sure : after.sure]
    bare = texts[before.bare : after.bare] or core
    if bare != core:
        language = language_of_words(core, (Script.LATIN,), before.titles + after.titles[::-1])
        bare = core if language in NO_POSSIBLE_TITLES else bare
    return PlainName(Script.LATIN, core, bare)


def _native(text: str) -> PlainName | None:
    written = repaired_name(text) if _BURMESE.search(text) else _DOTS.sub("·", text)
    glued = _GLUED.fullmatch(written)
    if glued is None or glued.lastindex is None:
        return None
    script = _GLUED_SCRIPTS[glued.lastindex - 1]
    written = in_order(written, script)
    if next(_native_marks().iter(written), None) is not None:
        return None
    parts = without_spaces(written)
    if not parts.core or is_nameless(parts.core):
        return None
    return PlainName(script, parts.core, parts.bare)


@cache
def _native_marks() -> ahocorasick.Automaton:
    """Finds what announces an alias, a body or others in any script but Latin."""
    automaton = ahocorasick.Automaton()
    for text in _texts((*_ANYWHERE, *_BEHIND_TITLES)):
        if not text.isascii():
            automaton.add_word(text, 1)
    automaton.make_automaton()
    return automaton


@cache
def _telling(paths: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Latin words that stand in some parts of the table."""
    return frozenset(key_of(word) for text in _texts(paths) for word in text.split())


def _texts(paths: tuple[tuple[str, ...], ...]) -> set[str]:
    """The texts of some parts of the table, in the normal form; rows begin with theirs."""
    found: set[str] = set()
    for path in paths:
        part = table("name_parts")
        for name in path:
            part = part[name]
        found.update(normal_form((row if isinstance(row, str) else row[0]).replace("_", " ")) for row in part)
    return found - {""}
