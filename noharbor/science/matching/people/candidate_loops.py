"""Which names of a list share the most telling keys with each name of another, compiled by numba."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit

#: How births of two people agree: years apart; not known or nearly; spans that meet; one day that both state.
APART, UNKNOWN, MAY_BE, ONE_DAY = 0, 1, 2, 3


class Limits(NamedTuple):
    """How many names are chosen.

    Attributes:
        read: Numbers of names read for one query at most; common keys beyond it are not followed.
        share: Names that share less than this part of what the best of their group shares are left out.
        share_born: The same for names whose owners may be born on one day.
        same_day: How much more those are worth whose owners are born on one day that both state.
        apart: How much less those are worth whose owners are born years apart.
        years_apart: Days between births beyond which they are. Handed in, as compiled code on disk keeps the constants
            of other modules though they change.
    """

    read: int
    share: float
    share_born: float
    same_day: float
    apart: float
    years_apart: int


@njit(cache=True, nogil=True)
def numbered(distinct: Any, keys: Any) -> Any:
    """The number of each key among some; -1 where it is not among them.

    Args:
        distinct: (some,) uint32, each once.
        keys: (keys,) uint32.

    Returns:
        (keys,) int32.
    """
    # A table with many empty places, where a key stands at the first free place from its own on.
    size = 64
    while size < 4 * len(distinct):
        size *= 2
    table = np.full(size, -1, np.int32)
    mask = np.uint32(size - 1)
    for number in range(len(distinct)):
        at = (distinct[number] ^ (distinct[number] >> np.uint32(15))) & mask
        while table[at] >= 0:
            at = (at + np.uint32(1)) & mask
        table[at] = number
    found = np.empty(len(keys), np.int32)
    for place in range(len(keys)):
        at = (keys[place] ^ (keys[place] >> np.uint32(15))) & mask
        while table[at] >= 0 and distinct[table[at]] != keys[place]:
            at = (at + np.uint32(1)) & mask
        found[place] = table[at]
    return found


@njit(cache=True, nogil=True)
def postings(numbers: Any, counts: Any, keys: Any) -> Any:
    """For each key the names that have it.

    Args:
        numbers: Numbers of the keys of each name, name after name; -1 for others.
        counts: (names,) how many each name has.
        keys: How many keys there are.

    Returns:
        (keys + 1,) where the names of each key begin, and int32 numbers of names, rising for each key.
    """
    bounds = np.zeros(keys + 1, np.int64)
    for number in numbers:
        if number >= 0:
            bounds[number + 1] += 1
    bounds = np.cumsum(bounds)
    free = bounds[:-1].copy()
    names = np.empty(bounds[-1], np.int32)
    place = 0
    for name in range(len(counts)):
        for at in range(place, place + counts[name]):
            number = numbers[at]
            if number >= 0:
                names[free[number]] = name
                free[number] += 1
        place += counts[name]
    return bounds, names


@njit(cache=True, nogil=True)
def best_shared(
    queries: Any,
    query_bounds: Any,
    starts: Any,
    ends: Any,
    weights: Any,
    numbers: Any,
    groups: Any,
    births: Any,
    itself: Any,
    limits: Any,
    out: Any,
) -> Any:
    """Choose for each query the names of each group that share most with it.

    Args:
        queries: (keys of queries,) number of the key; the rarest of a query first.
        query_bounds: (queries + 1,) where the keys of each query begin.
        starts: (keys,) where the numbers of each key begin.
        ends: (keys,) where they end.
        weights: (keys,) float32, how telling each key is.
        numbers: Numbers of the names that have each key.
        groups: (names,) the group of each name, below 32.
        births: Births of the owners of the queries, the number of the first query, and births of the owners of names.
        itself: Number of the first query where both lists are the same, else -1.
        limits: See Limits.
        out: (queries, 33, places) int32, filled with numbers of names, -1 where a group has no more: of each of 32
            groups those that share most; last those of any group that share something and may be born on one day.

    Returns:
        How many queries had more to read than the limit.
    """
    sheet = np.zeros(len(groups), np.float32)
    touched = np.empty(len(groups), np.int32)
    out[:] = -1
    cut = 0
    for query in range(len(query_bounds) - 1):
        met, read = 0, 0
        for place in range(query_bounds[query], query_bounds[query + 1]):
            key = queries[place]
            read += ends[key] - starts[key]
            if read > limits.read:
                cut += 1
                break
            for at in range(starts[key], ends[key]):
                name = numbers[at]
                if sheet[name] == 0:
                    touched[met] = name
                    met += 1
                sheet[name] += weights[key]
        of_itself = itself + query if itself >= 0 else -1
        _choose(touched[:met], sheet, groups, (births[0], births[1] + query, births[2]), limits, of_itself, out[query])
    return cut


@njit(cache=True, nogil=True)
def _choose(touched: Any, sheet: Any, groups: Any, births: Any, limits: Any, itself: Any, chosen: Any) -> None:
    """Choose the best of each group and of those who may be born on one day, and wipe the sheet.

    On one and the same list a name shares all with itself, which says nothing of the others.
    """
    born = len(chosen) - 1
    best = np.zeros(chosen.shape, np.float32)
    # What a name must share more than to be chosen: the least of those that are.
    least = np.zeros(len(chosen), np.float32)
    most = np.float32(0.0)
    for name in touched:
        if name != itself:
            most = max(most, sheet[name])
    for name in touched:
        total, group = sheet[name], groups[name]
        sheet[name] = 0
        if total <= least[group] and total * limits.same_day <= least[born]:
            continue
        meeting = _births_meet(births[0], births[1], births[2], name, limits.years_apart)
        worth = total * limits.apart if meeting == APART else total
        if worth > least[group]:
            least[group] = _put(best[group], chosen[group], name, worth)
        worth = total * limits.same_day if meeting == ONE_DAY else total
        if meeting >= MAY_BE and total >= limits.share_born * most and worth > least[born]:
            least[born] = _put(best[born], chosen[born], name, worth)
    _leave_out_far(best[:born], limits.share, itself, chosen)


@njit(cache=True, nogil=True)
def _put(best: Any, chosen: Any, name: Any, total: Any) -> Any:
    """Put a name in the place of the one that shares least; how much the one does that shares least now."""
    slot = np.argmin(best)
    best[slot] = total
    chosen[slot] = name
    return best.min()


@njit(cache=True, nogil=True)
def _births_meet(ones: Any, first: Any, others: Any, second: Any, years_apart: Any) -> Any:
    """How well births of two names' owners agree at best."""
    best = APART
    for one in range(ones.bounds[first], ones.bounds[first + 1]):
        for other in range(others.bounds[second], others.bounds[second + 1]):
            if ones.latest[one] < ones.earliest[one] or others.latest[other] < others.earliest[other]:
                best = max(best, UNKNOWN)
                continue
            gap = max(ones.earliest[one] - others.latest[other], others.earliest[other] - ones.latest[one])
            if gap > years_apart:
                continue
            if gap > 0:
                best = max(best, UNKNOWN)
            elif ones.earliest[one] == ones.latest[one] and others.earliest[other] == others.latest[other]:
                return ONE_DAY
            else:
                best = max(best, MAY_BE)
    return best


@njit(cache=True, nogil=True)
def _leave_out_far(best: Any, share: Any, itself: Any, chosen: Any) -> None:
    """Leave out the names that share little beside the best of their group."""
    for group in range(len(best)):
        most = np.float32(0.0)
        for slot in range(best.shape[1]):
            if chosen[group, slot] != itself:
                most = max(most, best[group, slot])
        for slot in range(best.shape[1]):
            if best[group, slot] < share * most:
                chosen[group, slot] = -1
