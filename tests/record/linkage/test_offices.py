"""Offices are told as sources write them, with the days they say them of, as far as a member may see."""

from __future__ import annotations

import datetime

import pytest

from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.queries.entities import entity_seen_by, statements_naming
from noharbor.record.linkage.queries.offices import offices_of, speaking_for
from noharbor.record.reading.models import Statement
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.stage import put_appearance

pytestmark = pytest.mark.django_db


def day(number: int, month: int = 5) -> dict[str, datetime.date]:
    return {"moment_first": datetime.date(2023, month, number), "moment_last": datetime.date(2023, month, number)}


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


@pytest.fixture
def envoy(source) -> Appearance:
    return put_appearance(source, "Chen Hai")


def call(person: Appearance, role: str, **columns) -> Statement:
    statement = put_statement(person.source, **columns)
    Naming.objects.create(appearance=person, statement=statement, role=role)
    return statement


def told(member, person: Appearance) -> list[tuple[str, int, Statement, Statement]]:
    return [
        (one.words[0], one.times, one.first, one.last) for one in offices_of(entity_seen_by(member, person.pk), member)
    ]


def test_one_office_is_one_line_from_the_earliest_day_it_is_said_of_to_the_latest(cast, envoy):
    early = call(envoy, "Ambassador to Myanmar", **day(2, 3))
    call(envoy, "ambassador  to Myanmar", **day(4))
    late = call(envoy, "the Ambassador to Myanmar", **day(31))
    call(envoy, "the Ambassador to Myanmar", moment_first=None, moment_last=None, moment_precision="")
    call(envoy, "", **day(1, 1))
    assert told(cast.asha, envoy) == [("the Ambassador to Myanmar", 4, early, late)]


def test_simplified_and_traditional_are_one_wording_and_two_languages_are_two_lines(cast, envoy):
    for role in ("驻缅甸大使", "駐緬甸大使", "Ambassador"):
        call(envoy, role)
    assert sorted(times for _, times, *_ in told(cast.asha, envoy)) == [1, 2]


def test_two_offices_are_held_at_once_where_their_days_overlap(cast, envoy):
    for role, *days in (("minister", day(1), day(20)), ("deputy premier", day(10), day(25)), ("envoy", day(1, 9))):
        for one in days:
            call(envoy, role, **one)
    call(envoy, "delegate", moment_first=None, moment_last=None)
    offices = {one.words[0]: one for one in offices_of(entity_seen_by(cast.asha, envoy.pk), cast.asha)}
    assert list(offices) == ["envoy", "deputy premier", "minister", "delegate"]
    assert offices["minister"].is_beside(offices["deputy premier"])
    assert not offices["minister"].is_beside(offices["envoy"])
    assert not offices["minister"].is_beside(offices["delegate"])


def test_offices_that_only_hidden_or_rejected_statements_tell_do_not_exist(cast, envoy):
    call(envoy, "envoy")
    call(envoy, "spy", tlp="red")
    call(envoy, "impostor", state="rejected")
    envoy.source.tlp = "green"
    envoy.source.save()
    Statement.objects.exclude(tlp="red").update(tlp="green")
    assert [words for words, *_ in told(cast.chai, envoy)] == ["envoy"]


def test_people_speak_for_a_body_whose_role_names_it(cast, source):
    body = put_appearance(source, "Border Guard Force")
    Appearance.objects.filter(pk=body.pk).update(kind="group", said={})
    for name, role in (("Naing Maung Zaw", "spokesman of the Border Guard Force"), ("Chen Hai", "Ambassador")):
        statement = call(put_appearance(source, name), role)
        Naming.objects.create(appearance=body, statement=statement)
    entity = entity_seen_by(cast.asha, body.pk)
    statements = list(statements_naming(entity, cast.asha).values_list("pk", flat=True))
    assert [one.appearance.name for one in speaking_for(["Border Guard Force"], statements)] == ["Naing Maung Zaw"]
    assert speaking_for(["BG"], statements) == ()
