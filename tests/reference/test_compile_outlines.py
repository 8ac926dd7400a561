"""What the map is drawn by is checked before it is compiled."""

from __future__ import annotations

from typing import Any

import pytest

from noharbor.reference.compile import load
from noharbor.reference.compile_outlines import OutlineIsWrong, outlines

PLACES = [["mm-17"], ["rg-golden-triangle"]]


def files(**more: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {
        "areas.yaml": [{"id": "mm-17", "state": "MM", "name": "Shan"}],
        "disputed.yaml": [{"between": ["TH", "MM"]}, {"area": "Nowhere Reef"}],
        "hazes.yaml": [{"id": "rg-golden-triangle", "spots": [[20.5, 100.0, 160]]}],
        "states.yaml": [{"code": "MM", "number": "104"}, {"code": "TH", "number": "764"}],
    } | {f"{name}.yaml": rows for name, rows in more.items()}


def test_the_table_holds_what_the_files_say():
    table = outlines(files(), PLACES)
    assert table["areas"] == {"MM": {"Shan": "mm-17"}}
    assert table["disputed_borders"] == [["MM", "TH"]]
    assert table["disputed_areas"] == ["Nowhere Reef"]
    assert table["states"]["TH"] == {"number": "764"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"hazes": [{"id": "rg-nowhere", "spots": []}]}, "no such place"),
        ({"areas": [{"id": "mm-99", "state": "MM", "name": "Shan"}]}, "no such place"),
        ({"disputed": [{"between": ["MM", "XX"]}]}, "no such state"),
        ({"areas": [{"id": "mm-17", "state": "MM", "name": "Shan"}] * 2}, "named twice"),
    ],
)
def test_what_cannot_be_drawn_is_refused(more, said):
    with pytest.raises(OutlineIsWrong, match=said):
        outlines(files(**more), PLACES)


def test_every_disputed_line_says_why_by_whom_and_since_when():
    for row in load("outlines/disputed.yaml"):
        assert row["why"]
        assert row["source"]
        assert row["since"].year > 1900
