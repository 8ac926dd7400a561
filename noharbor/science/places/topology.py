"""Outlines of areas that share their edges, as TopoJSON keeps them.

Format: https://github.com/topojson/topojson-specification. An edge ("arc") between two areas is kept once, so it can be
simplified without tearing gaps, and the border of two states is simply what both of them own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from noharbor.science.places.projection import Frame, Point

Line = tuple[Point, ...]


class OutlinesAreOdd(ValueError):
    """The outlines are not TopoJSON of areas as expected; fetch the pinned packages anew."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a topology.

    Attributes:
        name: As the source calls it.
        number: The source's own identifier; None where it gives none.
        rings: Outer and inner edges, each a sequence of arcs; an arc walked backwards is given as its complement.
    """

    name: str
    number: str | None
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Topology:
    """Areas and the arcs they are made of, in units of the map.

    Attributes:
        arcs: Each from its first to its last point.
        areas: In the order of the source.
    """

    arcs: tuple[Line, ...]
    areas: tuple[Area, ...]

    def ring(self, arcs: Sequence[int]) -> Line:
        """Join the arcs of a ring; its first point is also its last."""
        points: list[Point] = []
        for index in arcs:
            line = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += line[1:] if points else line
        return tuple(points)

    def owners(self) -> Mapping[int, frozenset[int]]:
        """For each arc the areas on its sides, by their position in `areas`."""
        found: dict[int, set[int]] = defaultdict(set)
        for position, area in enumerate(self.areas):
            for ring in area.rings:
                for index in ring:
                    found[index if index >= 0 else ~index].add(position)
        return {arc: frozenset(areas) for arc, areas in found.items()}


def read_topology(document: Mapping[str, Any], objects: str, frame: Frame) -> Topology:
    """Read a TopoJSON document and place it on the map.

    Args:
        document: The parsed file, with quantised arcs.
        objects: Which of its collections.
        frame: Where on the map.

    Raises:
        OutlinesAreOdd: It has no such collection, or its arcs are not quantised.
    """
    try:
        scale, offset = document["transform"]["scale"], document["transform"]["translate"]
        geometries = document["objects"][objects]["geometries"]
    except KeyError as error:
        raise OutlinesAreOdd(f"{OutlinesAreOdd.__doc__} Missing: {error}.") from error
    arcs = tuple(_placed(arc, scale, offset, frame) for arc in document["arcs"])
    areas = tuple(
        Area(str(one.get("properties", {}).get("name", "")), one.get("id"), tuple(_rings(one))) for one in geometries
    )
    return Topology(arcs, areas)


def _placed(arc: Sequence[Sequence[int]], scale: Sequence[float], offset: Sequence[float], frame: Frame) -> Line:
    across = up = 0
    points = []
    for step_across, step_up in arc:
        across, up = across + step_across, up + step_up
        points.append(frame.project(up * scale[1] + offset[1], across * scale[0] + offset[0]))
    return tuple(points)


def _rings(geometry: Mapping[str, Any]) -> Iterator[tuple[int, ...]]:
    kind = geometry.get("type")
    if kind not in ("Polygon", "MultiPolygon"):
        return
    for polygon in geometry["arcs"] if kind == "MultiPolygon" else [geometry["arcs"]]:
        for ring in polygon:
            yield tuple(ring)


def size_of(ring: Line) -> float:
    """The area a ring encloses, in square units."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def heart_of(rings: Sequence[Line]) -> Point:
    """A point well inside the largest of some rings, for a label.

    On the level of the ring's centre the widest stretch inside it is taken, so that a bent area is not labelled in its
    neighbour.
    """
    largest = max(rings, key=size_of)
    level = _level_of(largest)
    crossings = sorted(
        x1 + (level - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(largest)
        if min(y1, y2) <= level < max(y1, y2)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return largest[0]
    left, right = max(stretches, key=lambda one: one[1] - one[0])
    return (left + right) / 2, level


def _level_of(ring: Line) -> float:
    """How far down the centre of a ring lies."""
    weights = [(x1 * y2 - x2 * y1, (y1 + y2) / 3) for (x1, y1), (x2, y2) in pairwise(ring)]
    total = sum(weight for weight, _ in weights)
    if not total:
        return ring[0][1]
    return sum(weight * level for weight, level in weights) / total
