"""What the index asks of those who know names: keys to find candidates by, and a comparison to rank them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

#: Groups are numbered below this.
GROUPS = 32


class Keyed(NamedTuple):
    """The keys of names.

    Attributes:
        keys: All keys, name after name, each once for a name.
        counts: How many each name has, at least one.
        groups: The group each name belongs to, below 32: names of one script are shortlisted among themselves.
    """

    keys: NDArray[np.uint32]
    counts: NDArray[np.int64]
    groups: NDArray[np.uint8]


class Keys(Protocol):
    """Writes names as keys: the same name in another script or spelling shares several of them."""

    @property
    def version(self) -> str:
        """Changes whenever the same name may get other keys."""
        ...

    def of_many(self, names: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
        """The keys names are found by, in the order of `Keyed`."""
        ...

    def of_query(self, name: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        """The keys to search a name with, each once, and the weight of each before rarity, which the index counts."""
        ...


class Judgement(Protocol):
    """How alike two names are, and why; what `noharbor.science.names.comparison` returns is one."""

    @property
    def score(self) -> float:
        """From 0 to 1."""
        ...

    @property
    def level(self) -> object:
        """The kind of evidence."""
        ...

    @property
    def reason(self) -> object:
        """One sentence a judge can read."""
        ...


class Judgements(Protocol):
    """How alike a name and each of a list are; what `noharbor.science.names.compare_many` returns is one.

    Attributes:
        scores: From 0 to 1, in the order of the list.
    """

    scores: NDArray[np.float64]

    def __getitem__(self, at: int, /) -> Judgement:
        """The comparison with one name of the list; asked only for what is shown."""
        ...


class Scorer(Protocol):
    """Compares a name with each of a list; `noharbor.science.names.compare_many` is one."""

    def __call__(self, one: str, names: Sequence[str], /) -> Judgements:
        """How alike they are."""
        ...
