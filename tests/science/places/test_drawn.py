"""A place is drawn no more exactly than it is known, and a site never more exactly than a town."""

from __future__ import annotations

import pytest

from noharbor.science.places import PlaceKind, place
from noharbor.science.places.drawn import (
    SOFT_METRES,
    TOWN_METRES,
    Drawing,
    NotDrawn,
    Outlines,
    Shape,
    coarse,
    drawing_of,
    state_labels,
)
from noharbor.science.places.place import all_places
from noharbor.science.places.projection import REGION

NOTHING = Outlines({}, {})
OUTLINES = Outlines({"mm-17": (250.0, 430.0)}, {"bb-th-mm": (270.0, 530.0)})


def shape_of(place_id, outlines=OUTLINES):
    drawing = drawing_of(place(place_id), outlines)
    return drawing.shape if isinstance(drawing, Drawing) else drawing


@pytest.mark.parametrize(
    ("place_id", "shape"),
    [
        ("mm-myawaddy", Shape.CIRCLE),
        ("mm-kokang", Shape.SOFT_CIRCLE),
        ("mm-17", Shape.AREA),
        ("bb-th-mm", Shape.BELT),
        ("rg-golden-triangle", Shape.HAZE),
        ("country-mm", NotDrawn.COUNTRY),
        ("rg-southeast-asia", NotDrawn.NO_POINT),
        ("gb-yorkshire", NotDrawn.NO_POINT),
    ],
)
def test_each_kind_of_place_has_its_shape(place_id, shape):
    assert shape_of(place_id) == shape


def test_what_lies_outside_the_map_is_not_drawn():
    london = next(one for one in all_places().values() if "London" in one.names.get("en", ()) and one.country == "GB")
    assert drawing_of(london, OUTLINES) is NotDrawn.OUTSIDE


def test_without_outlines_an_area_without_a_point_is_not_made_up():
    assert shape_of("mm-17", NOTHING) is NotDrawn.NO_POINT
    assert shape_of("bb-th-mm", NOTHING) is NotDrawn.NO_POINT


def test_a_place_without_a_point_is_drawn_as_what_it_lies_in():
    district = place("th-khlong-toei-nuea")
    assert district.latitude is None
    assert drawing_of(district, OUTLINES).place.id == "th-bangkok"


@pytest.mark.parametrize("site", ["mm-kk-park", "mm-shwe-kokko"])
def test_a_site_better_known_than_a_town_is_shown_as_its_town(site):
    assert place(site).precision_metres < TOWN_METRES
    assert coarse(place(site)).id == "mm-myawaddy"
    drawing = drawing_of(place(site), OUTLINES)
    assert drawing.place.id == "mm-myawaddy"
    assert drawing.label == REGION.project(place("mm-myawaddy").latitude, place("mm-myawaddy").longitude)


def test_no_site_of_the_gazetteer_is_drawn_finer_than_a_town():
    for one in all_places().values():
        drawing = drawing_of(one, NOTHING) if one.kind is PlaceKind.SITE else None
        if isinstance(drawing, Drawing) and drawing.place.kind is PlaceKind.SITE:
            assert drawing.metres >= TOWN_METRES, one.id


def test_every_circle_is_as_wide_as_the_place_is_uncertain():
    for one in all_places().values():
        drawing = drawing_of(one, NOTHING)
        if isinstance(drawing, Drawing) and drawing.shape in (Shape.CIRCLE, Shape.SOFT_CIRCLE):
            metres = drawing.place.precision_metres
            assert drawing.spots[0].radius == pytest.approx(REGION.units(metres))
            assert (drawing.shape is Shape.SOFT_CIRCLE) == (metres >= SOFT_METRES)


def test_names_of_states_stand_inside_the_map():
    for code, (x, y) in state_labels().items():
        assert 0 < x < 1000, code
        assert 0 < y < REGION.height, code
