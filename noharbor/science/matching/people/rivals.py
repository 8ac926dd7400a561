"""Where several rows of a list fit one row about as well, none of them is sure; doubles of one person are no rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp

from noharbor.science.matching.people.judged import Judged, rescored
from noharbor.science.names.evidence import Proposal

#: Log-odds beyond this say no more: a number typed twice is as good as certain.
_MOST = 12.0


def with_rivals(
    judged: Sequence[Judged], doubles_of_one: Sequence[Judged], doubles_of_other: Sequence[Judged]
) -> list[Judged]:
    """Score pairs of two lists anew, each beside the others that want one of its rows.

    Args:
        judged: Pairs of rows of two lists.
        doubles_of_one: Pairs of rows within the first list.
        doubles_of_other: Pairs of rows within the second.
    """
    people = _people(doubles_of_one), _people(doubles_of_other)
    # For each row of one list, how well each person of the other fits it: by the best of that person's rows.
    for_one: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for_other: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for pair in judged:
        one, other = people[0].get(pair.one, pair.one), people[1].get(pair.other, pair.other)
        odds = exp(min(pair.log_odds, _MOST))
        for_one[pair.one][other] = max(for_one[pair.one].get(other, 0.0), odds)
        for_other[pair.other][one] = max(for_other[pair.other].get(one, 0.0), odds)
    found = []
    for pair in judged:
        odds = exp(min(pair.log_odds, _MOST))
        one, other = people[0].get(pair.one, pair.one), people[1].get(pair.other, pair.other)
        against_one = sum(for_one[pair.one].values()) - for_one[pair.one][other]
        against_other = sum(for_other[pair.other].values()) - for_other[pair.other][one]
        found.append(rescored(pair, odds / (1 + odds + max(against_one, against_other))))
    return found


def _people(doubles: Sequence[Judged]) -> dict[int, int]:
    """A row of each person for every row that is surely somebody's double."""
    first: dict[int, int] = {}

    def root(row: int) -> int:
        while first.get(row, row) != row:
            row = first[row]
        return row

    for pair in doubles:
        if pair.proposal is Proposal.SAME:
            one, other = sorted((root(pair.one), root(pair.other)))
            first[other] = one
    return {row: root(row) for pair in doubles for row in (pair.one, pair.other)}
