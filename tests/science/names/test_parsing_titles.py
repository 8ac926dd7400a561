from __future__ import annotations

import pytest

from noharbor.science.names.parsing import parse


@pytest.mark.parametrize(
    ("text", "core", "kind"),
    [
        ("U Tin Aung", ("Tin", "Aung"), "address"),
        ("ဦးတင်အောင်", ("တင်အောင်",), "address"),
        ("ဗိုလ်မှူးကြီးတင်အောင်", ("တင်အောင်",), "military"),
        ("ဒုတိယဗိုလ်မှူးကြီး တင်အောင်", ("တင်အောင်",), "military"),
        ("Maj.-Gen. Tin Aung", ("Tin", "Aung"), "military"),
        ("Lt.Gen.Tin Aung", ("Tin", "Aung"), "military"),
        ("Police Lieutenant Colonel Somchai Jaidee", ("Somchai", "Jaidee"), "police"),
        ("นายสมชาย ใจดี", ("สมชาย", "ใจดี"), "address"),
        ("พล.ต.อ. สมชาย ใจดี", ("สมชาย", "ใจดี"), "police"),
        ("พ.ต.ท.สมชาย ใจดี", ("สมชาย", "ใจดี"), "police"),
        ("พล ต อ สมชาย ใจดี", ("สมชาย", "ใจดี"), "police"),
        ("ว่าที่ร้อยตรี สมชาย ใจดี", ("สมชาย", "ใจดี"), "military"),
        ("ທ່ານ ສົມຊາຍ ໃຈດີ", ("ສົມຊາຍ", "ໃຈດີ"), "address"),
        ("លោកស្រី សុខ ដារ៉ា", ("សុខ", "ដារ៉ា"), "address"),
        ("Samdech Techo Hun Sen", ("Hun", "Sen"), "honour"),
        ("Neak Oknha Sok Dara", ("Sok", "Dara"), "honour"),
        ("王小明先生", ("王小明",), "address"),
        ("王小明上校", ("王小明",), "military"),
        ("拿督斯里陳小明", ("陳小明",), "honour"),
        ("Đại tá Nguyễn Văn Nam", ("Nguyễn", "Văn", "Nam"), "military"),
        ("Dai ta Nguyen Van Nam", ("Nguyen", "Van", "Nam"), "military"),
        ("Dato' Sri Ahmad Razak", ("Ahmad", "Razak"), "honour"),
        ("H.E. Sok Dara", ("Sok", "Dara"), "office"),
        ("김철수 씨", ("김철수",), "address"),
        ("山田太郎さん", ("山田太郎",), "address"),
        ("Tin Aung, Ph.D.", ("Tin", "Aung"), "academic"),
    ],
)
def test_it_takes_titles_off(text: str, core: tuple[str, ...], kind: str) -> None:
    parsed = parse(text)
    assert parsed.core == core
    assert parsed.titles[0].kind == kind
    assert parsed.titles[0].sure


@pytest.mark.parametrize(
    ("text", "core", "bare"),
    [
        ("Ma Thida", ("Ma", "Thida"), ("Thida",)),
        ("စိုင်းထွန်းအောင်", ("စိုင်းထွန်းအောင်",), ("ထွန်းအောင်",)),
        ("U Sai Tun", ("Sai", "Tun"), ("Tun",)),
        ("敦陈小明", ("敦陈小明",), ("陈小明",)),
        ("老王", ("老王",), ("王",)),
        ("王总", ("王总",), ("王",)),
    ],
)
def test_what_may_be_a_title_stays_in_the_core(text: str, core: tuple[str, ...], bare: tuple[str, ...]) -> None:
    parsed = parse(text)
    assert parsed.core == core
    assert parsed.bare == bare
    assert not parsed.titles[-1].sure


@pytest.mark.parametrize(
    "text",
    [
        "Maung Maung",
        "မောင်မောင်",
        "He Jianguo",
        "Khin Ma Ma",
        "จอม รุ่งเรือง",
        "คุณากร ใจดี",
        "မင်းအောင်",
        "ဦး",
        "Dr",
        "Ngo Dinh",
    ],
)
def test_it_takes_no_name_for_a_title(text: str) -> None:
    parsed = parse(text)
    assert "".join(parsed.core) == text.replace(" ", "")
    assert parsed.titles == ()


def test_a_title_at_the_end_is_part_of_a_burmese_name() -> None:
    assert parse("ဦးတင်ဦး").core == ("တင်ဦး",)
    assert parse("U Tin Oo").core == ("Tin", "Oo")


def test_titles_say_where_they_stood_and_the_gender() -> None:
    parsed = parse("นางสาวสมหญิง ใจดี")
    assert [(title.text, title.start, title.end) for title in parsed.titles] == [("นางสาว", 0, 6)]
    assert parsed.gender == "female"
    assert parse("Mr. Tin Aung").gender == "male"


@pytest.mark.parametrize(
    ("text", "core", "title"),
    [
        ("พล.ต. อนันต์ ใจดี", ("อนันต์", "ใจดี"), "พล.ต."),
        ("พ.ต.ทรงพล ใจดี", ("ทรงพล", "ใจดี"), "พ.ต."),
        ("พล.ต.อ อนันต์ ใจดี", ("อนันต์", "ใจดี"), "พล.ต.อ"),
        ("Some Council Chairman Senior General Tin Aung", ("Tin", "Aung"), "Some Council Chairman Senior General"),
        ("Nguyễn Văn Nam, Tổng Bí thư", ("Nguyễn", "Văn", "Nam"), "Tổng Bí thư"),
        ("某国公安部长王小明", ("王小明",), "某国公安部长"),
        ("故 홍길동", ("홍길동",), "故"),
    ],
)
def test_it_finds_where_the_title_ends(text: str, core: tuple[str, ...], title: str) -> None:
    parsed = parse(text)
    assert parsed.core == core
    assert parsed.titles[0].text == title


def test_u_behind_a_possible_title_is_part_of_the_name() -> None:
    assert parse("စောဘဦး").core == ("စောဘဦး",)
    assert parse("သူရဦးတင်အောင်").core == ("တင်အောင်",)
