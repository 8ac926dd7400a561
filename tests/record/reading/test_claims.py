"""Statements of different speakers are laid side by side where they cannot all be true."""

from __future__ import annotations

import datetime

import pytest

from noharbor.record.reading import claims
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import events_visible_to
from tests.desk.stage import put_source, put_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


def groups_for(member) -> list[dict[str, list[int]]]:
    compared = claims.differing_among(events_visible_to(member))
    return [{voice.name: [one.count for one in voice.statements] for voice in one.voices} for one in compared.groups]


def test_speakers_stand_side_by_side_with_all_they_say(cast, source):
    put_statement(source, speaker="the ministry", count=11)
    put_statement(source, speaker="The  Ministry", count=12)
    put_statement(source, speaker="the border force", count=24, count_bound="at_least")
    (group,) = groups_for(cast.asha)
    assert {name.casefold().split()[-1]: sorted(counts) for name, counts in group.items()} == {
        "force": [24],
        "ministry": [11, 12],
    }


def test_who_speaks_in_their_own_voice_is_told_by_publisher_and_one_publisher_is_one_voice(cast, source):
    other = put_source(cast.asha)
    put_statement(source, speaker="", count=11)
    put_statement(other, speaker="", count=24)
    assert groups_for(cast.asha) == []
    other.publisher = "Border News"
    other.save()
    assert groups_for(cast.asha) == [{"Border News": [24], "River Times": [11]}]


def test_sums_of_money_differ_in_one_currency_only(cast, source):
    money = {"kind": "seizure", "count": None, "amount": 100}
    put_statement(source, **money, currency="THB")
    put_statement(source, **money | {"amount": 900}, currency="USD", speaker="the bank")
    assert groups_for(cast.asha) == []
    put_statement(source, **money | {"amount": 900}, currency="THB", speaker="the bank")
    assert len(groups_for(cast.asha)) == 1


def test_totals_that_do_not_say_of_what_and_vague_days_claim_nothing(cast, source):
    for speaker, count in (("one", 11), ("two", 24)):
        put_statement(source, speaker=speaker, count=count, kind="statistic")
        put_statement(source, speaker=speaker, count=count, moment_precision="recent")
    assert groups_for(cast.asha) == []
    Statement.objects.filter(kind="statistic").update(measure="people sent home")
    assert len(groups_for(cast.asha)) == 1


def test_what_a_member_may_not_see_differs_from_nothing(cast, source):
    closed = put_source(cast.boun)
    put_statement(source, count=11)
    put_statement(closed, speaker="the border force", count=24)
    assert groups_for(cast.asha) == []


def test_it_says_so_where_only_the_newest_were_compared(cast, source, monkeypatch):
    monkeypatch.setattr(claims, "MOST", 2)
    day = datetime.date(2020, 1, 1)
    put_statement(source, count=11, moment_first=day, moment_last=day)
    assert claims.differing_among(events_visible_to(cast.asha)).is_all
    put_statement(source, count=11)
    put_statement(source, count=24, speaker="the border force")
    compared = claims.differing_among(events_visible_to(cast.asha))
    assert len(compared.groups) == 1
    assert not compared.is_all
