"""Nationalities, names, sexes, papers and headings out of cells."""

from __future__ import annotations

import pytest

from noharbor.science.lists import Field, papers
from noharbor.science.lists.headings import read_heading, refined
from noharbor.science.lists.naming import names_in, put_together
from noharbor.science.lists.nations import nationalities_in
from noharbor.science.lists.sexes import sex_of
from tests.science.lists.heading_words import HEADINGS, OTHERS


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("Chinese|China|CHN|CN|PRC|P.R. China|中国籍|中國|中|จีน|ชาวจีน|ຈີນ|ປະເທດຈີນ|ចិន|ជនជាតិចិន|တရုတ်|တ႐ုတ္|Trung Quốc", "CN"),
        ("Myanmar|Burmese|缅甸籍|緬甸|พม่า|เมียนมา|ພະມ້າ|ມຽນມາ|ភូមា|မြန်မာ|ျမန္မာ|မြန်မာနိုင်ငံသား|Miến Điện", "MM"),
        ("Vietnamese|VNM|Viet Nam|越南|เวียดนาม|ຫວຽດນາມ|វៀតណាម|ဗီယက်နမ်|Việt Nam|Quốc tịch Việt Nam", "VN"),
        ("Thai|泰国籍|ไทย|คนไทย|ໄທ|ថៃ|ထိုင်း|Thái Lan", "TH"),
        ("Lao|Laotian|老挝|ลาว|ລາວ|ឡាវ|လာအို|Lào", "LA"),
        ("Cambodian|Khmer|柬埔寨|กัมพูชา|ກຳປູເຈຍ|កម្ពុជា|ကမ္ဘောဒီးယား|Campuchia", "KH"),
        ("Ethiopian|ETH|埃塞俄比亚|เอธิโอเปีย|Ethiopia/埃塞俄比亚", "ET"),
        ("中国台湾|Taiwanese|TWN|台灣|Taiwan, China", "TW"),
        ("Kenyan national|Kenya|KEN|肯尼亚人", "KE"),
        ("Filipino|Filipina|PHL|菲律宾|ฟิลิปปินส์", "PH"),
    ],
)  # fmt: skip
def test_nationalities_are_read_in_all_languages(cells: str, code: str) -> None:
    assert {cell: nationalities_in(cell) for cell in cells.split("|")} == dict.fromkeys(cells.split("|"), (code,))


def test_two_nationalities_are_both_told() -> None:
    assert nationalities_in("Kenya / Uganda") == ("KE", "UG")


@pytest.mark.parametrize("cell", ["Karen", "Martian", "", "123", "x" * 5_000, "China and more words"])
def test_what_is_no_state_is_none(cell: str) -> None:
    assert nationalities_in(cell) == ()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("张伟", ("张伟",)),
        ("张伟（ZHANG WEI）", ("张伟", "ZHANG WEI")),
        ("ZHANG WEI 张伟", ("ZHANG WEI", "张伟")),
        ("张伟\nZhang Wei", ("张伟", "Zhang Wei")),
        ("Nguyễn Văn\nThử", ("Nguyễn Văn Thử",)),
        ("ZHANG/WEI MR", ("ZHANG WEI MR",)),
        ("李强/LI QIANG", ("李强", "LI QIANG")),
        ("1. U Ba Tester", ("U Ba Tester",)),
        ("Aung Test @ Ko Test", ("Aung Test", "Ko Test")),
        ("Somchai Test a.k.a. Chai", ("Somchai Test", "Chai")),
        ("Dr. Jane  Sample", ("Dr. Jane Sample",)),
        ("ေအာင္ေအာင္", ("အောင်အောင်",)),
        ("Ahmad bin Contoh", ("Ahmad bin Contoh",)),
        ("张伟(孕妇)", ("张伟",)),
        ("张伟（湖南）", ("张伟",)),
        ("张伟(张小明之妻)", ("张伟",)),
        ("John Test (Kenyan)", ("John Test",)),
        ("John Test (wife of Bob)", ("John Test",)),
        ("John Test (E12345678)", ("John Test",)),
        ("12345", ()),
    ],
)
def test_a_cell_may_hold_several_names(cell: str, names: tuple[str, ...]) -> None:
    assert names_in(cell) == names


@pytest.mark.parametrize(
    ("family", "given", "nationality", "family_first", "names"),
    [
        ("王", "小明", "CN", True, ("王小明",)),
        ("WANG", "Xiaoming", "CN", False, ("WANG Xiaoming", "Xiaoming WANG")),
        ("Nguyễn", "Văn Thử", "", False, ("Nguyễn Văn Thử",)),
        ("ใจดี", "ทดสอบ", "TH", True, ("ทดสอบ ใจดี",)),
        ("Smith", "John", "US", True, ("John Smith", "Smith John")),
        ("Abc", "Def", "", True, ("Abc Def", "Def Abc")),
        ("Abc", "Def", "", False, ("Def Abc", "Abc Def")),
        ("", "Def", "", True, ("Def",)),
        ("Sok", "Sok Dara", "KH", True, ("Sok Dara",)),
        ("", "", "", True, ()),
    ],
)
def test_names_of_two_columns_are_put_together(
    family: str, given: str, nationality: str, family_first: bool, names: tuple[str, ...]
) -> None:
    assert put_together(family, given, nationality, family_stands_first=family_first) == names


@pytest.mark.parametrize(
    ("cells", "sex"),
    [
        ("F|female|女|女性|မ|အမျိုးသမီး|หญิง|ญ|ຍິງ|ស្រី|Nữ|Nu|女 F|女/Female", "female"),
        ("M|Male|男|ကျား|က်ား|ชาย|ช|ຊາຍ|ប្រុស|nam|NAM|男\nM", "male"),
        ("X|M/F|1|Nationality|", ""),
    ],
)
def test_sexes_are_read_in_all_languages(cells: str, sex: str) -> None:
    assert {cell: sex_of(cell) for cell in cells.split("|")} == dict.fromkeys(cells.split("|"), sex)


def test_papers_and_phones_come_in_one_form() -> None:
    assert papers.read_passports("e 1234-5678") == ("E12345678",)
    assert papers.read_passports("E12345678 (lost), new: EA7654321") == ("E12345678", "EA7654321")
    assert papers.read_national_ids("身份证 53010219920606002X 已核", "") == ("53010219920606002X",)
    assert papers.read_national_ids("၁၂/မဂတ(နိုင်)၁၂၃၄၅၆", "MM") == papers.read_national_ids("12/MaGaTa(N)123456", "")
    assert papers.read_phone("081-234-5678", "TH", "") == "+66812345678"
    assert papers.read_phone("13812345678", "MM", "CN") == "+8613812345678"
    assert papers.read_phone("none", "", "") == ""
    assert papers.read_phone("+8497O5578S9", "", "") == papers.read_phone("+84970557859", "", "")


def test_numbers_a_spreadsheet_has_rounded_are_known() -> None:
    assert papers.digits_are_lost("5.30102E+17", is_number=False)
    assert papers.digits_are_lost("530102199003074000", is_number=True)
    assert not papers.digits_are_lost("530102199003074000", is_number=False)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名 Name", Field.NAME),
        ("姓名Name", Field.NAME),
        ("Full name (family name first)", Field.NAME),
        ("被抓获人员姓名", Field.NAME),
        ("Name (as per passport)", Field.NAME),
        ("Surname / Last name", Field.FAMILY_NAME),
        ("အမည္", Field.NAME),
        ("Date of birth (dd/mm/yyyy)", Field.BIRTH_DATE),
        ("出生日期(年/月/日)", Field.BIRTH_DATE),
        ("Passport/ID No", Field.DOCUMENT),
        ("Expiry date of passport", Field.DATE),
        ("Name of father", Field.OTHER_PERSON),
        ("联系人电话", Field.OTHER_PERSON),
        ("Visa number", Field.OTHER),
        ("№", Field.NUMBER),
        ("Ngay sinh", Field.BIRTH_DATE),
        ("中文", None),
        ("Ticket", None),
        ("", None),
        ("姓名" * 10_000, None),
    ],
)
def test_headings_are_read(heading: str, field: Field | None) -> None:
    assert read_heading(heading).field is field


@pytest.mark.parametrize("field", HEADINGS)
def test_headings_of_seven_languages_are_read(field: Field) -> None:
    headings = HEADINGS[field].split("|")
    assert {heading: read_heading(heading).field for heading in headings} == dict.fromkeys(headings, field)


@pytest.mark.parametrize("heading", OTHERS.split("|"))
def test_headings_of_other_things_are_taken_for_nothing(heading: str) -> None:
    assert read_heading(heading).field in (None, Field.OTHER)


@pytest.mark.parametrize(
    ("upper", "lower", "field"),
    [
        ("Name", "Family", Field.FAMILY_NAME),
        ("Name", "Chinese", Field.NAME),
        ("Name", "Family name", Field.FAMILY_NAME),
        ("Date of birth", "Year", Field.BIRTH_YEAR),
        ("Passport", "No.", Field.PASSPORT),
        ("Passport", "Expiry date", Field.DATE),
        ("Father", "Name", Field.OTHER_PERSON),
        ("姓名", "Name", Field.NAME),
        ("Year of birth", "Female", Field.FEMALE),
        ("Place", "Male", Field.PLACE),
    ],
)
def test_a_second_row_refines_the_first(upper: str, lower: str, field: Field) -> None:
    assert refined(read_heading(upper), read_heading(lower)).field is field
