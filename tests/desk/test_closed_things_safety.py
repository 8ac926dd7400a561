"""Pages that show closed things say so in the log; and the log tells an auditor no more than is theirs."""

from __future__ import annotations

import sys

import pytest
from django.urls import reverse
from django.utils import timezone

from noharbor.desk.widgets import log
from noharbor.record.access.actions import Audience, give
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake import custody
from noharbor.record.intake.actions import Marking, mark
from noharbor.record.intake.models import Arrival
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Pair
from noharbor.record.linkage.vocabulary import PairState, Verdict
from noharbor.record.reading.actions import confirm
from noharbor.record.reading.actions import mark as mark_statement
from tests.desk.stage import put_original, put_source, put_statement
from tests.record.access.test_decisions import colleague_of


def looks(member, thing) -> int:
    verbs = ("source:listed", "source:opened", "statement:opened")
    return Entry.objects.filter(verb__in=verbs, thing=str(thing.pk), member=str(member.pk)).count()


@pytest.mark.parametrize(
    "address",
    [
        lambda _: reverse("events"),
        lambda stage: reverse("statement", kwargs={"statement": stage.statement.pk}),
        lambda stage: reverse("statement-correct", kwargs={"statement": stage.statement.pk}),
        lambda stage: reverse("source", kwargs={"source": stage.source.pk}),
    ],
)
@pytest.mark.parametrize("what", ["source", "statement"])
def test_every_page_that_shows_closed_words_leaves_an_entry(stage, address, what):
    if what == "source":
        mark(stage.source, Marking(tlp=Tlp.RED), by=stage.cast.asha)
    else:
        mark_statement(stage.statement, Tlp.RED, by=stage.cast.asha)
    page = stage.client(stage.cast.asha).get(address(stage))
    assert page.status_code == 200
    assert looks(stage.cast.asha, getattr(stage, what)) == 1


def test_a_mangled_verdict_is_no_way_to_read_unseen(stage):
    mark(stage.source, Marking(tlp=Tlp.RED), by=stage.cast.asha)
    address = reverse("statement-review", kwargs={"statement": stage.statement.pk})
    answer = stage.client(stage.cast.asha).post(address, {"verdict": "?"}, headers={"HX-Request": "true"})
    assert stage.statement.quote in answer.content.decode()
    assert looks(stage.cast.asha, stage.source) == 1


def log_of(stage, member, **asked):
    return stage.client(member).get(reverse("audit"), asked)


@pytest.fixture
def auditor(stage):
    """A colleague of Asha who may read the log and nothing closed."""
    member = colleague_of(stage.cast.asha)
    give(Permission.AUDIT_READ, Audience(member=member), why="test")
    return member


def test_the_log_of_another_bodys_work_stays_with_that_body(stage):
    hidden = put_source(stage.cast.chai, tlp=Tlp.RED)
    custody.note_opening(hidden, by=stage.cast.chai)
    put_original(hidden)
    custody.take_out(hidden, by=stage.cast.chai)
    give(Permission.SOURCE_MARK, Audience(member=stage.cast.chai), why="test")
    page = log_of(stage, stage.cast.asha)
    assert str(hidden.pk) not in page.content.decode()
    assert "Chai" not in page.content.decode()
    assert hidden.sha256 not in page.content.decode()
    for asked in ({"thing": str(hidden.pk)}, {"thing": str(hidden.pk), "verb": "source:opened"}):
        assert log_of(stage, stage.cast.asha, **asked).context["rows"] == []


def test_an_auditor_sees_who_opened_a_closed_thing_of_their_body_and_nothing_of_it(stage, auditor):
    mark(stage.source, Marking(tlp=Tlp.RED, purpose="the raid on Friday"), by=stage.cast.asha, why="they asked by name")
    custody.note_opening(stage.source, by=stage.cast.asha)
    put_original(stage.source)
    custody.take_out(stage.source, by=stage.cast.asha)
    page = log_of(stage, auditor, thing=str(stage.source.pk)).content.decode()
    assert "opened a closed source" in page
    assert "Asha" in page
    for hidden in ("raid on Friday", "asked by name", stage.source.sha256, "Boun"):
        assert hidden not in page
    owner = log_of(stage, stage.cast.asha, thing=str(stage.source.pk)).content.decode()
    assert "asked by name" in owner


def test_an_act_of_ones_own_member_on_a_hidden_thing_of_others_does_not_name_it(stage):
    confirm(stage.statement, by=stage.cast.asha)
    mark(stage.source, Marking(tlp=Tlp.RED), by=stage.cast.asha)
    custody.note_opening(stage.source, by=stage.cast.boun)
    auditor = colleague_of(stage.cast.boun)
    give(Permission.AUDIT_READ, Audience(member=auditor), why="test")
    page = log_of(stage, auditor)
    assert "Boun" in page.content.decode()
    assert str(stage.source.pk) not in page.content.decode()
    assert log_of(stage, auditor, thing=str(stage.source.pk)).context["rows"] == []


def test_refused_arrivals_of_a_colleague_show_no_details(stage, auditor):
    from noharbor.record.intake.actions import refuse
    from noharbor.record.intake.errors import EmptyFile

    arrival = Arrival.objects.create(
        name="a", size_bytes=1, owner=stage.cast.asha.body, by=stage.cast.asha, at=timezone.now(), sha256="ab" * 32
    )
    refuse(arrival, EmptyFile())
    assert "abab" in log_of(stage, stage.cast.asha, thing=str(arrival.pk)).content.decode()
    page = log_of(stage, auditor, thing=str(arrival.pk)).content.decode()
    assert "could not read what arrived" in page
    assert "abab" not in page


def test_pages_of_the_log_join_without_gap_or_double(stage, monkeypatch):
    monkeypatch.setattr(sys.modules["noharbor.desk.pages.audit"], "SIZE", 5)
    monkeypatch.setattr(log, "CHUNK", 7)
    for number in range(14):
        who = stage.cast.chai if number % 3 else stage.cast.asha
        custody.note_opening(put_source(who, tlp=Tlp.RED), by=who)
    put_statement(stage.source)
    seen, before = [], None
    while True:
        page = log_of(stage, stage.cast.asha, **({"before": before} if before else {}))
        seen += [row.entry.sequence for row in page.context["rows"]]
        before = page.context["earlier"]
        if before is None:
            break
    assert seen == sorted(set(seen), reverse=True)
    mine = Entry.objects.filter(verb="source:opened", member=str(stage.cast.asha.pk)).values_list("sequence", flat=True)
    assert set(mine) <= set(seen)


def test_the_log_tells_of_a_pair_what_its_reader_may_see_of_it(stage, auditor):
    judge(stage.pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    [row] = log_of(stage, auditor, thing=str(stage.pair.pk)).context["rows"]
    assert dict(row.details)["verdict"] == "same"
    mark(stage.table.source, Marking(tlp=Tlp.RED), by=stage.cast.asha)
    assert log_of(stage, auditor, thing=str(stage.pair.pk)).context["rows"] == []
    # That a colleague judged something is told, and no more.
    assert "judged whether two are one" in log_of(stage, auditor, verb="pair:judged").content.decode()


def test_the_log_keeps_the_first_verdict_from_whoever_may_be_the_second(stage, auditor):
    judge(stage.pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    Pair.objects.update(state=PairState.AWAITS_SECOND)
    assert log_of(stage, auditor, thing=str(stage.pair.pk)).context["rows"] == []
    [row] = log_of(stage, stage.cast.asha, thing=str(stage.pair.pk)).context["rows"]
    assert dict(row.details)["verdict"] == "same"
