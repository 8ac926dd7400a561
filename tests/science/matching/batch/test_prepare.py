"""Records become columns: in several processes, in parts, once."""

from __future__ import annotations

import pickle
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


def test_an_address_of_thousands_of_words_makes_few_keys() -> None:
    words = " ".join(f"{number} Street{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(600))
    assert len(prepared(0, record("A", 1, address=words))["keys"]) < 300


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


def test_a_column_that_holds_something_else_is_told_and_what_is_the_same_is_taken(tmp_path: Path) -> None:
    import pyarrow

    out = tmp_path / "out"
    out.mkdir()
    path = tmp_path / "given.parquet"
    parquet.write_table(pyarrow.table({"id": ["1"], "names": ["John Smith"]}), path)
    with pytest.raises(NotRecords, match=r"given\.parquet.*list"):
        parts_of([path])
    for born in ("1991-05-06", "in May"):
        days = {"born_first": [born], "born_last": [born]}
        parquet.write_table(pyarrow.table({"id": [1], "names": [["A"]], **days}), path)
        if born == "in May":
            with pytest.raises(NotRecords, match="in May"):
                prepare(parts_of([path]), tmp_path, 1, lambda *_: None)
        else:
            prepare(parts_of([path]), out, 1, lambda *_: None)
            (row,) = parquet.read_table(out / "00000.parquet").to_pylist()
            assert (row["id"], row["born_first"]) == ("1", DAY)


def test_what_another_process_could_not_read_is_told_here() -> None:
    told = NotRecords(Path("a.parquet"), "why")
    assert str(pickle.loads(pickle.dumps(told))) == str(told)  # noqa: S301 - our own.


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.parquet").write_text("words", encoding="utf-8")
    with pytest.raises(NotRecords, match=r"words\.parquet"):
        parts_of([tmp_path / "words.parquet"])
    import pyarrow

    parquet.write_table(pyarrow.table({"id": ["1"]}), tmp_path / "short.parquet")
    with pytest.raises(NotRecords, match="names"):
        parts_of([tmp_path / "short.parquet"])
