"""Fixtures of the reading stage."""

from __future__ import annotations

import pytest

from noharbor.record.reading import jobs
from noharbor.record.reading.models import Statement
from noharbor.science.language.events import EventType
from tests.cast import make_source
from tests.record.reading.engines import FindsWords

HANDOVER = "Eleven people suspected of online fraud were handed over from Myanmar to China"
ARREST = "Police in Myawaddy had caught them"


@pytest.fixture
def engine() -> FindsWords:
    return FindsWords((HANDOVER, EventType.HANDOVER), (ARREST, EventType.ARREST))


@pytest.fixture
def at_work(monkeypatch):
    """Put engines to work instead of the node's own."""

    def put(*engines) -> None:
        monkeypatch.setattr(jobs, "engines_at_work", lambda: engines)

    return put


@pytest.fixture
def source(cast, at_work, engine):
    """A source Asha brought, read."""
    made = make_source(cast.asha)
    at_work(engine)
    jobs.step()
    return made


@pytest.fixture
def handover(source) -> Statement:
    return Statement.objects.get(source=source, kind=EventType.HANDOVER)
