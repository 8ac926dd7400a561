"""Take a name apart: titles, aliases, order, initials, particles, numbers, forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.aliases import by_script, cut
from noharbor.science.names.glued_titles import titles_after, titles_before
from noharbor.science.names.numbers import numbers_in
from noharbor.science.names.order import Ordered, language_of_words, ordered
from noharbor.science.names.organisations import is_organisation, take_apart
from noharbor.science.names.parsed import Alias, NameKind, NameOrder, ParsedName, Title
from noharbor.science.names.titles import Word, key_of, titles_after_words, titles_before_words
from noharbor.science.names.written import LOOKED_INTO, in_normal_form, scripts_of
from noharbor.science.scripts.scripts import Script

_REMEMBERED = 32_768
_WORD = re.compile(r"[^\s·・•‧∙⋅,，、၊]+")
#: A dot glued to the next word parts two words, as in J.R.Smith and Dr.Win.
_GLUED_DOT = re.compile(r"\.(?=[^\W\d_])")
_HUMP = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZÀ-Ỹ][a-zà-ỹ])")
#: Beginnings after which a capital parts no word: McDonald, DeVito, LaRouche.
_ONE_WORD = (
    "mc",
    "mac",
    "de",
    "la",
    "le",
    "di",
    "du",
    "van",
    "fitz",
    "o'",
    "st",
    "al",
    "el",
    "abdul",
    "del",
    "des",
    "da",
    "lo",
)
_EDGE = " .,;:'\"()[]{}<>-–/_*#，。、；：！？!?"


def parse(text: str, kind: NameKind | None = None) -> ParsedName:
    """Take a name apart. Never raises on any text; only the first 500 characters are looked into.

    Args:
        text: A name as found, with titles, aliases and remarks.
        kind: Whose name it is; told by its words where not given.
    """
    return _remembered(text, kind) if len(text) <= LOOKED_INTO else _parse(text, kind)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str, kind: NameKind | None) -> ParsedName:
    return _parse(text, kind)


def _parse(text: str, kind: NameKind | None) -> ParsedName:
    written = in_normal_form(text)
    cut_up = cut(written)
    pieces = list(cut_up.pieces)
    if kind is not NameKind.ORGANISATION and len(scripts_of(written)) > 1:
        pieces = [part for piece in pieces for part in by_script(piece)]
    first, *others = pieces
    if (
        kind is None
        and others
        and is_organisation([key_of(word) for word in first.text.split()], first.text, scripts_of(first.text))
    ):
        kind = NameKind.ORGANISATION
    aliases = tuple(Alias(_alias(one.text.strip(), kind), one.kind, one.mark) for one in others if one.kind)
    return _one(_Given(text, written, first.text, aliases, cut_up.remarks), kind)


class _Given(NamedTuple):
    """What is known of a name before its words are looked at; in `name` all but the first name is blank."""

    text: str
    written: str
    name: str
    aliases: tuple[Alias, ...]
    remarks: tuple[str, ...]


def _alias(text: str, kind: NameKind | None) -> ParsedName:
    return _one(_Given(text, text, text, (), ()), kind)


def _one(given: _Given, kind: NameKind | None) -> ParsedName:
    """One name without others beside it."""
    scripts = scripts_of(given.name)
    words = _words(given.name)
    if kind is None:
        first = titles_before_words(words).sure if words else 0
        is_one = is_organisation([word.key for word in words[first:]], given.name, scripts)
        kind = NameKind.ORGANISATION if is_one else NameKind.PERSON
    if kind is NameKind.ORGANISATION:
        return _organisation(given, scripts)
    return _person(given, words, scripts) if words else ParsedName(*given[:2], kind, scripts, remarks=given.remarks)


def _organisation(given: _Given, scripts: tuple[Script, ...]) -> ParsedName:
    parts = take_apart(given.name)
    numbers = parts.numbers + tuple(int(one) for one in given.remarks if one.isdecimal() and len(one) < 10)
    return ParsedName(
        given.text, given.written, NameKind.ORGANISATION, scripts, language_of_words((), scripts, ()), core=parts.core,
        bare=parts.core, numbers=numbers, forms=parts.forms, aliases=given.aliases, remarks=given.remarks,
    )  # fmt: skip


def _words(written: str) -> list[Word]:
    """The words of a text, with where they stand; a dot glued to a word parts it."""
    if "." in written:
        # Positions stay: the text between two cuts is what it was.
        found: list[Word] = []
        for match in _WORD.finditer(written):
            begin = match.start()
            for dot in _GLUED_DOT.finditer(match.group()):
                end = match.start() + dot.end()
                found.append(Word(written[begin:end], begin, end, key_of(written[begin:end])))
                begin = end
            found.append(Word(written[begin : match.end()], begin, match.end(), key_of(written[begin : match.end()])))
        return found
    return [Word(m.group(), m.start(), m.end(), key_of(m.group())) for m in _WORD.finditer(written)]


def _person(given: _Given, words: list[Word], scripts: tuple[Script, ...]) -> ParsedName:
    written = given.name
    if scripts and scripts[0] not in (Script.LATIN, Script.CYRILLIC):
        titles, core, bare = _without_spaces(written)
        comma = None
    else:
        titles, core, bare, comma = _with_spaces(written, words)
    suffixes = tuple(word for word in core[1:] if key_of(word) in _listed("suffixes"))
    particles = _particles(core) if len(core) > 2 else ()
    initials = tuple(word for word in core if len(word) == 1 and word.isalpha() and word.isascii())
    if suffixes or particles:
        dropped = {*suffixes, *particles}
        bare = tuple(word for at, word in enumerate(bare) if not at or word not in dropped) or bare
    language = language_of_words(core, scripts, titles)
    told = comma or ordered(tuple(word for word in core if word not in suffixes), language, scripts, particles)
    return ParsedName(
        given.text, given.written, NameKind.PERSON, scripts, language, titles, core, bare, told.order, told.family,
        told.given, initials, particles, suffixes, numbers_in(written) if _HAS_DIGIT.search(written) else (), (),
        given.aliases, given.remarks,
    )  # fmt: skip


def _particles(core: tuple[str, ...]) -> tuple[str, ...]:
    """Particles inside a name: in small letters, or of a kind that is no name (Bin, S/O)."""
    listed = _listed("particles")
    return tuple(
        word for word in core[1:-1] if (key := key_of(word)) in listed and (word.islower() or key in _PATRONYMIC)
    )


_PATRONYMIC = frozenset({"bin", "binti", "binte", "bt", "bte", "s/o", "d/o", "w/o", "a/l", "a/p"})
_HAS_DIGIT = re.compile(r"\d")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in table("name_parts")["families"][name])


def _without_spaces(written: str) -> tuple[tuple[Title, ...], tuple[str, ...], tuple[str, ...]]:
    """Titles, core and bare words of a name in a script that may stand without spaces."""
    start, end = len(written) - len(written.lstrip(_EDGE)), len(written.rstrip(_EDGE))
    if end <= start:
        return (), (), ()
    before = titles_before(written, start, end)
    after = titles_after(written, before.bare, end)
    if after.bare == after.sure == end and before.bare > before.sure:
        after = titles_after(written, before.sure, end)
    core = _split(written[before.sure : after.sure])
    bare = _split(written[before.bare : after.bare]) or core
    return before.titles + after.titles[::-1], core, bare


def _split(text: str) -> tuple[str, ...]:
    return tuple(word for found in _WORD.findall(text) if (word := found.strip(_EDGE)))


def _with_spaces(
    written: str, words: list[Word]
) -> tuple[tuple[Title, ...], tuple[str, ...], tuple[str, ...], Ordered | None]:
    """Titles, core and bare words of a name in a script with spaces, and its order where a comma tells it."""
    before = titles_before_words(words)
    after = titles_after_words(words, before.sure + 1)
    titles = before.titles + after.titles[::-1]
    core = _latin(words[before.sure : after.sure])
    bare = _latin(words[before.bare : after.bare]) or core
    comma = None
    if "," in written:
        comma = _by_comma(written, words[before.sure : after.sure])
    return titles, core, bare, comma


def _latin(words: list[Word]) -> tuple[str, ...]:
    cleaned: list[str] = []
    for word in words:
        one = word.text.strip(_EDGE)
        if not one:
            continue
        if not one.islower() and not one.istitle() and len(one) > 4 and _HUMP.search(one):
            cleaned += _humps(one)
        else:
            cleaned.append(one)
    return tuple(cleaned)


def _humps(word: str) -> list[str]:
    """KyawZinOo is three words, McDonald one."""
    parts = _HUMP.split(word)
    if parts[0].casefold() in _ONE_WORD or any(not part for part in parts):
        return [word]
    return [part.strip(_EDGE) for part in parts if part.strip(_EDGE)]


def _by_comma(written: str, words: list[Word]) -> Ordered | None:
    """SURNAME, Given: one comma with words on both sides, the second no suffix."""
    commas = [at for at, sign in enumerate(written) if sign == ","]
    inner = [at for at in commas if words and words[0].end <= at < words[-1].start]
    if len(inner) != 1:
        return None
    family = _latin([word for word in words if word.end <= inner[0] + 1])
    given = _latin([word for word in words if word.start > inner[0]])
    if not family or not given or all(key_of(word) in _listed("suffixes") for word in given):
        return None
    return Ordered(NameOrder.FAMILY_FIRST, family, given)
