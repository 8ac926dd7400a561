"""Tell rows that are no person: empty ones, totals, signatures, notes, headers again, headings of sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from noharbor.science.lists.contents import is_group
from noharbor.science.lists.date_parts import date_parts
from noharbor.science.lists.fields import DESCRIBING, IDENTIFYING, NAMES, Field
from noharbor.science.lists.forms import Cell, any_of, compact, is_unknown, plain, written
from noharbor.science.lists.headings import EXACT, is_heading, read_heading
from noharbor.science.lists.layout import Layout
from noharbor.science.lists.nations import nationalities_in
from noharbor.science.lists.papers import looks_like_national_id, looks_like_passport
from noharbor.science.lists.problems import Aside
from noharbor.science.lists.sexes import sex_of

_LONG_NOTE = 60
_LABEL_AND_ANSWER = 3
_COUNTED = (
    r"[\s:：=()（）]*[\d,.]*[\s]*(?:人|名|位|คน|ราย|ຄົນ|នាក់|ဦး|ယောက်|người|persons?|people|pax|in all)?[\s.。()）]*"
)


def aside_of(row: Sequence[Cell], layout: Layout, headers: Sequence[frozenset[str]]) -> Aside | None:
    """Why a row below the header is no person.

    Args:
        row: Its cells.
        layout: Of the list.
        headers: The cells of each row of the header, in compact form.

    Returns:
        What it is instead; None for a person.
    """
    filled = [
        at
        for at, cell in enumerate(row)
        if cell is not None and cell != "" and (not isinstance(cell, str) or cell.strip())
    ]
    if not filled:
        return Aside.EMPTY
    numbers = layout.at(Field.NUMBER)
    telling = [at for at in filled if at not in numbers]
    if not telling:
        return _only_numbers(row, filled)
    if _repeats(row, telling, headers):
        return Aside.HEADER_AGAIN
    by_words = _by_words(written(row[filled[0]]), len(telling)) or _by_words(written(row[telling[0]]), len(telling))
    # Sum is a family name too: what stands beside it decides.
    if by_words and not _proves_person(row, layout):
        return by_words
    if len(telling) == 1 or (isinstance(row[telling[0]], str) and len({written(row[at]) for at in telling}) == 1):
        return _single(written(row[telling[0]]), telling[0], layout)
    if not is_person(row, layout):
        return Aside.NOTE
    is_form = len(telling) <= _LABEL_AND_ANSWER and any(_is_label(row, at) for at in layout.at(Field.NAME))
    return Aside.NOTE if is_form else None


def is_person(row: Sequence[Cell], layout: Layout) -> bool:
    """Whether a row names a person, or describes one by two fields."""
    if any(_says(row, at) for field in IDENTIFYING for at in layout.at(field)):
        return True
    return sum(any(_says(row, at) for at in layout.at(field)) for field in DESCRIBING) >= 2


def _is_label(row: Sequence[Cell], at: int) -> bool:
    """Whether a heading stands where the name should: forms have them on the left of what they ask for."""
    text = row[at] if at < len(row) else None
    # Every row is asked, so that the quick question comes first.
    if not isinstance(text, str) or len(text) > _LONG_NOTE or not is_heading(text):
        return False
    heading = read_heading(text)
    return heading.field in _ASKED_FOR and heading.sureness >= EXACT


def _says(row: Sequence[Cell], at: int) -> bool:
    return at < len(row) and row[at] is not None and not is_unknown(written(row[at]))


def _proves_person(row: Sequence[Cell], layout: Layout) -> bool:
    """Whether a cell stands in its column that only a person has: a paper, a sex, a nationality, a day of birth."""
    return any(
        at < len(row) and proves(written(row[at])[:_LONG_NOTE])
        for field, proves in _PROOFS.items()
        for at in layout.at(field)
    )


def _is_paper(text: str) -> bool:
    return looks_like_passport(text) or looks_like_national_id(text)


def _is_day(text: str) -> bool:
    parts = date_parts(text)
    return parts is not None and len(parts.numbers) + bool(parts.month) >= 3


_PROOFS: dict[Field, Callable[[str], bool]] = {
    Field.BIRTH_DATE: _is_day,
    Field.DOCUMENT: _is_paper,
    Field.GIVEN_NAME: lambda text: any(map(str.isalpha, text)) and not any(map(str.isdigit, text)),
    Field.NATIONALITY: lambda text: bool(nationalities_in(text)),
    Field.NATIONAL_ID: _is_paper,
    Field.PASSPORT: _is_paper,
    Field.SEX: lambda text: bool(sex_of(text)),
}


#: What forms ask for in words that are nobody's name.
_ASKED_FOR = frozenset(
    {Field.AGE, Field.BIRTH_DATE, Field.NATIONALITY, Field.NATIONAL_ID, Field.PASSPORT, Field.PHONE, Field.SEX}
)


def _only_numbers(row: Sequence[Cell], filled: Sequence[int]) -> Aside:
    """A row with cells under running numbers alone: an empty line of a form, unless words stand there."""
    text = written(row[filled[0]])
    if not any(map(str.isalpha, text)):
        return Aside.NUMBER_ONLY
    return _by_words(text, 1) or (Aside.SECTION if is_group(text) else Aside.NOTE)


def _repeats(row: Sequence[Cell], telling: Sequence[int], headers: Sequence[frozenset[str]]) -> bool:
    """Whether most cells stand in one row of the header too."""
    first = written(row[telling[0]])
    if len(telling) < 2 or len(first) > _LONG_NOTE or not any(compact(first) in header for header in headers):
        return False
    forms = [compact(written(row[at])[:_LONG_NOTE]) for at in telling]
    return any(sum(form in header for form in forms) >= 0.7 * len(forms) for header in headers)


def _by_words(text: str, filled: int) -> Aside | None:
    """What the first words of a row say it is; `filled` is how many cells it has."""
    if text.isdigit():
        return None
    form = plain(text[:200])
    if _pattern("totals", _COUNTED).fullmatch(form):
        return Aside.TOTAL
    if filled <= 6 and _pattern("signatures", r"\s*(?:[:：.…_(]|$)").match(form):
        return Aside.SIGNATURE
    if filled <= 2 and _pattern("notes", r"\s*\d*\s*[:：.]").match(form):
        return Aside.NOTE
    return None


@cache
def _pattern(name: str, then: str) -> re.Pattern[str]:
    return re.compile(rf"[\s(（*]*(?:{any_of(name).pattern}){then}")


def _single(text: str, at: int, layout: Layout) -> Aside | None:
    """A row with one cell that says something."""
    if is_group(text):
        return Aside.SECTION
    if not any(at in layout.at(field) for field in IDENTIFYING) or len(text) > _LONG_NOTE:
        return Aside.NOTE
    is_name = any(at in layout.at(field) for field in NAMES)
    if is_name and (not any(map(str.isalpha, text)) or date_parts(text)):
        return Aside.NOTE
    return None
