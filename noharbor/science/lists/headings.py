"""Read what a column is headed with, in seven languages and in two of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import ahocorasick

from noharbor.reference.tables import table
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import compact, spaced, without_marks

_LONGEST = 160
_REFINER = "refiner"
#: Behind the name of a field in the table: its words that count only alone.
_ALONE = "!"
_SIGNS = re.compile(r"[\n\r/|()（）\[\]【】,，、;；:：+&<>《》]+")
#: Runs of letters below Thai are Latin; runs above are of the region's scripts.
_RUNS = re.compile(r"[\x00-\u0dff\u1e00-\u1fff]+|[^\x00-\u0dff\u1e00-\u1fff]+")
#: Where words of several fields stand in one heading, the first of this order is meant.
_RANK = (
    Field.OTHER_PERSON, Field.OTHER, Field.BIRTH_DATE, Field.NATIONALITY, Field.SEX, Field.AGE, Field.GROUP,
    Field.ALIAS, Field.ADDRESS, Field.PLACE, Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.DATE, Field.PHONE,
    Field.DOCUMENT, Field.PASSPORT, Field.NATIONAL_ID, Field.REMARKS, Field.NUMBER, Field.MALE, Field.FEMALE,
    Field.BIRTH_YEAR, Field.BIRTH_MONTH, Field.BIRTH_DAY,
)  # fmt: skip
#: Fields whose words are too short or too common to be looked for inside a heading.
_WHOLE_ONLY = frozenset({Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR, Field.FEMALE, Field.MALE, Field.NUMBER})
_BIRTH_PARTS = frozenset({Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR})
_SEXES = frozenset({Field.FEMALE, Field.MALE})
EXACT = 0.95
_PARTS = 0.9
_WITHIN = 0.6


class Heading(NamedTuple):
    """What a heading says.

    Attributes:
        field: None where no word of it is known, or only words that refine others.
        sureness: 0..1.
        known: Whether its words are those of headings at all.
        also: Other fields whose words stand in it.
    """

    field: Field | None
    sureness: float
    known: bool
    also: frozenset[Field] = frozenset()


_NOTHING = Heading(None, 0.0, False)


@lru_cache(maxsize=16_384)
def read_heading(text: str) -> Heading:
    """Read one heading.

    Args:
        text: A cell above a column: "姓名 Name", "Passport No.", "วัน/เดือน/ปีเกิด".
    """
    if not text or len(text) > _LONGEST:
        return _NOTHING
    whole = _exact(text) or _index(alone=True).get(compact(text))
    if whole == _REFINER:
        return Heading(None, 0.0, True)
    if whole:
        return Heading(Field(whole), EXACT, True)
    parts = list(_parts(text))
    exact = [found for found in map(_exact, parts) if found]
    fields = {Field(found) for found in exact if found != _REFINER}
    if fields and len(exact) == len(parts):
        # Nationality / ethnicity: what is of use counts.
        return Heading(_one_of(fields - {Field.OTHER} or fields), _PARTS, True)
    fields -= _WHOLE_ONLY
    within = [found for part in parts for found in _found_within(part)]
    fields |= {found.field for found in within}
    if not fields:
        return Heading(None, 0.0, len(exact) == len(parts) > 0)
    letters = sum(len(compact(part)) for part in parts) or 1
    covered = sum(found.letters for found in within) / letters
    sureness = _WITHIN + (EXACT - _WITHIN) * min(covered, 1.0) * 0.9
    field = _one_of(fields)
    return Heading(field, sureness, covered > 0.5 or bool(exact), frozenset(fields - {field}))


def is_heading(text: str) -> bool:
    """Whether all of a cell is one word of headings, or several with signs between; quicker than reading it."""
    return len(text) <= _LONGEST and (_exact(text) is not None or ("/" in text and read_heading(text).known))


def refined(upper: Heading, lower: Heading) -> Heading:
    """What two rows of a header say together: the lower one refines the upper one or says the same in other words."""
    if lower.field is None or upper.field is None:
        said = upper if lower.field is None else lower
        return said._replace(known=upper.known or lower.known)
    if upper.field is lower.field:
        return upper if upper.sureness >= lower.sureness else lower
    if upper.field in (Field.OTHER_PERSON, Field.OTHER) or lower.field in (Field.NUMBER, Field.REMARKS):
        return upper
    if lower.field in _BIRTH_PARTS:
        return lower if upper.field is Field.BIRTH_DATE else upper
    if lower.field in _SEXES and upper.field not in (Field.SEX, Field.AGE, Field.BIRTH_DATE):
        return upper
    return lower


def _parts(text: str) -> Iterator[str]:
    for part in _SIGNS.split(text):
        for run in _RUNS.findall(part):
            if any(map(str.isalpha, run)):
                yield run


def _one_of(fields: set[Field]) -> Field:
    """The one field that words of several mean together."""
    if fields >= {Field.PASSPORT, Field.NATIONAL_ID}:
        fields = (fields - {Field.PASSPORT, Field.NATIONAL_ID}) | {Field.DOCUMENT}
    if fields >= _SEXES:
        fields = (fields - _SEXES) | {Field.SEX}
    if fields & _SEXES and fields & {Field.AGE, Field.BIRTH_DATE}:
        # Year of birth (male): those of women stand in another column.
        return next(iter(fields & _SEXES))
    if len(fields & {Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME}) > 1:
        fields = (fields - {Field.FAMILY_NAME, Field.GIVEN_NAME}) | {Field.NAME}
    return next(field for field in _RANK if field in fields)


def _exact(text: str) -> str | None:
    """The field of which all of a text is a word."""
    form, index = compact(text), _index(alone=False)
    return index.get(form) or index.get(without_marks(form)) if form else None


@cache
def _index(*, alone: bool) -> dict[str, str]:
    """Fields by their words in compact form: those that count only alone, or the others."""
    found: dict[str, str] = {}
    headings = [row for row in table("list_headings").items() if row[0].endswith(_ALONE) is alone]
    for field, words in headings:
        for word in words:
            found.setdefault(compact(word), field.rstrip(_ALONE))
    for field, words in headings:
        for word in words:
            found.setdefault(without_marks(compact(word)), field.rstrip(_ALONE))
    return found


class _Found(NamedTuple):
    field: Field
    letters: int


def _found_within(part: str) -> Iterator[_Found]:
    """The fields whose words stand in a part of a heading, from its left, the longest words first."""
    form = spaced(part)
    # Vietnamese with its marks is looked for with them: tỉnh is a province, tình trạng a state of things.
    automaton = _automaton(with_marks=form != without_marks(form))
    hits = sorted(
        (end - length + 1, -length, field)
        for end, (length, field) in automaton.iter(form)
        if _stands_alone(form, end - length + 1, end + 1)
    )
    reached = 0
    for start, length, field in hits:
        if start >= reached:
            reached = start - length
            yield _Found(Field(field), len(form[start:reached].replace(" ", "")))


def _stands_alone(form: str, start: int, end: int) -> bool:
    """Whether a word in Latin letters is not part of a longer one."""
    if form[start] >= "\u0e00":
        return True
    before, after = form[start - 1 : start], form[end : end + 1]
    return not (before.isalnum() and before < "\u0e00") and not (after.isalnum() and after < "\u0e00")


def _is_long_enough(form: str, *, has_lost_marks: bool) -> bool:
    """Whether a word is long enough to be looked for in a heading; one of Vietnamese is another without its marks."""
    if form[0] >= "\u0e00":
        return len(form) >= 2
    return len(form) >= 3 and not (has_lost_marks and " " not in form)


@cache
def _automaton(*, with_marks: bool) -> Any:
    automaton = ahocorasick.Automaton()
    for field, words in table("list_headings").items():
        if field == _REFINER or field.endswith(_ALONE) or Field(field) in _WHOLE_ONLY:
            continue
        for word in words:
            marked = spaced(word)
            form = marked if with_marks else without_marks(marked)
            if _is_long_enough(form, has_lost_marks=form != marked):
                automaton.add_word(form, (len(form), field))
    automaton.make_automaton()
    return automaton
