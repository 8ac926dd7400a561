"""National ids: check digits, what they say themselves, and whose they are. All invented, or examples of standards."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.identifiers import also_in, read_all
from noharbor.science.identifiers.national_id import NATIONAL_ID, STATES


@pytest.mark.parametrize(
    ("written", "region", "value", "country", "checked"),
    [
        ("11010519491231002X", "TH", "11010519491231002X", "CN", True),
        ("110105194912310021", "", "110105194912310021", "CN", False),
        ("110105194902310029", "", "110105194902310029", "CN", False),
        ("110105491231002", "", "11010519491231002X", "CN", None),
        ("1-2345-67890-12-1", "", "1234567890121", "TH", True),
        ("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "", "1234567890121", "TH", True),
        ("1234567890122", "TH", "1234567890122", "TH", False),
        ("900101-14-5677", "", "900101145677", "MY", None),
        ("901301-14-5677", "MY", "901301145677", "MY", False),
        ("001 099 012 345", "VN", "001099012345", "VN", None),
        ("001099012345", "", "001099012345", "VN", None),
        ("3201014501900003", "", "3201014501900003", "ID", None),
        ("3201017501900003", "ID", "3201017501900003", "ID", False),
        ("900101-1234568", "", "9001011234568", "KR", True),
        ("900101-1234567", "KR", "9001011234567", "KR", False),
        ("250101-3234567", "KR", "2501013234567", "KR", None),
        ("A123456789", "", "A123456789", "TW", True),
        ("A123456788", "TW", "A123456788", "TW", False),
        ("A123456(3)", "", "A1234563", "HK", True),
        ("AB987654(3)", "", "AB9876543", "HK", True),
        ("A123456(4)", "", "A1234564", "HK", False),
        ("S1234567D", "", "S1234567D", "SG", True),
        ("G5872776N", "", "G5872776N", "SG", True),
        ("M1234567K", "", "M1234567K", "SG", True),
        ("S1234567A", "", "S1234567A", "SG", False),
        ("010123456 (01)", "KH", "010123456", "KH", None),
        ("ບັດປະຈຳຕົວ 01-0123456", "LA", "010123456", "LA", None),
        ("2341 2341 2346", "IN", "234123412346", "IN", True),
        ("2341 2341 2347", "IN", "234123412347", "IN", False),
        ("35202-1234567-1", "", "3520212345671", "PK", None),
        ("3520212345671", "PK", "3520212345671", "PK", None),
        ("901232345V", "", "199012302345", "LK", None),
        ("199012302345", "LK", "199012302345", "LK", None),
        ("1234567890121", "LA", "1234567890121", "TH", True),
        ("AB-1234567", "NP", "AB1234567", "", None),
    ],
)
def test_a_number_is_read_by_the_rules_of_its_state(
    written: str, region: str, value: str, country: str, checked: bool | None
):
    number = NATIONAL_ID.read(written, region)
    assert number is not None
    assert (number.value, number.country, number.checked) == (value, country, checked)


@pytest.mark.parametrize(
    "written",
    [
        "12/OuKaMa(N)123456",
        "12/OUKAMA (NAING) 123456",
        "12 / OKM (N) 123456",
        "12/UKM(N)123456",
        "12-OKM-N-123456",
        "12/Ou Ka Ma(C)123456",
        "၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆",
        "၁၂ / ဥကမ (နိုင်) ၁၂၃၄၅၆",
        "၁၂/ဥကမ(ႏိုင္)၁၂၃၄၅၆",
        "၁၂/ဥကမ(N)123456",
        "NRC No. 12/OUKAMA(N)123456",
    ],
)
def test_a_burmese_card_is_one_in_any_letters(written: str):
    number = NATIONAL_ID.read(written)
    assert number is not None
    assert (number.value, number.country, number.checked) == ("12/UKM(N)123456", "MM", None)


@pytest.mark.parametrize(
    ("latin", "burmese"),
    [
        ("12/ThaGaKa(N)123456", "၁၂/သဃက(နိုင်)၁၂၃၄၅၆"),
        ("14/HaThaTa(N)123456", "၁၄/ဟသတ(နိုင်)၁၂၃၄၅၆"),
        ("13/LaYaNa(E)123456", "၁၃/လရန(ဧည့်)၁၂၃၄၅၆"),
        ("12/AhSaNa(P)123456", "၁၂/အစန(ပြု)၁၂၃၄၅၆"),
        ("7/NyaLaPa(N)123456", "၇/ညလပ(နိုင်)၁၂၃၄၅၆"),
        ("11/MaOuNa(N)123456", "၁၁/မဥန(နိုင်)၁၂၃၄၅၆"),
        ("11/AaMaNa(N)123456", "၁၁/အမန(နိုင်)၁၂၃၄၅၆"),
        ("12/0uKaTa(N)123456", "၁၂/ဥကတ(နိုင်)၁၂၃၄၅၆"),
        ("13/MaRaTa(N)123456", "၁၃/မရတ(နိုင်)၁၂၃၄၅၆"),
        ("3/BaAhNa(N)123456", "၃/ဘအန(နိုင်)၁၂၃၄၅၆"),
        ("3/MaWaTa(N)123456", "၃/မဝတ(နိုင်)၁၂၃၄၅၆"),
    ],
)
def test_townships_meet_across_scripts(latin: str, burmese: str):
    assert NATIONAL_ID.read(latin) == NATIONAL_ID.read(burmese)


def test_a_burmese_card_of_no_state_or_of_five_digits_is_kept_and_told():
    assert [number.checked for number in read_all(NATIONAL_ID, "15/OUKAMA(N)123456, 12/OUKAMA(N)12345")] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("written", "born", "sex", "nationality"),
    [
        ("11010519491231002X", [date(1949, 12, 31)], "female", "CN"),
        ("900101-1234568", [date(1990, 1, 1)], "male", "KR"),
        ("900101-14-5677", [date(1990, 1, 1), date(2090, 1, 1)], "male", ""),
        ("3201014501900003", [date(1990, 1, 5), date(2090, 1, 5)], "female", ""),
        ("A123456789", [], "male", "TW"),
        ("35202-1234567-2", [], "female", ""),
        ("905622345X", [date(1990, 3, 2)], "female", ""),
        ("900602345V", [], "", ""),
        ("12/OuKaMa(N)123456", [], "", "MM"),
        ("1-2345-67890-12-1", [], "", "TH"),
        ("110105194912310021", [], "", ""),
    ],
)
def test_a_number_says_what_stands_inside(written: str, born: list[date], sex: str, nationality: str):
    number = NATIONAL_ID.read(written)
    assert number is not None
    said = also_in(number)
    assert ([first for first, last in said.born if first == last], said.sex, said.nationality) == (
        born,
        sex,
        nationality,
    )
    assert said.country == number.country


def test_a_vietnamese_number_says_the_year():
    number = NATIONAL_ID.read("001199012345", "VN")
    assert number is not None
    assert also_in(number).born == ((date(1999, 1, 1), date(1999, 12, 31)),)
    assert also_in(number).sex == "female"


def test_thirteen_digits_in_running_text_need_their_hyphens_a_word_or_their_own_country():
    text = "order 1234567890121 was paid"
    assert not list(NATIONAL_ID.find(text))
    assert [number.value for _, _, number in NATIONAL_ID.find(text, "TH")] == ["1234567890121"]
    assert [number.value for _, _, number in NATIONAL_ID.find("no. 1-2345-67890-12-1")] == ["1234567890121"]
    assert [number.checked for _, _, number in NATIONAL_ID.find("บัตรประชาชน 1234567890122")] == [False]


def test_every_state_is_named_once():
    assert len({state.name for state in STATES}) == len(STATES) == 15
