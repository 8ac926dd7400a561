"""What waits is read once per engine and version, and never what people judged."""

from __future__ import annotations

import pytest

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.reading import actions, jobs
from noharbor.record.reading.models import Reading, Statement
from noharbor.record.reading.vocabulary import StatementState
from noharbor.science.language.events import EventType
from tests.cast import make_source
from tests.record.reading.conftest import ARREST, HANDOVER
from tests.record.reading.engines import FindsWords, Trips


def standing(source) -> list[str]:
    states = (StatementState.PROPOSED, StatementState.CONFIRMED)
    return sorted(Statement.objects.filter(source=source, state__in=states).values_list("quote", flat=True))


def test_every_statement_points_at_its_words(source):
    for statement in Statement.objects.filter(source=source):
        assert statement.text.text[statement.passage_start : statement.passage_end] == statement.quote


def test_every_statement_carries_engine_version_and_the_marking_of_its_source(source):
    for statement in Statement.objects.filter(source=source):
        assert (statement.engine, statement.engine_version) == ("finds-words", "1")
        assert statement.tlp == source.tlp
        assert statement.state == StatementState.PROPOSED


def test_values_arrive_whole(handover):
    assert handover.count == 11
    assert handover.moment_first.isoformat() == "2023-08-19"
    assert handover.moment_words == "19 August 2023"
    assert (handover.place_name, handover.place_country) == ("Myawaddy", "MM")
    assert (handover.from_country, handover.to_country) == ("MM", "CN")


def test_a_second_step_reads_nothing_again(source, engine):
    assert jobs.step() == 0
    assert len(engine.read_texts) == 1


def test_a_new_version_reads_by_itself_and_replaces_what_nobody_touched(source, at_work):
    at_work(FindsWords((ARREST, EventType.ARREST), version="2"))
    assert jobs.step() == 1
    assert standing(source) == [ARREST]
    assert Statement.objects.filter(source=source).count() == 3  # nothing is deleted
    assert Statement.objects.filter(source=source, state=StatementState.SUPERSEDED).count() == 2


def test_a_new_version_never_touches_what_a_person_confirmed(cast, source, handover, at_work):
    actions.confirm(handover, by=cast.asha)
    at_work(FindsWords((ARREST, EventType.ARREST), version="2"))
    jobs.step()
    handover.refresh_from_db()
    assert handover.state == StatementState.CONFIRMED
    assert standing(source) == sorted([ARREST, HANDOVER])


def test_a_new_version_does_not_propose_again_what_was_confirmed_or_rejected(cast, source, handover, at_work):
    actions.reject(handover, by=cast.asha, why="a film")
    longer = FindsWords((HANDOVER + " on 19 August 2023", EventType.HANDOVER), version="2")
    at_work(longer)
    jobs.step()
    assert standing(source) == []


def test_two_engines_stand_side_by_side(source, at_work, engine):
    other = FindsWords((HANDOVER, EventType.HANDOVER))
    other.name = "another"
    at_work(engine, other)
    assert jobs.step() == 1
    assert standing(source) == sorted([HANDOVER, HANDOVER, ARREST])


@pytest.mark.parametrize("fault", [Trips(), ZeroDivisionError()])
def test_an_engine_that_fails_keeps_the_fault_and_stops_nobody(cast, at_work, fault, caplog):
    failing = make_source(cast.asha, "Some text that is read first.")
    at_work(FindsWords(fails=fault))
    assert jobs.step() == 1
    reading = Reading.objects.get(text__source=failing)
    assert reading.problem
    assert jobs.step() == 0


def test_the_old_statements_stand_when_the_new_version_fails(source, at_work):
    before = standing(source)
    at_work(FindsWords(version="2", fails=Trips()))
    jobs.step()
    assert standing(source) == before


def test_only_languages_the_engine_reads_are_given_to_it(cast, at_work, engine):
    make_source(cast.asha, "十一名电信网络诈骗犯罪嫌疑人被移交我方。", language="zh")
    at_work(engine)
    assert jobs.step() == 0


def test_a_marking_that_forbids_an_engine_keeps_the_words_from_it(cast, at_work, engine):
    make_source(cast.asha, tlp=Tlp.RED)
    engine.may_read = lambda source: source.tlp != Tlp.RED
    at_work(engine)
    assert jobs.step() == 0
    assert engine.read_texts == []
