"""The events list: only what the member may see, found by any of its sides, page after page."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from noharbor.desk.pages.events import SIZE
from noharbor.record.reading.models import Statement
from tests.desk.stage import put_source, put_statement

PARTIAL = {"HX-Request": "true"}


def page_of(client, **asked) -> str:
    return client.get(reverse("events"), asked).content.decode()


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def test_each_row_leads_to_the_lit_passage(asha, stage):
    address = reverse("source", kwargs={"source": stage.source.pk})
    assert f"{address}?statement={stage.statement.pk}#statement-{stage.statement.pk}" in page_of(asha)


def test_the_count_holds_no_hidden_row(stage):
    put_statement(put_source(stage.cast.asha), tlp="amber")
    assert "3 events" in page_of(stage.client(stage.cast.asha))
    assert "2 events" in page_of(stage.client(stage.cast.boun))
    chai = page_of(stage.client(stage.cast.chai))
    assert "0 events" in chai
    assert "No events yet" in chai


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "handover"}, ["Handover"]),
        ({"kind": "arrest"}, ["Arrest"]),
        ({"country": "MM"}, ["Arrest"]),
        ({"place": "myawaddy"}, ["Arrest"]),
        ({"speaker": "ministry"}, ["Handover", "Arrest"]),
        ({"first": "2023-08-20"}, []),
        ({"last": "2023-08-19"}, ["Handover", "Arrest"]),
        ({"words": "rented house"}, ["Arrest"]),
        ({"words": "house zebra"}, []),
        ({"state": "confirmed"}, []),
        ({"state": "proposed"}, ["Handover", "Arrest"]),
    ],
)
def test_filters_find(asha, asked, found):
    page = page_of(asha, **asked)
    for kind in ("Handover", "Arrest"):
        assert (f">{kind}</a>" in page) is (kind in found)
    if not found:
        assert "No event fits" in page


def test_a_period_that_ends_before_it_begins_is_said(asha):
    assert "The last day lies before the first" in page_of(asha, first="2024-01-02", last="2024-01-01")


def test_rejected_statements_are_found_only_when_asked_for(asha, stage):
    Statement.objects.filter(pk=stage.other.pk).update(state="rejected")
    assert ">Arrest</a>" not in page_of(asha)
    assert ">Arrest</a>" in page_of(asha, state="rejected")


def test_pages_follow_each_other_without_gap_or_repeat_and_the_undated_come_last(asha, stage):
    day = datetime.date(2024, 1, 1)
    for number in range(SIZE + 10):
        moment = day + datetime.timedelta(days=number // 3) if number < SIZE else None
        put_statement(stage.source, moment_first=moment, moment_last=moment, count=1000 + number)
    seen, address = [], reverse("events")
    while address:
        response = asha.get(address)
        seen += [(row.moment_first, row.pk) for row in response.context["rows"]]
        later = response.context["later"]
        address = reverse("events") + later if later else ""
    assert len(seen) == len(set(seen)) == SIZE + 12
    dates = [moment for moment, _ in seen if moment]
    assert dates == sorted(dates, reverse=True)
    assert [moment for moment, _ in seen[-10:]] == [None] * 10


def test_a_mangled_cursor_shows_the_first_page(asha):
    assert "2 events" in page_of(asha, after="x' OR 1=1")


def test_the_part_equals_the_part_of_the_whole(asha):
    asked = {"kind": "handover"}
    whole = page_of(asha, **asked)
    part = asha.get(reverse("events"), asked, headers=PARTIAL).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


def test_long_lists_are_counted_to_a_thousand_and_no_further(asha, stage):
    like = put_statement(stage.source)
    fields = {f.attname: getattr(like, f.attname) for f in Statement._meta.concrete_fields if f.name != "id"}
    Statement.objects.bulk_create(Statement(**fields) for _ in range(1000))
    assert "1,000+ events" in page_of(asha)
