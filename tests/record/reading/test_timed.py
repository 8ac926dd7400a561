"""Statements are counted by the days they name, and told one by one, for those who may read them."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import Asked, By, Grain, days_of, lanes_of, of_party, spans, told, undated
from tests.desk.stage import put_source, put_statement

D = datetime.date
AUGUST = Period(D(2023, 8, 1), D(2023, 8, 31))
YEAR = Period(D(2023, 1, 1), D(2023, 12, 31))


def days(first: D | None, last: D | None = None, precision: str = "day") -> dict[str, object]:
    return {"moment_first": first, "moment_last": last or first, "moment_precision": precision}


def counted(member, period=AUGUST, by=By.KIND, grain=Grain.DAY, **asked):
    found = spans(member, Asked(period, **asked), by, grain)
    return sorted((span.lanes, span.first, span.last, span.precision, span.statements) for span in found)


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


def test_statements_that_name_the_same_days_are_counted_together(cast, source):
    for _ in range(2):
        put_statement(source, **days(D(2023, 8, 19)))
    put_statement(source, **days(D(2023, 8, 1), D(2023, 8, 31), "month"))
    put_statement(source, kind="arrest", **days(D(2023, 8, 19)))
    assert counted(cast.asha) == [
        (("arrest",), D(2023, 8, 19), D(2023, 8, 19), "day", 1),
        (("handover",), D(2023, 8, 1), D(2023, 8, 31), "month", 1),
        (("handover",), D(2023, 8, 19), D(2023, 8, 19), "day", 2),
    ]


@pytest.mark.parametrize(
    ("grain", "first", "last"),
    [
        (Grain.DAY, D(2023, 8, 19), D(2023, 8, 19)),
        (Grain.MONTH, D(2023, 8, 1), D(2023, 8, 31)),
        (Grain.YEAR, D(2023, 1, 1), D(2023, 12, 31)),
    ],
)
def test_a_coarser_grain_tells_days_apart_no_longer(cast, source, grain, first, last):
    put_statement(source, **days(D(2023, 8, 19)))
    assert counted(cast.asha, YEAR, grain=grain) == [(("handover",), first, last, "day", 1)]


def test_what_a_member_may_not_read_is_neither_counted_nor_told(cast, source):
    put_statement(source)
    put_statement(source, **days(None, None, "recent"))
    put_statement(source, **days(None, None, ""))
    put_statement(put_source(cast.asha, tlp="green"), tlp="green", kind="arrest")
    put_statement(put_source(cast.asha, tlp="green"), tlp="red", kind="meeting")
    assert {lanes for lanes, *_ in counted(cast.chai, YEAR)} == {("arrest",)}
    assert [statement.kind for statement in told(cast.chai, Asked(YEAR))] == ["arrest"]
    assert undated(cast.chai, Asked(YEAR)) == 0
    assert len(told(cast.asha, Asked(YEAR))) == 4
    assert undated(cast.asha, Asked(YEAR)) == 1


def test_rejected_statements_are_not_on_the_timeline(cast, source):
    put_statement(source, state="rejected")
    assert counted(cast.asha) == []
    assert told(cast.asha, Asked(AUGUST)) == ()


def test_only_what_surely_fell_in_a_period_is_told_and_what_may_have_is_counted_too(cast, source):
    inside = put_statement(source, **days(D(2023, 8, 1), D(2023, 8, 31), "month"))
    put_statement(source, **days(D(2023, 7, 30), D(2023, 8, 2), "range"))
    put_statement(source, **days(D(2023, 1, 1), D(2023, 12, 31), "year"))
    put_statement(source, **days(D(2023, 7, 31)))
    assert told(cast.asha, Asked(AUGUST)) == (inside,)
    assert [span.within(AUGUST) for span in spans(cast.asha, Asked(AUGUST), By.KIND, Grain.DAY)].count(False) == 2


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.MONTH])
@pytest.mark.parametrize(
    ("published", "precision", "first", "last"),
    [
        (D(2023, 8, 20), "day", D(2023, 7, 1), D(2023, 8, 20)),
        (D(2023, 8, 1), "month", D(2023, 7, 1), D(2023, 8, 31)),
        (D(2023, 1, 1), "year", D(2022, 12, 1), D(2023, 12, 31)),
    ],
)
def test_recently_reaches_back_from_the_day_the_source_came_out(cast, grain, published, precision, first, last):
    source = put_source(cast.asha, published=published, published_precision=precision)
    statement = put_statement(source, **days(None, None, "recent"))
    ((_, begins, ends, said, number),) = counted(cast.asha, YEAR, grain=grain)
    assert (begins, said, number) == (first, "recent", 1)
    assert ends == (last if grain is Grain.DAY or precision == "year" else D(2023, 8, 31))
    assert days_of(statement) == (first, last)
    late = Period(last - datetime.timedelta(days=9), last - datetime.timedelta(days=2))
    assert [span.within(late) for span in spans(cast.asha, Asked(late), By.KIND, Grain.DAY)] == [False]
    after = Period(last + datetime.timedelta(days=1), last + datetime.timedelta(days=40))
    assert spans(cast.asha, Asked(after), By.KIND, Grain.DAY) == ()


def test_recently_in_a_source_without_a_day_is_counted_as_undated(cast):
    put_statement(put_source(cast.asha, published=None), **days(None, None, "recent"))
    assert counted(cast.asha, YEAR) == []
    assert undated(cast.asha, Asked(YEAR)) == 1


def test_a_day_that_stands_for_its_month_is_as_long_as_the_month(cast, source):
    statement = put_statement(source, **days(D(2023, 8, 1), precision="month"))
    assert [row[1:3] for row in counted(cast.asha)] == [(D(2023, 8, 1), D(2023, 8, 31))]
    assert days_of(statement) == (D(2023, 8, 1), D(2023, 8, 31))
    assert told(cast.asha, Asked(AUGUST)) == (statement,)
    assert told(cast.asha, Asked(Period(D(2023, 8, 1), D(2023, 8, 10)))) == ()


def test_a_statement_stands_in_the_lane_of_each_of_its_parties(cast, source):
    statement = put_statement(source, detail={"countries": ["TH"]})
    put_statement(source, kind="meeting", from_country="", to_country="", detail={})
    assert [row[0] for row in counted(cast.asha, by=By.PARTY)] == [("",), ("TH", "MM", "CN")]
    assert lanes_of(statement, By.PARTY) == ("TH", "MM", "CN")
    assert lanes_of(statement, By.KIND) == ("handover",)


def test_lanes_by_country_follow_where_it_fell(cast, source):
    put_statement(source, place_country="MM")
    assert [row[0] for row in counted(cast.asha, by=By.COUNTRY)] == [("MM",)]
    (span,) = spans(cast.asha, Asked(AUGUST), By.KIND, Grain.DAY, with_country=True)
    assert span.country == "MM"


@pytest.mark.parametrize(
    ("asked", "number"),
    [({"kind": "meeting"}, 1), ({"country": "MM"}, 1), ({"party": "CN"}, 2), ({"party": "CN", "kind": "meeting"}, 1)],
)
def test_what_is_asked_narrows_what_is_counted_and_told_alike(cast, source, asked, number):
    put_statement(source, kind="meeting", place_country="MM", from_country="", detail={"countries": ["CN"]})
    put_statement(source)
    put_statement(source, from_country="LA", to_country="TH", detail={})
    assert sum(row[-1] for row in counted(cast.asha, **asked)) == number
    assert len(told(cast.asha, Asked(AUGUST, **asked))) == number


def test_a_party_is_found_whole(source):
    put_statement(source, from_country="MM", to_country="NP", detail={})
    assert [Statement.objects.filter(of_party(code)).count() for code in ("MM", "NP", "MN", "CN")] == [1, 1, 0, 0]


def test_what_is_told_is_in_the_order_of_its_days(cast, source):
    late, early = put_statement(source, **days(D(2023, 8, 20))), put_statement(source, **days(D(2023, 8, 2)))
    assert told(cast.asha, Asked(AUGUST)) == (early, late)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Plans are told otherwise there.")
@pytest.mark.parametrize("by", By)
def test_no_statement_is_read_to_be_counted(cast, by):
    with CaptureQueriesContext(connection) as queries:
        spans(cast.asha, Asked(AUGUST), by, Grain.DAY)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
        steps = [step for *_, step in cursor.fetchall() if "reading_statement" in step]
    assert len(steps) == 1
    assert "USING COVERING INDEX statement_by_last_day" in steps[0]
