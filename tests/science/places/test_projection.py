"""From degrees to the map: straight, true along the meridians, and the right way up."""

from __future__ import annotations

import math

import pytest

from noharbor.science.places.projection import REGION, WIDTH, Frame

MYAWADDY, TACHILEIK = (16.6891, 98.5089), (20.4475, 99.8808)


def test_the_corners_of_the_frame_are_the_corners_of_the_map():
    assert REGION.project(REGION.north, REGION.west) == pytest.approx((0, 0))
    assert REGION.project(REGION.south, REGION.east) == pytest.approx((WIDTH, REGION.height))


def test_north_is_up_and_east_is_right():
    (x1, y1), (x2, y2) = REGION.project(*MYAWADDY), REGION.project(*TACHILEIK)
    assert x2 > x1
    assert y2 < y1


def test_a_length_is_true_along_a_meridian():
    (_, south), (_, north) = REGION.project(10, 100), REGION.project(11, 100)
    assert south - north == pytest.approx(REGION.units(111_195))


@pytest.mark.parametrize(("latitude", "off"), [(0, 0.94), (20, 1.0), (41, 1.245)])
def test_east_to_west_it_is_off_by_what_its_account_says(latitude, off):
    (left, _), (right, _) = REGION.project(latitude, 100), REGION.project(latitude, 101)
    true = REGION.units(111_195) * math.cos(math.radians(latitude))
    assert (right - left) / true == pytest.approx(off, abs=0.005)


def test_a_frame_knows_what_lies_in_it():
    frame = Frame(west=90, south=0, east=110, north=30)
    assert frame.holds(*MYAWADDY)
    assert not frame.holds(39.9, 116.4)
