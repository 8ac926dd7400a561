"""A list from its first row to its last."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.lists import Aside, Field, ProblemCode, understand
from noharbor.science.lists.forms import Cell
from noharbor.science.lists.problems import ASIDE_WORDS, PROBLEM_WORDS
from noharbor.science.matching.people.person import Born

TODAY = date(2025, 9, 1)
HEADER: list[Cell] = ["No", "Name", "Sex", "Date of birth", "Age", "Nationality", "Passport No", "ID No", "Phone"]

NAMES = ("Ann Test", "Bob Test", "Cho Test")


def listed(*rows: list[Cell], header: list[Cell] = HEADER, **more: Any) -> Any:
    return understand([header, *rows], today=TODAY, **more)


def codes(understood: Any) -> list[tuple[int, int | None, ProblemCode]]:
    return [(one.row, one.column, one.code) for one in understood.problems]


def test_what_a_person_said_goes_before_all_else() -> None:
    rows: list[list[Cell]] = [["Name", "Father"], ["Ann Test", "Bob Test"]]
    assert understand(rows, today=TODAY).rows[0].person.names == ("Ann Test",)
    corrected = understand(rows, today=TODAY, told={0: Field.OTHER, 1: Field.NAME})
    assert corrected.rows[0].person.names == ("Bob Test",)
    assert [column.sureness for column in corrected.columns] == [1.0, 1.0]
    assert corrected.columns[1].why.told() == "a person said so"


def test_lists_of_the_same_headings_have_one_shape_by_which_a_correction_is_remembered() -> None:
    first = understand([["姓名", "家属"], ["张一", "李二"]], today=TODAY, told={1: Field.ALIAS})
    again = understand([["名单"], ["姓 名", "家屬："], ["王三", "赵四"]], today=TODAY)
    other = understand([["姓名", "国籍"], ["王三", "中国"]], today=TODAY)
    assert first.shape == again.shape != other.shape
    assert first.told == {1: Field.ALIAS}


def test_the_shape_does_not_change_with_what_a_person_says() -> None:
    rows: list[list[Cell]] = [["Ann Test", "M"], ["Bob Test", "M"], ["Cy Test", "F"]]
    assert understand(rows, today=TODAY).shape == understand(rows, today=TODAY, told={1: Field.OTHER}).shape


def test_each_column_says_why_and_how_surely() -> None:
    understood = listed([1, "Ann Test", "F", "1990-05-03", 35, "Kenya", "AB123456", None, None])
    assert understood.columns[2].why.told() == "the heading “Sex” says so, and 100 % of the cells look like it"
    assert all(0 <= column.sureness <= 1 for column in understood.columns)


def test_what_cannot_be_read_is_told_by_row_and_column_and_kept() -> None:
    understood = listed(
        [1, "Ann Test", "zz", "32/13/1990", "old", "Martian", "none at all", "5.3E+17", "call me"],
        [2, "Bob Test", "M", "2031-01-01", 44, "Kenya/Uganda", "AB123456", None, None],
        [3, None, "M", "1990-05-03", 12, "Kenya", None, None, None],
    )
    assert codes(understood) == [
        (2, 5, ProblemCode.NATIONALITY_UNREADABLE),
        (2, 2, ProblemCode.SEX_UNREADABLE),
        (2, 6, ProblemCode.PAPER_UNREADABLE),
        (2, 7, ProblemCode.DIGITS_LOST),
        (2, 3, ProblemCode.BIRTH_UNREADABLE),
        (2, 4, ProblemCode.AGE_UNREADABLE),
        (2, 8, ProblemCode.PHONE_UNREADABLE),
        (3, 5, ProblemCode.TWO_NATIONALITIES),
        (3, 3, ProblemCode.BIRTH_IMPLAUSIBLE),
        (4, None, ProblemCode.NO_NAME),
        (4, 4, ProblemCode.AGE_AGAINST_BIRTH),
    ]
    assert understood.rows[0].written[Field.NATIONALITY] == ("Martian",)
    assert understood.rows[0].written[Field.BIRTH_DATE] == ("32/13/1990",)
    assert "“Martian” is no nationality" in understood.problems[0].saying.told()


def test_unknown_is_no_problem() -> None:
    understood = listed([1, "Ann Test", "-", "N/A", "不详", "unknown", "ไม่ทราบ", "không rõ", "မသိ"])
    assert understood.problems == ()
    assert understood.rows[0].person.born is None


def test_ages_count_to_the_day_of_the_list() -> None:
    rows: list[list[Cell]] = [["名单 2024年3月1日"], ["姓名", "年龄"], ["张一", 30]]
    understood = understand(rows, today=TODAY)
    assert understood.is_dated_by_itself
    assert understood.rows[0].person.born == Born(date(1993, 3, 2), date(1994, 3, 1))


def test_rows_that_are_no_person_are_told() -> None:
    understood = listed(
        [1, "Ann Test", "F"],
        [],
        [2],
        HEADER,
        ["Bus 2"],
        [3, "Bob Test", "M"],
        [None, "Sum", None, None, 45],
        [4, "Sum", "M", "1990-05-03", None, "Cambodian"],
        ["Total: 3 persons"],
        ["Note: two more people are in hospital and will follow next week, as their papers come."],
        ["Signature: ________"],
    )
    assert [(aside.row, aside.why) for aside in understood.asides] == [
        (1, Aside.HEADER),
        (3, Aside.EMPTY),
        (4, Aside.NUMBER_ONLY),
        (5, Aside.HEADER_AGAIN),
        (6, Aside.SECTION),
        (8, Aside.TOTAL),
        (10, Aside.TOTAL),
        (11, Aside.NOTE),
        (12, Aside.SIGNATURE),
    ]
    assert [row.person.names[0] for row in understood.rows] == ["Ann Test", "Bob Test", "Sum"]
    assert understood.rows[1].person.group == "Bus 2"


def test_a_list_may_go_on_under_another_header() -> None:
    understood = understand(
        [
            ["Name", "Sex", "Passport No"],
            ["Ann Test", "F", "AB123456"],
            ["Passport No", "Nationality", "Full name", "Sex"],
            ["AB123457", "Kenyan", "Bob Test", "M"],
        ],
        today=TODAY,
    )
    assert [part.header for part in understood.parts] == [(1,), (3,)]
    assert understood.rows[1].person.names == ("Bob Test",)
    assert understood.rows[1].person.passports == ("AB123457",)


def test_one_heading_alone_is_a_header_where_nothing_better_follows() -> None:
    rows: list[list[Cell]] = [["姓名"], ["张一"], ["李二", "病"], ["制表人：", None, "审核："]]
    understood = understand(rows, today=TODAY)
    assert [row.person.names for row in understood.rows] == [("张一",), ("李二",)]


def test_a_list_s_own_numbers_are_no_papers() -> None:
    understood = understand([["ID", "Name"], ["C-001", "Ann Test"], ["C-017", "Bob Test"]], today=TODAY)
    assert understood.columns[0].field is Field.NUMBER


def test_numbers_under_a_heading_nobody_knows_are_no_ages() -> None:
    rows: list[list[Cell]] = [["Name", "Days waiting"], ["Ann Test", 31], ["Bob Test", 44], ["Cy Test", 28]]
    understood = understand(rows, today=TODAY)
    assert understood.columns[1].field is Field.OTHER
    assert all(row.person.born is None for row in understood.rows)


def test_labels_of_a_form_are_nobody() -> None:
    understood = understand([["Name:", "Ann Test"], ["Sex:", "F"], ["Passport:", "AB123456"]], today=TODAY)
    assert understood.rows == ()


def test_two_people_side_by_side_stay_two() -> None:
    understood = understand(
        [
            ["No", "Name", "Passport No", "No", "Name", "Passport No"],
            [1, "Ann Test", "AB123456", 3, "Cy Test", "AB123458"],
            [2, "Bob Test", "AB123457", None, None, None],
            ["Total: 3"],
        ],
        today=TODAY,
    )
    assert [(row.row, row.person.names, row.person.passports) for row in understood.rows] == [
        (2, ("Ann Test",), ("AB123456",)),
        (2, ("Cy Test",), ("AB123458",)),
        (3, ("Bob Test",), ("AB123457",)),
    ]
    assert understood.rows[1].written[Field.NAME] == ("Cy Test",)


def test_a_header_in_unknown_words_below_a_title_is_told_by_what_stands_below() -> None:
    understood = understand(
        [["Dhoruba"], ["Jina kamili", "Jinsia ya mtu"], ["Ann Test", "F"], ["Bob Test", "M"], ["Cy Test", "M"]],
        today=TODAY,
    )
    assert understood.parts[0].header == (2,)
    assert [row.person.sex for row in understood.rows] == ["female", "male", "male"]


def test_a_spreadsheet_date_is_a_date_whatever_the_year() -> None:
    assert listed([1, "Ann Test", "F", 32996]).rows[0].person.born == Born(date(1990, 5, 3), date(1990, 5, 3))


def test_region_tells_whose_phones_and_which_order() -> None:
    understood = listed([1, "Ann Test", "F", "03/05/1990", None, None, None, None, "0812345678"], region="TH")
    assert understood.rows[0].person.phones == ("+66812345678",)
    assert understood.rows[0].person.born == Born(date(1990, 5, 3), date(1990, 5, 3))


def test_an_address_has_a_number_and_without_one_is_a_place() -> None:
    rows: list[list[Cell]] = [
        ["Name", "Address", "Place of birth"],
        ["Ann Test", "12 River Road,\nMae Sot", "Tak"],
        ["Bob Test", "Mae Sot", ""],
        ["Cho Test", "၁၂ ကမ်းနားလမ်း", ""],
    ]
    people = [row.person for row in understand(rows, today=TODAY).rows]
    assert [(one.place, one.address) for one in people] == [
        ("Tak", "12 River Road, Mae Sot"), ("Mae Sot", ""), ("", "၁၂ ကမ်းနားလမ်း"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "addresses",
    [
        ["云南省昆明市人民路12号", "四川省成都市东风街3号", "广东省深圳市福田路88号"],
        ["12 River Road, Mae Sot", "House 4, Hill Street, Tak", "88 Market Lane, Mae Ramat"],
        ["အမှတ် ၁၂၊ ကမ်းနားလမ်း၊ မြဝတီ", "အမှတ် ၄၊ ဈေးလမ်း၊ ဘားအံ", "အိမ်အမှတ် ၈၊ ရပ်ကွက် ၃၊ မြဝတီ"],
        ["12 หมู่ 3 ตำบลแม่ปะ แม่สอด", "88/1 ถนนอินทรคีรี แม่สอด", "4 หมู่ 7 ตำบลท่าสายลวด"],
        ["ໜ່ວຍ 3 ບ້ານໂພນສະຫວັນ", "ເຮືອນເລກທີ 12 ບ້ານທາດຫຼວງ", "ຖະໜົນ 23 ສິງຫາ ໜ່ວຍ 8"],
        ["ផ្ទះលេខ 12 ផ្លូវ 271 ភ្នំពេញ", "ផ្ទះ 4 ផ្លូវ 63 សង្កាត់ 3", "ផ្ទះលេខ 8 ផ្លូវ 95"],
        ["12 đường Lê Lợi, phường 3", "số nhà 4, ngõ 18, phố Huế", "88 đường Hoàng Diệu"],
    ],
    ids=["zh", "en", "my", "th", "lo", "km", "vi"],
)
def test_addresses_are_told_by_their_cells(addresses: list[str]) -> None:
    rows: list[list[Cell]] = [["Name", "x"], *([name, at] for name, at in zip(NAMES, addresses, strict=True))]
    understood = understand(rows, today=TODAY)
    assert [column.field for column in understood.columns] == [Field.NAME, Field.ADDRESS]
    assert understood.rows[0].person.address == addresses[0]


def test_every_code_has_words() -> None:
    assert set(PROBLEM_WORDS) == set(ProblemCode)
    assert set(ASIDE_WORDS) == set(Aside)
    for enum in (ProblemCode, Aside, Field):
        assert list(enum) == sorted(enum)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=30),
    st.sampled_from([*HEADER[1:], "姓名", "合计", "M", "张伟", "12/13/1990", "1990年", "အမည္", "ရ", "Total:", "ชื่อ"]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=12))
def test_no_cells_break_it_and_no_row_is_lost(rows: list[list[Cell]]) -> None:
    understood = understand(rows, today=TODAY)
    numbers = sorted({row.row for row in understood.rows} | {aside.row for aside in understood.asides})
    assert numbers == list(range(1, len(rows) + 1))
    for row in understood.rows:
        assert row.person.born is None or row.person.born.earliest <= row.person.born.latest
        assert sum(map(len, row.written.values())) == sum(
            cell is not None and str(cell).strip() != "" for cell in row.cells
        )


def test_hostile_cells_and_wide_sheets_take_bounded_time() -> None:
    began = time.perf_counter()
    for piece in ("a", "张", "(", "/", "1/", "ေ", "x-", "\u202e"):
        understand([HEADER, *[[piece * (100_000 // len(piece))] * 9] * 5], today=TODAY)
    understand([["Name"] * 2_000] * 60, today=TODAY)
    understand([["Name"], [10**9_000], [-1], [1e300]], today=TODAY)
    assert time.perf_counter() - began < 5


def test_long_lists_take_seconds() -> None:
    row: list[Cell] = ["M", "1990-05-03", 35, "Kenya"]
    rows = [HEADER, *[[at, f"Ann Te{at:x}st", *row, f"AB{at:06}"] for at in range(3_000)]]
    began = time.perf_counter()
    assert len(understand(rows, today=TODAY).rows) == 3_000
    assert time.perf_counter() - began < 5
