"""A local day lies between two instants of Universal Time, and between wider ones where less is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from noharbor.science.moments.zones import MINUTES_AHEAD, local_days

JULY_11 = date(2023, 7, 11)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2023, 7, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "begins", "ends"),
    [
        ("MM", at(10, 17, 30), at(11, 17, 30)),
        ("TH", at(10, 17), at(11, 17)),
        ("CN", at(10, 16), at(11, 16)),
        ("NP", at(10, 18, 15), at(11, 18, 15)),
    ],
)
def test_a_day_begins_by_the_clocks_of_its_state(country, begins, ends):
    days = local_days(JULY_11, JULY_11, country)
    assert (days.begins, days.ends) == (begins, ends)
    assert days.known
    assert days.exact


def test_a_state_with_several_clocks_has_a_longer_day():
    days = local_days(JULY_11, JULY_11, "ID")
    assert (days.begins, days.ends) == (at(10, 15), at(11, 17))
    assert days.known
    assert not days.exact


@pytest.mark.parametrize("country", ["", "US", "no state"])
def test_where_the_clocks_are_not_known_a_day_may_be_that_of_anywhere(country):
    days = local_days(JULY_11, JULY_11, country)
    assert (days.begins, days.ends) == (at(10, 10), at(12, 12))
    assert not days.known


def test_several_days_last_from_the_first_to_the_last():
    days = local_days(JULY_11, date(2023, 7, 13), "MM")
    assert (days.begins, days.ends) == (at(10, 17, 30), at(13, 17, 30))


def test_the_table_can_be_read_and_holds_what_clocks_can_show():
    assert list(MINUTES_AHEAD) == sorted(MINUTES_AHEAD)
    assert all(-720 <= least <= most <= 840 and not (least % 15 or most % 15) for least, most in MINUTES_AHEAD.values())
