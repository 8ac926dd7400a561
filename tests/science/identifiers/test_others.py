"""What is special to one kind: accounts and their banks, handles, domains, cards, passports, plates."""

from __future__ import annotations

import pytest

from noharbor.science.identifiers import also_in, read_all
from noharbor.science.identifiers.bank_account import BANK_ACCOUNT
from noharbor.science.identifiers.banks import BANKS
from noharbor.science.identifiers.chat_handle import CHAT_HANDLE, LINE, SERVICES, TELEGRAM, WECHAT, WHATSAPP, ZALO
from noharbor.science.identifiers.domain import DOMAIN
from noharbor.science.identifiers.iban import IBAN
from noharbor.science.identifiers.iccid import ICCID
from noharbor.science.identifiers.imei import IMEI
from noharbor.science.identifiers.passport import PASSPORT
from noharbor.science.identifiers.phone import PHONE
from noharbor.science.identifiers.vehicle_plate import VEHICLE_PLATE


def test_an_account_has_the_bank_named_before_it_else_behind_it():
    text = "บัญชี 123-4-56789-0 ธนาคารไทยพาณิชย์; KBank 987-6-54321-0; 农行 6228000000000000007"
    accounts = [account for _, _, account in BANK_ACCOUNT.find(text)]
    assert [(one.value, one.country, one.service, one.checked) for one in accounts] == [
        ("1234567890", "TH", "scb", None),
        ("9876543210", "TH", "kasikorn", None),
        ("6228000000000000007", "CN", "abc", False),
    ]


def test_an_account_without_a_bank_is_of_the_region():
    account = BANK_ACCOUNT.read("123-4-56789-0", "TH")
    assert account is not None
    assert (account.country, account.service) == ("TH", "")


def test_a_word_names_one_bank():
    words = [word.casefold() for bank in BANKS for word in bank.words]
    assert len({bank.code for bank in BANKS}) == len(BANKS)
    assert len(set(words)) == len(words)


HANDLES = (
    "微信：abc_12345 加V: wxid_ab12cd, Telegram @Some_Name, t.me/OtherName, https://t.me/+AbCdEf, LINE ID: @shop1, "
    "wa.me/66812345678 facebook.com/Some.Person99 https://www.facebook.com/profile.php?id=100000000000001 "
    "QQ：123456789 zalo 0912345678 ไลน์ไอดี: abc.d, line.me/ti/p/~xyz9"
)


def test_handles_are_of_the_service_that_is_named_or_whose_address_it_is():
    assert [(handle.service, handle.value) for _, _, handle in CHAT_HANDLE.find(HANDLES)] == [
        ("wechat", "abc_12345"),
        ("wechat", "wxid_ab12cd"),
        ("telegram", "some_name"),
        ("telegram", "othername"),
        ("line", "@shop1"),
        ("whatsapp", "+66812345678"),
        ("facebook", "someperson99"),
        ("facebook", "100000000000001"),
        ("qq", "123456789"),
        ("zalo", "+84912345678"),
        ("line", "abc.d"),
        ("line", "xyz9"),
    ]


def test_what_merely_stands_behind_the_name_of_a_service_is_no_handle():
    text = (
        "They wait in line at the border; Telegram groups, a Facebook account, the WeChat hotline 96110, line 25 of it."
    )
    assert not list(CHAT_HANDLE.find(text))
    found = CHAT_HANDLE.find("telegram some_name1, LINE: somename, WeChat is somebody, 微信号somebody")
    assert [handle.value for _, _, handle in found] == ["some_name1", "somename", "somebody"]


def test_a_bare_handle_is_read_where_the_heading_names_the_service():
    bare = [
        (WECHAT, "Abc_12345"),
        (TELEGRAM, "@Name5"),
        (LINE, "@shop1"),
        (ZALO, "0912345678"),
        (WHATSAPP, "+66 81 234 5678"),
    ]
    assert [handle and handle.value for handle in (service.read(text) for service, text in bare)] == [
        "abc_12345",
        "name5",
        "@shop1",
        "+84912345678",
        "+66812345678",
    ]
    assert CHAT_HANDLE.read("@Name5") is None


def test_services_stand_in_the_order_of_the_alphabet():
    assert [service.name for service in SERVICES] == sorted(service.name for service in SERVICES)


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://ตัวอย่าง.ไทย/x", "xn--72c1a1bt4awk9o.xn--o3cw4h"),
        ("例子。中国", "xn--fsqu00a.xn--fiqs8s"),
        ("xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"),
        ("hxxp[:]//user@a[dot]example.org:8080/?q=1", "a.example.org"),
    ],
)
def test_domains_of_any_letters_are_written_as_dns_holds_them(written: str, host: str):
    domain = DOMAIN.read(written)
    assert domain is not None
    assert domain.value == host


def test_the_end_of_a_sentence_is_no_domain():
    text = "He came.It was so. The U.S.in May, see evil.com, hxxp://bad[.]example[.]top/x, 网址https://例子.中国/路径"
    assert [text[start:end] for start, end, _ in DOMAIN.find(text)] == ["evil.com", "bad[.]example[.]top", "例子.中国"]


@pytest.mark.parametrize(
    ("reader", "written", "checked"),
    [
        (IBAN, "DE89 3704 0044 0532 0130 00", True),
        (IBAN, "DE89 3704 0044 0532 0130 01", False),
        (IMEI, "490154203237518", True),
        (IMEI, "490154203237519", False),
        (IMEI, "4901542032375101", None),
        (ICCID, "8944500102198304826", True),
        (ICCID, "8944500102198304827", False),
        (ICCID, "894450010219830482", None),
        (PASSPORT, "L898902C36UTO7408122F1204159ZE184226B<<<<<10", True),
        (PASSPORT, "L898902C37UTO7408122F1204159ZE184226B<<<<<10", False),
        (PASSPORT, "L898902C3", None),
    ],
)
def test_a_wrong_check_digit_is_told_and_nothing_thrown_away(reader, written: str, checked: bool | None):
    identifier = reader.read(written)
    assert identifier is not None
    assert identifier.checked is checked


def test_a_remark_beside_a_passport_is_left_out_and_two_passports_are_two():
    for written in ("EB1234567 (expired 2027)", "old: EB 1234567"):
        passport = PASSPORT.read(written)
        assert passport is not None
        assert passport.value == "EB1234567"
    assert PASSPORT.read("AA1234567 BB7654321") is None
    assert [one.value for one in read_all(PASSPORT, "AA 1234567 / BB 7654321")] == ["AA1234567", "BB7654321"]


def test_the_number_of_a_passport_is_the_same_out_of_its_line():
    line = PASSPORT.read("E12345678<THA9001011F3001011<<<<<<<<<<<<<<<4")
    assert line is None
    line = PASSPORT.read("E123456782THA9001011F3001011<<<<<<<<<<<<<<<4")
    plain = PASSPORT.read("E12345678")
    assert line is not None
    assert plain is not None
    assert (line.value, line.country) == (plain.value, "TH")


@pytest.mark.parametrize(
    ("written", "region", "value", "country"),
    [
        ("1กก 1234 กทม", "", "1กก 1234 กรุงเทพมหานคร", "TH"),
        ("๑กก-๑๒๓๔", "", "1กก 1234", "TH"),
        ("粵B·D12345", "", "粤BD12345", "CN"),
        ("YGN 1A-1234", "", "YGN 1A-1234", "MM"),
        ("1a 1234", "MM", "1A-1234", "MM"),
        ("၁A-၁၂၃၄", "MM", "1A-1234", "MM"),
        ("1A-1234", "", "1A-1234", ""),
        ("2AB-1234", "", "2AB-1234", "KH"),
        ("51A-123.45", "", "51A-12345", "VN"),
        ("ກຂ 1234 ກຳແພງນະຄອນ", "", "ກຂ 1234 ກຳແພງນະຄອນ", "LA"),
    ],
)
def test_a_plate_has_the_normal_form_of_its_state(written: str, region: str, value: str, country: str):
    plate = VEHICLE_PLATE.read(written, region)
    assert plate is not None
    assert (plate.value, plate.country) == (value, country)


def test_an_identifier_says_its_country():
    phone = PHONE.read("+66812345678")
    assert phone is not None
    assert also_in(phone).country == "TH"
