"""Pairs become people: who is joined by a chain of pairs is one, unless two of the chain cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from noharbor.science.matching.people.forbidding import facts_only, may_be_one
from noharbor.science.matching.people.person import Person


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
    numbers: dict[Person, int] = {}
    told = [numbers.setdefault(facts_only(person), len(numbers)) for person in people]
    facts = tuple(numbers)
    group = [_Group([place], {told[place]}) for place in range(len(people))]
    for one, other in pairs:
        few, many = sorted((group[one], group[other]), key=lambda some: len(some.places))
        if few is many or any(not may_be_one(facts[a], facts[b]) for a in few.facts for b in many.facts):
            continue
        many.places.extend(few.places)
        many.facts.update(few.facts)
        for place in few.places:
            group[place] = many
    return [sorted(some.places) for some in {id(some): some for some in group}.values()]


class _Group(NamedTuple):
    """Records that are one.

    Attributes:
        places: Of these.
        facts: Numbers of what they say that can forbid anything; thousands of records say few different things.
    """

    places: list[int]
    facts: set[int]
