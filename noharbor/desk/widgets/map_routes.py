"""Handovers between states as arcs: from name to name, since no more is known than the states."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.labels import Side, Wanted
from noharbor.desk.widgets.map_marks import written
from noharbor.desk.widgets.numbers import say_number
from noharbor.record.reading.placed import RouteCount
from noharbor.science.places.drawn import state_labels
from noharbor.science.places.projection import Point

#: How far an arc swings out, as a part of its length; the way back swings to the other side.
SWING = 0.22
#: Room left free for the name at either end, in units of the map.
FREE = 14.0


@dataclass(frozen=True, slots=True)
class Route:
    """One way between two states.

    Attributes:
        id: For the page.
        left: The state handed over from.
        reached: The state handed over to.
        statements: How many statements tell of it.
        address: The list of these statements.
        path: The arc as the `d` of a path; empty where one of the states is not on the map.
        label: Where its number stands, in units of the map.
    """

    id: str
    left: str
    reached: str
    statements: int
    address: str
    path: str
    label: Point

    @property
    def at(self) -> str:
        """Where its number stands, as SVG writes it."""
        return written(self.label)

    @property
    def wanted(self) -> Wanted:
        """The room its number takes."""
        return Wanted(self.number, *self.label, (Side.OVER,))

    @property
    def number(self) -> str:
        """How many, the reader's way."""
        return say_number(self.statements)


def routes_of(counts: Iterable[RouteCount], address: Callable[[str, str], str]) -> tuple[Route, ...]:
    """Draw what was counted.

    Args:
        counts: Handovers by the states they went between.
        address: From the codes of two states to the list of the statements.
    """
    return tuple(_route(count, address(count.left, count.reached)) for count in counts)


def _route(count: RouteCount, address: str) -> Route:
    start, end = state_labels().get(count.left), state_labels().get(count.reached)
    path, label = _arc(start, end) if start and end and start != end else ("", (0.0, 0.0))
    return Route(
        id=f"r-{count.left}-{count.reached}".lower(),
        left=country_name(count.left),
        reached=country_name(count.reached),
        statements=count.statements,
        address=address,
        path=path,
        label=label,
    )


def _arc(start: Point, end: Point) -> tuple[str, Point]:
    """A curve that leaves the names at both ends free, and its highest point."""
    length = math.dist(start, end)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    free = min(FREE, length / 4)
    first = (start[0] + along[0] * free, start[1] + along[1] * free)
    last = (end[0] - along[0] * free, end[1] - along[1] * free)
    middle = ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
    swing = (along[1] * length * SWING, -along[0] * length * SWING)
    bend = (middle[0] + 2 * swing[0], middle[1] + 2 * swing[1])
    path = f"M{first[0]:.1f} {first[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {last[0]:.1f} {last[1]:.1f}"
    return path, (middle[0] + swing[0], middle[1] + swing[1])
