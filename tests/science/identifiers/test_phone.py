"""Phones: the source's region, other countries' numbers, and what cannot be told."""

from __future__ import annotations

import pytest

from noharbor.science.identifiers import read_all
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.phone import PHONE, is_mobile


@pytest.mark.parametrize(
    ("written", "region", "value", "country"),
    [
        ("09 789 123 456", "MM", "+959789123456", "MM"),
        ("ဝ၉-၇၈၉၁၂၃၄၅၆", "MM", "+959789123456", "MM"),
        ("(+855) 91 234 567", "TH", "+85591234567", "KH"),
        ("020 23 123 456", "LA", "+8562023123456", "LA"),
        ("0912 345 678", "VN", "+84912345678", "VN"),
        ("13812345678", "MM", "+8613812345678", "CN"),
        ("①③⑧ 1234 ５６７８", "", "+8613812345678", "CN"),
        ("+1 650-253-0000", "", "+16502530000", "US"),
    ],
)
def test_a_number_is_of_its_own_country_before_the_regions(written: str, region: str, value: str, country: str):
    assert PHONE.read(written, region) == Identifier(IdentifierKind.PHONE, value, country, checked=True)


def test_a_number_whose_country_nobody_says_stays_digits():
    assert PHONE.read("0812345678") == Identifier(IdentifierKind.PHONE, "0812345678")


def test_a_number_that_no_plan_has_is_kept_and_told():
    phone = PHONE.read("021 234 5678", "TH")
    assert phone is not None
    assert phone.checked is False


def test_several_in_a_cell_are_all_read():
    cell = "081-234-5678 / 02 234 5678, +959789123456; 081-234-5678"
    assert [phone.value for phone in read_all(PHONE, cell, "TH")] == ["+66812345678", "+6622345678", "+959789123456"]
    assert [phone.value for phone in read_all(PHONE, "0812345678/0812345679", "TH")] == ["+66812345678", "+66812345679"]


def test_several_are_read_where_only_a_blank_parts_them():
    assert [phone.value for phone in read_all(PHONE, "081-234-5678 089-876-5432", "TH")] == [
        "+66812345678",
        "+66898765432",
    ]


def test_what_a_spreadsheet_makes_of_a_number_is_a_number():
    for written in ("0812345678.0", "812345678.00", "'0812345678"):
        phone = PHONE.read(written, "TH")
        assert phone is not None
        assert phone.value == "+66812345678"


def test_two_numbers_side_by_side_are_two():
    text = "call 081-234-5678 081-999-8888 in 2025"
    assert [text[start:end] for start, end, _ in PHONE.find(text, "TH")] == ["081-234-5678", "081-999-8888"]


def test_a_local_number_is_found_where_the_region_has_it_or_a_word_announces_it():
    assert [phone.value for _, _, phone in PHONE.find("ring 0812345678 today", "TH")] == ["+66812345678"]
    assert not list(PHONE.find("ring 0812345678 today"))
    assert [phone.value for _, _, phone in PHONE.find("电话：0812345678")] == ["0812345678"]


@pytest.mark.parametrize(
    ("value", "mobile"),
    [("+66812345678", True), ("+6621234567", False), ("+12025550123", None), ("+66800", None), ("12345678", None)],
)
def test_the_numbering_plan_tells_mobiles_where_it_keeps_them_apart(value: str, mobile: bool | None):
    assert is_mobile(value) is mobile
