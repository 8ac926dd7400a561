"""What others of one's own body keep closed is not given away by handing in the same, nor anything by the log."""

from __future__ import annotations

import io
import logging

import pytest

from noharbor.record.access.actions import Audience, give
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake import actions, extraction, jobs
from noharbor.record.intake.actions import receive
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.queries import arrivals_of, resemblances_of, visible_to
from noharbor.record.intake.vocabulary import ArrivalOutcome
from tests.cast import ELEVEN, make_source
from tests.record.access.test_decisions import colleague_of


@pytest.fixture
def dao(cast):
    member = colleague_of(cast.asha)
    give(Permission.SOURCE_ADD, Audience(member=member), why="test")
    return member


def hand_in(by, text: str = ELEVEN):
    return receive(io.BytesIO(text.encode()), name="report.txt", by=by)


@pytest.mark.parametrize("change", ["", " And one word more."])
def test_the_same_words_as_a_colleagues_closed_source_look_new(cast, dao, change):
    closed = make_source(cast.asha, tlp=Tlp.RED)
    receipt = hand_in(dao, ELEVEN + change)
    assert receipt.arrival.outcome == ArrivalOutcome.SEALED
    assert receipt.duplicate_of is None
    assert set(visible_to(dao)) == {receipt.source}
    assert set(arrivals_of(dao)) == {receipt.arrival}
    assert not resemblances_of(receipt.source, dao).exists()
    told = Entry.objects.filter(member=str(dao.pk))
    assert not any(str(closed.pk) in entry.thing + entry.detail for entry in told)
    assert hand_in(dao, ELEVEN + change).duplicate_of == receipt.source


def test_what_becomes_closed_later_is_no_longer_named_as_a_copy(cast, dao):
    shared = make_source(cast.asha, tlp=Tlp.AMBER)
    assert hand_in(dao).duplicate_of == shared
    Source.objects.filter(pk=shared.pk).update(tlp=Tlp.RED)
    assert hand_in(dao).arrival.outcome == ArrivalOutcome.SEALED


def test_a_reader_that_stumbles_tells_the_log_no_words_of_the_file(cast, monkeypatch, caplog):
    trouble = {
        "problem": "ReadingFailed",
        "values": {},
        "trouble": "ValueError: Ko Win hides at\n2026 CRITICAL fake line",
    }
    monkeypatch.setattr(extraction, "_ask_child", lambda *_: trouble)
    with caplog.at_level(logging.WARNING):
        receipt = receive(io.BytesIO(b"%PDF-1.7 broken"), name="a.pdf", by=cast.asha)
    assert receipt.arrival.outcome == ArrivalOutcome.REFUSED
    assert "ValueError" in caplog.text
    assert "Ko Win" not in caplog.text
    assert "fake line" not in caplog.text


def test_two_who_go_on_with_one_arrival_make_one_source_of_it(cast):
    receipt = hand_in(cast.asha)
    stale = Arrival.objects.get(pk=receipt.arrival.pk)
    stale.outcome = ArrivalOutcome.WAITING
    for go_on in (jobs._go_on, actions.resume):
        go_on(stale)
    arrival = Arrival.objects.get(pk=stale.pk)
    assert (arrival.outcome, arrival.source) == (ArrivalOutcome.SEALED, receipt.source)
    assert Source.objects.count() == 1
