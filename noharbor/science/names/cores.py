"""The words of a name that it is found by: titles off, quickly.

Where a word may be a title or part of the name (Ma, Ko, U, Tan, ဦး), the name counts with it and without it.
"""

from __future__ import annotations

import re
from functools import cache

from noharbor.science.names.glued_titles import titles_before
from noharbor.science.names.titles import is_spaced, key_of, title_rows
from noharbor.science.names.written import LOOKED_INTO, in_normal_form, script_of_sign
from noharbor.science.scripts.scripts import Script

_BETWEEN = re.compile(r"[\s\-‐-―.,;:!?/\\|()\[\]{}<>\"“”·・•‧、，。（）【】《》@&+*_#~=^$%]+")


#: Scripts whose words are parted by spaces.
_SPACED = frozenset({Script.LATIN, Script.CYRILLIC})


@cache
def _title_words() -> dict[str, bool]:
    """Words that titles are made of in scripts with spaces, and whether each alone is surely one (Tan Sri, but Tan)."""
    alone: dict[str, bool] = {}
    parts: dict[str, bool] = {}
    for row in title_rows():
        if is_spaced(row):
            words = [key_of(word) for word in _BETWEEN.split(row.words) if word]
            if len(words) == 1:
                alone[words[0]] = alone.get(words[0], True) and row.sure
            parts.update(dict.fromkeys(words, False))
    return parts | alone


def cores_of(name: str) -> list[list[str]]:
    """The words of a name without its titles; a second time without what may be a title, if there is such a thing.

    Args:
        name: A name as found.

    Returns:
        One or two lists of words; none for a text without letters.
    """
    text = name[:LOOKED_INTO] if _is_plain(name) else in_normal_form(name)
    if not text:
        return []
    if not text.isascii() and script_of_sign(text[0]) not in _SPACED:
        found = titles_before(text, 0, len(text))
        cores = [_words(text[start:]) for start in dict.fromkeys((found.sure, found.bare))]
    else:
        cores = _without_title_words(_words(text))
    return [core for core in cores if core]


def _is_plain(name: str) -> bool:
    """Whether a name is in normal form by its characters alone: ASCII, or nothing but common Han characters."""
    return name.isascii() or (min(name) >= "\u4e00" and max(name) <= "\u9fff")


def _words(text: str) -> list[str]:
    words = text.split()
    if all(map(str.isalpha, words)):
        return words
    return [word for word in _BETWEEN.split(text) if word]


def _without_title_words(words: list[str]) -> list[list[str]]:
    titles = _title_words()
    if not words or words[0].casefold() not in titles:
        return [words]
    start, last = 0, len(words) - 1
    while start < last and titles.get(words[start].casefold()):
        start += 1
    bare = start
    while bare < last and words[bare].casefold() in titles:
        bare += 1
    return [words[start:]] if bare == start else [words[start:], words[bare:]]
