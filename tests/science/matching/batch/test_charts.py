"""Charts drawn from numbers."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from noharbor.science.matching.batch import charts
from noharbor.science.matching.batch.model import shipped

DRAWN = {
    "weights": charts.weights(shipped()),
    "chances": charts.chances(shipped()),
    "scores": charts.scores([("0.95 to 1.00", 30, 2), ("0.90 to 0.95", 0, 0)]),
    "no scores": charts.scores([]),
    "lines": charts.lines("Right & found", "score", [("precision", "#000", [charts.Point(0, 0), charts.Point(1, 1)])]),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_svg_that_a_browser_reads(name: str) -> None:
    root = ElementTree.fromstring(DRAWN[name])  # noqa: S314 - our own text.
    assert root.tag.endswith("svg")
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_every_level_of_the_model_has_a_line() -> None:
    for name, levels in shipped().chances.items():
        for level in levels:
            assert f"{name}: {level}<" in DRAWN["weights"]
            assert f"{name}: {level}<" in DRAWN["chances"]
