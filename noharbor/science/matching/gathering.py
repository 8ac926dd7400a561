"""The inner loops of a search: adding up the weights of shared keys over millions of names, compiled by numba.

Weights are whole numbers whose sum over a query fits in 16 bits, so that the sheet of sums for 30 million names takes
60 MB.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

#: The largest sum of weights.
FULL = 60_000

#: Sums are told apart in steps of two to the power of this when the best are picked.
STEP = 6

_Loop = TypeVar("_Loop", bound=Callable[..., Any])


def _compiled(loop: _Loop) -> _Loop:
    """Compile a loop; the machine code is kept on disk, so that only the first process pays."""
    compiled: Any = njit(cache=True, nogil=True)(loop)
    return cast(_Loop, compiled)


@_compiled
def gather(
    numbers: NDArray[np.uint32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    weights: NDArray[np.uint16],
    sheet: NDArray[np.uint16],
    touched: NDArray[np.uint32],
) -> int:
    """Add each key's weight to the sums of the names that carry it.

    Args:
        numbers: Name numbers of all keys.
        starts: Where each key's numbers begin.
        ends: Where they end.
        weights: What each key adds.
        sheet: One sum for each name of the segment, all zero.
        touched: Room for the names met, as many as there are numbers to read.

    Returns:
        How many names were met; they are in `touched`.
    """
    count = 0
    for key in range(len(starts)):
        weight = weights[key]
        for place in range(starts[key], ends[key]):
            name = numbers[place]
            if sheet[name] == 0:
                touched[count] = name
                count += 1
            sheet[name] += weight
    return count


@_compiled
def tally(
    sheet: NDArray[np.uint16],
    touched: NDArray[np.uint32],
    groups: NDArray[np.uint8],
    gone: NDArray[np.bool_],
    counts: NDArray[np.int64],
) -> int:
    """Count how many names have each sum, the names of removed records taken off; returns how many are left.

    Args:
        sheet: The sums.
        touched: The names with a sum; names left come first afterwards.
        groups: The group of each name.
        gone: Whether a name is no longer valid; empty where all are.
        counts: (groups, steps) one count for each step of sums, added to.
    """
    left = 0
    for place in range(len(touched)):
        name = touched[place]
        if len(gone) and gone[name]:
            sheet[name] = 0
        else:
            counts[groups[name], sheet[name] >> STEP] += 1
            touched[left] = name
            left += 1
    return left


@_compiled
def lift(
    sheet: NDArray[np.uint16],
    touched: NDArray[np.uint32],
    groups: NDArray[np.uint8],
    least: NDArray[np.int64],
    names: NDArray[np.uint32],
    sums: NDArray[np.uint16],
) -> int:
    """Take the names with at least their group's least sum off the sheet, and clear it; returns how many there are."""
    count = 0
    for name in touched:
        total = sheet[name]
        sheet[name] = 0
        if total >= least[groups[name]]:
            names[count] = name
            sums[count] = total
            count += 1
    return count


@_compiled
def add_common(
    numbers: NDArray[np.uint32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    weights: NDArray[np.uint16],
    names: NDArray[np.uint32],
    sums: NDArray[np.uint16],
) -> None:
    """Add the weights of common keys to names already found, by looking each name up in the keys' numbers."""
    for key in range(len(starts)):
        for at in range(len(names)):
            low, high = starts[key], ends[key]
            while low < high:
                middle = (low + high) >> 1
                if numbers[middle] < names[at]:
                    low = middle + 1
                else:
                    high = middle
            if low < ends[key] and numbers[low] == names[at]:
                sums[at] += weights[key]
