"""Pairs become people: who is joined by a chain of pairs is one, unless two of the chain cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numba import njit
from numpy.typing import NDArray

from noharbor.science.matching.people.agreement import Kind, agreements
from noharbor.science.matching.people.person import Person

#: What two records of one person cannot say. A passport is renewed, so that another number alone cuts no chain.
CANNOT_BE_ONE = frozenset({Kind.BORN_YEARS_APART, Kind.OTHER_NATIONALITY, Kind.OTHER_NATIONAL_ID, Kind.OTHER_SEX})


@njit(cache=True)
def components(records: int, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each record the lowest record that a chain of pairs joins it with.

    Args:
        records: How many there are.
        pairs: (pairs, 2) numbers of records.

    Returns:
        (records,) the lowest record of each one's component; its own number where no pair names it.
    """
    root = np.arange(records)
    for at in range(len(pairs)):
        one, other = pairs[at, 0], pairs[at, 1]
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        while root[other] != other:
            root[other] = root[root[other]]
            other = root[other]
        root[max(one, other)] = min(one, other)
    for record in range(records):
        root[record] = root[root[record]]
    return root


def cut(people: Sequence[Person], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Part people whom a chain joins, where two of the chain cannot be one.

    Args:
        people: Of one component.
        pairs: Pairs of their places that may be joined, the surest first.

    Returns:
        The places of each one's records; every place stands in one list. A pair whose joining would put two records
        together that cannot be one is left out, so that the surer pairs decide.
    """
    group = {place: [place] for place in range(len(people))}
    for one, other in pairs:
        mine, theirs = group[one], group[other]
        if mine is theirs or any(not may_be_one(people[a], people[b]) for a in mine for b in theirs):
            continue
        mine += theirs
        for place in theirs:
            group[place] = mine
    return [sorted(places) for place, places in group.items() if min(places) == place]


def may_be_one(one: Person, other: Person) -> bool:
    """Whether nothing in two records forbids that they are of one person."""
    return CANNOT_BE_ONE.isdisjoint(agreement.kind for agreement in agreements(one, other))
