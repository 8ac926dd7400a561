"""How many columns are recognised, on lists in all seven languages."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.lists import understand
from tests.science.lists.shapes import SHAPES, Shape
from tests.science.lists.shapes_further import FURTHER
from tests.science.lists.shapes_messy import MESSY

TODAY = date(2025, 9, 1)
#: Share of columns that are taken for what they are; it may rise, not fall.
FLOOR = 0.985
EVERY = (*SHAPES, *MESSY, *FURTHER)


def test_columns_are_recognised_in_all_languages() -> None:
    right = columns = 0
    for shape in EVERY:
        understood = understand(shape.rows, region=shape.region, today=TODAY)
        right += sum(one.field is field for one, field in zip(understood.columns, shape.fields, strict=True))
        columns += len(shape.fields)
    assert len(EVERY) >= 55
    assert right / columns >= FLOOR


@pytest.mark.parametrize("shape", EVERY, ids=lambda shape: shape.name)
def test_everybody_on_a_list_is_read_and_no_row_is_lost(shape: Shape) -> None:
    understood = understand(shape.rows, region=shape.region, today=TODAY)
    assert len(understood.rows) == shape.people
    assert all(row.person.names for row in understood.rows)
    numbers = sorted({row.row for row in understood.rows} | {aside.row for aside in understood.asides})
    assert numbers == list(range(1, len(shape.rows) + 1))


@pytest.mark.parametrize("shape", EVERY, ids=lambda shape: shape.name)
def test_plain_lists_have_no_problems(shape: Shape) -> None:
    understood = understand(shape.rows, region=shape.region, today=TODAY)
    assert [problem.saying.told() for problem in understood.problems] == []
