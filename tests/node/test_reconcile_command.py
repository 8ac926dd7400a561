"""`noharbor reconcile`: lists as bodies keep them, laid side by side without a node. All people are invented."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from noharbor.node.commands import app

HANDOVER = [
    ["妙瓦底移交人员名单 2025年2月20日"],
    [],
    ["序号", "姓名", "性别", "出生日期", "国籍", "护照号", "备注"],
    [1, "王伟", "男", "1991-05-06", "中国", "E12345678", ""],
    [2, "陈海明", "男", "1988年3月2日", "中国", "EA1234567", ""],
    [3, "李娜", "女", "1999.12.01", "中国", "", ""],
    [4, "李娜", "女", "1999-12-01", "中国", "", "重复"],
    [5, "吴昂觉莫", "男", "1990-04-03", "缅甸", "MA123456", ""],
    ["合计", "5人"],
]
EMBASSY = """No,Full name,Sex,DOB,Nationality,Passport No.,Phone
1,WANG WEI,M,06/05/1991,CHN,E12345687,
2,Aung Kyaw Moe,M,03/04/1990,Myanmar,MA123456,
3,Somchai Jaidee,M,15/08/2533,Thai,,081-234-5678
4,"=HYPERLINK(""x"")",F,,Thai,,
5,Zhang Qiang,M,02/01/1960,Chinese,EA1234567,
"""
SHELTER = "ชื่อ-สกุล\tเพศ\tวันเกิด\tสัญชาติ\nนายสมชาย ใจดี\tชาย\t15 ส.ค. 2533\tไทย\nหวัง เหว่ย\tชาย\t6 พ.ค. 2534\tจีน\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    book = openpyxl.Workbook()
    for row in HANDOVER:
        book.active.append(row)
    book.save(folder / "handover.xlsx")
    (folder / "embassy.csv").write_text(EMBASSY, encoding="utf-8")
    (folder / "shelter.csv").write_text(SHELTER, encoding="utf-16")
    return folder


def reconciled(folder: Path, *arguments: object) -> Result:
    given = [str(folder / one) if str(one).endswith((".xlsx", ".csv")) else str(one) for one in arguments]
    return CliRunner().invoke(app, ["reconcile", *given])


def lines(done: Result) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_json_gives_a_line_for_each_pair_with_lists_rows_and_reason(folder: Path) -> None:
    done = reconciled(folder, "handover.xlsx", "embassy.csv", "shelter.csv", "--json")
    assert done.exit_code == 0, done.output
    found = {((one["a"]["list"], one["a"]["row"]), (one["b"]["list"], one["b"]["row"])): one for one in lines(done)}
    for pair in (((0, 4), (1, 2)), ((0, 8), (1, 3)), ((1, 4), (2, 2)), ((0, 6), (0, 7))):
        assert found[pair]["proposal"] == "same", pair
    wang = found[(0, 4), (1, 2)]
    assert set(wang) == {"a", "b", "score", "level", "proposal", "reason"}
    assert "writes “王伟” in Hanyu Pinyin" in wang["reason"]
    assert wang["level"] == "customary romanisation"
    assert found[(0, 5), (1, 6)]["proposal"] == "possible"
    assert "same passport number, but names have too little in common" in found[(0, 5), (1, 6)]["conflicts"]


def test_it_shows_what_it_understood_and_who_is_missing(folder: Path) -> None:
    done = reconciled(folder, "handover.xlsx", "embassy.csv")
    told = " ".join(done.output.split())
    for words in ("护照号 → passport", "DOB → birth date", "5 people", "not on embassy.csv", "Twice on one list: 1"):
        assert words in told


def test_the_workbook_holds_every_table_and_no_formula(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "result.xlsx"
    done = reconciled(folder, "handover.xlsx", "embassy.csv", "--out", str(out))
    assert done.exit_code == 0, done.output
    book = openpyxl.load_workbook(out)
    assert book.sheetnames[:4] == ["Lists", "On several lists", "Twice on one list", "Conflicts"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    sheet = book["On several lists"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.max_row - 2 == len(lines(reconciled(folder, "handover.xlsx", "embassy.csv", "--json"))) - 1


def test_a_folder_gets_separated_values_that_are_no_formulas(folder: Path, tmp_path: Path) -> None:
    reconciled(folder, "handover.xlsx", "embassy.csv", "--out", str(tmp_path / "result"))
    files = sorted((tmp_path / "result").iterdir())
    assert len(files) == 7
    cells = [
        cell for path in files for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_a_list_given_twice_adds_nothing_and_is_told(folder: Path) -> None:
    once = lines(reconciled(folder, "handover.xlsx", "--json"))
    twice = reconciled(folder, "handover.xlsx", "handover.xlsx", "--json")
    assert lines(twice) == once
    assert twice.exit_code == 1
    assert "same file as handover.xlsx" in twice.output


def test_what_cannot_be_read_is_told_and_the_others_go_on(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "prose.csv").write_text("Nothing but words here.\nAnd more of them.\n", encoding="utf-8")
    done = CliRunner().invoke(
        app,
        [
            "reconcile",
            str(tmp_path / "broken.xlsx"),
            str(folder / "handover.xlsx"),
            str(tmp_path / "none.csv"),
            "--json",
        ],
    )
    assert done.exit_code == 1
    assert [(one["a"]["list"], one["b"]["list"]) for one in lines(done)] == [(1, 1)]
    for words in ("broken.xlsx", "none.csv"):
        assert words in done.output


def test_a_person_may_say_what_a_column_is(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("A,B\nWang Wei,E12345678\nLi Qiang,E99999999\n", encoding="utf-8")
    done = reconciled(folder, "handover.xlsx", str(path), "--column", "2:B=passport", "--json")
    assert [one["b"]["row"] for one in lines(done) if one["b"]["list"] == 1] == [2]
    assert "passport" in lines(done)[-1]["reason"]
    assert reconciled(folder, "handover.xlsx", "--column", "2:B=nonsense").exit_code == 2


def test_what_a_file_does_not_tell_is_told(folder: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(folder / "handover.xlsx")
    book.create_sheet("old").sheet_state = "hidden"
    book["old"].append(["姓名", "护照号"])
    book["old"].append(["赵强", "E77777777"])
    book.save(tmp_path / "hidden.xlsx")
    out = tmp_path / "result.xlsx"
    done = reconciled(folder, str(tmp_path / "hidden.xlsx"), "--out", str(out))
    assert "hidden" in done.output
    told = [row[2] for row in openpyxl.load_workbook(out)["Not read"].iter_rows(values_only=True)]
    assert any("old" in str(cell) for cell in told)


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    assert reconciled(folder, "handover.xlsx", "--today", "yesterday").exit_code == 2
