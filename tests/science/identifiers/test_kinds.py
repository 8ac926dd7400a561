"""Every kind of identifier, walked: what all of them promise, and samples that are right, written otherwise, wrong.

All numbers are invented, or examples that standards and documentation print.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noharbor.science.identifiers import KINDS, Finder, IdentifierKind
from noharbor.science.identifiers.chat_handle import SERVICES
from noharbor.science.identifiers.identifier import Member
from noharbor.science.identifiers.national_id import STATES
from noharbor.science.identifiers.wallet import CHAINS


@dataclass(frozen=True)
class Samples:
    """What one reader makes of what people type."""

    value: str
    written: tuple[str, ...]
    wrong: tuple[str, ...]
    running: str
    region: str = ""


HASH = "9f" * 32

SAMPLES: dict[str, Samples] = {
    "bank-account": Samples(
        "1234567890",
        ("123-4-56789-0", "๑๒๓-๔-๕๖๗๘๙-๐", "กสิกรไทย 123 4 56789 0", "บัญชี 1234567890", "１２３４５６７８９０"),
        ("12345", "no account", ""),
        "เหยื่อโอนเข้าบัญชี {} เมื่อวาน",
        "TH",
    ),
    "chat-handle": Samples(
        "abc_12345",
        ("微信：ABC_12345", "WeChat ID: abc_12345", "加V abc_12345", "ＷｅＣｈａｔ: abc_12345", "VX:abc_12345"),
        ("abc_12345", "微信", ""),
        "请加{}谢谢",
    ),
    "domain": Samples(
        "pay.example.com",
        (
            "hxxps://pay[.]example[.]com/login", "PAY.EXAMPLE.COM.", "pay(.)example(.)com", "www.pay.example.com",
            "ｐａｙ。example.com",
        ),
        ("1.2.3.4", "no domain", "http://"),
        "The site {} was taken down.",
    ),
    "email": Samples(
        "some.one@example.com",
        (
            "Some.One@Example.com", "<some.one@example.com>", "some.one[at]example[.]com",
            "mailto:some.one@example.com", "some.one＠example.com",
        ),
        ("some.one", "@example.com", "a@b"),
        "Write to {} now",
    ),
    "iban": Samples(
        "GB82WEST12345698765432",
        (
            "GB82 WEST 1234 5698 7654 32", "gb82west12345698765432", "IBAN GB82-WEST-1234-5698-7654-32",
            "GB８２ WEST 1234 5698 7654 32",
        ),
        ("GB82", "WEST 1234 5698 7654 32", ""),
        "Pay into {} today",
    ),
    "iccid": Samples(
        "8944500102198304826",
        ("89 4450 0102 1983 04826", "8944500102198304826F", "ICCID: 8944500102198304826", "၈၉၄၄၅၀၀၁၀၂၁၉၈၃၀၄၈၂၆"),
        ("8844500102198304826", "8944", "SIM"),
        "The card {} was found",
    ),
    "imei": Samples(
        "490154203237518",
        ("49-015420-323751-8", "IMEI: 490154203237518", "IMEI1 490154203237518", "49015420323751", "៤៩០១៥៤២០៣២៣៧៥១៨"),
        ("4901542", "49015420323751812", "IMEI"),
        "phone with IMEI {} seized",
    ),
    "national-id": Samples(
        "11010519491231002X",
        (
            "11010519491231002x", "110105 19491231 002X", "身份证号：11010519491231002X",
            "１１０１０５１９４９１２３１００２Ｘ", "110105491231002",
        ),
        ("1101", "nobody", ""),
        "嫌疑人（身份证号{}）被捕",
    ),
    "passport": Samples(
        "E12345678",
        ("E 1234 5678", "e12345678", "Passport No. E12345678", "Ｅ１２３４５６７８", "E-12345678"),
        ("E123", "Passport", "Somchai Jaidee"),
        "holder of passport no. {} of that day",
    ),
    "phone": Samples(
        "+66812345678",
        (
            "081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 (0) 81 234 5678", "0066812345678", "Tel. 0812345678 (evening)",
            "812345678", "66812345678",
        ),
        ("12345", "2025-01-02", "no phone"),
        "โทร {} ได้ทุกวัน",
        "TH",
    ),
    "transaction-hash": Samples(
        HASH,
        (HASH.upper(), f"0x{HASH}", f"https://tronscan.org/#/transaction/{HASH}", f"TXID: {HASH}"),
        (HASH[:-1], HASH + "0", "hash"),
        "paid, TXID {} today",
    ),
    "vehicle-plate": Samples(
        "粤B12345",
        ("粤B·12345", "粤B 12345", "粵b12345", "粤Ｂ１２３４５"),
        ("B12345", "粤", "12345"),
        "驾驶{}离开",
    ),
    "wallet": Samples(
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        (
            " 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ", "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=1",
            "BTC: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        ),
        ("1A1zP1eP5Q", "no wallet", ""),
        "coins went to {} at once",
    ),
}  # fmt: skip

FAMILIES: tuple[Member, ...] = (*STATES, *SERVICES, *CHAINS)
EVERYONE: tuple[Finder, ...] = (*KINDS, *FAMILIES)
NAMES = [*(reader.kind.value for reader in KINDS), *(f"{member.kind.value} of {member.name}" for member in FAMILIES)]


@pytest.fixture(params=KINDS, ids=lambda reader: reader.kind.value)
def reader(request: pytest.FixtureRequest) -> Finder:
    return request.param


def test_every_kind_has_one_reader_and_stands_in_the_order_of_the_alphabet():
    assert [reader.kind for reader in KINDS] == sorted(IdentifierKind) == list(IdentifierKind)


@pytest.mark.parametrize("family", [STATES, SERVICES, CHAINS])
def test_every_family_has_members_of_one_kind_and_different_names(family: tuple[Member, ...]):
    assert len({member.name for member in family}) == len(family)
    assert len({member.kind for member in family}) == 1


def test_what_is_written_differently_is_one_identifier(reader: Finder):
    samples = SAMPLES[reader.kind]
    read = {text: reader.read(text, samples.region) for text in samples.written}
    assert {text: one and (one.kind, one.value) for text, one in read.items()} == dict.fromkeys(
        samples.written, (reader.kind, samples.value)
    )


def test_what_is_none_is_none(reader: Finder):
    assert [reader.read(text) for text in SAMPLES[reader.kind].wrong] == [None] * 3


def test_it_is_found_in_running_text_where_it_stands(reader: Finder):
    samples = SAMPLES[reader.kind]
    for written in (samples.value, samples.written[0]):
        prefix, suffix = samples.running.split("{}")
        if reader.kind is IdentifierKind.CHAT_HANDLE:
            written = samples.written[0]
        text = "\u200b" + prefix + written + suffix + "…"
        found = [(text[start:end], one.value) for start, end, one in reader.find(text, samples.region)]
        assert [value for _, value in found] == [samples.value]
        assert found[0][0] in written


def test_running_text_without_any_has_none(reader: Finder):
    text = (
        "On 2 May 2025 police of Myawaddy freed 7,141 people of 28 states, e.g. from KK Park. 5月2日，警方解救7141人。"
    )
    assert list(reader.find(text, "TH")) == []


@pytest.mark.parametrize("reader", EVERYONE, ids=NAMES)
@given(
    text=st.text(max_size=60) | st.text("0123456789 +-()/.@:AXTabx၁၂กဥ①１ပ", max_size=40),
    region=st.sampled_from(["", "TH", "xx", "中"]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_stops_it_and_what_it_gives_it_reads_again(reader: Finder, text: str, region: str):
    one = reader.read(text, region)
    for start, end, found in reader.find(text, region):
        assert 0 <= start < end <= len(text)
        assert found.kind is reader.kind
    if one is not None and one.kind is not IdentifierKind.CHAT_HANDLE:
        again = reader.read(one.value, region)
        assert again is not None
        assert again.value == one.value


PIECES = st.text("01289 +-()/.@:[]<AXTabx微ก၁ဥ\u200b", min_size=1, max_size=9) | st.sampled_from(
    [written + " " for samples in SAMPLES.values() for written in samples.written[:1]]
)


@given(piece=PIECES)
@settings(max_examples=4, deadline=None)
def test_a_hundred_thousand_characters_take_bounded_time(piece: str):
    text = (piece * 100_000)[:100_000]
    for reader in KINDS:
        began = time.perf_counter()
        reader.read(text, "TH")
        for _ in reader.find(text, "TH"):
            pass
        assert time.perf_counter() - began < 5, reader.kind
