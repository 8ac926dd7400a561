"""Which names of a list share the most telling keys with each name of another, compiled by numba."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

#: Names that share less than this part of what the best of their group shares are not compared.
SHARE_OF_BEST = np.float32(0.4)


@njit(cache=True, nogil=True)
def _leave_out_far(best: Any, filled: Any, itself: Any, chosen: Any) -> None:
    """Leave out the names that share little beside the best of their group.

    On one and the same list a name shares all with itself, which says nothing of the others.
    """
    for group in range(len(filled)):
        most = np.float32(0.0)
        for slot in range(filled[group]):
            if chosen[group, slot] != itself:
                most = max(most, best[group, slot])
        for slot in range(filled[group]):
            if best[group, slot] < SHARE_OF_BEST * most:
                chosen[group, slot] = -1


@njit(cache=True, nogil=True)
def best_shared(
    queries: Any,
    query_bounds: Any,
    starts: Any,
    ends: Any,
    weights: Any,
    numbers: Any,
    groups: Any,
    itself: Any,
    budget: Any,
    out: Any,
) -> Any:
    """Choose for each query the names of each group that share most with it.

    Args:
        queries: (keys of queries,) number of the key among those of the list, -1 where the list lacks it; the rarest of
            a query first.
        query_bounds: (queries + 1,) where the keys of each query begin.
        starts: (keys,) where the numbers of each key begin.
        ends: (keys,) where they end.
        weights: (keys,) float32, how telling each key is.
        numbers: Numbers of the names that have each key.
        groups: (names,) the group of each name, below 32.
        itself: Number of the first query where both lists are the same, else -1.
        budget: Numbers read for one query at most; common keys beyond it are not followed.
        out: (queries, 32 groups, places) int32, filled with numbers of names, -1 where a group has no more.

    Returns:
        How many queries passed the budget.
    """
    sheet = np.zeros(len(groups), np.float32)
    touched = np.empty(len(groups), np.int32)
    places = out.shape[2]
    best = np.empty((32, places), np.float32)
    filled = np.empty(32, np.int64)
    out[:] = -1
    cut = 0
    for query in range(len(query_bounds) - 1):
        met, read = 0, 0
        for place in range(query_bounds[query], query_bounds[query + 1]):
            key = queries[place]
            if key < 0:
                continue
            read += ends[key] - starts[key]
            if read > budget:
                cut += 1
                break
            for at in range(starts[key], ends[key]):
                name = numbers[at]
                if sheet[name] == 0:
                    touched[met] = name
                    met += 1
                sheet[name] += weights[key]
        filled[:] = 0
        for at in range(met):
            name = touched[at]
            total, group = sheet[name], groups[name]
            sheet[name] = 0
            if filled[group] < places:
                slot = filled[group]
                filled[group] += 1
            else:
                slot = np.argmin(best[group])
                if best[group, slot] >= total:
                    continue
            best[group, slot] = total
            out[query, group, slot] = name
        _leave_out_far(best, filled, itself + query if itself >= 0 else -1, out[query])
    return cut
