"""Lines and rings cut to a box, made simpler, and written as paths of SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from noharbor.science.places.projection import Point
from noharbor.science.places.topology import Line


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map, in its units."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the box or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def simplified(line: Line, tolerance: float) -> Line:
    """Leave out points that lie within `tolerance` of the line through those that are kept (Douglas and Peucker, 1973).

    The ends stay; a closed line keeps the point farthest from its end as well, so that an island is never a dot.
    """
    if len(line) < 3:
        return line
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    spans = [(0, len(line) - 1)]
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda index: math.dist(line[0], line[index]))
        keep[far] = 1
        spans = [(0, far), (far, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        index, distance = _farthest(line, first, last)
        if distance > tolerance:
            keep[index] = 1
            spans += [(first, index), (index, last)]
    return tuple(point for point, kept in zip(line, keep, strict=True) if kept)


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    (x1, y1), (x2, y2) = line[first], line[last]
    length = math.hypot(x2 - x1, y2 - y1)
    best, distance = first, 0.0
    for index in range(first + 1, last):
        x, y = line[index]
        across = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1))
        off = across / length if length else math.hypot(x - x1, y - y1)
        if off > distance:
            best, distance = index, off
    return best, distance


def cut_line(line: Line, box: Box) -> tuple[Line, ...]:
    """The stretches of a line inside a box; a step that leaves the box is kept whole and hidden by the map's edge."""
    stretches: list[list[Point]] = []
    for start, end in pairwise(line):
        if not (box.holds(start) or box.holds(end)):
            continue
        if stretches and stretches[-1][-1] == start:
            stretches[-1].append(end)
        else:
            stretches.append([start, end])
    return tuple(tuple(stretch) for stretch in stretches)


def cut_ring(ring: Line, box: Box) -> Line:
    """The part of a ring inside a box (Sutherland and Hodgman, 1974); empty when nothing of it is there."""
    if all(box.holds(point) for point in ring):
        return ring
    points = list(ring)
    for inside, crossing in _edges(box):
        points = _beyond(points, inside, crossing)
        if not points:
            return ()
    return (*points, points[0]) if points[0] != points[-1] else tuple(points)


Inside = Callable[[Point], bool]
Crossing = Callable[[Point, Point], Point]


def _edges(box: Box) -> tuple[tuple[Inside, Crossing], ...]:
    def at_x(x: float) -> Crossing:
        return lambda one, other: (x, one[1] + (x - one[0]) * (other[1] - one[1]) / (other[0] - one[0]))

    def at_y(y: float) -> Crossing:
        return lambda one, other: (one[0] + (y - one[1]) * (other[0] - one[0]) / (other[1] - one[1]), y)

    return (
        (lambda point: point[0] >= box.left, at_x(box.left)),
        (lambda point: point[0] <= box.right, at_x(box.right)),
        (lambda point: point[1] >= box.top, at_y(box.top)),
        (lambda point: point[1] <= box.bottom, at_y(box.bottom)),
    )


def _beyond(points: Sequence[Point], inside: Inside, crossing: Crossing) -> list[Point]:
    kept: list[Point] = []
    for position, point in enumerate(points):
        before = points[position - 1]
        if inside(point) != inside(before):
            kept.append(crossing(before, point))
        if inside(point):
            kept.append(point)
    return kept


def path_of(lines: Sequence[Line], *, closed: bool) -> str:
    """Write lines as the `d` of a path: to a tenth of a unit, each point as its step from the one before.

    Args:
        lines: In units of the map.
        closed: They are rings, whose last point is left out.
    """
    written = []
    for line in lines:
        tenths = _without_repeats([(round(x * 10), round(y * 10)) for x, y in line])
        if closed and len(tenths) > 1 and tenths[0] == tenths[-1]:
            tenths.pop()
        if len(tenths) < (3 if closed else 2):
            continue
        steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths)]
        numbers = " ".join(f"{_tenth(x)} {_tenth(y)}" for x, y in steps)
        written.append(f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l{numbers}" + ("z" if closed else ""))
    return "".join(written)


def _without_repeats(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [point for position, point in enumerate(points) if not position or point != points[position - 1]]


def _tenth(tenths: int) -> str:
    """A tenth of a whole number, as short as SVG allows: 0.5 is ".5"."""
    whole, rest = divmod(abs(tenths), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if tenths < 0 else digits
