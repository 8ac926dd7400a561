"""The page that a run writes."""

import numpy as np
import pytest

from benchmarks.names import report
from benchmarks.names.calibration import reliability
from benchmarks.names.measure import Figures
from benchmarks.names.results import Homophones, Results, Shown, Whole
from benchmarks.names.speed import Speed, Start

OURS, PEER = "No Harbor", "a peer"
LOCAL = "people of the region"


def whole(group, pair, ours, peer, recall=0.9):
    return Whole(group, LOCAL, pair, 10, 20, (30, 40), {OURS: (ours, ours, recall), PEER: (peer, peer, 0.0)})


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The page of a small run."""
    monkeypatch.setattr(report, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(report, "PLOT", tmp_path / "plot.svg")
    results = Results(85, (OURS, PEER), {OURS: "this checkout", PEER: "peer 1.0"})
    behind = {OURS: Figures(0.6, 1.0, 0.95, 0.8, 0.7), PEER: Figures(0.7, 1.0, 0.9, 0.8, 0.7)}
    results.shown.append(Shown("FEBRL", "FEBRL 1", 10, behind))
    figures = {OURS: Figures(0.9, 1.0, 0.95, 0.8, 0.7), PEER: Figures(0.1, 0.2, 0.5, 0.0, float("nan"))}
    results.shown.append(Shown(LOCAL, "Latn-Mymr", 10, figures))
    results.whole += [whole("local", "Latn-Mymr", 0.96, 0.1, 0.6), whole("local", "Latn-Thai", 0.5, 0.1)]
    results.unseen.append(whole("local", "Latn-Mymr", 0.94, 0.0, 0.5))
    results.origins.append(Whole("local", "Taiwan", "Hani-Latn", 8, 8, (8, 8), {OURS: (0.7, 0.8, 0.5)}))
    results.homophones |= {OURS: Homophones(0, 2000), PEER: Homophones(2000, 2000)}
    results.speed |= {OURS: Speed(200_000, 20_000), PEER: Speed(1_000, 900)}
    results.starts.append(Start("`noharbor names compare`", 0.5, None))
    results.bins = reliability(np.array([0.8, 0.95]), np.array([0.1]))
    report.write(results)
    return report.PAGE.read_text("utf8")


def test_every_part_of_a_run_is_on_the_page(page):
    for head in ("shown candidates", "whole galleries", "by origin", "sound alike", "Speed", "mean what they say"):
        assert head in page
    assert "| No Harbor | 200,000 | 20,000 |" in page
    assert "peer 1.0" in page


def test_what_is_below_its_floor_is_marked_and_nothing_else(page):
    assert "| Latn-Mymr | 10 of 20 | 30 / 40 | 0.95 · 0.85 | 0.960 · 0.600 ▼ | 0.940 · 0.500 (10) |" in page
    assert "0.500 ▼ · 0.900 ▼" in page
    assert page.count("▼") == 1 + 3


def test_a_figure_that_was_not_measured_is_a_dash(page):
    assert "| Latn-Mymr, a peer | 0.100 | 0.200 | 0.500 | 0.000 | – |" in page


def test_the_plot_stands_beside_the_page(page):
    assert report.PLOT.read_text("utf8").startswith("<svg")


def test_places_must_stand_above_the_best_peer():
    assert report.least(whole("all", "Latn-Thai", 0.7, 0.5), OURS) == (pytest.approx(0.65), None)
    assert report.least(whole("all", "Latn-Latn-vi", 0.7, 0.5), OURS) == (None, None)
    assert report.least(whole("all", "Hani-Thai", 0.7, 0.5), OURS) == (None, None)


def test_where_a_peer_is_ahead_is_said_and_only_there(page):
    ahead = page.split("### Where a peer is ahead")[1].split("##")[0]
    assert "| FEBRL, FEBRL 1 | top-1 | 0.600 | 0.700 | a peer |" in ahead
    assert ahead.count("a peer |") == 1


def test_what_rounds_to_its_floor_is_still_below_it():
    assert "▼" in report._first(whole("local", "Latn-Mymr", 0.947, 0.1), OURS, ours=True)
