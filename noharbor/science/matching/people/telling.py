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
