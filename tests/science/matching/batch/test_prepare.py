"""Records become columns: in several processes, in parts, once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from noharbor.science.matching.batch.errors import NotRecords
from noharbor.science.matching.batch.prepare import parts_of, person_of, prepare, prepared
from tests.science.matching.batch.people import DAY, record, written

parquet = pytest.importorskip("pyarrow.parquet")


def test_a_birth_day_is_told_in_every_way_it_may_be_miswritten() -> None:
    said = prepared(0, record("王伟", 1, born=DAY))
    assert (said["day"], said["turned"], said["era"]) == ("19910506", "19910605", "25340506")
    assert said["born_from"] == said["born_to"] == (DAY - date(1970, 1, 1)).days


def test_an_age_is_a_span_and_no_day() -> None:
    said = prepared(0, {"id": "1", "names": ["A"], "born_first": date(1990, 2, 21), "born_last": date(1991, 2, 20)})
    assert "day" not in said
    assert said["born_from"] < said["born_to"]


def test_what_is_not_said_is_null_and_never_equal() -> None:
    said = prepared(0, {"id": "1", "names": [], "sex": "", "nationality": "", "passports": [], "place": ""})
    for column in ("sex", "nationality", "passport", "passports", "town", "home", "sound", "spelled"):
        assert said[column] is None, column


def test_figures_in_words_are_read_as_letters() -> None:
    assert prepared(0, record("WANG WE1", 1))["written"] == prepared(0, record("Wang Wei", 1))["written"]


def test_null_and_empty_are_one_person() -> None:
    empty = {"id": "1", "names": ["A", None], "passports": None, "born_first": DAY, "born_last": None}
    assert person_of(empty) == person_of({"names": ["A"]})


def test_records_that_share_a_name_and_a_year_share_keys() -> None:
    one = prepared(0, record("王伟", 1, born=DAY, nationality="CN"))["keys"]
    other = prepared(1, record("Wang Wei", 2, born=date(1991, 8, 1)))["keys"]
    assert set(one) & set(other)
    assert len(one) == len(set(one))


def test_parts_are_numbered_through_all_files_and_written_once(tmp_path: Path) -> None:
    files = [written(tmp_path / f"{at}.parquet", [record("A", at), record("B", at)]) for at in range(2)]
    out = tmp_path / "out"
    out.mkdir()
    told: list[tuple[int, int]] = []
    prepare(parts_of(files), out, 1, lambda done, everything: told.append((done, everything)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert [row["row"] for path in sorted(out.iterdir()) for row in parquet.read_table(path).to_pylist()] == [
        0,
        1,
        2,
        3,
    ]
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    prepare(parts_of(files), out, 1, lambda *_: None)
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.parquet").write_text("words", encoding="utf-8")
    with pytest.raises(NotRecords, match=r"words\.parquet"):
        parts_of([tmp_path / "words.parquet"])
    import pyarrow

    parquet.write_table(pyarrow.table({"id": ["1"]}), tmp_path / "short.parquet")
    with pytest.raises(NotRecords, match="names"):
        parts_of([tmp_path / "short.parquet"])
