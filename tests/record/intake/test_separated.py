"""Separated values with the faults of real ones: no row is swallowed, and what was repaired is told."""

from __future__ import annotations

import pytest

from noharbor.record.intake import errors
from noharbor.record.intake.notices import NoticeCode

THAI = "ชื่อ,นามสกุล,หมายเหตุ\nสมชาย,ใจดี,ส่งกลับ\nสมหญิง,มีสุข,อยู่ที่สะพาน\n"
CHINESE = "姓名,年龄,备注\n王某,31,移交\n李某,28,遣返\n"


def notices(reading):
    return {notice.code: notice.values for notice in reading.notices}


def rows_of(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.strip().split("\n")]


@pytest.mark.parametrize("encoding", ["cp874", "tis-620", "utf-16", "utf-16-le", "utf-8-sig"])
def test_thai_lists_are_read_in_every_encoding(read_here, encoding):
    assert read_here(THAI.encode(encoding), "a.csv").tables[0].rows == rows_of(THAI)


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-be"])
def test_chinese_lists_are_read_in_every_encoding(read_here, encoding):
    text = CHINESE if encoding != "big5" else "姓名,年齡,備註\n王某,31,移交\n李某,28,遣返\n"
    assert read_here(text.encode(encoding), "a.csv").tables[0].rows == rows_of(text)


def test_zawgyi_is_kept_as_it_is(read_here):
    text = "name,age\nေဒၚေအာင္ဆန္း,31\nကိုေက်ာ္,28\n"
    assert read_here(text.encode(), "a.csv").tables[0].rows == rows_of(text)


def test_lines_that_somebody_added_in_another_encoding_are_read_and_told(read_here):
    begun = "姓名,年龄,备注\n王某,31,移交\n李某,28,遣返\n".encode()
    reading = read_here(begun + "陈某,40,在缅甸的公司工作\n".encode("gb18030"), "a.csv")
    assert reading.tables[0].rows[-1] == ["陈某", "40", "在缅甸的公司工作"]
    assert notices(reading)[NoticeCode.ENCODINGS_MIXED] == {"count": 1, "encoding": "gb18030"}


def test_a_legacy_encoding_that_looks_like_another_in_places_is_not_taken_for_two(read_here):
    text = "姓名,性别\n" + "".join(f"Person {n},{'女' if n % 3 else '男'}\n" for n in range(30))
    reading = read_here(text.encode("gb18030"), "a.csv")
    assert reading.tables[0].rows == rows_of(text)
    assert NoticeCode.ENCODINGS_MIXED not in notices(reading)


def test_mixed_line_ends_part_rows(read_here):
    assert read_here(b"a,b\r\nc,d\re,f\ng,h", "a.csv").tables[0].rows == [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
    ]


def test_a_hint_of_the_separator_is_followed_and_is_no_row(read_here):
    assert read_here(b'"sep=;"\r\na;b,c\r\n\r\nd;e', "a.csv").tables[0].rows == [["a", "b,c"], [], ["d", "e"]]


def test_ragged_rows_keep_their_cells(read_here):
    rows = read_here(b"a,b,c\n1\n1,2,3,4,5\n,,3\n", "a.csv").tables[0].rows
    assert rows == [["a", "b", "c"], ["1"], ["1", "2", "3", "4", "5"], ["", "", "3"]]


def test_a_few_zero_bytes_are_taken_out_and_told(read_here):
    reading = read_here(b"name,age,remark\nInvented One\0\0,31,handed over\n" + b"Invented Two,28,left\n" * 9, "a.csv")
    assert reading.tables[0].rows[1] == ["Invented One", "31", "handed over"]
    assert notices(reading) == {NoticeCode.ZERO_BYTES_REMOVED: {"count": 2}}


def test_machine_data_under_the_name_of_a_table_is_refused(read_here):
    with pytest.raises(errors.BinaryFile):
        read_here(b"a\0\0\0b\0\0\0" * 50, "a.csv")


def test_zeros_in_front_that_a_program_guarded_are_kept(read_here):
    assert read_here(b'name,phone\nx,="0812345678"\n', "a.csv").tables[0].rows[1] == ["x", "0812345678"]


def test_values_with_line_ends_and_doubled_marks_are_one_cell(read_here):
    reading = read_here(b'name,address\n"Ko ""Aung""","1 Road,\nTown"\nx,y\n', "a.csv")
    assert reading.tables[0].rows == [["name", "address"], ['Ko "Aung"', "1 Road,\nTown"], ["x", "y"]]
    assert notices(reading) == {}


@pytest.mark.parametrize(
    ("bad", "row"),
    [
        ('"Ko Aung,2,x', ['"Ko Aung', "2", "x"]),
        ('"Ko "Aung" Aung",2,x', ['Ko "Aung" Aung', "2", "x"]),
        ('Ko,2,"x', ["Ko", "2", '"x']),
        ('"Ko"Aung,2,x', ['"Ko"Aung', "2", "x"]),
    ],
)
def test_a_stray_mark_costs_no_row(read_here, bad, row):
    good = [f'Person {number},{number},"in, town"' for number in range(30)]
    content = "\n".join(["name,age,place", *good[:10], bad, *good[10:], '"two\nlines",5,z', *good])
    reading = read_here(content.encode(), "a.csv")
    rows = reading.tables[0].rows
    assert len(rows) == 1 + 30 + 1 + 1 + 30
    assert rows[11] == row
    assert rows[32] == ["two\nlines", "5", "z"]
    assert rows[5] == ["Person 4", "4", "in, town"]
    assert notices(reading) == {NoticeCode.QUOTES_REPAIRED: {"count": 1, "places": "12"}}


def test_two_stray_marks_far_apart_swallow_nothing(read_here):
    lines = [f"Person {number},{number},town" for number in range(40)]
    lines[5], lines[20] = 'Person 5,5,"town', 'Person 20",20,town'
    rows = read_here("\n".join(lines).encode(), "a.csv").tables[0].rows
    assert len(rows) == 40
    assert rows[12] == ["Person 12", "12", "town"]


def test_a_table_of_quotes_alone_that_never_end_is_refused(read_here):
    with pytest.raises(errors.BrokenTable):
        read_here(b'a,b\n"' + b"x,\n" * 250_000, "a.csv")
