"""One hostile text must not stop the reading of others, nor a reading loosen what people have closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.actions import Marking
from noharbor.record.intake.actions import mark as mark_source
from noharbor.record.reading import jobs
from noharbor.record.reading.actions import mark
from noharbor.record.reading.models import Reading, Statement
from noharbor.record.reading.vocabulary import StatementState
from noharbor.science.language.events import Amount, Bound, Count, EventType
from tests.cast import make_source
from tests.record.reading.conftest import ARREST, HANDOVER
from tests.record.reading.engines import FindsWords


class Finds(FindsWords):
    """Finds events with values of the test's choice."""

    def __init__(self, **changes) -> None:
        super().__init__((HANDOVER, EventType.HANDOVER))
        self.changes = changes

    def read(self, article):
        return tuple(replace(event, **self.changes) for event in super().read(article))


@pytest.mark.parametrize(
    "changes",
    [
        {"count": Count(2**63, Bound.EXACT, "many")},
        {"amount": Amount(1e30, "USD", Bound.EXACT, "much")},
        {"amount": Amount(float("nan"), "USD", Bound.EXACT, "what")},
        {"speaker": "a\x00b"},
        {"measure": "a\ud800b"},
        {"organisations": ("a\x00b",)},
    ],
)
def test_what_the_database_cannot_hold_is_a_problem_of_its_text_only(cast, at_work, changes):
    at_work(Finds(**changes))
    make_source(cast.asha)
    assert jobs.step() == 1
    reading = Reading.objects.get()
    assert reading.problem or reading.statements.exists()
    assert list(jobs.pending()) == []


def test_what_a_person_closed_stays_closed_when_it_is_read_anew(cast, source, handover, at_work):
    mark(handover, Tlp.RED, by=cast.asha)
    at_work(FindsWords((HANDOVER, EventType.HANDOVER), (ARREST, EventType.ARREST), version="2"))
    jobs.step()
    anew = Statement.objects.filter(source=source, engine_version="2")
    assert {statement.kind: statement.tlp for statement in anew} == {"handover": Tlp.RED, "arrest": Tlp.AMBER}


def test_another_engine_does_not_open_what_a_person_closed(cast, source, handover, at_work):
    mark(handover, Tlp.AMBER_STRICT, by=cast.asha)
    other = FindsWords((HANDOVER, EventType.OPERATION))
    other.name = "another"
    at_work(other)
    jobs.step()
    assert Statement.objects.get(engine="another", state=StatementState.PROPOSED).tlp == Tlp.AMBER_STRICT


def test_a_source_closed_while_it_waits_is_not_read_by_who_may_not(cast, at_work):
    class Outside(FindsWords):
        def may_read(self, source):
            return source.tlp == Tlp.CLEAR

    engine = Outside((HANDOVER, EventType.HANDOVER))
    at_work(engine)
    source = make_source(cast.asha, tlp=Tlp.CLEAR)
    (work,) = list(jobs.pending())
    mark_source(source, Marking(tlp=Tlp.RED), by=cast.asha)
    assert jobs.read_one(work) is False
    assert engine.read_texts == []


def test_texts_an_engine_may_not_read_do_not_keep_it_from_the_others(cast, at_work):
    class Outside(FindsWords):
        def may_read(self, source):
            return source.tlp == Tlp.CLEAR

    at_work(Outside((HANDOVER, EventType.HANDOVER)))
    for number in range(3):
        make_source(cast.asha, f"Report {number}. {HANDOVER}.", tlp=Tlp.RED)
    make_source(cast.asha, f"An open report. {HANDOVER}.", tlp=Tlp.CLEAR)
    assert jobs.step(limit=2) == 1
