"""By which of their names two rows agree best, some thousands of names at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.judged import WORTH_A_LOOK
from noharbor.science.matching.people.named_rows import NamedRows, in_letters
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.telling import Told, unheard
from noharbor.science.names.comparison import compare_pairs
from noharbor.science.names.prepared import Prepared

#: Names of a list made ready at once, and pairs compared at once: each takes some tenths of a second.
_NAMES_AT_ONCE, _PAIRS_AT_ONCE = 5_000, 20_000


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


def best_names(
    first: NamedRows, second: NamedRows, pairs: NDArray[np.int64], told: Told = unheard
) -> dict[tuple[int, int], Best]:
    """Find the names by which rows agree best, of all pairs of rows whose names are worth a look.

    Args:
        first: A list.
        second: Another or the same, whose pairs of rows then come once, the lower row first.
        pairs: (pairs, 2) numbers of a name of each list, each pair once.
        told: Called with the part that is done.
    """
    best: dict[tuple[int, int], Best] = {}
    blocks = _Blocks(first.names, pairs[:, 0])
    parts = _parts(pairs)
    for done, part in enumerate(parts):
        theirs, places = np.unique(part[:, 1], return_inverse=True)
        prepared = Prepared(second.names[name] for name in theirs.tolist())
        for some in blocks.cut(part[:, 0]):
            told(done / len(parts))
            odds, levels = blocks.compare(part[some, 0], prepared, places[some])
            for at in np.flatnonzero(odds > WORTH_A_LOOK).tolist():
                name, its_match = part[some[at]].tolist()
                found = Best(float(odds[at]), int(levels[at]), (first.names[name], second.names[its_match]))
                for rows in pairs_of_rows(first.owners(name), second.owners(its_match), same=first is second):
                    if rows not in best or best[rows].odds < found.odds:
                        best[rows] = found
    return best


class _Blocks:
    """The names of a list that are compared, ready block by block.

    Args:
        names: Of the list.
        used: Numbers of those that are compared.
    """

    def __init__(self, names: Sequence[str], used: NDArray[np.int64]) -> None:
        self._names = names
        self._used = np.unique(used)
        self._ready: dict[int, Prepared] = {}

    def cut(self, names: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
        """Yield the places of names that stand in one block."""
        blocks = np.searchsorted(self._used, names) // _NAMES_AT_ONCE
        for block in np.unique(blocks):
            yield np.flatnonzero(blocks == block)

    def compare(
        self, names: NDArray[np.int64], others: Prepared, places: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
        """Compare names of one block with others that stand at the given places; log-odds and levels."""
        numbers = np.searchsorted(self._used, names)
        block = int(numbers[0]) // _NAMES_AT_ONCE
        if block not in self._ready:
            some = self._used[block * _NAMES_AT_ONCE : (block + 1) * _NAMES_AT_ONCE]
            self._ready[block] = Prepared(self._names[name] for name in some.tolist())
        return compare_pairs(self._ready[block], others, np.stack([numbers % _NAMES_AT_ONCE, places], axis=1))


def names_of_each(person: Person, others: Sequence[Person]) -> list[Best]:
    """The names by which a person agrees best with each of a few others; "" for who has none."""
    ones = Prepared(map(in_letters, person.names or ("",)))
    names = [list(map(in_letters, other.names or ("",))) for other in others]
    theirs = Prepared(name for some in names for name in some)
    bounds = np.cumsum([0, *map(len, names)])
    pairs = np.array([(mine, its) for its in range(len(theirs)) for mine in range(len(ones))], np.int64).reshape(-1, 2)
    odds, levels = compare_pairs(ones, theirs, pairs)
    best = []
    for begin, end in zip(bounds[:-1] * len(ones), bounds[1:] * len(ones), strict=True):
        at = int(begin + np.argmax(odds[begin:end]))
        best.append(Best(float(odds[at]), int(levels[at]), (ones[pairs[at, 0]], theirs[pairs[at, 1]])))
    return best


def pairs_of_rows(ones: Iterable[int], others: Sequence[int], *, same: bool) -> Iterator[tuple[int, int]]:
    """Every row of one list with every row of another; of one and the same list each pair once, the lower row first."""
    for one in ones:
        for other in others:
            if not same:
                yield one, other
            elif one != other:
                yield min(one, other), max(one, other)


def _parts(pairs: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Pairs by their second name, cut so that no part has too many names or pairs."""
    if not len(pairs):
        return []
    ordered = pairs[np.argsort(pairs[:, 1], kind="stable")]
    names = np.cumsum(np.diff(ordered[:, 1], prepend=-1) != 0) - 1
    part = np.arange(len(ordered)) // _PAIRS_AT_ONCE + names // _NAMES_AT_ONCE
    return np.split(ordered, np.flatnonzero(np.diff(part)) + 1)
