"""Labels of a chart's marks that cover neither marks nor each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noharbor.record.figures.snapshots import Snapshot
from noharbor.science.language.events import Bound

#: Half the height of a line.
HALF_LINE = 8.0
#: Left, upper, right and lower edge, in units of the drawing.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """Where a label stands.

    Attributes:
        x: The end of it that `anchor` names.
        y: Its middle.
        anchor: As SVG calls it: "start", "middle" or "end".
    """

    x: float
    y: float
    anchor: str


def sides_of(snapshot: Snapshot, aside: float) -> list[Room]:
    """Return where a label may stand, seen from its mark, best first: a total's above, where no step crosses it.

    Args:
        snapshot: Whose mark it is.
        aside: How far a label keeps from it.
    """
    above = -26.0 if snapshot.best.number.bound is Bound.AT_LEAST else -aside - 5
    upright = [Room(0, above, "middle"), Room(0, aside + 5, "middle")]
    beside = [Room(aside, 0, "start"), Room(-aside, 0, "end")]
    if not snapshot.best.cumulative:
        return beside + upright
    return [upright[0], beside[1], upright[1], beside[0]]


class Rooms:
    """Where labels may stand in a panel: on no mark, on no other label, and not beyond its sides.

    Args:
        taken: What marks cover.
        left: Where labels may begin.
        right: Where they have to end.
    """

    def __init__(self, taken: Iterable[Box], left: float, right: float) -> None:
        self._taken, self._left, self._right = list(taken), left, right

    def take(self, x: float, y: float, width: float, sides: Iterable[Room]) -> Room | None:
        """Take the first of some rooms beside a mark that is free; None where none is."""
        for side in sides:
            left = x + side.x - {"start": 0, "middle": width / 2, "end": width}[side.anchor]
            box = (left, y + side.y - HALF_LINE, left + width, y + side.y + HALF_LINE)
            if left >= self._left and box[2] <= self._right and not any(_meet(box, other) for other in self._taken):
                self._taken.append(box)
                return Room(x + side.x, y + side.y, side.anchor)
        return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
