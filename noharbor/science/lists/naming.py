"""Read names out of cells: several in one cell, family and given names in two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from noharbor.reference.tables import table
from noharbor.science.lists.forms import LOOKED_INTO, looked_into, spaced
from noharbor.science.lists.known_places import is_place
from noharbor.science.lists.nations import nationalities_in
from noharbor.science.lists.sexes import sex_of
from noharbor.science.names.aliases import by_script, cut
from noharbor.science.names.parsed import NameKind
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script, main_script

_PLAIN_LATIN = re.compile(r"[A-Za-z][A-Za-z .'-]*")
#: As airlines write it: ZHANG/WEI MR.
_BY_AIRLINE = re.compile(r"([A-Z]{2,}(?: [A-Z]{2,}){0,2})/([A-Z]{2,}(?: [A-Z]+){0,3})")
_NUMBERED = re.compile(r"^\s*\(?\d{1,4}\s*[.)、．]\s*(?=[^\W\d])")
_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u0102\u0103\u0110\u0111\u1ea0-\u1ef9]")
_FAMILY_FIRST_STATES = frozenset({"CN", "HK", "JP", "KH", "KP", "KR", "MO", "TW", "VN"})
_FAMILY_FIRST_SCRIPTS = frozenset({Script.HAN, Script.HANGUL, Script.KANA, Script.KHMER})
_GIVEN_FIRST_SCRIPTS = frozenset({Script.THAI, Script.LAO})
_GLUED_SCRIPTS = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
_MOST_NAMES = 20
_EDGES = " ,;:-*†"


@lru_cache(maxsize=16_384)
def names_in(text: str) -> tuple[str, ...]:
    """The names a cell holds, titles on, the main one first; nothing where it has no letters.

    Args:
        text: A cell: "张伟（ZHANG WEI）", "Aung Aung @ Ko Ko", names on lines of their own.
    """
    text = text[:LOOKED_INTO]
    if _PLAIN_LATIN.fullmatch(text) and not re.search(r"(?i)\b(?:a\.?k\.?a|alias|also|dit|bin|or)\b", text):
        return (" ".join(text.split()),)
    found: list[str] = []
    for line in _joined_lines(looked_into(text)):
        for name in _of_line(_NUMBERED.sub("", line)):
            if name not in found and any(map(str.isalpha, name)):
                found.append(name)
    return tuple(found[:_MOST_NAMES])


def _joined_lines(text: str) -> list[str]:
    """The lines of a cell; a line of one Latin word goes on with the one before it, as where a cell was too narrow."""
    lines: list[str] = []
    for line in text.splitlines():
        line = " ".join(line.split())
        if not line:
            continue
        narrow = lines and (_is_one_word(line) or _is_one_word(lines[-1])) and "(" not in line
        if narrow and main_script(line) is main_script(lines[-1]) is Script.LATIN:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _is_one_word(line: str) -> bool:
    return " " not in line


def _of_line(line: str) -> list[str]:
    airline = _BY_AIRLINE.fullmatch(line)
    if airline:
        return [f"{airline[1]} {airline[2]}"]
    cut_up = cut(normal_form(line))
    first, *others = [part for piece in cut_up.pieces for part in by_script(piece, NameKind.PERSON)]
    name = first.text.strip(_EDGES)
    return [name, *(part.text.strip(_EDGES) for part in others if _is_name(part.text.strip(_EDGES), name))]


def _is_name(beside: str, name: str) -> bool:
    """Whether what stands beside a name is another one, and no state, place, sex or remark."""
    if any(map(str.isdigit, beside)) or sex_of(beside) or nationalities_in(beside):
        return False
    # In another script it is the same name, though there be a place of that name.
    if main_script(beside) is main_script(name) and is_place(beside):
        return False
    form = spaced(beside)
    return not any(form.startswith(word) or form.endswith(word) for word in _beside_names() if _is_whole(word, form))


def _is_whole(word: str, form: str) -> bool:
    """Whether a word in Latin letters stands alone at an end of a text."""
    return word[0] >= "\u0e00" or f" {word} " in f" {form} "


@cache
def _beside_names() -> tuple[str, ...]:
    return tuple(spaced(word) for word in table("list_cells")["beside_names"])


def put_together(family: str, given: str, nationality: str, *, family_stands_first: bool) -> tuple[str, ...]:
    """Put a family and a given name together as their language writes them; both orders where that is not sure.

    Args:
        family: "" where there is none.
        given: "" where there is none.
        nationality: ISO 3166-1 alpha-2, "" where it is not known.
        family_stands_first: Whether its column stands first in the list.
    """
    if not family or not given:
        return (family or given,) if family or given else ()
    if " ".join(family.split()).casefold() in " ".join(given.split()).casefold().split(" ") and " " in given:
        return (given,)
    scripts = main_script(family), main_script(given)
    if scripts[0] in _GLUED_SCRIPTS and scripts[1] in _GLUED_SCRIPTS:
        return (f"{family}{given}",)
    first, second = f"{family} {given}", f"{given} {family}"
    if scripts[0] in _FAMILY_FIRST_SCRIPTS or _VIETNAMESE.search(family + given):
        return (first,)
    if scripts[0] in _GIVEN_FIRST_SCRIPTS:
        return (second,)
    if nationality in _FAMILY_FIRST_STATES:
        return first, second
    if nationality:
        return second, first
    return (first, second) if family_stands_first else (second, first)
