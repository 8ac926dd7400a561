"""Entities are what people judged the same, cut where they cannot be one."""

from __future__ import annotations

import datetime
import random
import time
from itertools import combinations, pairwise
from uuid import UUID

import pytest
from django.utils import timezone

from noharbor.record.linkage.actions.judgements import judge, withdraw
from noharbor.record.linkage.entities import regroup
from noharbor.record.linkage.identity import entity_of_key
from noharbor.record.linkage.models import Appearance, Judgement, Pair
from noharbor.record.linkage.vocabulary import EntityKind, PairState, Verdict
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


def test_the_same_judgements_in_another_order_make_the_same_entities_and_none_makes_none(cast):
    source = put_source(cast.asha)
    ones = [put_appearance(source, str(number)) for number in range(6)]
    pairs = [put_pair(*two, log_odds=at) for at, two in enumerate(combinations(ones, 2))]
    dice = random.Random(4)  # noqa: S311  Dice of a test.
    chosen = [(pair, dice.choice([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT])) for pair in dice.sample(pairs, 7)]
    outcomes = []
    for _ in range(2):
        for pair, verdict in dice.sample(chosen, len(chosen)):
            judge(pair, verdict, by=cast.asha, seen=PairState.OPEN)
        outcomes.append(entities_of(ones))
        standing = list(Judgement.objects.filter(withdrawn_at=None))
        for judgement in dice.sample(standing, len(standing)):
            withdraw(judgement, by=cast.asha)
        assert entities_of(ones) == [one.pk for one in ones]
    assert outcomes[0] == outcomes[1]
    assert 1 < len(set(outcomes[0])) < 6


def test_what_has_one_form_is_one_without_a_judgement_and_stays_so(cast):
    source = put_source(cast.asha)
    number = put_appearance(source, "+66812345678")
    entity = entity_of_key(EntityKind.IDENTIFIER, "phone:+66812345678")
    Appearance.objects.filter(pk=number.pk).update(key="phone:+66812345678", entity=entity)
    regroup([number.pk])
    assert entities_of([number]) == [entity]


def test_a_thousand_are_grouped_with_few_questions(cast, django_assert_max_num_queries):
    source = put_source(cast.asha)
    now = timezone.now()
    ones = [
        Appearance(id=UUID(int=number), source=source, kind="person", name="Aung", entity=UUID(int=number), made_at=now)
        for number in range(1000)
    ]
    Appearance.objects.bulk_create(ones)
    common = {"score": 0.9, "level": 3, "proposal": "same", "engine_version": "1", "found_at": now}
    chain = [Pair(one=one, other=other, state="same", log_odds=3.0, **common) for one, other in pairwise(ones)]
    Pair.objects.bulk_create(chain)
    said = {"verdict": "same", "by": cast.asha, "at": now}
    Judgement.objects.bulk_create(Judgement(pair=pair, **said) for pair in chain)
    Appearance.objects.update(entity=ones[0].pk)
    began = time.perf_counter()
    with django_assert_max_num_queries(20):
        regroup([ones[500].pk])
    assert time.perf_counter() - began < 1
    assert set(entities_of([ones[0], ones[999]])) == {ones[0].pk}
