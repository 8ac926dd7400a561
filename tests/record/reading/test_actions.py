"""Judging statements: who may, what stays, and what two people at once see."""

from __future__ import annotations

import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.audit.verification import verify
from noharbor.record.reading import actions
from noharbor.record.reading.errors import (
    CorrectionCorrected,
    NotCorrectable,
    NothingToTakeBack,
    ReviewedMeanwhile,
    StatementClosed,
)
from noharbor.record.reading.models import Review, Statement
from noharbor.record.reading.queries import events_visible_to, statements_of, visible_to, waiting_for_review
from noharbor.record.reading.vocabulary import Credibility, StatementState, Verdict
from tests.cast import invite


def test_confirming_leaves_who_when_and_a_log_entry(cast, handover):
    actions.confirm(handover, by=cast.asha, why="seen in the release")
    review = Review.objects.get(statement=handover)
    assert (review.verdict, review.by, review.why) == (Verdict.CONFIRM, cast.asha, "seen in the release")
    assert Entry.objects.filter(verb="statement:reviewed", thing=str(handover.id)).count() == 1
    assert verify().whole


def test_a_correction_is_another_statement_and_both_stay(cast, handover):
    correction = actions.correct(handover, {"count": 12, "place_name": "Yangon"}, by=cast.asha, why="see the annex")
    handover.refresh_from_db()
    assert handover.state == StatementState.CORRECTED
    assert handover.count == 11
    assert (correction.count, correction.place_name) == (12, "Yangon")
    assert (correction.by, correction.engine, correction.corrects) == (cast.asha, "", handover)
    assert correction.state == StatementState.CONFIRMED
    assert correction.quote == handover.quote


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"place_name": "Tachileik", "place_country": "MM"}, "mm-tachileik"),
        ({"place_name": "妙瓦底", "place_country": "MM"}, "mm-myawaddy"),
        ({"place_name": "a house by the river"}, ""),
        ({"place_name": "Tachileik", "place_country": "KH"}, ""),
        ({"count": 12}, "mm-muse"),
        ({"place_name": "Muse"}, "mm-muse"),
    ],
)
def test_a_correction_of_the_place_moves_it_on_the_map(cast, handover, changes, place):
    handover.place, handover.place_name, handover.place_country = "mm-muse", "Muse", "MM"
    handover.save()
    assert actions.correct(handover, changes, by=cast.asha).place == place


def test_what_a_correction_gives_is_no_longer_taken_from_elsewhere(cast, handover):
    handover.detail = handover.detail | {"inherited": ["moment", "place"]}
    handover.save()
    assert actions.correct(handover, {"place_name": "Yangon"}, by=cast.asha).detail["inherited"] == ["moment"]


def test_a_correction_may_clear_every_detail(cast, handover):
    handover.detail = {"organisations": ["police"]}
    handover.save()
    assert actions.correct(handover, {"detail": {}}, by=cast.asha).detail == {}


def test_a_correction_cannot_move_a_statement_to_other_words(cast, handover):
    for column in ("quote", "passage_start", "source_id", "state", "tlp", "by"):
        with pytest.raises(NotCorrectable):
            actions.correct(handover, {column: 1}, by=cast.asha)


def test_taking_back_opens_it_again_and_keeps_both_rows(cast, handover):
    actions.reject(handover, by=cast.asha, why="by mistake")
    actions.take_back(handover, by=cast.asha)
    handover.refresh_from_db()
    assert handover.state == StatementState.PROPOSED
    verdicts = list(Review.objects.filter(statement=handover).values_list("verdict", flat=True))
    assert verdicts == [Verdict.REJECT, Verdict.WITHDRAW]


def test_taking_back_a_correction_takes_the_correction_away(cast, handover):
    correction = actions.correct(handover, {"count": 12}, by=cast.asha)
    actions.take_back(handover, by=cast.asha)
    correction.refresh_from_db()
    assert correction.state == StatementState.WITHDRAWN
    assert correction not in events_visible_to(cast.asha)
    with pytest.raises(StatementClosed):
        actions.confirm(correction, by=cast.asha)


def test_a_correction_that_was_corrected_in_its_turn_is_taken_back_first(cast, handover):
    first = actions.correct(handover, {"count": 12}, by=cast.asha)
    second = actions.correct(first, {"count": 13}, by=cast.asha)
    with pytest.raises(CorrectionCorrected):
        actions.take_back(handover, by=cast.asha)
    handover.refresh_from_db()
    assert handover.state == StatementState.CORRECTED
    actions.take_back(first, by=cast.asha)
    second.refresh_from_db()
    assert second.state == StatementState.WITHDRAWN
    actions.take_back(handover, by=cast.asha)
    first.refresh_from_db()
    assert first.state == StatementState.WITHDRAWN


def test_there_is_nothing_to_take_back_twice(cast, handover):
    with pytest.raises(NothingToTakeBack):
        actions.take_back(handover, by=cast.asha)
    actions.confirm(handover, by=cast.asha)
    actions.take_back(handover, by=cast.asha)
    with pytest.raises(NothingToTakeBack):
        actions.take_back(handover, by=cast.asha)


def test_who_comes_second_is_told(cast, handover):
    seen = handover.state
    actions.confirm(handover, by=cast.asha, seen=seen)
    stale = Statement.objects.get(pk=handover.pk)
    with pytest.raises(ReviewedMeanwhile):
        actions.reject(stale, by=cast.asha, why="", seen=seen)


def test_grading_and_marking_are_logged(cast, handover):
    actions.grade(handover, Credibility.TWO, by=cast.asha)
    actions.mark(handover, Tlp.RED, by=cast.asha)
    handover.refresh_from_db()
    assert (handover.credibility, handover.tlp) == (Credibility.TWO, Tlp.RED)
    assert Entry.objects.filter(thing=str(handover.id)).count() == 2


@pytest.mark.parametrize(
    "act",
    [
        lambda statement, by: actions.confirm(statement, by=by),
        lambda statement, by: actions.reject(statement, by=by, why=""),
        lambda statement, by: actions.correct(statement, {"count": 1}, by=by),
        lambda statement, by: actions.take_back(statement, by=by),
        lambda statement, by: actions.grade(statement, Credibility.ONE, by=by),
        lambda statement, by: actions.mark(statement, Tlp.CLEAR, by=by),
    ],
)
def test_neither_the_stranger_nor_a_mere_reader_changes_anything(cast, source, handover, act):
    invite(source, cast.boun, by=cast.asha)
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            act(handover, member)
    assert not Review.objects.exists()


def test_statements_are_seen_as_far_as_their_source(cast, source):
    assert visible_to(cast.asha).count() == 2
    assert visible_to(cast.boun).count() == 0
    invite(source, cast.boun, by=cast.asha)
    assert visible_to(cast.boun).count() == 2
    for query in (visible_to, events_visible_to, waiting_for_review):
        assert query(cast.chai).count() == 0
    assert statements_of(source, cast.chai).count() == 0


def test_a_statement_marked_more_closely_than_its_source_hides_from_the_source_s_other_readers(cast, source, handover):
    invite(source, cast.boun, by=cast.asha)
    actions.mark(handover, Tlp.AMBER_STRICT, by=cast.asha)
    assert handover not in visible_to(cast.boun)
    assert handover in visible_to(cast.asha)


def test_a_statement_marked_more_openly_than_its_source_stays_hidden(cast, handover):
    actions.mark(handover, Tlp.CLEAR, by=cast.asha)
    assert visible_to(cast.chai).count() == 0
