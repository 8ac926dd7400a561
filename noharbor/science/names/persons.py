"""Take a person's name apart, once aliases and remarks are off."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.glued_titles import may_have_titles, titles_after, titles_before
from noharbor.science.names.numbers import numbers_in, roman_number
from noharbor.science.names.order import Ordered, language_of_words, ordered
from noharbor.science.names.parsed import Alias, NameKind, NameOrder, ParsedName, Title
from noharbor.science.names.remarks import is_nameless
from noharbor.science.names.titles import (
    Word,
    are_titles,
    key_of,
    office_within,
    titles_after_words,
    titles_before_words,
)
from noharbor.science.names.written import scripts_of
from noharbor.science.scripts.scripts import Script

_WORD = re.compile(r"[^\s·・•‧∙⋅,，、၊]+")
#: A dot glued to the next word parts two words, as in J.R.Smith and Dr.Win.
_GLUED_DOT = re.compile(r"\.(?=[^\W\d_])")
#: Where a word written together with the next ends: KyawZin.
HUMP = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZÀ-Ỹ][a-zà-ỹ])")
#: Beginnings after which a capital parts no word: McDonald, DeVito, LaRouche.
_ONE_WORD = frozenset(
    [
        "abdul",
        "al",
        "da",
        "de",
        "del",
        "des",
        "di",
        "du",
        "el",
        "fitz",
        "la",
        "le",
        "lo",
        "mac",
        "mc",
        "o'",
        "st",
        "van",
    ]
)
#: Languages whose family names look like the titles of others: Ma Huateng, Pak Chanho.
NO_POSSIBLE_TITLES = frozenset({"ko", "vi", "zh"})
_PATRONYMIC = frozenset({"bin", "binti", "binte", "bt", "bte", "s/o", "d/o", "w/o", "a/l", "a/p"})
_HAS_DIGIT = re.compile(r"\d")
_EDGE = " .,;:'\"()[]{}<>-–/_*#&，。、；：！？!?။"


class Given(NamedTuple):
    """What is known of a name before its words are looked at; in `name` all but the first name is blank."""

    text: str
    written: str
    name: str
    aliases: tuple[Alias, ...]
    remarks: tuple[str, ...]


class Parts(NamedTuple):
    """The parts of a name; `comma` where a comma tells its order."""

    titles: tuple[Title, ...]
    core: tuple[str, ...]
    bare: tuple[str, ...]
    comma: Ordered | None = None


def words_of(name: str) -> list[Word]:
    """The words of a name, with where they stand; a dot glued to a word parts it."""
    if "." not in name:
        return [Word(one.group(), one.start(), one.end(), key_of(one.group())) for one in _WORD.finditer(name)]
    found: list[Word] = []
    for one in _WORD.finditer(name):
        cuts = [one.start(), *(one.start() + dot.end() for dot in _GLUED_DOT.finditer(one.group())), one.end()]
        found += [Word(name[start:end], start, end, key_of(name[start:end])) for start, end in pairwise(cuts)]
    return found


def person(given: Given, words: list[Word], scripts: tuple[Script, ...]) -> ParsedName:
    """Take a person's name apart.

    Args:
        given: The name and what was found beside it.
        words: Its words.
        scripts: Of its letters.
    """
    glued = bool(scripts) and scripts[0] not in (Script.LATIN, Script.CYRILLIC)
    parts = without_spaces(given.name) if glued else _with_spaces(given.name, words)
    if is_nameless(parts.core):
        return ParsedName(
            given.text, given.written, NameKind.PERSON, scripts, titles=parts.titles, aliases=given.aliases,
            remarks=(*given.remarks, " ".join(parts.core)),
        )  # fmt: skip
    core = parts.core
    suffixes, particles = _suffixes_and_particles(core) if len(core) > 1 and not glued else ((), ())
    initials = tuple([word for word in core if len(word) == 1 and word.isalpha() and word.isascii()])
    bare = parts.bare
    if suffixes or particles:
        dropped = {*suffixes, *particles}
        bare = tuple(word for at, word in enumerate(bare) if not at or word not in dropped) or bare
    if len(scripts) > 1:
        # A title may be in another script than the name: 故 노무현.
        scripts = scripts_of(" ".join(core)) or scripts
    language = language_of_words(core, scripts, parts.titles)
    if language in NO_POSSIBLE_TITLES and not glued:
        bare = tuple(word for word in core if word not in {*suffixes, *particles}) or core
    # What may be a nickname's mark (老王, 强哥) is no part of the family name.
    ordering = parts.bare if glued else tuple(word for word in core if word not in suffixes)
    told = parts.comma or ordered(ordering, language, scripts, particles, dotted="·" in given.name)
    numbers = numbers_in(given.name) if _HAS_DIGIT.search(given.name) else ()
    if suffixes:
        numbers += tuple(value for word in suffixes if (value := roman_number(word)))
    return ParsedName(
        given.text, given.written, NameKind.PERSON, scripts, language, parts.titles, core, bare, told.order,
        told.family, told.given, initials, particles, suffixes, numbers, (), given.aliases, given.remarks,
    )  # fmt: skip


def _suffixes_and_particles(core: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Jr and its like; and particles, in small letters or of a kind that is no name (Bin, S/O), inside a name."""
    if _both_lists().isdisjoint([word.lower() for word in core]):
        return (), ()
    suffixes = _listed("suffixes")
    return (
        tuple(word for word in core[1:] if word.lower() in suffixes),
        tuple(word for word in core[1:-1] if is_particle(word)),
    )


def is_particle(word: str) -> bool:
    """Whether a word within a name is a particle: van in small letters, Bin in any; Nguyen Van Nam has none."""
    key = word.lower()
    return key in _listed("particles") and (word.islower() or key in _PATRONYMIC)


def is_small_part(word: str) -> bool:
    """Whether a word is a particle or a suffix: bin, van, jr."""
    return word.strip(_EDGE).lower() in _both_lists()


@cache
def _both_lists() -> frozenset[str]:
    return _listed("suffixes") | _listed("particles")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in table("name_parts")["families"][name])


def without_spaces(name: str) -> Parts:
    """The parts of a name in a script that may stand without spaces."""
    start, end = len(name) - len(name.lstrip(_EDGE)), len(name.rstrip(_EDGE))
    if end <= start:
        return Parts((), (), ())
    if not may_have_titles(name, start, end):
        core = _split(name[start:end])
        return Parts((), core, core)
    before = titles_before(name, start, end)
    after = titles_after(name, before.bare, end)
    if after.bare == after.sure == end and before.bare > before.sure:
        after = titles_after(name, before.sure, end)
    core = _split(name[before.sure : after.sure])
    same = (before.bare, after.bare) == (before.sure, after.sure)
    bare = core if same else _split(name[before.bare : after.bare]) or core
    return Parts(before.titles + after.titles[::-1], core, bare)


def _split(text: str) -> tuple[str, ...]:
    return tuple(word for found in _WORD.findall(text) if (word := found.strip(_EDGE)))


def _with_spaces(name: str, words: list[Word]) -> Parts:
    """The parts of a name in a script with spaces, and its order where a comma tells it."""
    before = titles_before_words(words)
    begin = office_within(words) if not before.titles and len(words) > 3 else 0
    if begin:
        # What stands before the office is the name of its body.
        start, end = words[0].start, words[begin - 1].end
        rest = _with_spaces(name, words[begin:])
        office = Title(name[start:end], start, end, "office", "en", "", sure=True)
        return rest._replace(titles=(office, *rest.titles))
    words, last = _without_titles_after_comma(name, words) if "," in name else (words, ())
    after = titles_after_words(words, before.sure + 1)
    core = _latin(words[before.sure : after.sure])
    bare = _latin(words[before.bare : after.bare]) or core
    comma = _by_comma(name, words[before.sure : after.sure]) if "," in name else None
    return Parts(before.titles + after.titles[::-1] + last, core, bare, comma)


def _without_titles_after_comma(name: str, words: list[Word]) -> tuple[list[Word], tuple[Title, ...]]:
    """Words without an office that follows a comma, and it as a title."""
    comma = name.rfind(",", 0, words[-1].end)
    behind = [word for word in words if word.start > comma]
    if comma < 0 or not behind or len(behind) == len(words) or not are_titles(behind):
        return words, ()
    start, end = behind[0].start, behind[-1].end
    title = Title(name[start:end], start, end, "office", "", "", sure=True)
    return words[: -len(behind)], (title,)


def _latin(words: list[Word]) -> tuple[str, ...]:
    cleaned: list[str] = []
    for word in words:
        one = word.text.strip(_EDGE)
        if not one:
            continue
        if len(one) > 4 and not one.islower() and not one.istitle() and HUMP.search(one):
            cleaned += _humps(one)
        else:
            cleaned.append(one)
    return tuple(cleaned)


def _humps(word: str) -> list[str]:
    """KyawZinOo is three words, McDonald one."""
    parts = HUMP.split(word)
    if parts[0].casefold() in _ONE_WORD:
        return [word]
    return [clean for part in parts if (clean := part.strip(_EDGE))]


def _by_comma(name: str, words: list[Word]) -> Ordered | None:
    """SURNAME, Given: one comma with words on both sides, the second no suffix."""
    inner = [at for at, sign in enumerate(name) if sign == "," and words and words[0].end <= at < words[-1].start]
    if len(inner) != 1:
        return None
    family = _latin([word for word in words if word.end <= inner[0] + 1])
    given = _latin([word for word in words if word.start > inner[0]])
    if not family or not given or all(key_of(word) in _listed("suffixes") for word in given):
        return None
    return Ordered(NameOrder.FAMILY_FIRST, family, given)
