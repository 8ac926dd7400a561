"""A list that is understood anew takes its judged pairs with it."""

from __future__ import annotations

import pytest

from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Appearance, Pair
from noharbor.record.linkage.settling import settle_anew
from noharbor.record.linkage.vocabulary import ListUse, PairState, Verdict
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_pair, put_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(cast) -> Appearance:
    return put_row(put_source(cast.asha), "Bui Van An")


def entities_of(*appearances: Appearance) -> int:
    ones = [one.pk for one in appearances]
    return len(set(Appearance.objects.filter(pk__in=ones).values_list("entity", flat=True)))


def test_what_one_member_said_waits_for_another_when_the_list_turns_out_to_be_for_a_plane(cast, row):
    other = put_appearance(put_source(cast.asha))
    pair = put_pair(row, other)
    judge(pair, Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    assert entities_of(row, other) == 1
    row.list_reading.use = ListUse.TRANSFER
    row.list_reading.save()
    settle_anew(row.list_reading)
    pair = Pair.objects.get(pk=pair.pk)
    assert (pair.state, pair.needs_two) == (PairState.AWAITS_SECOND, True)
    assert entities_of(row, other) == 2


def test_rows_that_now_say_what_cannot_be_come_apart(cast, row):
    middle, woman = put_appearance(put_source(cast.asha)), put_row(put_source(cast.asha), sex="female")
    for two in ((row, middle), (middle, woman)):
        judge(put_pair(*two), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    assert entities_of(row, middle, woman) == 1
    row.said = {**row.said, "sex": "male"}
    row.save()
    settle_anew(row.list_reading)
    assert entities_of(row, middle, woman) == 2


def test_pairs_of_other_lists_are_left_alone(cast, row, django_assert_max_num_queries):
    other = put_row(put_source(cast.asha), use=ListUse.WANTED)
    pair = put_pair(other, put_appearance(put_source(cast.asha)))
    with django_assert_max_num_queries(6):
        settle_anew(row.list_reading)
    assert Pair.objects.get(pk=pair.pk).needs_two is False
