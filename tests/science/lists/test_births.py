"""Births in any order and calendar."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.lists.ages import Age, born_of_age, read_age
from noharbor.science.lists.births import DateHabits, DateOrder, habits_of, read_birth
from noharbor.science.lists.dating import day_of
from noharbor.science.lists.forms import Cell
from noharbor.science.lists.problems import ProblemCode
from noharbor.science.matching.people.person import Born

LATEST = date(2025, 2, 20)
HABITS = DateHabits(LATEST)
THE_DAY = Born(date(1990, 5, 3), date(1990, 5, 3))
MAY = Born(date(1990, 5, 1), date(1990, 5, 31))
THE_YEAR = Born(date(1990, 1, 1), date(1990, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        "1990-05-03",
        "1990-05-03 00:00:00",
        "1990/5/3",
        "1990.05.03",
        "90.5.3",
        19900503,
        "19900503",
        32996,
        "32996",
        32996.0,
        "1990年5月3日",
        "1990 年 05 月 03 日",
        "一九九〇年五月三日",
        "1990年5月3号生",
        "民国79年5月3日",
        "3 พ.ค. 2533",
        "3 พฤษภาคม พ.ศ. 2533",
        "๓ พฤษภาคม ๒๕๓๓",
        "วันที่ 3 เดือน 5 ปี 2533",
        "2533-05-03",
        "၁၉၉၀ ခုနှစ် မေလ ၃ ရက်",
        "ວັນທີ 3 ເດືອນ 5 ປີ 1990",
        "໓ ພຶດສະພາ ໑໙໙໐",
        "ថ្ងៃទី៣ ខែឧសភា ឆ្នាំ១៩៩០",
        "ngày 3 tháng 5 năm 1990",
        "3 tháng 5, 1990",
        "3 May 1990",
        "May 3, 1990",
        "3rd of May 1990",
        "03MAY90",
        "3-May-90",
        "DOB: 3 May 1990".removeprefix("DOB: "),
    ],
)
def test_a_day_is_read_in_every_language_and_calendar(cell: Cell) -> None:
    assert read_birth(cell, HABITS) == (THE_DAY, None)


@pytest.mark.parametrize("cell", ["1990-05", "05/1990", "1990年5月", "May 1990", "พ.ค. 2533", "199005", "00/05/1990"])
def test_a_month_is_a_range(cell: Cell) -> None:
    assert read_birth(cell, HABITS).born == MAY


@pytest.mark.parametrize(
    "cell", [1990, "1990", "1990年", 2533, "พ.ศ. 2533", "xx/xx/1990", "1990-00-00", "sinh năm 1990"]
)
def test_a_year_is_a_range(cell: Cell) -> None:
    assert read_birth(cell, HABITS).born == THE_YEAR


@pytest.mark.parametrize("cell", ["about 1990", "c. 1990", "约1990年", "1990年左右", "ประมาณ 2533", "khoảng 1990"])
def test_about_a_year_is_a_wider_range(cell: Cell) -> None:
    assert read_birth(cell, HABITS).born == Born(date(1988, 1, 1), date(1992, 12, 31))


def test_a_year_of_the_burmese_era_begins_in_april() -> None:
    assert read_birth("၁၃၅၂", HABITS).born == Born(date(1990, 4, 13), date(1991, 4, 17))


def test_nothing_is_guessed_where_nothing_tells_day_from_month() -> None:
    assert read_birth("03/05/1990", HABITS) == (
        Born(date(1990, 3, 5), date(1990, 5, 3)),
        ProblemCode.BIRTH_ORDER_UNSURE,
    )


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/05/1990", "25/12/1991"], DateOrder.DAY_FIRST),
        (["03/05/1990", "12/25/1991"], DateOrder.MONTH_FIRST),
        (["13/05/1990"] * 9 + ["12/25/1991"], DateOrder.DAY_FIRST),
        (["13/05/1990", "12/25/1991"], DateOrder.UNSURE),
        (["1990-12-25", "3 May 1990"], DateOrder.UNSURE),
    ],
)
def test_the_column_tells_day_from_month(column: list[Cell], order: DateOrder) -> None:
    assert habits_of(column, LATEST).order is order


def test_days_a_spreadsheet_took_for_months_are_not_believed() -> None:
    column: list[Cell] = ["1990-03-05", "1991-07-02", "1992-11-12", "25/12/1990", "13/01/1988"]
    habits = habits_of(column, LATEST)
    assert habits.swapped
    assert read_birth("1990-03-05", habits).problem is ProblemCode.BIRTH_ORDER_UNSURE


def test_two_digits_are_buddhist_where_the_column_is() -> None:
    habits = habits_of(["3 พ.ค. 33", "4 มิ.ย. 2540"], LATEST)
    assert read_birth("3 พ.ค. 33", habits).born == THE_DAY


def test_short_years_at_the_front_count_from_1911_where_the_column_does() -> None:
    habits = habits_of(["79/05/03", "101/12/25"], LATEST)
    assert read_birth("79/05/03", habits).born == THE_DAY
    assert read_birth("79/05/03", HABITS).born == Born(date(1979, 5, 3), date(1979, 5, 3))


@pytest.mark.parametrize("cell", ["abc", "31/02/1990x", "1990-02-31", "5", "", "1/2/3/4/5", True, "May", "0.5"])
def test_what_is_no_date_is_told(cell: Cell) -> None:
    assert read_birth(cell, HABITS) == (None, ProblemCode.BIRTH_UNREADABLE)


@pytest.mark.parametrize("cell", ["2030-01-01", "1801-01-01", "9999", "2025-02-21"])
def test_nobody_is_born_after_the_list_or_in_another_century(cell: Cell) -> None:
    assert read_birth(cell, HABITS) == (None, ProblemCode.BIRTH_IMPLAUSIBLE)


@pytest.mark.parametrize(
    "cell", [25, 25.0, "25", "25岁", "25 yrs", "၂၅ နှစ်", "25 ปี", "อายุ 25", "25 tuổi", "២៥ ឆ្នាំ", "25 ປີ", "aged 25", "25y"]
)
def test_an_age_is_read_in_every_language(cell: Cell) -> None:
    assert read_age(cell) == Age(25, 25)


@pytest.mark.parametrize(
    ("cell", "age"),
    [
        ("20-25", Age(20, 25)),
        ("20s", Age(20, 29)),
        ("8 months", Age(0, 0)),
        ("8个月", Age(0, 0)),
        ("约25", Age(23, 27)),
    ],
)
def test_an_age_may_be_a_range(cell: str, age: Age) -> None:
    assert read_age(cell) == age


@pytest.mark.parametrize("cell", ["M", "1990-01-01", 190, -1, True, "", None])
def test_what_is_no_age_is_none(cell: Cell) -> None:
    assert read_age(cell) is None


def test_an_age_leaves_the_days_of_a_year() -> None:
    assert born_of_age(Age(25, 25), date(2024, 2, 29)) == Born(date(1998, 3, 1), date(1999, 2, 28))


@pytest.mark.parametrize(
    "title",
    [
        "名单（2025年2月20日）",
        "List as of 20 February 2025",
        "Date: 20/02/2025",
        "2025-02-20",
        "February 20, 2025",
        "ข้อมูล ณ วันที่ 20 กุมภาพันธ์ 2568",
        "ວັນທີ 20 ກຸມພາ 2025",
        "ngày 20 tháng 02 năm 2025",
        "၂၀၂၅ ခုနှစ် ဖေဖော်ဝါရီလ ၂၀ ရက်",
        "ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥",
    ],
)
def test_the_title_dates_the_list(title: str) -> None:
    assert day_of([title], date(2025, 3, 1)) == date(2025, 2, 20)


@pytest.mark.parametrize(
    "title", ["", "List of 7,141 people of 28 states", "Tel. 02/123/4567", "2031-01-01", "1990-05-03"]
)
def test_other_numbers_date_no_list(title: str) -> None:
    assert day_of([title], date(2025, 3, 1)) is None
