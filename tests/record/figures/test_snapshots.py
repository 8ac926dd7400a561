"""Of which day a figure is, what is one snapshot, and what does not agree."""

from __future__ import annotations

import datetime
import uuid

import pytest

from noharbor.record.figures.disagreements import disagreements
from noharbor.record.figures.runs import runs
from noharbor.record.figures.snapshots import AsOf, Origin, Published, Said, Scope, as_of, began, gathered
from noharbor.record.figures.speakers import Speaker
from noharbor.record.figures.vocabulary import AsOfKnown, Reason
from noharbor.science.bounds import Bounded
from noharbor.science.language.events import Bound
from noharbor.science.moments.moment import DAY_OF_PUBLICATION, Moment, Precision

MARCH = datetime.date(2025, 3, 1)
NORTH = Scope(place="rg-northern-myanmar")


def day(number: int) -> datetime.date:
    return MARCH + datetime.timedelta(days=number - 1)


def said(
    who: str,
    value: int,
    on: int | None,
    bound: Bound = Bound.EXACT,
    *,
    known: AsOfKnown = AsOfKnown.STATED,
    **columns: object,
) -> Said:
    known_day = None if on is None else AsOf(day(on), day(on), Precision.DAY, known)
    return Said(
        **{
            "origin": Origin(uuid.uuid4(), "proposed", uuid.uuid4(), "Report", "River Times", "en", "C", False),
            "speaker": Speaker(who, who),
            "number": Bounded(value, bound),
            "words": str(value),
            "cumulative": True,
            "as_of": known_day,
            "began": None,
            "scope": Scope(),
            **columns,
        }
    )


def told(*figures: Said) -> list[tuple[Reason, float, float]]:
    return [
        (found.reason, found.one.best.number.value, found.other.best.number.value)
        for found in disagreements(gathered(figures))
    ]


# ---- of which day ----


def test_a_total_over_a_span_is_of_its_last_day_and_a_single_action_of_all_of_them():
    span = Moment(day(1), day(10), Precision.RANGE, "1 to 10 March")
    total, single = (as_of(span, Published(day(15), "day"), cumulative=one) for one in (True, False))
    assert total == AsOf(day(10), day(10), Precision.DAY, AsOfKnown.STATED)
    assert single == AsOf(day(1), day(10), Precision.RANGE, AsOfKnown.STATED)
    assert began(span) == day(1)


def test_without_a_day_it_is_of_the_publication_no_more_exactly_than_that_is_known():
    expected = AsOf(MARCH, day(31), Precision.MONTH, AsOfKnown.PUBLISHED)
    assert as_of(None, Published(MARCH, "month"), cumulative=True) == expected
    resolved = Moment(MARCH, MARCH, Precision.MONTH, "2025-03", DAY_OF_PUBLICATION)
    assert as_of(resolved, Published(MARCH, "month"), cumulative=True) == expected
    assert began(resolved) is None
    assert as_of(None, Published(None, "day"), cumulative=True) is None


@pytest.mark.parametrize(("words", "first"), [("2025年", datetime.date(2025, 1, 1)), ("2021年至2025年", None)])
def test_one_whole_year_says_when_it_began_and_the_last_of_several_does_not(words, first):
    year = Moment(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31), Precision.YEAR, words, "end of the period")
    assert began(year) == first
    assert as_of(year, Published(None, ""), cumulative=True).first == datetime.date(2025, 12, 31)


def test_a_month_is_about_the_days_in_it_and_not_about_the_next_month():
    march = AsOf(day(1), day(31), Precision.MONTH, AsOfKnown.PUBLISHED)
    april = AsOf(day(32), day(61), Precision.MONTH, AsOfKnown.PUBLISHED)
    days = [AsOf(day(one), day(one), Precision.DAY, AsOfKnown.STATED) for one in (1, 8, 9, 33)]
    assert [march.is_about(one) for one in (*days, april)] == [True, True, True, False, False]
    assert [days[0].is_about(one) for one in days[1:]] == [True, False, False]


# ---- what is one snapshot ----


def test_sources_that_repeat_a_speaker_are_one_snapshot_of_the_day_that_is_known_best():
    stated, later = said("force", 7968, 15), said("force", 7968, 17, known=AsOfKnown.PUBLISHED)
    (snapshot,) = gathered([later, stated])
    assert snapshot.told == (stated, later)


def test_other_numbers_speakers_scopes_and_weeks_are_other_snapshots():
    base = said("force", 300, 1)
    others = [
        said("force", 301, 1),
        said("force", 300, 1, Bound.AT_LEAST),
        said("police", 300, 1),
        said("force", 300, 1, scope=NORTH),
        said("force", 300, 20),
        said("force", 300, 1, cumulative=False),
        said("force", 300, None),
    ]
    assert len(gathered([base, *others])) == 8


def test_eleven_caught_twice_in_a_week_are_two_actions():
    assert len(gathered([said("police", 11, on, cumulative=False) for on in (1, 3, 3)])) == 2


def test_snapshots_come_newest_first_and_those_of_no_day_last():
    found = gathered([said("a", 1, None), said("b", 2, 3), said("c", 3, 9)])
    assert [one.best.speaker.key for one in found] == ["c", "b", "a"]


# ---- what does not agree ----


def test_the_three_counts_of_march_2025_stand_side_by_side():
    government = said("government", 2763, 11)
    force = said("force", 7968, 15)
    ministry = said("ministry", 2876, 15, scope=Scope(reached="CN"))
    assert told(government, force, ministry) == [
        (Reason.PART_LARGER, 2876, 2763),
        (Reason.APART, 2763, 7968),
    ]


def test_a_total_that_falls_is_told_of_one_speaker_and_one_scope():
    assert told(said("centre", 70_000, 1), said("centre", 14_047, 25)) == [(Reason.FALLS, 70_000, 14_047)]
    assert told(said("centre", 70_000, 1), said("centre", 14_047, 25, scope=NORTH)) == []
    assert told(said("centre", 14_047, 1), said("centre", 70_000, 25)) == []


def test_periods_that_began_on_other_days_are_not_compared():
    one = said("ministry", 437, 1, began=day(1))
    other = said("ministry", 258, 25, began=day(20))
    assert told(one, other) == []


@pytest.mark.parametrize(
    "figures",
    [
        (said("a", 300, 1, Bound.AT_LEAST), said("b", 312, 1)),
        (said("a", 300, 1, Bound.ABOUT), said("b", 312, 1)),
        (said("a", 300, 1), said("b", 312, 20)),
        (said("a", 300, 1), said("b", 312, None)),
        (said("a", 300, 1, cumulative=False), said("b", 312, 1, cumulative=False)),
        (said("a", 300, 1, scope=NORTH), said("b", 312, 1)),
        (said("a", 300, 1, scope=NORTH), said("b", 200, 1, scope=Scope(place="mm-myawaddy"))),
    ],
)
def test_what_may_both_be_so_is_left_alone(figures):
    assert told(*figures) == []


def test_a_part_of_one_whole_is_compared_whatever_its_speaker():
    part = said("a", 900, 1, scope=Scope(place="mm-myawaddy", nationalities=("CN",)))
    assert told(part, said("a", 800, 3)) == [(Reason.PART_LARGER, 900, 800)]


# ---- what a chart may join ----


def joined(*figures: Said) -> list[list[float]]:
    earliest_first = sorted(gathered(figures), key=lambda one: one.best.as_of.first)
    return [[one.best.number.value for one in run] for run in runs(earliest_first)]


def test_totals_that_grow_are_one_run():
    assert joined(said("A", 31_000, 1), said("A", 48_000, 2), said("A", 55_000, 3)) == [[31_000, 48_000, 55_000]]


def test_a_smaller_total_begins_another_run_and_each_goes_on_from_the_largest_it_can_have_grown_from():
    figures = (said("A", 49_000, 1), said("A", 2_876, 2), said("A", 55_000, 3), said("A", 5_500, 4))
    assert joined(*figures) == [[49_000, 55_000], [2_876, 5_500]]


def test_a_total_of_about_may_follow_a_slightly_larger_one():
    assert joined(said("A", 31_000, 1), said("A", 30_000, 2, Bound.ABOUT)) == [[31_000, 30_000]]


def test_nobody_who_counted_more_goes_on_to_say_at_least_a_part_of_it():
    figures = (said("A", 55_000, 1), said("A", 2_876, 2), said("A", 5_500, 3, Bound.AT_LEAST))
    assert joined(*figures) == [[55_000], [2_876, 5_500]]
