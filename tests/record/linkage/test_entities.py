"""Entities are what people judged the same, cut where they cannot be one."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from noharbor.record.linkage.entities import regroup
from noharbor.record.linkage.models import Appearance, Judgement
from noharbor.record.linkage.vocabulary import PairState
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cast) -> list[Appearance]:
    """Three appearances, the oldest first."""
    source = put_source(cast.asha)
    found = [put_appearance(source, name) for name in ("Aung Kyaw", "U Aung Kyaw", "Aung Kyaw Moe")]
    for days, one in enumerate(found):
        one.made_at = timezone.now() + datetime.timedelta(days=days)
        one.save()
    return found


def judge_same(cast, one, other, **columns):
    pair = put_pair(one, other, state=PairState.SAME, **columns)
    Judgement.objects.create(pair=pair, verdict="same", by=cast.asha, at=timezone.now())
    return pair


def entities_of(appearances) -> list:
    return [Appearance.objects.get(pk=one.pk).entity for one in appearances]


def test_it_is_called_by_its_oldest_appearance(cast, three):
    judge_same(cast, three[1], three[2])
    judge_same(cast, three[0], three[1])
    regroup([three[2].pk])
    assert entities_of(three) == [three[0].pk] * 3


def test_a_chain_is_cut_where_its_ends_were_judged_different(cast, three):
    judge_same(cast, three[0], three[1], log_odds=5.0)
    judge_same(cast, three[1], three[2], log_odds=3.0)
    put_pair(three[0], three[2], state=PairState.DIFFERENT)
    regroup([three[1].pk])
    assert entities_of(three) == [three[0].pk, three[0].pk, three[2].pk]


def test_parts_get_back_the_identifiers_they_had(cast, three):
    pair = judge_same(cast, three[0], three[1])
    regroup([three[0].pk])
    pair.state = PairState.OPEN
    pair.save()
    regroup([pair.one_id, pair.other_id])
    assert entities_of(three) == [one.pk for one in three]
