"""The command line, and what a run says in tables."""

import json
from dataclasses import asdict

import pytest

from benchmarks.linkage import __main__ as command
from benchmarks.linkage import run
from benchmarks.linkage.linkers import exact
from benchmarks.linkage.lists import lists
from benchmarks.linkage.measure import measure
from benchmarks.linkage.report import tables
from benchmarks.linkage.run import MeasurementFailed, OnWorlds, Results, figures_of


@pytest.fixture
def figures():
    kept = lists(300, 5)
    return measure(kept, exact(kept))


def test_figures_come_back_out_of_json_as_they_went_in(figures):
    assert figures_of(json.loads(json.dumps(asdict(figures)))) == figures


def test_a_run_says_what_missed_its_floor(figures):
    results = Results([5], 300, worlds={"exact": OnWorlds(figures, [0.1], 75.0, 400, {5: figures})})
    written = tables(results)
    assert "| exact matching | " in written
    assert f"{figures.first.value:.3f} ▼" in written
    assert "FEBRL" not in written


def test_seeds_and_parts_are_read_off_the_command_line(monkeypatch):
    monkeypatch.setattr("sys.argv", ["linkage", "--seed", "3,4", "--people", "100", "--only", "worlds"])
    chosen = command.options()
    assert (chosen.seed, chosen.people, chosen.only) == ([3, 4], 100, ["worlds"])


def test_a_measurement_that_fails_says_what_it_wrote():
    with pytest.raises(MeasurementFailed, match="worlds nobody"):
        run.alone("worlds", "nobody", "1", "1")
