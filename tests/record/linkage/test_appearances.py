"""Who may see that somebody appears."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.queries.appearances import pairs_visible_to, visible_to
from noharbor.record.linkage.queries.seen_before import seen_before
from noharbor.record.linkage.queries.standing import standings
from tests.cast import invite
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.stage import put_appearance, put_pair

pytestmark = pytest.mark.django_db


def test_owner_and_invited_see_it_and_a_stranger_does_not(cast):
    source = put_source(cast.asha)
    appearance = put_appearance(source)
    invite(source, cast.boun, by=cast.asha)
    assert [list(visible_to(member)) for member in cast] == [[appearance], [appearance], []]


def test_what_only_a_closed_statement_names_is_hidden_with_it(cast):
    source = put_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    appearance = put_appearance(source, "Aung", put_statement(source, tlp=Tlp.AMBER_STRICT))
    assert list(visible_to(cast.asha)) == [appearance]
    assert not visible_to(cast.boun)
    Naming.objects.create(appearance=appearance, statement=put_statement(source))
    assert list(visible_to(cast.boun)) == [appearance]


def test_a_pair_is_seen_by_those_who_see_both_sides(cast):
    here, there = put_source(cast.asha), put_source(cast.boun)
    pair = put_pair(put_appearance(here), put_appearance(there))
    assert [list(pairs_visible_to(member)) for member in cast] == [[], [], []]
    invite(here, cast.boun, by=cast.asha)
    assert [list(pairs_visible_to(member)) for member in cast] == [[], [pair], []]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database joins what is asked as a list by itself")
def test_who_may_see_one_is_asked_without_going_through_all_statements(cast):
    source = put_source(cast.asha)
    statement = put_statement(source)
    appearance = put_appearance(source, "U Aung Kyaw Moe", statement)
    Appearance.objects.update(text=source.texts.get())
    with CaptureQueriesContext(connection) as queries:
        assert list(standings(list(visible_to(cast.asha).filter(pk=appearance.pk)), cast.asha)) == [appearance.pk]
        assert list(seen_before(source, cast.asha).named_by) == [statement.pk]
    plans = [_plan(query["sql"]) for query in queries if "linkage_naming" in query["sql"]]
    assert len(plans) >= 4
    assert not [plan for plan in plans if "SCAN" in plan]


def _plan(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(row[3] for row in cursor.fetchall())
