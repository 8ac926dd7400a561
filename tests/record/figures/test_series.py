"""A series has one address, and an address that is written otherwise names none."""

from __future__ import annotations

import pytest

from noharbor.record.figures.series import NoSuchSeries, Series, series_called, series_of
from noharbor.record.figures.vocabulary import Counted

MOVED = Series(Counted.MOVED, "MM", "CN")


@pytest.mark.parametrize(
    ("series", "scope"),
    [
        (MOVED, "MM-CN"),
        (Series(Counted.MOVED, left="MM"), "MM-any"),
        (Series(Counted.MOVED, reached="CN"), "any-CN"),
        (Series(Counted.MOVED), "any-any"),
        (Series(Counted.ARRESTED, country="KH"), "KH"),
        (Series(Counted.SITES), "any"),
    ],
)
def test_an_address_leads_back_to_its_series(series, scope):
    assert series.scope == scope
    assert series_called(series.counted, scope) == series


@pytest.mark.parametrize(
    ("counted", "scope"),
    [("moved", "MM"), ("arrested", "MM-CN"), ("moved", "mm-cn"), ("nothing", "MM"), ("arrested", ""), ("moved", "-CN")],
)
def test_what_is_written_otherwise_is_no_series(counted, scope):
    with pytest.raises(NoSuchSeries):
        series_called(counted, scope)


def test_people_who_moved_are_told_by_their_way_and_all_else_by_its_state():
    assert series_of(Counted.MOVED, "MM", "CN", "TH") == MOVED
    assert series_of(Counted.ARRESTED, "MM", "CN", "TH") == Series(Counted.ARRESTED, country="TH")


def test_a_way_is_a_part_of_what_left_and_of_what_reached():
    assert MOVED.wider() == (Series(Counted.MOVED, left="MM"), Series(Counted.MOVED, reached="CN"))
    assert Series(Counted.MOVED, left="MM").wider() == Series(Counted.ARRESTED, country="MM").wider() == ()
