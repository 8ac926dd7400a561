"""Statements are counted where they fell, for those who may read them."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import (
    Period,
    PlaceCount,
    RouteCount,
    at_place,
    count,
    on_route,
    span_of,
)
from tests.desk.stage import put_source, put_statement

AUGUST = Period(datetime.date(2023, 8, 1), datetime.date(2023, 8, 31))


def day(number: int, month: int = 8) -> dict[str, datetime.date]:
    return {"moment_first": datetime.date(2023, month, number), "moment_last": datetime.date(2023, month, number)}


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


def test_statements_are_counted_by_place_most_first(cast, source):
    for place in ("mm-myawaddy", "mm-myawaddy", "th-mae-sot"):
        put_statement(source, place=place, place_country=place[:2].upper())
    put_statement(source, place_country="MM")
    assert [*count(cast.asha, AUGUST).places] == [
        PlaceCount("mm-myawaddy", "MM", 2),
        PlaceCount("", "MM", 1),
        PlaceCount("th-mae-sot", "TH", 1),
    ]


def test_the_numbers_of_people_are_never_added_up(cast, source):
    put_statement(source, place="mm-myawaddy", place_country="MM", count=200)
    put_statement(source, place="mm-myawaddy", place_country="MM", count=261, speaker="another ministry")
    assert [*count(cast.asha, AUGUST).places] == [PlaceCount("mm-myawaddy", "MM", 2)]


def test_what_a_member_may_not_read_is_not_counted(cast, source):
    put_statement(source, place="mm-myawaddy", place_country="MM")
    put_statement(put_source(cast.asha, tlp="green"), place="mm-muse", place_country="MM", tlp="green")
    put_statement(put_source(cast.asha, tlp="green"), place="mm-lashio", place_country="MM", tlp="red")
    assert {count.place for count in count(cast.chai, AUGUST).places} == {"mm-muse"}
    assert [count.statements for count in count(cast.chai, AUGUST).routes] == [1]
    assert {count.place for count in count(cast.asha, AUGUST).places} == {"mm-myawaddy", "mm-muse", "mm-lashio"}


def test_rejected_and_undated_statements_are_not_on_the_map(cast, source):
    put_statement(source, place="mm-muse", place_country="MM", state="rejected")
    put_statement(source, place="mm-muse", place_country="MM", moment_first=None, moment_last=None)
    assert [*count(cast.asha, AUGUST).places] == []


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (day(31, 7), False),
        (day(1), True),
        (day(31), True),
        (day(1, 9), False),
        ({"moment_first": datetime.date(2023, 1, 1), "moment_last": datetime.date(2023, 12, 31)}, True),
    ],
)
def test_a_statement_counts_when_its_moment_may_lie_in_the_period(cast, source, moment, counts):
    put_statement(source, place="mm-muse", place_country="MM", **moment)
    assert bool(count(cast.asha, AUGUST).places) is counts


def test_handovers_are_counted_by_the_states_they_went_between(cast, source):
    put_statement(source)
    put_statement(source)
    put_statement(source, from_country="LA", to_country="CN")
    put_statement(source, from_country="", to_country="CN")
    put_statement(source, kind="arrest")
    assert [*count(cast.asha, AUGUST).routes] == [RouteCount("MM", "CN", 2), RouteCount("LA", "CN", 1)]


def test_a_kind_can_be_asked_for(cast, source):
    put_statement(source, place="mm-muse", place_country="MM", kind="arrest")
    put_statement(source, place="mm-lashio", place_country="MM")
    assert [count.place for count in count(cast.asha, AUGUST, "arrest").places] == ["mm-muse"]


def test_what_is_listed_for_a_place_is_what_was_counted_for_it(cast, source):
    put_statement(source, place="mm-muse", place_country="MM")
    put_statement(source, place="country-mm", place_country="MM")
    put_statement(source, place_country="MM")
    assert Statement.objects.filter(at_place("mm-muse")).count() == 1
    assert Statement.objects.filter(at_place("country-mm")).count() == 2
    assert Statement.objects.filter(on_route("MM", "CN")).count() == 3


def test_the_span_reaches_from_the_first_to_the_last_day_a_member_may_know_of(cast, source):
    assert span_of(cast.asha) is None
    put_statement(source, **day(5, 3))
    put_statement(source, **day(9, 11))
    put_statement(put_source(cast.asha, tlp="green"), tlp="green")
    assert span_of(cast.asha) == Period(datetime.date(2023, 3, 5), datetime.date(2023, 11, 9))
    assert span_of(cast.chai) == Period(datetime.date(2023, 8, 19), datetime.date(2023, 8, 19))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Plans are told otherwise there.")
def test_no_statement_is_read_and_none_is_sorted_by_place_to_be_counted(cast):
    with CaptureQueriesContext(connection) as queries:
        count(cast.asha, AUGUST)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
        steps = [step for *_, step in cursor.fetchall()]
    statements = [step for step in steps if "reading_statement" in step]
    assert len(statements) == 2
    assert all("USING COVERING INDEX" in step for step in statements)
    assert steps.count("USE TEMP B-TREE FOR GROUP BY") == 1
