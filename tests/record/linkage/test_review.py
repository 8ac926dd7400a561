"""What waits is given out in the order in which it matters, and to each reviewer another pair."""

from __future__ import annotations

import datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Grant
from noharbor.record.linkage.actions.holding import HOLD, hold_next
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Appearance, Pair, ReconciledList, Reconciliation
from noharbor.record.linkage.queries.review import (
    Progress,
    disputed,
    judgements_of,
    progress,
    queue,
    state_shown_to,
)
from noharbor.record.linkage.vocabulary import PairState, Verdict
from tests.cast import invite
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_pair, put_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(cast):
    """One that Asha and Boun read."""
    source = put_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    return source


@pytest.fixture
def pairs(source) -> list[Pair]:
    """Pairs of one row each with a name of its own, in the order in which they matter."""
    names = iter("ABCDEFGHIJ")
    day = timezone.localdate()
    columns: list[dict] = [
        {"deadline": day, "log_odds": 1.0},
        {"deadline": day + datetime.timedelta(days=2), "needs_two": True, "log_odds": 1.0},
        {"deadline": day + datetime.timedelta(days=2), "has_conflict": True, "log_odds": 9.0},
        {"deadline": day + datetime.timedelta(days=2), "log_odds": 9.0},
        {"log_odds": 12.0},
    ]
    return [
        put_pair(put_appearance(source, next(names)), put_appearance(source, next(names)), **one) for one in columns
    ]


def test_the_soonest_then_what_hangs_on_it_then_the_surest(cast, pairs):
    assert list(queue(cast.asha)) == pairs
    assert not queue(cast.chai)


def test_what_a_member_judged_is_not_before_them_again_but_before_others(cast, pairs):
    judge(pairs[0], Verdict.UNSURE, by=cast.asha, seen=PairState.OPEN)
    assert list(queue(cast.asha)) == pairs[1:]
    assert list(queue(cast.boun)) == pairs


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database plans by how many rows there are")
def test_the_first_of_the_queue_is_found_without_sorting_all(cast):
    assert "TEMP B-TREE" not in queue(cast.asha)[:1].explain()
    assert "TEMP B-TREE" not in queue(cast.asha, Reconciliation(pk=uuid4()))[:1].explain()


def test_a_pair_that_others_made_one_waits_no_more(cast, source):
    one, other, third = (put_appearance(source, name) for name in "ABC")
    first, second, third_pair = put_pair(one, other), put_pair(other, third), put_pair(one, third)
    for pair in (first, second):
        judge(pair, Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    assert not queue(cast.boun)
    assert progress(cast.boun) == Progress(all=3, judged=3, disputed=0, others=0)
    assert Pair.objects.get(pk=third_pair.pk).state == PairState.OPEN


def test_what_only_hidden_rows_made_one_still_waits(cast, source):
    one, other = put_appearance(source, "A"), put_appearance(source, "B")
    hidden = put_appearance(put_source(cast.asha), "C")
    pair = put_pair(one, other)
    for end in (one, other):
        judge(put_pair(end, hidden), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    assert len(set(Appearance.objects.values_list("entity", flat=True))) == 1
    assert list(queue(cast.boun)) == [pair]
    assert progress(cast.boun).all == 1
    assert not queue(cast.asha)


def test_reviewers_at_once_are_given_different_pairs_and_moving_on_lets_go(cast, pairs):
    assert hold_next(cast.asha) == pairs[0]
    assert hold_next(cast.boun) == pairs[1]
    assert hold_next(cast.asha) == pairs[0]
    assert hold_next(cast.asha, passed_over=[pairs[0].pk]) == pairs[2]
    assert hold_next(cast.boun) == pairs[0]
    assert progress(cast.asha).others == 1
    assert hold_next(cast.chai) is None


def test_what_somebody_left_lying_is_given_to_others_after_a_while(cast, pairs):
    hold_next(cast.asha)
    Pair.objects.filter(held_by=cast.asha).update(held_until=timezone.now() - HOLD)
    assert hold_next(cast.boun) == pairs[0]


def test_nothing_is_given_to_who_may_not_judge(cast, pairs):
    Grant.objects.filter(member=cast.boun, permission="pair:judge").delete()
    with pytest.raises(NotAllowed):
        hold_next(cast.boun)


def test_only_pairs_of_the_lists_that_were_asked_for(cast, source, pairs):
    here, there = put_row(source), put_row(source)
    pair = put_pair(here, there)
    asked = Reconciliation.objects.create(title="Friday", owner=source.owner, by=cast.asha, at=timezone.now())
    for position, row in enumerate((here, there)):
        ReconciledList.objects.create(reconciliation=asked, position=position, table=row.list_reading.table)
    assert list(queue(cast.boun, asked)) == [pair]
    assert progress(cast.boun, asked).all == 1


def test_who_looks_second_is_not_told_what_the_first_one_said(cast, pairs):
    pair = pairs[1]
    Pair.objects.filter(pk=pair.pk).update(state=PairState.AWAITS_SECOND)
    said = pair.judgements.create(verdict="same", by=cast.asha, at=timezone.now())
    pair.refresh_from_db()
    assert judgements_of(pair, cast.asha) == [said]
    assert judgements_of(pair, cast.boun) == []
    assert state_shown_to(pair, cast.boun) == PairState.OPEN
    assert state_shown_to(pair, cast.asha) == PairState.AWAITS_SECOND
    assert pair in queue(cast.boun)
    assert pair not in queue(cast.asha)


def test_disputed_pairs_are_told_apart(cast, pairs):
    judge(pairs[0], Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    judge(pairs[0], Verdict.DIFFERENT, by=cast.boun, seen=PairState.SAME)
    assert list(disputed(cast.boun)) == [pairs[0]]
    assert pairs[0] not in queue(cast.boun)
    assert progress(cast.boun) == Progress(all=5, judged=0, disputed=1, others=0)
    assert not disputed(cast.chai)
