"""Numbers that can both be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.bounds import Bounded, can_both_be_true
from noharbor.science.language.events import Bound

EXACT, AT_LEAST, ABOUT = Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT
NUMBERS = st.builds(Bounded, st.integers(0, 10**15), st.sampled_from(Bound))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((7_968, EXACT), (2_763, EXACT), False),
        ((300, EXACT), (300, EXACT), True),
        ((300, AT_LEAST), (312, EXACT), True),
        ((300, AT_LEAST), (299, EXACT), False),
        ((300, AT_LEAST), (50_000, AT_LEAST), True),
        ((7_000, ABOUT), (7_141, EXACT), True),
        ((7_000, ABOUT), (2_876, EXACT), False),
        ((2_800, ABOUT), (2_500, ABOUT), True),
        ((1_000, ABOUT), (300, ABOUT), False),
        ((300, ABOUT), (1_000, AT_LEAST), False),
        ((300, ABOUT), (350, AT_LEAST), True),
        ((0, EXACT), (0, AT_LEAST), True),
    ],
)
def test_it_tells_numbers_apart_that_cannot_both_be_true(
    one: tuple[int, Bound], other: tuple[int, Bound], both: bool
) -> None:
    assert can_both_be_true(Bounded(*one), Bounded(*other)) is both


@given(NUMBERS, NUMBERS)
def test_the_order_does_not_matter(one: Bounded, other: Bounded) -> None:
    assert can_both_be_true(one, other) is can_both_be_true(other, one)


@given(NUMBERS)
def test_a_number_never_contradicts_itself(one: Bounded) -> None:
    assert can_both_be_true(one, one)
