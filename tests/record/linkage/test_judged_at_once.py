"""Several reviewers at the same moment: nobody's judgement is lost, and none is undone by another's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from threading import Barrier

import pytest
from django.db import connection

from noharbor.record.linkage.actions.holding import hold_next
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Appearance, Judgement, Pair
from noharbor.record.linkage.refusals import JudgedMeanwhile
from noharbor.record.linkage.vocabulary import PairState, Verdict
from tests.cast import invite, make_cast
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_pair


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What comes of acts that begin at the same moment, each on a connection of its own; a refusal is an outcome."""
    begin = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        begin.wait()
        try:
            return act()
        except JudgedMeanwhile as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as reviewers:
        return list(reviewers.map(run, acts))


@pytest.fixture
def unguarded(django_db_setup, django_db_blocker):
    """Take the log's guard off: tests with real transactions empty every table afterwards."""
    guard = import_module("noharbor.record.audit.migrations.0002_only_grows")
    on, off = {
        "postgresql": (guard.POSTGRESQL, guard.POSTGRESQL_BACK),
        "sqlite": (guard.SQLITE, guard.SQLITE_BACK),
    }[connection.vendor]
    with django_db_blocker.unblock():
        _execute(off)
        yield
        _execute(on)


def _execute(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def cast(unguarded, transactional_db):
    """Asha, Boun and Chai, seen by every connection."""
    return make_cast()


def test_reviewers_at_the_same_moment(cast):
    source = put_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    one, other, third = (put_appearance(source, name) for name in "ABC")
    near, far = put_pair(one, other, log_odds=5.0), put_pair(other, third)

    # Each is given another pair.
    given = at_once(lambda: hold_next(cast.asha), lambda: hold_next(cast.boun))
    assert {pair.pk for pair in given} == {near.pk, far.pk}

    # Two links of one chain: whoever comes second sees what the first one joined.
    at_once(
        lambda: judge(near, Verdict.SAME, by=cast.asha, seen=PairState.OPEN),
        lambda: judge(far, Verdict.SAME, by=cast.boun, seen=PairState.OPEN),
    )
    assert len(set(Appearance.objects.values_list("entity", flat=True))) == 1

    # One pair, judged both ways: one judgement stands, the other was refused.
    last = put_pair(one, third)
    outcomes = at_once(
        lambda: judge(last, Verdict.SAME, by=cast.asha, seen=PairState.OPEN),
        lambda: judge(last, Verdict.DIFFERENT, by=cast.boun, seen=PairState.OPEN),
    )
    assert {type(outcome) for outcome in outcomes} == {Judgement, JudgedMeanwhile}
    assert last.judgements.count() == 1
    assert Pair.objects.get(pk=last.pk).state in {PairState.SAME, PairState.DIFFERENT}
