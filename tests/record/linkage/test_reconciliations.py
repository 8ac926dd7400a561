"""Lists laid side by side by the worker: proposed, stopped, taken up, done again."""

from __future__ import annotations

import datetime

import pytest
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from noharbor.record.access.actions import add_member
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source
from noharbor.record.linkage import versions
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.actions.reconciliations import go_on, start, stop
from noharbor.record.linkage.errors import NothingToCompare, RunGoesOn
from noharbor.record.linkage.jobs import lists as list_jobs
from noharbor.record.linkage.jobs import reconciliations as jobs
from noharbor.record.linkage.models import Appearance, ComparedLists, Pair, Reconciliation
from noharbor.record.linkage.queries.deadlines import deadline_of
from noharbor.record.linkage.queries.lists import reading_of
from noharbor.record.linkage.queries.reconciliations import pairs_of, visible_to
from noharbor.record.linkage.queries.review import queue
from noharbor.record.linkage.vocabulary import PairState, RunState, Verdict
from tests.cast import PASSWORD, invite
from tests.desk.stage import put_source
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_list, put_table
from tests.record.linkage.stage import put_appearance, put_pair

pytestmark = pytest.mark.django_db


def stays() -> bool:
    return False


@pytest.fixture
def tables(cast):
    return [put_list(cast.asha, HANDOVER), put_list(cast.asha, EMBASSY)]


def rows_of(reconciliation, member) -> set[frozenset[tuple[int, str]]]:
    position = {one.table_id: one.position for one in reconciliation.lists.all()}
    return {
        frozenset(
            (position[side.list_reading.table_id], side.row)
            for side in (pair.one, pair.other)
        )
        for pair in pairs_of(reconciliation, member)
    }  # fmt: skip


def state_of(reconciliation: Reconciliation) -> str:
    reconciliation.refresh_from_db()
    return reconciliation.state


def test_pairs_within_and_across_lists_are_proposed(cast, tables, monkeypatch):
    monkeypatch.setattr(jobs, "_FETCHED_AT_ONCE", 3)
    run = start(tables, by=cast.asha, deadline=datetime.date(2025, 3, 1))
    assert jobs.step(stays) == 1
    assert (state_of(run), run.problem) == (RunState.DONE, "")
    found = rows_of(run, cast.asha)
    for pair in (((0, 4), (1, 2)), ((0, 8), (1, 3)), ((0, 6), (0, 7)), ((0, 5), (1, 5))):
        assert frozenset(pair) in found, pair
    assert Pair.objects.filter(has_conflict=True).count() == 1
    assert set(Pair.objects.values_list("deadline", flat=True)) == {datetime.date(2025, 3, 1)}
    assert not ComparedLists.objects.exists()
    assert [entry.verb for entry in Entry.objects.filter(thing=str(run.pk)).order_by("sequence")] == [
        Verb.RECONCILIATION_STARTED, Verb.RECONCILIATION_DONE,
    ]  # fmt: skip
    assert not jobs.step(stays)


def test_a_run_waits_until_its_lists_are_understood(cast):
    table = put_table(cast.asha, HANDOVER)
    run = start([table], by=cast.asha)
    assert not jobs.step(stays)
    list_jobs.step()
    assert jobs.step(stays) == 1
    assert rows_of(run, cast.asha) == {frozenset({(0, 6), (0, 7)})}


def test_one_list_twice_is_one_list(cast, tables):
    tables.append(put_list(cast.boun, HANDOVER, sha256=tables[0].source.sha256, tlp=Tlp.CLEAR))
    run = start([*tables, tables[1]], by=cast.asha)
    assert [one.table for one in run.lists.all()] == tables[:2]


def test_nobody_compares_what_they_may_not_read(cast, tables):
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            start(tables, by=member)
    with pytest.raises(NothingToCompare):
        start([], by=cast.asha)


def test_who_may_read_every_list_sees_it_and_its_pairs(cast, tables):
    run = start(tables, by=cast.asha)
    jobs.step(stays)
    invite(tables[0].source, cast.boun, by=cast.asha)
    assert [visible_to(member).filter(pk=run.pk).exists() for member in cast] == [True, False, False]
    assert not rows_of(run, cast.boun) - {frozenset({(0, 6), (0, 7)})}
    invite(tables[1].source, cast.boun, by=cast.asha)
    assert [visible_to(member).filter(pk=run.pk).exists() for member in cast] == [True, True, False]
    assert rows_of(run, cast.boun) == rows_of(run, cast.asha)


def test_a_run_that_is_asked_to_stop_ends_and_goes_on_from_there(cast, tables, monkeypatch):
    run = start(tables, by=cast.asha)
    monkeypatch.setattr(jobs, "_BETWEEN_WORDS", 0)
    real = jobs._Kept.keep

    def keep_and_ask(self, *found):
        real(self, *found)
        stop(run, by=cast.asha)

    monkeypatch.setattr(jobs._Kept, "keep", keep_and_ask)
    jobs.step(stays)
    assert state_of(run) == RunState.STOPPED
    assert ComparedLists.objects.count() == 1
    assert not Pair.objects.exists()
    assert not jobs.step(stays)
    monkeypatch.setattr(jobs._Kept, "keep", real)
    go_on(run, by=cast.asha)
    compared = []

    def keep_and_tell(self, first, second, *found):
        compared.append((first, second))

    monkeypatch.setattr(jobs._Kept, "keep", keep_and_tell)
    jobs.step(stays)
    assert state_of(run) == RunState.DONE
    assert compared == [(1, 1), (0, 1)]
    assert frozenset({(0, 4), (1, 2)}) in rows_of(run, cast.asha)


def test_a_run_is_stopped_while_its_people_are_fetched(cast, tables, monkeypatch):
    run = start(tables, by=cast.asha)
    monkeypatch.setattr(jobs, "_BETWEEN_WORDS", 0)
    monkeypatch.setattr(jobs, "_FETCHED_AT_ONCE", 2)
    monkeypatch.setattr(jobs, "from_json", lambda _said: stop(run, by=cast.asha))
    monkeypatch.setattr(jobs, "reconcile", pytest.fail)
    jobs.step(stays)
    assert state_of(run) == RunState.STOPPED


def test_a_word_that_a_locked_database_does_not_take_ends_no_run(cast, tables, monkeypatch):
    run = start(tables, by=cast.asha)
    monkeypatch.setattr(jobs, "_BETWEEN_WORDS", 0)
    update, locked = QuerySet.update, iter([False, True, True])

    def locked_for_two_words(rows, **columns):
        if "doing" in columns and next(locked, False):
            raise OperationalError("database is locked")
        return update(rows, **columns)

    monkeypatch.setattr(QuerySet, "update", locked_for_two_words)
    jobs.step(stays)
    assert state_of(run) == RunState.DONE


def test_a_run_that_waits_is_stopped_at_once(cast, tables):
    run = start(tables, by=cast.asha)
    stop(run, by=cast.asha)
    assert state_of(run) == RunState.STOPPED
    assert not jobs.step(stays)


def test_a_process_that_ends_leaves_its_run_to_another(cast, tables):
    run = start(tables, by=cast.asha)
    jobs.step(lambda: True)
    assert state_of(run) == RunState.WAITING


def test_a_run_that_was_cut_off_is_taken_up_and_its_old_worker_lets_go(cast, tables):
    run = start(tables, by=cast.asha)
    taken = jobs.claim()
    assert taken == run
    assert jobs.claim() is None
    Reconciliation.objects.update(said_at=timezone.now() - jobs.CUT_OFF * 2)
    assert jobs.claim() == run
    with pytest.raises(jobs._TakenUp):
        jobs._Words(taken, stays).tell("comparing", 0, 1)


@pytest.mark.parametrize("fails", [False, True])
def test_what_its_old_worker_still_does_does_not_end_a_run_that_was_taken_up(cast, tables, monkeypatch, fails):
    run = start(tables, by=cast.asha)

    def be_overtaken(*_):
        Reconciliation.objects.update(said_at=timezone.now())
        if fails:
            raise ZeroDivisionError

    monkeypatch.setattr(jobs, "_retire", be_overtaken)
    jobs.step(stays)
    assert state_of(run) == RunState.RUNNING
    assert ComparedLists.objects.exists()
    assert not Entry.objects.filter(verb=Verb.RECONCILIATION_DONE)


def test_what_was_looked_up_is_not_taken_away_by_a_comparison(cast, tables):
    looked_up, compared = (
        put_pair(*Appearance.objects.filter(list_reading__table__in=tables, name__in=names), engine_version=version)
        for names, version in (
            (("陈海明", "Somchai Jaidee"), versions.of_looking_up()),
            (("王伟", "Somchai Jaidee"), versions.of_comparing()),
        )
    )
    start(tables, by=cast.asha)
    jobs.step(stays)
    assert set(Pair.objects.filter(pk__in=(looked_up.pk, compared.pk), stands=True)) == {looked_up}


def test_a_run_that_fails_says_so_and_may_be_tried_again(cast, tables, monkeypatch):
    run = start(tables, by=cast.asha)
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "reconcile", lambda *_: 1 / 0)
        jobs.step(stays)
    assert state_of(run) == RunState.FAILED
    assert "try again" in run.problem or "go on" in run.problem
    go_on(run, by=cast.asha)
    with pytest.raises(RunGoesOn):
        go_on(run, by=cast.asha)
    jobs.step(stays)
    assert state_of(run) == RunState.DONE


def test_a_colleague_who_may_not_read_a_list_does_not_stop_it(cast, tables):
    run = start(tables, by=cast.asha)
    Source.objects.filter(pk=tables[0].source_id).update(tlp=Tlp.RED)
    colleague = add_member("amara", "Amara", body=cast.asha.body, password=PASSWORD)
    with pytest.raises(NotAllowed):
        stop(run, by=colleague)
    assert state_of(run) == RunState.WAITING


def test_only_the_body_that_asked_stops_it(cast, tables):
    run = start(tables, by=cast.asha)
    for table in tables:
        invite(table.source, cast.boun, by=cast.asha)
    for member in (cast.boun, cast.chai):
        for action in (stop, go_on):
            with pytest.raises(NotAllowed):
                action(run, by=member)
    assert state_of(run) == RunState.WAITING


def test_a_corrected_list_makes_the_result_out_of_date_and_judgements_stay(cast, tables):
    run = start(tables, by=cast.asha)
    jobs.step(stays)
    assert not visible_to(cast.asha).get().is_out_of_date
    judged = Pair.objects.get(one__row__in=(6, 7), other__row__in=(6, 7))
    judge(judged, Verdict.DIFFERENT, by=cast.asha, seen=PairState.OPEN)
    tell(reading_of(tables[0]), Told(region="MM"), by=cast.asha)
    assert visible_to(cast.asha).get().is_out_of_date
    Appearance.objects.filter(list_reading__table=tables[0], row=4).update(said={"names": ["欧阳修"]}, name="欧阳修")
    go_on(run, by=cast.asha)
    jobs.step(stays)
    assert not visible_to(cast.asha).get().is_out_of_date
    found = rows_of(run, cast.asha)
    assert frozenset({(0, 4), (1, 2)}) not in found
    assert frozenset({(0, 6), (0, 7)}) in found
    judged.refresh_from_db()
    assert judged.state == PairState.DIFFERENT


def test_the_day_of_a_comparison_with_a_hidden_list_is_not_told(cast, tables):
    day = datetime.date(2025, 3, 1)
    start([*tables, put_list(cast.asha, EMBASSY[:2])], by=cast.asha, deadline=day)
    jobs.step(stays)
    for table in tables:
        invite(table.source, cast.boun, by=cast.asha)
    pair = Pair.objects.filter(one__list_reading__table__in=tables, other__list_reading__table__in=tables).first()
    assert [pair.deadline, deadline_of(pair, cast.asha), deadline_of(pair, cast.boun)] == [day, day, None]
    later = day + datetime.timedelta(days=9)
    start(tables, by=cast.asha, deadline=later)
    assert [deadline_of(pair, cast.asha), deadline_of(pair, cast.boun)] == [day, later]


def test_the_day_of_a_comparison_with_a_hidden_list_moves_no_pair_in_the_queue(cast, tables):
    day, text = datetime.date(2025, 3, 1), put_source(cast.asha)
    start([*tables, put_list(cast.asha, EMBASSY[:2])], by=cast.asha, deadline=day)
    jobs.step(stays)
    Pair.objects.update(has_conflict=False, needs_two=False)
    row = Appearance.objects.filter(list_reading__table=tables[0]).first()
    put_pair(row, put_appearance(text, "Somebody of a text"), log_odds=50.0, deadline=day)
    surest = put_pair(*(put_appearance(text, name) for name in "AB"), log_odds=99.0)
    for source in (*(table.source for table in tables), text):
        invite(source, cast.boun, by=cast.asha)
    assert queue(cast.asha).last() == surest
    assert queue(cast.boun).first() == surest, "nobody waits for the others, as far as Boun may know"
    start(tables, by=cast.asha, deadline=day + datetime.timedelta(days=9))
    assert queue(cast.boun).last() == surest
    assert {pair.pk for pair in queue(cast.boun)} < {pair.pk for pair in queue(cast.asha)}
