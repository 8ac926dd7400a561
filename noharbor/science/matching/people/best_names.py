"""By which of their names two rows agree best, some thousands of names at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.agreement import Kind, agreement_of
from noharbor.science.matching.people.helping import shared
from noharbor.science.matching.people.judged import WORTH_A_LOOK
from noharbor.science.matching.people.named_rows import NamedRows, in_letters
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.telling import Telling, Told, unheard
from noharbor.science.names.comparison import compare_pairs
from noharbor.science.names.evidence import POSSIBLE_SCORE
from noharbor.science.names.prepared import Prepared

#: Names of a list made ready at once, and pairs compared at once: each takes some tenths of a second.
_NAMES_AT_ONCE, _PAIRS_AT_ONCE = 5_000, 20_000
#: Names of the first list that are ready together; the other list's are made ready anew for each so many.
_BLOCK = 10_000
#: Pairs of people whose names are compared at once.
_PEOPLE_AT_ONCE = 5_000
#: Names further apart than this are not looked at again even where people are born on one day.
_WORTH_A_LOOK_BORN = -8.0
#: What may speak for two people beside their names where an age or a year is all that is said of their births.
_BESIDE = (Kind.BORN_MAY_AGREE, Kind.SAME_SEX, Kind.SAME_NATIONALITY, Kind.SAME_PLACE)
#: Names further apart than this are not made up for by these: together they stay below what is shown to people.
_WORTH_A_LOOK_MAY_BE = math.log(POSSIBLE_SCORE / (1 - POSSIBLE_SCORE)) - sum(
    agreement_of(kind).weight for kind in _BESIDE
)
#: First and last day of births as `NamedRows` has them: one each, or an array each.
Days = tuple[int, int] | tuple[NDArray[np.int32], NDArray[np.int32]]


class Best(NamedTuple):
    """The two names of two rows that agree best.

    Attributes:
        odds: What they say, in log-odds.
        level: Number of a Level: how they agree.
        names: The names.
    """

    odds: float
    level: int
    names: tuple[str, str]

    def turned(self) -> Best:
        """The same for the rows the other way round."""
        return Best(self.odds, self.level, (self.names[1], self.names[0]))


class _Compared(NamedTuple):
    """Pairs of rows with what two of their names say; all arrays alike long.

    Attributes:
        ones: Rows of the first list.
        others: Rows of the second.
        odds: Log-odds of the names.
        levels: Numbers of Level.
        names: (pairs, 2) numbers of the names.
    """

    ones: NDArray[np.int64]
    others: NDArray[np.int64]
    odds: NDArray[np.float32]
    levels: NDArray[np.int8]
    names: NDArray[np.int64]


def best_names(
    first: NamedRows,
    second: NamedRows,
    pairs: NDArray[np.int64],
    told: Told = unheard,
    helper: Executor | None = None,
) -> dict[tuple[int, int], Best]:
    """Find the names by which rows agree best, of all pairs of rows whose names are worth a look.

    Args:
        first: A list.
        second: Another or the same, whose pairs of rows then come once, the lower row first.
        pairs: (pairs, 2) numbers of a name of each list, each pair once.
        told: Called with the part that is done.
        helper: Another process that may do part of it.
    """
    tasks = [task for block in _blocks(first, second, pairs) for task in block]
    found, telling = [], Telling(told, len(pairs))
    for task, (odds, levels) in zip(tasks, shared(_compare, tasks, helper, telling.again), strict=True):
        telling.more(len(task.names))
        found.append(_of_rows(first, second, task.names, odds, levels))
    _ready.cache_clear()
    if not found:
        return {}
    compared = _Compared(*(np.concatenate(some) for some in zip(*found, strict=True)))
    # The best of each pair of rows; of equal ones that which was compared first.
    order = np.lexsort((-compared.odds, compared.others, compared.ones))
    ones, others = compared.ones[order], compared.others[order]
    first_of_rows = np.ones(len(order), bool)
    first_of_rows[1:] = (np.diff(ones) != 0) | (np.diff(others) != 0)
    best = order[first_of_rows]
    rows = zip(compared.ones[best].tolist(), compared.others[best].tolist(), strict=True)
    said = zip(compared.odds[best].tolist(), compared.levels[best].tolist(), compared.names[best].tolist(), strict=True)
    return {
        at: Best(odds, level, (first.names[one], second.names[other]))
        for at, (odds, level, (one, other)) in zip(rows, said, strict=True)
    }


class _Task(NamedTuple):
    """Names to compare.

    Attributes:
        ones: Names of the first list.
        others: Names of the second.
        places: (pairs, 2) places of names among these.
        names: (pairs, 2) their numbers in the lists.
    """

    ones: tuple[str, ...]
    others: tuple[str, ...]
    places: NDArray[np.int64]
    names: NDArray[np.int64]


def _blocks(first: NamedRows, second: NamedRows, pairs: NDArray[np.int64]) -> Iterator[Iterator[_Task]]:
    """Pairs by blocks of names of the first list."""
    used = np.unique(pairs[:, 0])
    for begin in range(0, len(used), _BLOCK):
        block = used[begin : begin + _BLOCK]
        ones = tuple(first.names[name] for name in block.tolist())
        some = pairs[(pairs[:, 0] >= block[0]) & (pairs[:, 0] <= block[-1])]
        yield _tasks(ones, block, second.names, some[np.argsort(some[:, 1], kind="stable")])


def _tasks(
    ones: tuple[str, ...], block: NDArray[np.int64], theirs: Sequence[str], pairs: NDArray[np.int64]
) -> Iterator[_Task]:
    """Pairs of a block, ordered by their second name, cut so that no task has too many names or pairs."""
    names = np.cumsum(np.diff(pairs[:, 1], prepend=-1) != 0) - 1
    task = np.arange(len(pairs)) // _PAIRS_AT_ONCE + names // _NAMES_AT_ONCE
    for some in np.split(pairs, np.flatnonzero(np.diff(task)) + 1):
        others, places = np.unique(some[:, 1], return_inverse=True)
        texts = tuple(theirs[name] for name in others.tolist())
        yield _Task(ones, texts, np.stack([np.searchsorted(block, some[:, 0]), places], axis=1), some)


def _compare(task: _Task) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    return compare_pairs(_ready(task.ones), Prepared(task.others), task.places)


@lru_cache(maxsize=1)
def _ready(names: tuple[str, ...]) -> Prepared:
    """Names of a block, ready for all tasks that have them."""
    return Prepared(names)


def _of_rows(
    first: NamedRows,
    second: NamedRows,
    names: NDArray[np.int64],
    odds: NDArray[np.float32],
    levels: NDArray[np.int8],
) -> _Compared:
    """The rows of names that are near enough, for people born as these are."""
    near = odds > _WORTH_A_LOOK_BORN
    names, odds, levels = names[near], odds[near], levels[near]
    many, theirs = first.owned[names[:, 0]], second.owned[names[:, 1]]
    pair = np.repeat(np.arange(len(names)), many * theirs)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(many * theirs) - many * theirs, many * theirs)
    ones = first.owners(names[pair, 0], within // theirs[pair])
    others = second.owners(names[pair, 1], within % theirs[pair])
    worth = odds[pair] > least_odds(first.born(ones), second.born(others))
    if first is second:
        worth &= ones != others
        ones, others = np.minimum(ones, others), np.maximum(ones, others)
    pair = pair[worth]
    return _Compared(ones[worth], others[worth], odds[pair], levels[pair], names[pair])


def least_odds(ones: Days, others: Days) -> NDArray[np.float64]:
    """What names of two people must say at least to be looked at, as log-odds: less where births agree."""
    may_be = np.maximum(ones[0], others[0]) <= np.minimum(ones[1], others[1])
    on_one_day = np.minimum(ones[0], others[0]) == np.maximum(ones[1], others[1])
    return np.select([on_one_day, may_be], [_WORTH_A_LOOK_BORN, _WORTH_A_LOOK_MAY_BE], WORTH_A_LOOK)


def names_of_pairs(pairs: Sequence[tuple[Person, Person]]) -> Iterator[Best]:
    """The names by which each of some pairs of people agrees best; "" for who has none."""
    for begin in range(0, len(pairs), _PEOPLE_AT_ONCE):
        yield from _names_of_some(pairs[begin : begin + _PEOPLE_AT_ONCE])


def _names_of_some(pairs: Sequence[tuple[Person, Person]]) -> Iterator[Best]:
    texts: tuple[dict[str, int], dict[str, int]] = {}, {}
    places: list[tuple[int, int]] = []
    bounds = [0]
    for pair in pairs:
        mine, theirs = (
            [known.setdefault(in_letters(name), len(known)) for name in person.names or ("",)]
            for known, person in zip(texts, pair, strict=True)
        )
        places += product(mine, theirs)
        bounds.append(len(places))
    ones, others = map(Prepared, texts)
    distinct, at = np.unique(np.array(places, np.int64), axis=0, return_inverse=True)
    odds, levels = (said[at.ravel()].tolist() for said in compare_pairs(ones, others, distinct))
    for begin, end in pairwise(bounds):
        best = max(range(begin, end), key=odds.__getitem__)
        one, other = places[best]
        yield Best(odds[best], levels[best], (ones[one], others[other]))
