"""A whole linkage on DuckDB; on Spark beside it where the marker says so."""

from __future__ import annotations

import importlib.util
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from noharbor.science.matching.batch import candidates
from noharbor.science.matching.batch.engines import DuckDB
from noharbor.science.matching.batch.errors import EngineMissing, OtherWork
from noharbor.science.matching.batch.job import Wanted, link
from tests.science.matching.batch.people import DAY, SHIPPED, Unwatched, record, world, written

parquet = pytest.importorskip("pyarrow.parquet")

PEOPLE = [
    record("王伟", 1, born=DAY, sex="male", nationality="CN", passports=["E12345678"]),
    record("WANG WEI", 2, born=DAY, sex="male", nationality="CN", passports=["E12345678"]),
    record("Wei Wang", 3, born=date(1991, 6, 5), sex="male", nationality="CN", passports=["E12345687"]),
    record("Somchai Jaidee", 4, born=date(1990, 8, 15), sex="male", nationality="TH", phones=["+66812345678"]),
    record("สมชาย ใจดี", 5, born=date(1990, 8, 15), nationality="TH", phones=["+66812345678"]),
    record("Wang Wei", 6, born=date(1961, 1, 1), sex="female", nationality="CN", passports=["G99999999"]),
    record("Nobody Else", 7),
    {"id": "8", "names": []},
]


def rows(path: Path) -> list[dict[str, Any]]:
    return parquet.read_table(path).to_pylist()


@pytest.fixture
def wanted(tmp_path: Path) -> Wanted:
    files = (written(tmp_path / "one.parquet", PEOPLE[:4]), written(tmp_path / "two.parquet", PEOPLE[4:]))
    return Wanted(files, tmp_path / "out" / "links.parquet", memory=1.0, workers=1, model=SHIPPED)


def test_links_and_clusters_are_written_and_the_stages_removed(wanted: Wanted) -> None:
    linked = link(wanted, Unwatched())
    proposals = {(pair["id_l"], pair["id_r"]): pair for pair in rows(wanted.out)}
    assert proposals["1", "2"]["proposal"] == "same"
    assert proposals["1", "2"]["level"] == "customary romanisation"
    assert "same passport" in proposals["1", "2"]["agreements"]
    assert proposals["4", "5"]["score"] > 0.9
    assert not any("6" in pair for pair in proposals)
    clusters = {row["id"]: row["cluster"] for row in rows(wanted.clusters)}
    assert len(clusters) == len(PEOPLE) == linked.records
    assert clusters["1"] == clusters["2"]
    assert len({clusters[one] for one in "1467"} | {clusters["8"]}) == 5
    assert not wanted.work.exists()
    assert linked.links == len(proposals)


def test_cluster_ids_are_the_same_when_the_files_come_in_another_order(wanted: Wanted) -> None:
    link(wanted, Unwatched())
    first = {row["id"]: row["cluster"] for row in rows(wanted.clusters)}
    link(replace(wanted, files=wanted.files[::-1]), Unwatched())
    assert {row["id"]: row["cluster"] for row in rows(wanted.clusters)} == first


def test_stopped_work_goes_on_and_whole_stages_are_not_done_again(wanted: Wanted, monkeypatch) -> None:
    wanted = replace(wanted, keep=True)
    with monkeypatch.context() as patched:
        patched.setattr("noharbor.science.matching.batch.judging.judge_files", None)
        with pytest.raises(TypeError):
            link(wanted, Unwatched())
    assert not wanted.out.exists()
    made = {path: path.stat().st_mtime_ns for path in wanted.work.rglob("*.parquet")}
    assert len(made) == 4
    link(wanted, Unwatched())
    assert {path: path.stat().st_mtime_ns for path in made} == made
    assert wanted.out.exists()


def test_the_stages_of_other_files_are_not_taken_for_ours(wanted: Wanted) -> None:
    link(replace(wanted, keep=True), Unwatched())
    with pytest.raises(OtherWork, match="work"):
        link(replace(wanted, files=wanted.files[:1]), Unwatched())


def test_the_stages_of_files_that_have_changed_since_are_not_taken_for_ours(wanted: Wanted) -> None:
    link(replace(wanted, keep=True), Unwatched())
    written(wanted.files[0], [record("Somebody Else", number) for number in range(4)])
    with pytest.raises(OtherWork, match="work"):
        link(wanted, Unwatched())


def test_pairs_of_a_chunk_that_was_whole_when_work_stopped_are_counted(wanted: Wanted, monkeypatch) -> None:
    write = DuckDB.write

    def stopped(engine: DuckDB, sql: str, path: Path) -> None:
        write(engine, sql, path)
        if path.name == "000-of-001.parquet":
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(DuckDB, "write", stopped)
        with pytest.raises(KeyboardInterrupt):
            link(wanted, Unwatched())
    assert link(wanted, Unwatched()).compared >= 3


def test_a_higher_threshold_joins_fewer(wanted: Wanted) -> None:
    link(replace(wanted, threshold=1.0), Unwatched())
    assert max(Counter(row["cluster"] for row in rows(wanted.clusters)).values()) == 1


def test_keys_that_too_many_share_are_left_out_and_told(tmp_path: Path) -> None:
    many = candidates.MOST_SHARING + 1
    crowd = [record("Wang Wei", number, nationality="CN") for number in range(many)]
    pair = [record("Somchai Jaidee", many + at, nationality="TH", passports=["AA1234567"]) for at in range(2)]
    file = written(tmp_path / "crowd.parquet", crowd + pair)
    linked = link(Wanted((file,), tmp_path / "links.parquet", memory=1.0, workers=1, model=SHIPPED), Unwatched())
    assert linked.sharing.left_out > 0
    assert linked.sharing.without == many
    assert linked.compared == 1


def test_nobody_linked_is_an_answer(tmp_path: Path) -> None:
    file = written(tmp_path / "one.parquet", PEOPLE[:1])
    linked = link(Wanted((file,), tmp_path / "links.parquet", memory=1.0, workers=1, model=SHIPPED), Unwatched())
    assert (linked.links, linked.joined.people) == (0, 0)
    assert len(rows(tmp_path / "links-clusters.parquet")) == 1


def test_a_missing_extra_is_told_with_what_to_install(wanted: Wanted, monkeypatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pyspark" else found(name))
    with pytest.raises(EngineMissing, match=r"noharbor\[spark\]"):
        link(replace(wanted, engine="spark"), Unwatched())


def invented(folder: Path, people: int) -> tuple[Path, Path]:
    """The records of an invented world in two files."""
    records = list(world(people, 20_011))
    return written(folder / "one.parquet", records[::2]), written(folder / "two.parquet", records[1::2])


@pytest.mark.slow
def test_a_model_learnt_from_the_records_links_a_world(tmp_path: Path) -> None:
    files = invented(tmp_path, 800)
    linked = link(Wanted(files, tmp_path / "links.parquet", memory=1.0, workers=1), Unwatched())
    human = {(row["source"], row["id"]): row["id"].split("-")[0] for path in files for row in rows(path)}
    same = [pair for pair in rows(tmp_path / "links.parquet") if pair["proposal"] == "same"]
    right = sum(human[pair["source_l"], pair["id_l"]] == human[pair["source_r"], pair["id_r"]] for pair in same)
    true = sum(count * (count - 1) // 2 for count in Counter(human.values()).values())
    assert right / len(same) >= 0.99
    assert right / true >= 0.6
    assert linked.model.about["records"] == len(human)


@pytest.mark.slow
@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_what_duckdb_gives(tmp_path: Path) -> None:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("needs pyspark (make .make/spark) and Java")
    files, found = invented(tmp_path, 1_400), {}
    for engine in ("duckdb", "spark"):
        one = Wanted(files, tmp_path / f"{engine}.parquet", engine, 1.0, 2, SHIPPED)
        link(one, Unwatched())
        found[engine] = {(row["source_l"], row["id_l"], row["source_r"], row["id_r"]): row for row in rows(one.out)}
        found[f"{engine} clusters"] = {(row["source"], row["id"]): row["cluster"] for row in rows(one.clusters)}
    assert found["duckdb"].keys() == found["spark"].keys()
    assert len(found["duckdb"]) > 300
    for pair, row in found["duckdb"].items():
        other = found["spark"][pair]
        assert row.keys() == other.keys()
        for name, value in row.items():
            # Names are compared in single precision, in other company.
            near = pytest.approx(value, abs=1e-3 if name in ("name_odds", "score") else 1e-9)
            assert other[name] == (near if isinstance(value, float) else value), (pair, name)
    assert found["duckdb clusters"] == found["spark clusters"]
