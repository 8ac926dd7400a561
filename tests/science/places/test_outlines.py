"""Outlines: two square states with one border, read, simplified, cut and written."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.places.lines import Box, cut_line, cut_ring, path_of, simplified
from noharbor.science.places.projection import Frame
from noharbor.science.places.topology import OutlinesAreOdd, heart_of, read_topology, size_of

#: Ten by ten degrees on the parallel where the map is true, so a unit is a hundredth of it and a little more.
FRAME = Frame(west=0, south=0, east=10, north=10)
BOX = Box(0, 0, 10, 10)

#: West and East share the first arc, from north to south along 5° E.
TWO_STATES = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[5, 10], [0, -10]], [[5, 0], [-5, 0], [0, 10], [5, 0]], [[5, 10], [5, 0], [0, -10], [-5, 0]]],
    "objects": {
        "states": {
            "geometries": [
                {"type": "Polygon", "id": "001", "properties": {"name": "West"}, "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "002", "properties": {"name": "East"}, "arcs": [[[~0, 2]]]},
                {"type": None, "properties": {"name": "Nowhere"}},
            ]
        }
    },
}
SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))

points = st.tuples(st.floats(-20, 20), st.floats(-20, 20))


def test_the_border_is_what_both_states_own():
    owners = read_topology(TWO_STATES, "states", FRAME).owners()
    assert {arc: set(areas) for arc, areas in owners.items()} == {0: {0, 1}, 1: {0}, 2: {1}}


def test_a_ring_closes_and_an_arc_can_be_walked_backwards():
    topology = read_topology(TWO_STATES, "states", FRAME)
    for area in topology.areas[:2]:
        ring = topology.ring(area.rings[0])
        assert ring[0] == pytest.approx(ring[-1])
        assert size_of(ring) == pytest.approx(FRAME.height * 500, rel=0.01)
    assert topology.areas[2].rings == ()


def test_what_is_no_topology_of_areas_is_told():
    with pytest.raises(OutlinesAreOdd, match="fetch the pinned packages anew"):
        read_topology(TWO_STATES, "provinces", FRAME)


def test_points_on_a_straight_line_are_left_out_and_corners_stay():
    assert simplified(((0, 0), (1, 0.01), (2, 0), (2, 2)), 0.1) == ((0, 0), (2, 0), (2, 2))


def test_an_island_is_never_a_dot():
    assert len(set(simplified(SQUARE, 100))) == 2


@given(st.lists(points, min_size=3, max_size=30, unique=True), st.floats(0.01, 5))
def test_no_point_left_out_is_farther_off_than_allowed(line, tolerance):
    kept = simplified(tuple(line), tolerance)
    corners = [line.index(point) for point in kept]
    assert (corners[0], corners[-1]) == (0, len(line) - 1)
    for first, last in pairwise(corners):
        for point in line[first + 1 : last]:
            assert _off(point, line[first], line[last]) <= tolerance * 1.000001


def _off(point, one, other):
    """How far a point is from the straight line through two others."""
    (x1, y1), (x2, y2), (x, y) = one, other, point
    across = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1))
    return across / math.dist(one, other) if one != other else math.dist(one, point)


def test_a_line_is_cut_where_it_leaves_the_box():
    line = ((-5, 5), (5, 5), (15, 5), (25, 5), (5, 6))
    assert cut_line(line, BOX) == (((-5, 5), (5, 5), (15, 5)), ((25, 5), (5, 6)))


def test_a_ring_is_cut_along_the_edge():
    ring = ((5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0), (5.0, 5.0))
    assert size_of(cut_ring(ring, BOX)) == pytest.approx(15)
    assert cut_ring(tuple((x + 50, y) for x, y in ring), BOX) == ()


@given(st.lists(points, min_size=3, max_size=12))
def test_nothing_of_a_cut_ring_lies_outside_the_box(ring):
    for x, y in cut_ring((*ring, ring[0]), BOX):
        assert -1e-9 <= x <= 10 + 1e-9
        assert -1e-9 <= y <= 10 + 1e-9


def test_a_path_is_written_short_and_to_a_tenth():
    assert path_of([((0, 0), (1.24, -0.5), (1.24, -0.5), (1, 2))], closed=False) == "M0 0l1.2 -.5 -.2 2.5"
    assert path_of([SQUARE], closed=True) == "M0 0l4 0 0 4 -4 0z"
    assert path_of([((0, 0), (0.01, 0))], closed=False) == ""


@given(st.lists(points, min_size=2, max_size=20, unique=True))
def test_steps_of_a_path_add_up_to_where_the_line_ends(line):
    path = path_of([tuple(line)], closed=False)
    numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", path)]
    if numbers:
        assert sum(numbers[::2]) == pytest.approx(line[-1][0], abs=0.06)
        assert sum(numbers[1::2]) == pytest.approx(line[-1][1], abs=0.06)


def test_the_label_of_a_bent_area_stands_in_it():
    horseshoe = ((0, 0), (10, 0), (10, 10), (7, 10), (7, 3), (3, 3), (3, 10), (0, 10), (0, 0))
    x, y = heart_of([horseshoe, SQUARE])
    assert not (3 < x < 7 and y > 3)
    assert 0 < x < 10
