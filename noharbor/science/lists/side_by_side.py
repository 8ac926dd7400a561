"""Lists printed in two or more columns of people: the same headings stand again on their right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from noharbor.science.lists.columns import Column
from noharbor.science.lists.fields import IDENTIFYING, NAMES, Field
from noharbor.science.lists.forms import compact

_MOST_COLUMNS = 200


def side_by_side(columns: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
    """Part columns that hold several people in each row.

    Args:
        columns: Of a list, as recognised.

    Returns:
        For each person of a row all columns, those of the others taken as `Field.OTHER`; the columns as they are where
        a row is one person.
    """
    headings = [compact(column.heading) for column in columns[:_MOST_COLUMNS]]
    starts = _starts(headings, [column.field for column in columns])
    if len(starts) < 2:
        return (tuple(columns),)
    ends = [*starts[1:], len(columns)]
    return tuple(
        tuple(
            column if start <= column.index < end or column.index < starts[0] else replace(column, field=Field.OTHER)
            for column in columns
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _starts(headings: Sequence[str], fields: Sequence[Field]) -> list[int]:
    """Where each run of the same headings begins; one alone where they do not come again."""
    for width in range(2, len(headings) // 2 + 1):
        for first in range(min(width, len(headings) - 2 * width + 1)):
            if not _is_person(headings[first : first + width], fields[first : first + width]):
                continue
            run = headings[first : first + width]
            starts = list(range(first, len(headings) - width + 1, width))
            same = [start for start in starts if headings[start : start + width] == run]
            if len(same) >= 2 and same == starts[: len(same)]:
                return same
    return []


def _is_person(headings: Sequence[str], fields: Sequence[Field]) -> bool:
    """Whether a run of columns can be one person: a name, something else about them, no blank or double heading."""
    if not all(headings) or len(set(headings)) < len(headings):
        return False
    return any(field in NAMES for field in fields) and any(
        field in IDENTIFYING - NAMES or field in (Field.NUMBER, Field.SEX, Field.AGE, Field.NATIONALITY)
        for field in fields
    )
