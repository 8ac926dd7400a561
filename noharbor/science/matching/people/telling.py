"""How far long work is, told while it goes on; whoever is told may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable

#: Told the part of some work that is done, 0..1.
Told = Callable[[float], None]


def unheard(_done: float) -> None:
    """Nobody listens."""


def part_of(told: Told, begin: float, end: float) -> Told:
    """What tells of a whole, told of one part of it: from where to where it goes."""
    return lambda done: told(begin + (end - begin) * done)


class Telling:
    """Tells how far work is, as often as it is asked to.

    Args:
        told: Whom.
        everything: How much there is to do.
    """

    def __init__(self, told: Told, everything: int) -> None:
        self._told, self._everything, self._done = told, max(everything, 1), 0

    def more(self, done: int) -> None:
        """So much more is done."""
        self._done += done
        self.again()

    def again(self) -> None:
        """Nothing more is done, but whoever is told may stop the work."""
        self._told(min(self._done / self._everything, 1.0))
