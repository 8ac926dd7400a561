"""Of made messy lists each gives all its rows or says clearly why not; all 200 run by `python -m benchmarks lists`."""

from __future__ import annotations

import pytest

from noharbor.record.intake.errors import IntakeProblem
from tests.record.intake.workbooks import KINDS, faults, messy


@pytest.mark.parametrize("seed", range(2 * len(KINDS)))
def test_a_messy_list_gives_all_its_rows_or_says_why_not(read_here, seed):
    made = messy(seed)
    try:
        outcome = read_here(made.content, made.name)
    except IntakeProblem as problem:
        outcome = problem
    assert faults(made, outcome) == [], made.what
