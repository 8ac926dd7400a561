"""Where speakers differ: numbers said of what may be one thing that cannot both be true.

The rule is one, and readers are told it. Two numbers may be about one thing where all of this holds:

- the same kind of event and the same thing counted; a running total only beside a running total;
- the same way from one state to another, or the same place; places that are both named must not differ;
- the same days: both within a week and overlapping, or the very same span;
- people of nationalities that are not told apart.

They differ where different voices say them and `bounds.can_both_be_true` denies it. What a source says itself and what
it quotes are parts of one story, and do not. Nothing here says who is right, nor
that it was one event: two events of one day at one place look the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from noharbor.science.bounds import Bounded, can_both_be_true

#: Spans longer than this are compared with the very same span only: August is not 19 August.
SHORT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number somebody stated of something.

    Attributes:
        statement: What states it.
        source: Where it is stated.
        voice: Who says so, in one form for one speaker.
        is_quoted: Whether the source says that somebody else says so.
        number: How many or how much.
        kind: The kind of event.
        counted: What is counted: the words of a statistic, the currency of a sum; empty for the people of an event.
        cumulative: Whether it is a running total.
        first: First day the words allow.
        last: Last day the words allow.
        place: Id of the gazetteer; empty where none is known.
        left: State people left, ISO 3166-1 alpha-2; empty where none is said.
        reached: State people reached, the same way.
        nationalities: ISO 3166-1 alpha-2 of those counted; empty where none is said.
    """

    statement: UUID
    source: UUID
    voice: str
    is_quoted: bool
    number: Bounded
    kind: str
    counted: str
    cumulative: bool
    first: date
    last: date
    place: str = ""
    left: str = ""
    reached: str = ""
    nationalities: frozenset[str] = frozenset()


def may_be_about_one(one: Claim, other: Claim) -> bool:
    """Tell whether two claims may be about one thing, by the rule above."""
    return (
        _thing(one) == _thing(other)
        and _where_one(one, other)
        and _when_one(one, other)
        and (not one.nationalities or not other.nationalities or bool(one.nationalities & other.nationalities))
    )


def differ(one: Claim, other: Claim) -> bool:
    """Tell whether two voices say of what may be one thing what cannot both be true."""
    are_two = one.voice != other.voice and (one.source != other.source or (one.is_quoted and other.is_quoted))
    return are_two and may_be_about_one(one, other) and not can_both_be_true(one.number, other.number)


def differing(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Gather claims that differ, each with those it differs from, directly or through others.

    Args:
        claims: Any; the work grows with the square of those of one kind and one week.

    Returns:
        Groups of at least two claims, those of the latest days first; within a group by voice and day.
    """
    found = list(claims)
    group_of = {_key(claim): [claim] for claim in found}
    for one, other in _of_one_time(found):
        mine, theirs = group_of[_key(one)], group_of[_key(other)]
        if mine is not theirs and differ(one, other):
            # The few join the many: hundreds that all differ would otherwise be copied at every pair.
            few, many = sorted((mine, theirs), key=len)
            many += few
            group_of.update(dict.fromkeys(map(_key, few), many))
    groups = {id(group): group for group in group_of.values() if len(group) > 1}.values()
    told = (tuple(sorted(group, key=lambda one: (one.voice, one.first, str(one.statement)))) for group in groups)
    return tuple(sorted(told, key=lambda group: (-max(one.last for one in group).toordinal(), group[0].voice)))


def _key(claim: Claim) -> tuple[UUID, str]:
    """A statement may claim a number of people and a sum of money."""
    return claim.statement, claim.counted


def _thing(claim: Claim) -> tuple[str, str, bool]:
    return claim.kind, claim.counted, claim.cumulative


def _where_one(one: Claim, other: Claim) -> bool:
    if one.place and other.place and one.place != other.place:
        return False
    ways = [(claim.left, claim.reached) for claim in (one, other)]
    if all(left and reached for left, reached in ways):
        return ways[0] == ways[1]
    return bool(one.place) and one.place == other.place


def _is_short(claim: Claim) -> bool:
    return claim.last - claim.first < SHORT


def _when_one(one: Claim, other: Claim) -> bool:
    if _is_short(one) and _is_short(other):
        return one.first <= other.last and other.first <= one.last
    return (one.first, one.last) == (other.first, other.last)


def _of_one_time(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of the same thing whose days may be one: no pair that can differ is left out."""
    alike: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_thing(claim), None if _is_short(claim) else (claim.first, claim.last)].append(claim)
    for some in alike.values():
        some.sort(key=lambda claim: claim.first)
        for at, one in enumerate(some):
            for other in some[at + 1 :]:
                if other.first > one.last:
                    break
                yield one, other
