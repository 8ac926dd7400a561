"""The demo is filled in while the node runs, so it may be killed between any two things it writes."""

from __future__ import annotations

import pytest

from noharbor.node.demo import load
from noharbor.node.demo.content import reports
from noharbor.node.demo.lists import DEMO_LISTS, TITLE
from noharbor.record.access.models import Grant
from noharbor.record.audit.models import Entry
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.linkage.models import ListReading, Reconciliation
from noharbor.record.reading.models import Review

#: What the filling does to the record, one thing after the other.
WRITES = ("confirm", "give", "receive", "start", "tell", "understand_one")
#: More than there is to write, by far.
MOST_STARTS = 60

ALL = list(reports())
#: One that says what is confirmed in it, and two that somebody else is invited to.
FEW = [
    next(report for report in ALL if report.confirm and report.language == "en"),
    *[report for report in ALL if report.invited][:2],
]


class Killed(BaseException):
    """The process is gone; nothing hears of it."""


def written() -> list[int]:
    counted = (Arrival, Entry, Grant, ListReading, Reconciliation, Review)
    return [model.objects.count() for model in counted]


@pytest.fixture
def few(db, settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.setattr(load, "reports", lambda: iter(FEW))
    assert load.seat_cast() is True


@pytest.fixture
def killed_at_each_write(few, monkeypatch):
    def and_then_killed(write):
        def wrapped(*things, **named):
            if write(*things, **named) is not False:
                raise Killed

        return wrapped

    for name in WRITES:
        monkeypatch.setattr(load, name, and_then_killed(getattr(load, name)))


def starts_until_filled() -> int:
    for start in range(1, MOST_STARTS):
        try:
            load.fill_demo()
        except Killed:
            continue
        return start
    pytest.fail("it never came to its end")


def test_whatever_it_is_killed_after_the_next_start_goes_on_and_writes_nothing_twice(killed_at_each_write):
    assert starts_until_filled() > len(FEW) + len(DEMO_LISTS)
    assert Arrival.objects.count() == len(FEW) + len(DEMO_LISTS)
    invited = [(report.title, name) for report in (*FEW, *DEMO_LISTS) for name in report.invited]
    given = Grant.objects.filter(thing_kind="source").select_related("member")
    titles = dict(Source.objects.values_list("pk", "title"))
    assert sorted((titles[grant.thing], grant.member.username) for grant in given) == sorted(invited)
    uses = ListReading.objects.filter(current=True).values_list("use", flat=True)
    assert sorted(uses) == sorted(listed.use for listed in DEMO_LISTS)
    assert [run.lists.count() for run in Reconciliation.objects.filter(title=TITLE)] == [len(DEMO_LISTS)]
    assert Review.objects.count() == len(FEW[0].confirm)
    before = written()
    load.fill_demo()
    assert written() == before


def test_what_a_member_has_compared_meanwhile_keeps_nothing_from_being_filled_in(few):
    load.fill_demo()
    Reconciliation.objects.update(title="A comparison of their own")
    load.fill_demo()
    assert Reconciliation.objects.filter(title=TITLE).count() == 1
