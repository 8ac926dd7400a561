"""Say what each column of a list is, by its heading and its cells, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from noharbor.science.lists import reasons
from noharbor.science.lists.contents import Contents
from noharbor.science.lists.fields import NAMES, Field
from noharbor.science.lists.forms import compact
from noharbor.science.lists.header import Header
from noharbor.science.lists.headings import Heading
from noharbor.science.names.reasons import Saying
from noharbor.science.scripts.scripts import Script

#: What cells must look like for the heading to be borne out; other fields cannot be told by cells.
_BORNE_OUT: dict[Field, tuple[Field, ...]] = {
    Field.AGE: (Field.AGE,),
    Field.ALIAS: (Field.NAME,),
    Field.BIRTH_DATE: (Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.DATE),
    Field.DATE: (Field.DATE, Field.BIRTH_DATE),
    Field.DOCUMENT: (Field.PASSPORT, Field.NATIONAL_ID),
    Field.FAMILY_NAME: (Field.NAME,),
    Field.GIVEN_NAME: (Field.NAME,),
    Field.NAME: (Field.NAME,),
    Field.NATIONALITY: (Field.NATIONALITY,),
    Field.NATIONAL_ID: (Field.NATIONAL_ID, Field.PASSPORT),
    Field.NUMBER: (Field.NUMBER,),
    Field.PASSPORT: (Field.PASSPORT, Field.NATIONAL_ID),
    Field.PHONE: (Field.PHONE,),
    Field.SEX: (Field.SEX,),
}
#: What cells alone can say, the surest first, and the share from which they say it.
_BY_CELLS: tuple[tuple[Field, float], ...] = (
    (Field.NATIONAL_ID, 0.6),
    (Field.SEX, 0.7),
    (Field.PHONE, 0.6),
    (Field.PASSPORT, 0.6),
    (Field.NATIONALITY, 0.6),
    (Field.NUMBER, 0.8),
    (Field.BIRTH_DATE, 0.6),
    (Field.DATE, 0.6),
    (Field.GROUP, 0.7),
    (Field.ADDRESS, 0.6),
    (Field.NAME, 0.6),
    (Field.PLACE, 0.5),
    (Field.BIRTH_YEAR, 0.8),
    (Field.AGE, 0.8),
    (Field.REMARKS, 0.5),
)
#: Fields that cells show so plainly that they overrule a heading.
_PLAIN_IN_CELLS = (
    Field.NATIONAL_ID, Field.PASSPORT, Field.SEX, Field.NATIONALITY, Field.BIRTH_DATE, Field.PHONE,
)  # fmt: skip
#: Numbers that may as well be something else.
_WEAK = frozenset({Field.AGE, Field.BIRTH_YEAR, Field.NUMBER})
_OVERRULES = 0.8
_NEVER_BORNE_OUT = 0.1
_SURELY_TOLD = 1.0
_SURENESS_BY_CELLS = 0.75
_FEW = 3
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Column:
    """What one column is taken for.

    Attributes:
        index: Counted from 0.
        heading: As it stands above the column, rows joined by " / "; "" where there is none.
        field: What it says of the person.
        sureness: 0..1; 1 where a person said so.
        why: The words for it, to be translated.
        continues: Whether its cells go on with those of the column before it (one name in two columns).
    """

    index: int
    heading: str
    field: Field
    sureness: float
    why: Saying
    continues: bool = False


def columns_of(header: Header, contents: Sequence[Contents], told: Mapping[int, Field]) -> tuple[Column, ...]:
    """Say what each column is.

    Args:
        header: Of the list.
        contents: What the cells of each column look like.
        told: What a person said, by the index of the column; it goes before everything else.
    """
    columns = [_by_heading(at, header, contents[at]) for at in range(len(contents))]
    for at, column in enumerate(columns):
        if column.field is Field.OTHER and not column.sureness:
            columns[at] = _by_cells(at, header, contents, columns)
    columns = [_fitting(column, columns, contents[column.index]) for column in columns]
    columns = _under_one_heading(columns, contents)
    return tuple(
        replace(column, field=told[column.index], sureness=_SURELY_TOLD, why=reasons.told(), continues=False)
        if column.index in told
        else column
        for column in columns
    )


def shape_of(header: Header, columns: Sequence[Column]) -> str:
    """The shape of a list, under which a correction is remembered: the same for lists of the same headings.

    Args:
        header: Of the list.
        columns: As recognised, before a person corrects them.

    Returns:
        32 hexadecimal digits.
    """
    if header.is_there:
        forms = [compact(text) for text in header.texts]
        while forms and not forms[-1]:
            forms.pop()
    else:
        forms = ["no header", *(column.field for column in columns)]
    return hashlib.sha256("\x1f".join(forms).encode("utf-8", "replace")).hexdigest()[:32]


def _by_heading(at: int, header: Header, contents: Contents) -> Column:
    """What the heading says, where the cells do not speak against it."""
    heading, text = header.headings[at], header.texts[at]
    if heading.field is None:
        return Column(at, text, Field.OTHER, 0.0, reasons.nothing())
    overruling = _overruling(heading, contents)
    if overruling:
        share = contents.share(overruling)
        return Column(at, text, overruling, 0.6 * share, reasons.cells_against_heading(text, share))
    expected = _BORNE_OUT.get(heading.field, ())
    share = min(1.0, sum(contents.share(field) for field in expected))
    if expected and share >= 0.6:
        sureness = 1 - (1 - heading.sureness) * (1 - 0.7 * share)
        return Column(at, text, heading.field, sureness, reasons.heading_and_cells(text, share))
    if expected and contents.filled >= _FEW and share < 0.3:
        return Column(at, text, heading.field, 0.6 * heading.sureness, reasons.heading_without_cells(text, share))
    return Column(at, text, heading.field, heading.sureness, reasons.heading(text))


def _overruling(heading: Heading, contents: Contents) -> Field | None:
    """The field that cells show although the heading says another."""
    said = heading.field
    if said is None or said not in _BORNE_OUT:
        return None
    if heading.also and max(contents.share(field) for field in _BORNE_OUT[said]) < _NEVER_BORNE_OUT:
        other = next((field for field in sorted(heading.also) if _is_borne_out(field, contents)), None)
        if other:
            return other
    if said is Field.NATIONAL_ID and contents.filled > 1 and 0 < contents.digits <= _SHORT:
        # "ID" of three digits is the list's own; taken for the state's, it would make strangers one.
        return Field.NUMBER
    if contents.filled < _FEW:
        return None
    if said in (Field.NATIONAL_ID, Field.DOCUMENT) and contents.share(Field.NUMBER) >= 0.9:
        return Field.NUMBER
    if max(contents.share(field) for field in _BORNE_OUT[said]) >= _NEVER_BORNE_OUT:
        return None
    if said is Field.BIRTH_DATE and contents.share(Field.AGE) >= _OVERRULES:
        return Field.AGE
    if said is Field.AGE and contents.share(Field.BIRTH_YEAR) >= _OVERRULES:
        return Field.BIRTH_DATE
    return next((field for field in _PLAIN_IN_CELLS if contents.share(field) >= _OVERRULES), None)


def _is_borne_out(field: Field, contents: Contents) -> bool:
    return any(contents.share(one) >= _OVERRULES for one in _BORNE_OUT.get(field, ()))


def _by_cells(at: int, header: Header, contents: Sequence[Contents], columns: Sequence[Column]) -> Column:
    """What the cells of a column say whose heading says nothing."""
    text, mine = header.texts[at], contents[at]
    found = next((field for field, least in _BY_CELLS if mine.share(field) >= least), None)
    # Beside headings that are understood, one that is not stands above something else: days in custody are no ages.
    is_named = bool(text) and any(heading.field for heading in header.headings)
    if found is None or (found in _WEAK and is_named) or (found is Field.NUMBER and at):
        return columns[at]
    share = mine.share(found)
    sureness = _SURENESS_BY_CELLS * share * (0.7 if text else 1.0)
    found = Field.BIRTH_DATE if found is Field.BIRTH_YEAR else found
    column = Column(at, text, found, sureness, reasons.cells(share))
    if found is Field.NAME:
        return _name_by_cells(column, header, contents, columns)
    return columns[at] if any(other.field is found for other in columns) else column


def _name_by_cells(column: Column, header: Header, contents: Sequence[Contents], columns: Sequence[Column]) -> Column:
    """A column of names without a heading for it: the name, the rest of it, the name in another script, or somebody."""
    at = column.index
    others = [other.index for other in columns if other.field in NAMES]
    before = columns[at - 1] if at else None
    is_rest = before is not None and before.field is Field.NAME and not header.texts[at]
    if is_rest and _can_go_on(contents[at - 1], contents[at], at_most=4 if header.is_there else 2):
        return replace(column, continues=True, why=reasons.rest_of_name())
    if not others:
        return column
    if header.is_there and header.texts[at]:
        return columns[at]
    scripts = {contents[other].script for other in others}
    return column if contents[at].script not in scripts else columns[at]


def _under_one_heading(columns: list[Column], contents: Sequence[Contents]) -> list[Column]:
    """Columns side by side under the very same heading: a name in two columns, a birth in three."""
    found = list(columns)
    for at in range(1, len(columns)):
        before, column = columns[at - 1], columns[at]
        if not column.heading or column.heading != before.heading or column.field is not before.field:
            continue
        if column.field is Field.NAME and _can_go_on(contents[at - 1], contents[at], at_most=4):
            found[at] = replace(column, continues=True, why=reasons.rest_of_name())
        elif column.field is Field.BIRTH_DATE and at > 1 and columns[at - 2].heading == column.heading:
            found[at - 2 : at + 1] = _birth_in_three(columns[at - 2 : at + 1], contents[at - 2 : at + 1])
    return found


def _birth_in_three(columns: Sequence[Column], contents: Sequence[Contents]) -> list[Column]:
    """Day, month and year under one heading, or year, month and day."""
    fields = (Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR)
    for order in (fields, fields[::-1]):
        if contents[order.index(Field.BIRTH_YEAR)].share(Field.BIRTH_YEAR) >= _OVERRULES:
            return [replace(column, field=field) for column, field in zip(columns, order, strict=True)]
    return list(columns)


def _can_go_on(first: Contents, then: Contents, *, at_most: int) -> bool:
    """Whether cells of two columns can be one name: of one script, few words each."""
    if first.script in (Script.HAN, Script.HANGUL):
        return False
    return first.script is then.script and max(first.words, then.words) <= 2 and first.words + then.words <= at_most


def _fitting(column: Column, columns: Sequence[Column], contents: Contents) -> Column:
    """A column as it is beside the others: a given name alone is the name, a month alone is none of a birth."""
    fields = {other.field for other in columns}
    if column.field is Field.GIVEN_NAME and Field.FAMILY_NAME not in fields and Field.NAME not in fields:
        return replace(column, field=Field.NAME)
    if column.field in (Field.BIRTH_MONTH, Field.BIRTH_DAY) and Field.BIRTH_YEAR not in fields:
        return replace(column, field=Field.OTHER, sureness=0.3)
    if column.field is Field.BIRTH_YEAR and Field.BIRTH_MONTH not in fields:
        is_birth = contents.share(Field.BIRTH_YEAR) >= 0.6
        return replace(column, field=Field.BIRTH_DATE if is_birth else Field.OTHER, sureness=0.5)
    return column
