"""Where speakers differ, and where they only seem to."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noharbor.science.bounds import Bounded
from noharbor.science.claims import Claim, differ, differing
from noharbor.science.language.events import Bound

DAY = date(2025, 3, 11)
ONE = Claim(
    statement=UUID(int=1),
    source=UUID(int=1),
    voice="ministry",
    is_quoted=True,
    number=Bounded(2_763, Bound.EXACT),
    kind="handover",
    counted="",
    cumulative=False,
    first=DAY,
    last=DAY,
    place="myawaddy",
    left="MM",
    reached="CN",
)
OTHER = replace(
    ONE, statement=UUID(int=2), source=UUID(int=2), voice="border force", number=Bounded(7_968, Bound.EXACT)
)


def test_two_voices_that_give_different_numbers_of_one_day_and_way_differ():
    assert differ(ONE, OTHER)
    assert differing([OTHER, ONE]) == ((OTHER, ONE),)


@pytest.mark.parametrize(
    "change",
    [
        {"voice": "ministry"},
        {"number": Bounded(2_000, Bound.AT_LEAST)},
        {"number": Bounded(2_800, Bound.ABOUT)},
        {"kind": "rescue"},
        {"counted": "USD"},
        {"cumulative": True},
        {"place": "laukkai"},
        {"reached": "TH"},
        {"first": date(2025, 3, 12), "last": date(2025, 3, 12)},
        {"first": date(2025, 3, 1), "last": date(2025, 3, 31)},
    ],
)
def test_what_can_both_be_true_or_is_about_another_thing_does_not(change):
    assert not differ(ONE, replace(OTHER, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"place": ""},
        {"left": "", "reached": ""},
        {"first": date(2025, 3, 9), "last": date(2025, 3, 12)},
        {"nationalities": frozenset({"CN"})},
    ],
)
def test_what_is_said_less_exactly_may_still_be_the_same_thing(change):
    assert differ(ONE, replace(OTHER, **change))


def test_people_told_apart_by_nationality_are_counted_apart():
    chinese = replace(ONE, nationalities=frozenset({"CN"}))
    assert not differ(chinese, replace(OTHER, nationalities=frozenset({"IN", "KE"})))


def test_a_source_may_quote_two_who_differ_but_does_not_differ_from_whom_it_quotes():
    assert differ(ONE, replace(OTHER, source=ONE.source))
    assert not differ(ONE, replace(OTHER, source=ONE.source, is_quoted=False))


def test_without_place_or_way_nothing_can_be_said():
    nowhere = {"place": "", "left": "", "reached": ""}
    assert not differ(replace(ONE, **nowhere), replace(OTHER, **nowhere))


def test_long_spans_are_compared_with_the_very_same_span_only():
    month = {"first": date(2025, 3, 1), "last": date(2025, 3, 31)}
    assert differ(replace(ONE, **month), replace(OTHER, **month))
    assert not differ(replace(ONE, **month), replace(OTHER, first=date(2025, 1, 1), last=date(2025, 12, 31)))


def test_those_who_differ_from_one_stand_together_the_latest_days_first():
    third = replace(ONE, statement=UUID(int=3), voice="reporter", number=Bounded(3_500, Bound.EXACT))
    later = [
        replace(one, statement=UUID(int=10 + at), first=date(2025, 4, 1), last=date(2025, 4, 1))
        for at, one in enumerate((ONE, OTHER))
    ]
    groups = differing([ONE, *later, third, OTHER])
    assert [len(group) for group in groups] == [2, 3]
    assert groups[0][0].first == date(2025, 4, 1)


def test_hundreds_of_voices_that_all_differ_are_gathered_at_once():
    said = [
        replace(ONE, statement=UUID(int=at), source=UUID(int=at), voice=str(at), number=Bounded(at, Bound.EXACT))
        for at in range(300)
    ]
    took = []
    # The garbage of tests before may be collected in the middle of one of them.
    for _ in range(3):
        began = time.perf_counter()
        (group,) = differing(said)
        took.append(time.perf_counter() - began)
        assert len(group) == 300
    assert min(took) < 0.5


CLAIMS = st.builds(
    Claim,
    statement=st.uuids(),
    source=st.uuids(),
    is_quoted=st.booleans(),
    voice=st.sampled_from("abc"),
    number=st.builds(Bounded, st.integers(0, 9), st.sampled_from(Bound)),
    kind=st.sampled_from(["arrest", "handover"]),
    counted=st.just(""),
    cumulative=st.booleans(),
    first=st.dates(DAY, DAY + timedelta(days=9)),
    last=st.just(DAY),
    place=st.sampled_from(["", "a", "b"]),
    left=st.sampled_from(["", "MM"]),
    reached=st.just("CN"),
).flatmap(lambda one: st.integers(0, 12).map(lambda days: replace(one, last=one.first + timedelta(days=days))))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CLAIMS, max_size=12, unique_by=lambda one: one.statement))
def test_no_two_that_differ_are_missed_or_parted(claims):
    groups = [set(group) for group in differing(claims)]
    for one, other in combinations(claims, 2):
        assert not differ(one, other) or any({one, other} <= group for group in groups)
    for group in groups:
        assert all(any(differ(one, other) for other in group) for one in group)
    assert sum(map(len, groups)) == len(set().union(*groups))
