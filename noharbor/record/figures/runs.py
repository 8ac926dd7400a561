"""Which running totals of one speaker go on counting the same, so that a chart may join them.

A running total does not fall. Where a speaker's does, two counts are told under one name (all of Myanmar, one town),
and a line from one to the other would say that people were uncounted.
"""

from __future__ import annotations

from collections.abc import Iterable

from noharbor.record.figures.snapshots import Snapshot
from noharbor.science.bounds import Bounded


def runs(strand: Iterable[Snapshot]) -> list[list[Snapshot]]:
    """Part the running totals of one speaker and scope into runs that never fall.

    Args:
        strand: The earliest first.

    Returns:
        Each snapshot in one run, after the largest number before it that it can have grown from.
    """
    found: list[list[Snapshot]] = []
    for snapshot in strand:
        before = [run for run in found if _may_grow_to(run[-1].best.number, snapshot.best.number)]
        if before:
            max(before, key=lambda run: run[-1].best.number.value).append(snapshot)
        else:
            found.append([snapshot])
    return found


def _may_grow_to(one: Bounded, other: Bounded) -> bool:
    # "At least 5,500" is true of 55,000 too, but nobody who counted 55,000 goes on to say it.
    most = other.value if other.highest is None else other.highest
    return one.lowest <= most
