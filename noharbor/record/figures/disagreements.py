"""Figures that cannot both be so, set side by side. Nothing says which of them is right.

Only running totals are compared: two single actions of one day may be two actions. "Something else" is compared with
nothing. Totals whose periods began on different days, as far as both say so, count different things and are left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from noharbor.record.figures.snapshots import ABOUT_ONE_DAY, AsOf, Said, Snapshot
from noharbor.record.figures.vocabulary import Reason
from noharbor.science.bounds import can_both_be_true

#: Running totals of one series that are compared, each with those of about the same day.
MOST_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two snapshots side by side.

    Attributes:
        one: The earlier; the part, where a part is larger than the whole.
        other: The later, or the whole.
        reason: Why they stand side by side.
    """

    one: Snapshot
    other: Snapshot
    reason: Reason


def disagreements(snapshots: Iterable[Snapshot]) -> list[Disagreement]:
    """Find what does not agree among the newest running totals of one series, newest first.

    Args:
        snapshots: Of what one series counts, in any order.
    """
    totals = sorted(
        filter(_is_compared, snapshots), key=lambda one: (_day(one).last, _day(one).first, one.best.number.value)
    )[-MOST_COMPARED:]
    found = [*_falls(totals), *_beside(totals)]
    return sorted(found, key=lambda one: max(_day(one.one).last, _day(one.other).last), reverse=True)


def are_all_compared(snapshots: Iterable[Snapshot]) -> bool:
    """Tell whether no running total is left out as one too many."""
    return sum(map(_is_compared, snapshots)) <= MOST_COMPARED


def _is_compared(snapshot: Snapshot) -> bool:
    return snapshot.best.cumulative and snapshot.best.as_of is not None


def _day(snapshot: Snapshot) -> AsOf:
    day = snapshot.best.as_of
    if day is None:
        raise TypeError("Only figures of a known day are compared.")
    return day


def _falls(totals: Sequence[Snapshot]) -> Iterator[Disagreement]:
    """Totals of one speaker and scope that are smaller than the one of the day before can be."""
    strands: defaultdict[object, list[Snapshot]] = defaultdict(list)
    for one in totals:
        strands[one.strand].append(one)
    for strand in strands.values():
        for at, later in enumerate(strand):
            earlier = next((one for one in reversed(strand[:at]) if _day(one).last < _day(later).first), None)
            if earlier is not None and _is_larger(earlier.best, later.best):
                yield Disagreement(earlier, later, Reason.FALLS)


def _beside(totals: Sequence[Snapshot]) -> Iterator[Disagreement]:
    """Totals of about the same day: two speakers on one scope, and parts of what somebody counts whole."""
    lasts = [_day(one).last for one in totals]
    longest = max((_day(one).last - _day(one).first for one in totals), default=ABOUT_ONE_DAY)
    for at, later in enumerate(totals):
        # Whoever ends before this can be of no such day as `later`, however long the spans are.
        begin = bisect_left(lasts, _day(later).last - longest - ABOUT_ONE_DAY)
        for earlier in totals[begin:at]:
            if _day(earlier).is_about(_day(later)):
                yield from _compared(earlier, later)


def _compared(earlier: Snapshot, later: Snapshot) -> Iterator[Disagreement]:
    one, other = earlier.best, later.best
    if one.began is not None and other.began is not None and one.began != other.began:
        return
    if one.scope.key == other.scope.key:
        if one.speaker.key != other.speaker.key and not can_both_be_true(one.number, other.number):
            yield Disagreement(earlier, later, Reason.APART)
    elif one.scope.is_part_of(other.scope) and _is_larger(one, other):
        yield Disagreement(earlier, later, Reason.PART_LARGER)
    elif other.scope.is_part_of(one.scope) and _is_larger(other, one):
        yield Disagreement(later, earlier, Reason.PART_LARGER)


def _is_larger(one: Said, other: Said) -> bool:
    """Whether the least the one allows is more than the most the other allows."""
    return other.number.highest is not None and one.number.lowest > other.number.highest
