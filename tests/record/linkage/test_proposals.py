"""What engines find is put before people once, and never over their heads."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from noharbor.record.linkage.actions.judgements import FoundPair, propose
from noharbor.record.linkage.models import Judgement, Pair, ReconciledList, Reconciliation
from noharbor.record.linkage.queries.review import queue
from noharbor.record.linkage.vocabulary import ListUse, PairState
from noharbor.science.matching.people.agreement import Kind, agreement_of
from noharbor.science.matching.people.judged import Judged
from noharbor.science.names.evidence import Level
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_row

pytestmark = pytest.mark.django_db


def judged(*kinds: Kind, score: float = 0.8) -> Judged:
    agreements = tuple(map(agreement_of, kinds))
    return Judged(0, 1, ("Aung Kyaw", "Maung Kyaw"), 2.0, Level.SAME_WRITING, agreements, 4.0, score)


@pytest.fixture
def two(cast):
    source = put_source(cast.asha)
    return [put_appearance(source, name) for name in ("Aung Kyaw", "Maung Kyaw")]


def put_before(two, *kinds, **columns) -> Pair:
    [pair] = propose([FoundPair(two[0].pk, two[1].pk, judged(*kinds, **columns))], engine_version="1")
    return pair


def test_a_pair_is_made_once_whichever_way_it_is_found(cast, two):
    first = put_before(two, Kind.BORN_SAME_DAY)
    second = put_before(two[::-1], Kind.BORN_SAME_DAY, score=0.9)
    assert first.pk == second.pk
    names = Pair.objects.get().evidence["names"]
    assert names == (["Aung Kyaw", "Maung Kyaw"] if two[1].pk < two[0].pk else ["Maung Kyaw", "Aung Kyaw"])
    assert Pair.objects.get().score == 0.9
    assert list(queue(cast.asha)) == [first]


def test_what_was_judged_different_stays_so_until_they_share_a_paper_nobody_saw(cast, two):
    pair = put_before(two, Kind.BORN_SAME_DAY)
    Pair.objects.update(state=PairState.DIFFERENT)
    Judgement.objects.create(pair=pair, verdict="different", by=cast.asha, at=timezone.now(), evidence=pair.evidence)
    again = put_before(two, Kind.BORN_SAME_DAY, Kind.SAME_PHONE, score=0.99)
    assert (again.is_asked_again, again.score) == (False, 0.8)
    assert not queue(cast.asha)
    again = put_before(two, Kind.BORN_SAME_DAY, Kind.SAME_PASSPORT)
    assert again.is_asked_again
    assert again.state == PairState.DIFFERENT
    assert list(queue(cast.asha)) == [pair]


def test_what_hangs_on_a_pair_comes_from_its_lists(cast):
    source = put_source(cast.asha)
    here, there = put_row(source, use=ListUse.MISSING), put_row(source, use=ListUse.TRANSFER)
    named = put_appearance(source)
    days = [timezone.localdate() + datetime.timedelta(days=number) for number in (9, 3)]
    for day in days:
        asked = Reconciliation.objects.create(
            title="Friday", owner=source.owner, by=cast.asha, at=timezone.now(), deadline=day
        )
        for position, row in enumerate((here, there)):
            ReconciledList.objects.create(reconciliation=asked, position=position, table=row.list_reading.table)
    both, one_listed = put_before([here, there], Kind.SAME_SEX), put_before([here, named], Kind.SAME_SEX)
    assert (both.needs_two, both.deadline) == (True, days[1])
    assert (one_listed.needs_two, one_listed.deadline) == (False, days[1])
