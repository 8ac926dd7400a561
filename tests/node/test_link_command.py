"""`noharbor link`: millions of records, here a few. All people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from noharbor.node.commands import app
from tests.science.matching.batch.people import DAY, SHIPPED, record, written

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    same = {"born": DAY, "nationality": "CN", "passports": ["E12345678"]}
    return written(tmp_path / "people.parquet", [record("王伟", 1, **same), record("Wang Wei", 2, **same)])


def linked(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["link", *map(str, arguments)])


def test_it_writes_links_clusters_model_and_charts(people: Path, tmp_path: Path) -> None:
    out = tmp_path / "links.parquet"
    done = linked(people, "--out", out, "--model", SHIPPED, "--workers", 1, "--memory", 1, "--charts", tmp_path / "c")
    assert done.exit_code == 0, done.output
    assert "1 people on 2 records" in done.output
    assert [row["proposal"] for row in parquet.read_table(out).to_pylist()] == ["same"]
    assert parquet.read_table(tmp_path / "links-clusters.parquet").num_rows == 2
    assert (tmp_path / "links-model.json").read_text(encoding="utf-8").startswith("{")
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == ["chances.svg", "scores.svg", "weights.svg"]
    assert "1</text>" in (tmp_path / "c" / "scores.svg").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "words.parquet").write_text("words", encoding="utf-8")
    done = linked(tmp_path / "words.parquet", "--out", tmp_path / "links.parquet")
    assert done.exit_code == 1
    assert "words.parquet" in done.output
    assert "Traceback" not in done.output
    assert linked(tmp_path / "none.parquet", "--out", tmp_path / "links.parquet").exit_code == 1
