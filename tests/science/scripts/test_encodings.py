"""Bytes become the characters somebody wrote, however short the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.encodings import decode, looks_like_text

SIMPLIFIED = (
    "陈海", "缅甸警方", "妙瓦底", "电信诈骗", "好的，谢谢", "王伟 李娜", "云南警方", "诈骗园区", "中国公安部通报",
    "十一名嫌疑人被移交",
    "2023年9月，11名嫌犯。", "陈海大使会见索突", "据新华社北京8月22日电",
    "被骗至果敢的同胞已获救",
    "冻结账户120个，追赃3,000万元", "注意防范！", "外交部发言人：", "木姐口岸", "湄公河联合执法", "依法严惩",
)  # fmt: skip
TRADITIONAL = (
    "陳海", "緬甸警方", "妙瓦底", "電信詐騙", "台灣", "刑事局",
    "檢方起訴", "香港警務處", "王偉 李娜",
    "警方拘捕三名男子",
    "中國公安部通報", "涉嫌詐騙，被判監。", "外交部提醒國人", "被騙到園區的受害者", "律政司司長", "保安局副局長",
    "移送法辦", "海外求職陷阱", "虛擬貨幣", "調查局破獲詐騙集團",
)  # fmt: skip
THAI = (
    "ไทย", "ตาก", "สวัสดี", "ตำรวจ", "แม่สอด", "เมียวดี", "เชียงราย", "กรุงเทพฯ", "น.ส.วิไล", "นายสมชาย ใจดี", "ปอยเปต",
    "แก๊งคอลเซ็นเตอร์", "จับกุมผู้ต้องหา 11 คน", "ช่วยเหลือเหยื่อค้ามนุษย์", "ส่งตัวกลับประเทศจีน", "ศาลอาญา", "ด่วน!",
    "วันที่ 15 สิงหาคม 2566", "สถานทูต", "หมายจับ",
)  # fmt: skip
WESTERN = (
    "Café", "“quoted”", "naïve résumé", "It’s 5–6 people", "coût élevé à l’été", "São Paulo", "niño", "£500", "Müller",
    "the ministry’s “list” — eleven names",
)  # fmt: skip
#: In windows-1258 tones follow their vowel as signs of their own.
VIETNAMESE = (
    "Viê\u0323t Nam",
    "Công an Hà Nô\u0323i bă\u0301t",
    "lư\u0300a đa\u0309o qua ma\u0323ng",
    "Bô\u0323 Công an",
)
JAPANESE = ("警察は容疑者11人を逮捕した", "特殊詐欺の電話をかけていた", "カンボジアで保護")
KOREAN = ("한국 경찰은 캄보디아에서 용의자 11명을 체포했다", "보이스피싱 조직")


def spelt(encoding, *samples):
    return [pytest.param(words, encoding, id=f"{encoding}: {words}") for group in samples for words in group]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        *spelt("gb18030", SIMPLIFIED),
        *spelt("big5hkscs", TRADITIONAL),
        *spelt("cp874", THAI),
        *spelt("tis-620", THAI[:6]),
        *spelt("cp1252", WESTERN),
        *spelt("cp1258", VIETNAMESE),
        *spelt("cp932", JAPANESE),
        *spelt("cp949", KOREAN),
    ],
)
def test_short_legacy_text_is_read_right(words, encoding):
    decoded = decode(words.encode(encoding))
    assert decoded.text == words
    assert decoded.guessed
    assert decoded.unreadable == 0


@pytest.mark.parametrize("words", [*SIMPLIFIED, *THAI, *WESTERN, "မြန်မာနိုင်ငံ", "ກຳແພງນະຄອນ", "plain", "ភ្នំពេញ"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_never_guessed(words, encoding):
    decoded = decode(words.encode(encoding))
    assert (decoded.text, decoded.guessed) == (words, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "words",
    [
        "plain text",
        "陈海 met him",
        "缅甸警方移交十一名嫌疑人",
        "ตำรวจจับกุม",
        "မြန်မာ",
        "ไทย\n",
        "陈海大使会见索突",
        "第一行\n第二行\n",
    ],
)
def test_utf_16_without_a_mark_is_recognised(words, encoding):
    assert decode(words.encode(encoding)).text == words


def test_a_few_broken_bytes_leave_utf_8_what_it_is():
    broken = "缅甸警方移交十一名嫌疑人。".encode() * 10 + b"\xff"
    decoded = decode(broken)
    assert (decoded.encoding, decoded.unreadable) == ("utf-8", 1)


def test_a_declaration_settles_what_is_too_short_to_tell():
    assert decode("時の".encode("cp932"), declared="shift_jis").text == "時の"


def test_a_false_declaration_is_not_believed():
    assert (
        decode("缅甸警方移交十一名嫌疑人".encode("gb18030"), declared="iso-8859-1").text == "缅甸警方移交十一名嫌疑人"
    )
    assert decode(b"words", declared="no such thing").text == "words"
    assert decode("é".encode(), declared="hex").text == "é"


def test_the_telling_lines_may_come_late():
    late = b"ID: 12345\n" * 50_000 + "备注：移交给中国警方的嫌疑人\n".encode("gb18030")
    assert decode(late).text.endswith("备注：移交给中国警方的嫌疑人\n")


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"words\x00words", bytes(range(256)), b"\x00" * 100])
def test_machine_data_is_no_text(content):
    assert decode(content) is None
    assert not looks_like_text(content)


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_text_or_nothing(content):
    decoded = decode(content)
    assert decoded is None or isinstance(decoded.text, str)


@given(st.text(max_size=200).filter(lambda words: not any(char < " " for char in words)))
def test_utf_8_comes_back_as_it_was(words):
    content = words.encode("utf-8", "surrogatepass") if words.isprintable() else b"x"
    decoded = decode(content)
    assert decoded.text in (words, words.removeprefix("\ufeff"), "x")
