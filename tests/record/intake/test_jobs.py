"""What was interrupted goes on, and a better extractor takes the words out again beside the old ones."""

from __future__ import annotations

import datetime
import io

import pytest

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake import actions, jobs, seals
from noharbor.record.intake.actions import Particulars, receive
from noharbor.record.intake.formats.text import PlainText
from noharbor.record.intake.models import Arrival, Source, SourceText
from noharbor.record.intake.vocabulary import ArrivalOutcome
from tests.cast import ELEVEN, make_cast

ELEVEN_BYTES = ELEVEN.encode()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch):
    monkeypatch.setattr(jobs, "_settled", frozenset())


@pytest.fixture
def asha():
    return make_cast().asha


def hand_in(by, content=ELEVEN_BYTES, **particulars):
    return receive(io.BytesIO(content), name="report.txt", by=by, particulars=Particulars(**particulars))


def let_time_pass():
    Arrival.objects.update(at=jobs.timezone.now() - jobs.ABANDONED_AFTER - datetime.timedelta(seconds=1))


def test_nothing_waits_after_an_ordinary_day(asha):
    hand_in(asha)
    let_time_pass()
    assert list(jobs.pending()) == []
    assert jobs.step() == 0


@pytest.mark.parametrize("cut_at", ["seal", "_settle"])
def test_an_arrival_cut_off_after_its_bytes_goes_on_under_its_own_marking(asha, monkeypatch, cut_at):
    class PowerCutError(BaseException):
        pass

    def power_cut(*_, **__):
        raise PowerCutError

    with monkeypatch.context() as cut:
        cut.setattr(seals if cut_at == "seal" else actions, cut_at, power_cut)
        with pytest.raises(PowerCutError):
            hand_in(asha, tlp=Tlp.RED, publisher="River News")
    assert Arrival.objects.get().outcome == ArrivalOutcome.WAITING
    assert jobs.step() == 0, "it may still be at work"
    let_time_pass()
    assert jobs.step() == 1
    source = Source.objects.get()
    assert (source.tlp, source.publisher, source.received_by) == (Tlp.RED, "River News", asha)
    assert Arrival.objects.get().outcome == ArrivalOutcome.SEALED
    assert seals.is_intact(source.sha256)
    assert jobs.step() == 0


def test_an_arrival_cut_off_before_its_end_is_told_as_such(asha):
    class Cut(io.RawIOBase):
        def read(self, size=-1):
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        receive(Cut(), name="a.pdf", by=asha)
    let_time_pass()
    assert jobs.step() == 1
    arrival = Arrival.objects.get()
    assert (arrival.outcome, arrival.problem) == (ArrivalOutcome.REFUSED, "Interrupted")
    assert not any(seals.incoming().iterdir())


def test_a_newer_extractor_puts_its_words_beside_the_old_ones(asha, monkeypatch):
    source = hand_in(asha).source
    monkeypatch.setattr(PlainText, "version", "2")
    monkeypatch.setattr(PlainText, "extract", _shouting(PlainText.extract))
    assert jobs.step() == 1
    texts = source.texts.order_by("pk")
    assert [(text.extractor_version, text.current) for text in texts] == [("1", False), ("2", True)]
    assert texts[0].text == ELEVEN
    assert texts[1].text == ELEVEN.upper()
    assert jobs.step() == 0


def test_a_newer_extractor_that_finds_the_same_changes_nothing(asha, monkeypatch):
    source = hand_in(asha).source
    before = source.texts.get(current=True)
    monkeypatch.setattr(PlainText, "version", "2")
    assert jobs.step() == 1
    assert source.texts.get(current=True) == before
    assert jobs.step() == 0


def test_a_source_whose_bytes_are_gone_is_left_as_it_is(asha, monkeypatch):
    source = hand_in(asha, b"Words whose bytes will be gone.").source
    seals.sealed_path(source.sha256).unlink()
    monkeypatch.setattr(PlainText, "version", "2")
    assert jobs.step() == 1
    assert SourceText.objects.get(source=source, current=True).extractor_version == "1"
    assert jobs.step() == 0
    assert not seals.is_intact(source.sha256)


def _shouting(extract):
    def shout(self, sample, carry_to):
        extracted = extract(self, sample, carry_to)
        return type(extracted)(text=extracted.text.upper())

    return shout


def test_an_arrival_whose_bytes_are_nowhere_is_told_as_cut_off(asha):
    Arrival.objects.create(
        name="a.txt", size_bytes=1, sha256="0" * 64, owner=asha.body, by=asha, at=jobs.timezone.now()
    )
    let_time_pass()
    assert jobs.step() == 1
    assert Arrival.objects.get().problem == "Interrupted"


def test_looking_for_outdated_words_happens_once(asha, django_assert_max_num_queries):
    hand_in(asha)
    jobs.step()
    with django_assert_max_num_queries(1):
        jobs.step()


def test_what_no_library_foresaw_costs_one_arrival(asha, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(actions, "words_from", lambda _: 1 / 0)
        receipt = hand_in(asha)
    assert (receipt.arrival.outcome, receipt.arrival.problem) == (ArrivalOutcome.REFUSED, "ReadingFailed")
    assert hand_in(asha).source is not None
