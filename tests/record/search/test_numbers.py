"""Numbers of findable things: one order for kind, day, source and place."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.record.search.numbers import MOST_PLACES, MOST_SOURCES, number_of, range_of
from noharbor.record.search.vocabulary import FoundKind

DAY = datetime.date(2023, 8, 19)


def test_a_later_day_has_a_higher_number_whatever_the_source():
    early = number_of(FoundKind.SOURCE, DAY, source=MOST_SOURCES - 1, place=0)
    late = number_of(FoundKind.SOURCE, DAY + datetime.timedelta(days=1), source=0, place=MOST_PLACES - 1)
    assert early < late


def test_what_has_no_day_stands_before_all_others():
    assert number_of(FoundKind.SOURCE, None, source=9, place=0) < number_of(
        FoundKind.SOURCE, datetime.date(1066, 1, 1), source=1, place=0
    )


def test_the_first_of_a_source_comes_first_where_the_highest_does():
    first, second = (number_of(FoundKind.SOURCE, DAY, source=1, place=place) for place in (0, 1))
    assert first > second


@given(
    st.sampled_from(FoundKind),
    st.one_of(st.none(), st.dates()),
    st.integers(0, MOST_SOURCES - 1),
    st.integers(0, MOST_PLACES - 1),
)
def test_every_number_lies_in_the_range_of_its_kind_and_fits_both_databases(kind, day, source, place):
    lowest, highest = range_of(kind)
    assert 0 < lowest <= number_of(kind, day, source=source, place=place) <= highest < 2**63


@pytest.mark.parametrize("kind", FoundKind)
def test_ranges_do_not_meet(kind):
    others = [range_of(other) for other in FoundKind if other is not kind]
    lowest, highest = range_of(kind)
    assert all(highest < low or high < lowest for low, high in others)
