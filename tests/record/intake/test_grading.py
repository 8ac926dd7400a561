"""Saying what a source is worth and how far it may travel: allowed to few, told to the log."""

from __future__ import annotations

import json

import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake.actions import Marking, grade, mark
from noharbor.record.intake.vocabulary import Reliability
from tests.cast import invite, make_cast, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return make_cast()


def test_a_grade_is_kept_and_the_one_before_is_in_the_log(cast):
    source = make_source(cast.asha)
    grade(source, Reliability.B, by=cast.asha, why="right three times")
    source.refresh_from_db()
    assert source.reliability == Reliability.B
    entry = Entry.objects.get(verb="source:graded")
    assert json.loads(entry.detail) == {"from": "F", "to": "B", "why": "right three times"}


def test_a_marking_is_kept_and_the_one_before_is_in_the_log(cast):
    source = make_source(cast.asha)
    mark(source, Marking(tlp=Tlp.RED, purpose="the trial", court_use=True), by=cast.asha)
    source.refresh_from_db()
    assert (source.tlp, source.purpose, source.court_use) == (Tlp.RED, "the trial", True)
    detail = json.loads(Entry.objects.get(verb="source:marked").detail)
    assert (detail["from"]["tlp"], detail["to"]["tlp"]) == ("amber", "red")


def test_the_invited_may_read_but_neither_grade_nor_mark(cast):
    source = make_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            grade(source, Reliability.A, by=member)
        with pytest.raises(NotAllowed):
            mark(source, Marking(tlp=Tlp.CLEAR), by=member)
    source.refresh_from_db()
    assert (source.reliability, source.tlp) == (Reliability.F, Tlp.AMBER)
