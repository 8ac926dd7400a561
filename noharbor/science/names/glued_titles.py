"""Titles before and after a name in scripts without spaces between words, glued to it or not."""

from __future__ import annotations

import re
from functools import cache

from noharbor.science.names.parsed import Title
from noharbor.science.names.titles import MOST_TITLES, Found, TitleRow, is_spaced, title_rows
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.scripts import Script

#: A mark that belongs to the syllable before it: a title may not end where one follows.
_CONTINUES = re.compile(
    "[\u102b-\u103e]|[\u1000-\u1021]\u1037?[\u1039\u103a]"
    "|[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]|[\u0eb0-\u0ebc\u0ec8-\u0ecd]|[\u17b4-\u17d3]"
)

_SHORTEST_WITH_OFFICE = 5
_LONGEST_NAME = 4
_LONGEST_FOREIGN_NAME = 14


@cache
def _by_first_signs() -> dict[str, tuple[TitleRow, ...]]:
    """Titles by their first two signs (one, for those of one sign), the longest first."""
    found: dict[str, dict[str, TitleRow]] = {}
    for row in title_rows():
        if row.place == "before" and not is_spaced(row):
            found.setdefault(_first_signs(row.words, 0), {}).setdefault(row.words, row)
    return {signs: tuple(sorted(rows.values(), key=lambda row: -len(row.words))) for signs, rows in found.items()}


def _first_signs(text: str, at: int) -> str:
    """The sign here and the next that is neither dot nor space."""
    for sign in text[at + 1 : at + 4]:
        if sign not in ". ":
            return text[at] + sign
    return text[at]


@cache
def _by_last_sign() -> dict[str, tuple[TitleRow, ...]]:
    found: dict[str, dict[str, TitleRow]] = {}
    for row in title_rows():
        if row.place == "after" and not is_spaced(row):
            known = found.setdefault(row.words[-1], {})
            if row.words not in known or row.language == "zh":
                known[row.words] = row
    return {sign: tuple(sorted(rows.values(), key=lambda row: -len(row.words))) for sign, rows in found.items()}


def may_have_titles(text: str, start: int, end: int) -> bool:
    """Whether a part of a text begins or ends as a title does, or is long enough for an office; most names do not."""
    by_first = _by_first_signs()
    return (
        _first_signs(text, start) in by_first
        or text[start] in by_first
        or text[end - 1] in _by_last_sign()
        or (end - start >= _SHORTEST_WITH_OFFICE and script_of_sign(text[start]) is Script.HAN)
    )


def titles_before(text: str, start: int, end: int) -> Found:
    """Titles at the beginning of a part of a text in a script without spaces; indexes are positions."""
    by_first = _by_first_signs()
    titles: list[Title] = []
    at = sure = bare = start
    start_of_glued = -1
    while at < end and len(titles) < MOST_TITLES:
        for row in (*by_first.get(_first_signs(text, at), ()), *by_first.get(text[at], ())):
            after = at + len(row.words) if text.startswith(row.words, at) else _end_of(text, at, row)
            if after is None or not (follows := _name_begins(text, after, end)):
                continue
            if not _may_end(text, after, row, end, glued=follows == after):
                continue
            if not row.sure and text.startswith(row.words, follows):
                continue
            if row.sure and row.kind == "address" and at == start_of_glued:
                # ဦး behind စော is part of the name (စောဘဦး).
                continue
            titles.append(_title(row, text, at, after))
            start_of_glued = follows if follows == after and not row.sure and row.kind == "address" else -1
            at = bare = follows
            sure = at if row.sure else sure
            break
        else:
            break
    office = office_before(text, sure, end)
    if office:
        return Found((*titles, office), office.end, office.end)
    return Found(tuple(titles), sure, bare)


@cache
def _offices() -> re.Pattern[str]:
    """Chinese offices and ranks of two and more characters, the longest first."""
    kinds = ("military", "office", "police")
    words = {row.words for row in title_rows() if row.language == "zh" and row.kind in kinds and row.sure}
    return re.compile("|".join(sorted((word for word in words if len(word) > 1), key=len, reverse=True)))


def office_before(text: str, start: int, end: int) -> Title | None:
    """An office with its body before a Chinese name: 泰国国家警察总监某某, 国务院总理某某; None where there is none.

    What is left must be as long as a name, and a rank may follow it.
    """
    if end - start < _SHORTEST_WITH_OFFICE or script_of_sign(text[start]) is not Script.HAN:
        return None
    # The rank behind the name is taken off here only to see how long the name is.
    stop = titles_after(text, start + 2, end).sure
    offices = [found.end() for found in _offices().finditer(text, start, stop)]
    if not offices or "·" in text[start : offices[-1]]:
        return None
    longest = _LONGEST_FOREIGN_NAME if "·" in text[offices[-1] : stop] else _LONGEST_NAME
    if not 2 <= stop - offices[-1] <= longest:
        return None
    return Title(text[start : offices[-1]], start, offices[-1], "office", "zh", "", sure=True)


def _end_of(text: str, at: int, row: TitleRow) -> int | None:
    """Where an abbreviation that begins here ends, though dots and spaces in it be missing; None where it does not."""
    if "." not in row.words:
        return None
    begin = at
    for sign in row.words:
        if sign in ". ":
            at += text.startswith(sign, at)
            at += sign == "." and text.startswith(" ", at)
            continue
        if not text.startswith(sign, at):
            return None
        at += 1
    # A last letter without its dot is part of the abbreviation only as a word of its own: พล.ต. อนันต์ is no พล.ต.อ.
    if text[at - 1] not in ". " or (row.dotted and "." not in text[begin:at]):
        return None
    return at


def _name_begins(text: str, at: int, end: int) -> int:
    """Where the name goes on after a title; 0 when nothing follows."""
    while at < end and text[at] in " .·-/":
        at += 1
    return at if at < end else 0


def _may_end(text: str, after: int, row: TitleRow, end: int, *, glued: bool) -> bool:
    if not glued:
        return True
    if _CONTINUES.match(text, after) or text.startswith(row.not_before or ("\0",), after):
        return False
    script = script_of_sign(row.words[0])
    rest = end - after
    if script is Script.HAN:
        if row.kind == "nickname":
            return rest <= 2
        return rest >= (3 if row.language == "my" else 2)
    if script is Script.BURMESE:
        return True
    if script is Script.HANGUL:
        return False
    # A short word without a dot, glued to what follows, may be the first syllable of the name.
    return text[after - 1] == "." or len(row.words) > (2 if row.sure else 3)


def titles_after(text: str, start: int, end: int) -> Found:
    """Titles at the end of a part of a text in a script without spaces; indexes are positions."""
    by_last = _by_last_sign()
    titles: list[Title] = []
    sure = bare = end
    while end > start and len(titles) < MOST_TITLES:
        for row in by_last.get(text[end - 1], ()):
            begin = end - len(row.words)
            rest = begin - start
            if rest < 1 or not text.startswith(row.words, begin):
                continue
            spaced = text[begin - 1] == " "
            if not spaced and not _may_begin(row, rest, text[begin - 1]):
                continue
            titles.append(_title(row, text, begin, end))
            bare = end = begin - spaced
            sure = end if row.sure else sure
            break
        else:
            break
    return Found(tuple(titles), sure, bare)


def _may_begin(row: TitleRow, rest: int, before: str) -> bool:
    script = script_of_sign(row.words[0])
    if script is Script.HANGUL:
        return row.words in ("씨", "님") and rest >= 3
    if script is Script.HAN:
        if len(row.words) == 1:
            return not row.sure and rest <= 2
        return True
    if script is Script.BURMESE:
        return rest >= 3 and before not in "\u1039"
    return True


def _title(row: TitleRow, text: str, start: int, end: int) -> Title:
    return Title(text[start:end].strip(), start, end, row.kind, row.language, row.gender, row.sure)
