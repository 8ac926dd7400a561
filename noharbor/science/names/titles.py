"""Titles before and after a name in scripts with spaces between words, as whole words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.parsed import Title
from noharbor.science.names.without_marks import without_marks
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script

#: Scripts whose words are parted by spaces, so that a title is one or more whole words.
_SPACED = frozenset({Script.LATIN, Script.CYRILLIC})
MOST_TITLES = 8
#: Languages whose titles stand before names of any other.
_SPOKEN_ANYWHERE = ("", "en")


class TitleRow(NamedTuple):
    """One title of the table."""

    words: str
    place: str
    language: str
    kind: str
    gender: str
    sure: bool
    dotted: bool
    not_before: tuple[str, ...]


class Word(NamedTuple):
    """A word of a spaced name: as written, where, and its key in tables (lower case, no dots)."""

    text: str
    start: int
    end: int
    key: str


class Found(NamedTuple):
    """Titles at one end of a name.

    Attributes:
        titles: From the outside inwards.
        sure: Where the name begins (or ends) when the sure titles are off: an index of words, or a position in a text.
        bare: The same when the possible ones are off too.
    """

    titles: tuple[Title, ...]
    sure: int
    bare: int


@cache
def title_rows() -> tuple[TitleRow, ...]:
    """All titles of the table."""
    rows = []
    for words, place, language, kind, gender, sure, dotted, not_before in table("name_parts")["titles"]:
        not_these = tuple(map(normal_form, not_before))
        rows.append(TitleRow(normal_form(words), place, language, kind, gender, sure, dotted, not_these))
    return tuple(rows)


def key_of(text: str) -> str:
    """A word as titles and marks are looked up: lower case, without dots, commas and outer signs."""
    return text.replace(".", "").strip(',;:()[]"').casefold()


@cache
def first_words(place: str) -> dict[str, tuple[tuple[tuple[str, ...], TitleRow], ...]]:
    """Titles of spaced scripts by their first (before) or last (after) word, the longest first."""
    found: dict[str, dict[tuple[tuple[str, ...], bool], TitleRow]] = {}
    for row in title_rows():
        if row.place != place or not is_spaced(row):
            continue
        for keys in _spellings(row):
            # Where two languages share a title, the sure one counts; one that needs its dot stands beside the others.
            known = found.setdefault(keys[0] if place == "before" else keys[-1], {})
            if (keys, row.dotted) not in known or (row.sure and not known[keys, row.dotted].sure):
                known[keys, row.dotted] = row
    return {
        outer: tuple(
            (keys, row) for (keys, _), row in sorted(known.items(), key=lambda one: (-len(one[0][0]), -one[0][1]))
        )
        for outer, known in found.items()
    }


def is_spaced(row: TitleRow) -> bool:
    """Whether a title is of a script with spaces between words, by its first letter."""
    return next((script for sign in row.words if (script := script_of_sign(sign)) is not Script.OTHER), None) in _SPACED


def _spellings(row: TitleRow) -> set[tuple[str, ...]]:
    """The keys a title may be written with: spaces or hyphens between its words, dots or none."""
    words = row.words
    spread = re.sub(r"\.(?=\w)", ". ", words.replace("-", " "))
    parts = tuple(key_of(part) for part in spread.split())
    found = {parts}
    if not re.search(r"\.\w\.", words):
        found.add(tuple(key_of(part) for part in words.split()))
    if len(parts) > 1:
        found |= {("-".join(parts),), (*parts[:-2], "-".join(parts[-2:])), ("-".join(parts[:2]), *parts[2:])}
        plain = tuple(without_marks(part) for part in parts)
        if plain != parts:
            found.add(plain)
        if "." in words and all(len(part) == 1 for part in parts) and len(parts) > 2 and not row.dotted:
            found.add(("".join(parts),))
    return found


def titles_before_words(words: list[Word]) -> Found:
    """Titles at the beginning of a name in a spaced script; indexes are of words."""
    by_first = first_words("before")
    if words[0].key not in by_first and "-" not in words[0].key:
        return Found((), 0, 0)
    titles: list[Title] = []
    at = sure = 0
    last = len(words) - 1
    language = ""
    while at < last and len(titles) < MOST_TITLES:
        hit = _hit(words, at, by_first) or _joined(words[at], by_first)
        if hit is None:
            break
        size, title = hit
        # Ko Thant is Thant; but of three words and more that may be names, two at least are left.
        if not title.sure and (_is_of_another(language, title) or (at + size == last > sure + 1)):
            break
        language = title.language if title.sure and title.language not in _SPOKEN_ANYWHERE else language
        titles.append(title)
        at += size
        if title.sure:
            sure = at
    return Found(tuple(titles), sure, at)


def _is_of_another(language: str, title: Title) -> bool:
    """Whether what may be a title is one in another language than a sure one before it: U Tun Kyaw is no Malay Tun."""
    return bool(language) and title.language not in (language, *_SPOKEN_ANYWHERE)


def office_within(words: list[Word]) -> int:
    """Where a name begins behind a body's name and an office of several words ("Thai Prime Minister Somchai Jaidee").

    Returns:
        The index of the name's first word; 0 where no such office stands within the words.
    """
    by_first = first_words("before")
    begin = 0
    for at in range(1, len(words) - 2):
        if words[at].key in by_first:
            hit = _hit(words, at, by_first)
            if hit and hit[0] > 1 and hit[1].sure and hit[1].kind in ("military", "office", "police"):
                begin = at + hit[0]
    return begin


def are_titles(words: list[Word]) -> bool:
    """Whether words are nothing but sure titles, as after a comma ("…, Prime Minister")."""
    found = titles_before_words([*words, Word("-", 0, 0, "-")])
    return found.sure == len(words)


def _hit(
    words: list[Word], at: int, by_first: dict[str, tuple[tuple[tuple[str, ...], TitleRow], ...]]
) -> tuple[int, Title] | None:
    for keys, row in by_first.get(words[at].key, ()):
        size = len(keys)
        if at + size >= len(words):
            continue
        these = words[at : at + size]
        if any(word.key != key for word, key in zip(these, keys, strict=True)):
            continue
        dotted = "." in these[0].text
        if row.dotted and not dotted:
            continue
        if not row.sure and these[0].key == words[at + 1].key:
            # Ma Ma and Ko Ko are names.
            continue
        sure = row.sure and not (dotted and len(these) == 1 and len(these[0].key) == 1 and not row.dotted)
        text = " ".join(word.text for word in these)
        return size, Title(text, these[0].start, these[-1].end, row.kind, row.language, row.gender, sure)
    return None


def _joined(word: Word, by_first: dict[str, tuple[tuple[tuple[str, ...], TitleRow], ...]]) -> tuple[int, Title] | None:
    """Two titles joined by a hyphen, as in Major-Capt; None for any other word."""
    parts = word.key.split("-")
    if len(parts) < 2:
        return None
    rows = [next((row for keys, row in by_first.get(part, ()) if keys == (part,)), None) for part in parts]
    row = rows[0]
    if row is None or not all(one is not None and one.sure for one in rows):
        return None
    return 1, Title(word.text, word.start, word.end, row.kind, row.language, row.gender, sure=True)


def titles_after_words(words: list[Word], first: int) -> Found:
    """Titles at the end of a name in a spaced script; indexes are of words, one past the last of the name."""
    by_last = first_words("after")
    end = len(words)
    if words[-1].key not in by_last:
        return Found((), end, end)
    titles: list[Title] = []
    while end - first > 1 and len(titles) < MOST_TITLES:
        for keys, row in by_last.get(words[end - 1].key, ()):
            begin = end - len(keys)
            if (
                begin > first
                and tuple(word.key for word in words[begin:end]) == keys
                and _is_letters(words, begin, row)
            ):
                these = words[begin:end]
                text = " ".join(word.text for word in these)
                title = Title(text, these[0].start, these[-1].end, row.kind, row.language, row.gender, row.sure)
                titles.append(title)
                end = begin
                break
        else:
            break
    return Found(tuple(titles), end, end)


def _is_letters(words: list[Word], begin: int, row: TitleRow) -> bool:
    """Letters after a name (M.A., MP) are written in capitals or with dots; Ma is a name."""
    text = words[begin].text
    if row.words.istitle() or (row.words.islower() and text.islower()):
        return True
    return "." in text or (text.strip(",()").isupper() and not words[0].text.isupper()) or text.startswith("PhD")
