"""Take a name apart: titles, aliases, order, initials, particles, numbers, forms."""

from __future__ import annotations

from functools import lru_cache

from noharbor.science.names.aliases import Cut, by_script, cut
from noharbor.science.names.glued_titles import office_before
from noharbor.science.names.order import language_of_words
from noharbor.science.names.organisations import is_organisation, latin_forms, take_apart
from noharbor.science.names.parsed import Alias, NameKind, ParsedName
from noharbor.science.names.persons import Given, is_small_part, person, words_of
from noharbor.science.names.remarks import label_and_number, trailing_remarks
from noharbor.science.names.titles import Word, key_of, office_within, titles_before_words
from noharbor.science.names.written import LOOKED_INTO, in_normal_form, scripts_of
from noharbor.science.scripts.scripts import Script

_REMEMBERED = 4_096


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
    name, asides = trailing_remarks(cut_up.pieces[0].text, _belongs)
    if asides:
        cut_up = Cut((cut_up.pieces[0]._replace(text=name), *cut_up.pieces[1:]), (*cut_up.remarks, *asides))
    if len(cut_up.pieces) == 1 and len(scripts_of(name)) < 2:
        return _one(Given(text, written, name, (), cut_up.remarks), kind)
    return _several(text, written, cut_up, kind)


def _belongs(word: str) -> bool:
    """Whether a word in small letters after a comma is part of a name: bin, van, jr, ltd."""
    return key_of(word) in latin_forms() or is_small_part(word)


def _several(text: str, written: str, cut_up: Cut, kind: NameKind | None) -> ParsedName:
    """A name with others beside it, or in two scripts."""
    first = cut_up.pieces[0].text
    if kind is None and _is_organisation(first, words_of(first), scripts_of(first)):
        kind = NameKind.ORGANISATION
    pieces = [part for piece in cut_up.pieces for part in by_script(piece, kind)]
    aliases = tuple(Alias(_alias(one.text.strip(), kind), one.kind, one.mark) for one in pieces[1:] if one.kind)
    return _one(Given(text, written, pieces[0].text, aliases, cut_up.remarks), kind)


def _alias(text: str, kind: NameKind | None) -> ParsedName:
    return _one(Given(text, text, text, (), ()), kind)


def _one(given: Given, kind: NameKind | None) -> ParsedName:
    """One name without others beside it."""
    scripts = scripts_of(given.name)
    words = words_of(given.name)
    if kind is None:
        kind = NameKind.ORGANISATION if _is_organisation(given.name, words, scripts) else NameKind.PERSON
    if kind is NameKind.ORGANISATION:
        return _organisation(given, scripts)
    begin = label_and_number(given.name)
    if begin:
        given = given._replace(name=" " * begin + given.name[begin:])
        words = words_of(given.name)
    if not words:
        return ParsedName(given.text, given.written, kind, scripts, aliases=given.aliases, remarks=given.remarks)
    return person(given, words, scripts)


def _is_organisation(name: str, words: list[Word], scripts: tuple[Script, ...]) -> bool:
    """Whether a name is an organisation's; titles before it are not looked at (Police Lieutenant Colonel)."""
    first = (titles_before_words(words).sure or office_within(words)) if words else 0
    if scripts and scripts[0] is Script.HAN:
        # Of 越南公安部长某某 only what follows the office is looked at.
        office = office_before(name, len(name) - len(name.lstrip()), len(name.rstrip()))
        name = name[office.end :] if office else name
    return is_organisation([word.key for word in words[first:]], name, scripts)


def _organisation(given: Given, scripts: tuple[Script, ...]) -> ParsedName:
    parts = take_apart(given.name)
    numbers = parts.numbers + tuple(int(one) for one in given.remarks if one.isdecimal() and len(one) < 10)
    return ParsedName(
        given.text, given.written, NameKind.ORGANISATION, scripts, language_of_words((), scripts, ()), core=parts.core,
        bare=parts.core, numbers=numbers, forms=parts.forms, aliases=given.aliases, remarks=given.remarks,
    )  # fmt: skip
