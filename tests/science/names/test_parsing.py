from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.forms import readings
from noharbor.science.names.parsed import AliasKind, NameKind, NameOrder
from noharbor.science.names.parsing import parse

REGION = st.text(
    st.characters(codec="utf-8") | st.sampled_from("ဦးမကိုောင်မြ့၊ (ခ)ခေါ် @/\"'，又名王ดร.นาย ลำທ້າວលោក្ក.,-"), max_size=60
)


@given(REGION, st.sampled_from([None, *NameKind]))
@settings(max_examples=400, deadline=None)
def test_any_text_is_taken_apart_and_kept(text: str, kind: NameKind | None) -> None:
    parsed = parse(text, kind)
    assert parsed.text == text
    assert all(parsed.core)
    assert parsed.bare or not parsed.core
    for title in parsed.titles:
        assert parsed.written[title.start : title.end].strip()


@given(st.text(st.characters(), max_size=40), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_broken_text_is_taken_apart_and_kept(broken: str, rest: str) -> None:
    for text in (broken, f"{rest} (a.k.a. {broken}) @ {rest}/{broken}", f"{rest}、{broken} หรือ {rest}"):
        assert parse(text).text == text
        assert all(words for words, _ in readings(parse(text)))


def test_a_very_long_text_is_kept_and_looked_into_at_its_beginning() -> None:
    text = "Aung Kyaw " * 1_000_000
    parsed = parse(text)
    assert parsed.text == text
    assert parsed.core[:2] == ("Aung", "Kyaw")
    assert len(parsed.written) <= 500


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("KyawZinOo", ("Kyaw", "Zin", "Oo")),
        ("McDonald", ("McDonald",)),
        ("J.R.Smith", ("J", "R", "Smith")),
        ("  Sok   Dara ", ("Sok", "Dara")),
        ("约翰·史密斯", ("约翰", "史密斯")),
        ("အောင် မြင့် ဦး", ("အောင်", "မြင့်", "ဦး")),
        ("Suharto", ("Suharto",)),
    ],
)
def test_it_finds_the_words(text: str, core: tuple[str, ...]) -> None:
    assert parse(text).core == core


@pytest.mark.parametrize(
    ("text", "order", "family", "given_name"),
    [
        ("王小明", NameOrder.FAMILY_FIRST, ("王",), ("小明",)),
        ("欧阳小明", NameOrder.FAMILY_FIRST, ("欧阳",), ("小明",)),
        ("约翰·史密斯", NameOrder.GIVEN_FIRST, ("史密斯",), ("约翰",)),
        ("김철수", NameOrder.FAMILY_FIRST, ("김",), ("철수",)),
        ("Nguyễn Văn Nam", NameOrder.FAMILY_FIRST, ("Nguyễn",), ("Văn", "Nam")),
        ("សុខ ដារ៉ា", NameOrder.FAMILY_FIRST, ("សុខ",), ("ដារ៉ា",)),
        ("สมชาย ใจดี", NameOrder.GIVEN_FIRST, ("ใจดี",), ("สมชาย",)),
        ("SMITH, John", NameOrder.FAMILY_FIRST, ("SMITH",), ("John",)),
        ("Jean DUPONT", NameOrder.GIVEN_FIRST, ("DUPONT",), ("Jean",)),
        ("ဦးအောင်ကျော်", NameOrder.NO_FAMILY, (), ("အောင်ကျော်",)),
        ("Ahmad bin Abdullah", NameOrder.NO_FAMILY, (), ("Ahmad", "bin", "Abdullah")),
    ],
)
def test_it_tells_family_and_given_name(
    text: str, order: NameOrder, family: tuple[str, ...], given_name: tuple[str, ...]
) -> None:
    parsed = parse(text)
    assert (parsed.order, parsed.family, parsed.given) == (order, family, given_name)


def test_it_finds_initials_particles_and_suffixes() -> None:
    assert parse("Wai Yan K.").initials == ("K",)
    assert parse("Ahmad bin Abdullah").particles == ("bin",)
    assert parse("Ahmad bin Abdullah").bare == ("Ahmad", "Abdullah")
    assert parse("Ravi s/o Kumar").particles == ("s/o",)
    assert parse("John Smith, Jr.").suffixes == ("Jr",)
    assert parse("Nguyen Van Nam").particles == ()


def test_readings_give_the_core_first_then_what_else_it_may_be() -> None:
    found = list(readings(parse("Ma Thida @ Sanchaung")))
    assert found[0] == (("Ma", "Thida"), 0.0)
    assert [words for words, _ in found] == [("Ma", "Thida"), ("Thida",), ("Sanchaung",)]
    assert all(doubt >= 0 for _, doubt in found)


@pytest.mark.parametrize(
    ("text", "core", "others"),
    [
        ("She Zhiming a.k.a. Tang Kriang", ("She", "Zhiming"), [("Tang", "Kriang")]),
        ("王小明（又名王大明）", ("王小明",), [("王大明",)]),
        ("王小明,化名王大明", ("王小明",), [("王大明",)]),
        ("王小明绰号老三", ("王小明",), [("老三",)]),
        ("ဦးအောင်ကျော် (ခ) ကျော်ကြီး", ("အောင်ကျော်",), [("ကျော်ကြီး",)]),
        ("สมชาย ใจดี หรือ เล็ก", ("สมชาย", "ใจดี"), [("เล็ก",)]),
        ("ສົມຊາຍ ຫຼື ນ້ອຍ", ("ສົມຊາຍ",), [("ນ້ອຍ",)]),
        ("សុខ ដារ៉ា ហៅ ខ្មៅ", ("សុខ", "ដារ៉ា"), [("ខ្មៅ",)]),
        ("Trần Văn Nam tức Bình, còn gọi là Tư", ("Trần", "Văn", "Nam"), [("Bình",), ("Tư",)]),
        ('Joe "Fingers" Smith', ("Joe", "Smith"), [("Fingers",)]),
        ("Saw Chit @ Chit Chit / Chit Lay", ("Saw", "Chit"), [("Chit", "Chit"), ("Chit", "Lay")]),
        ("Wang Xiaoming 王小明", ("Wang", "Xiaoming"), [("王小明",)]),
        ("Somchai Jaidee (สมชาย ใจดี)", ("Somchai", "Jaidee"), [("สมชาย", "ใจดี")]),
    ],
)
def test_it_finds_aliases(text: str, core: tuple[str, ...], others: list[tuple[str, ...]]) -> None:
    parsed = parse(text)
    assert parsed.core == core
    assert [alias.name.core for alias in parsed.aliases] == others


def test_it_says_what_an_alias_is() -> None:
    assert parse("王小明绰号老三").aliases[0].kind is AliasKind.NICKNAME
    assert parse("王小明，原名王大明").aliases[0].kind is AliasKind.FORMER
    assert parse("Wang Xiaoming 王小明").aliases[0].kind is AliasKind.OTHER_SCRIPT


def test_ages_and_sexes_in_brackets_are_remarks() -> None:
    parsed = parse("王小明（男，35岁）")
    assert parsed.core == ("王小明",)
    assert parsed.remarks == ("男,35岁",)
    assert parsed.aliases == ()


@pytest.mark.parametrize("text", ["unknown", "N/A", "不详", "ไม่ทราบชื่อ", "Không rõ"])
def test_what_says_that_no_name_is_known_is_no_name(text: str) -> None:
    parsed = parse(text)
    assert parsed.core == ()
    assert list(readings(parsed)) == []
    assert parsed.remarks == (text,)


@pytest.mark.parametrize(
    "text", ["Name: Aung Kyaw", "1. Aung Kyaw", "Full name: Aung Kyaw", "- Aung Kyaw", "2) . Aung Kyaw"]
)
def test_labels_and_numbers_of_lists_are_no_part_of_a_name(text: str) -> None:
    assert parse(text).core == ("Aung", "Kyaw")


def test_several_names_after_one_mark_are_several_aliases() -> None:
    parsed = parse("Wang Xiaoming a.k.a. Tang Kriang, Wang Daming and Ming Lun")
    assert [alias.name.core for alias in parsed.aliases] == [("Tang", "Kriang"), ("Wang", "Daming"), ("Ming", "Lun")]


def test_the_number_of_a_king_is_a_number() -> None:
    assert parse("Suryavarman II").numbers == (2,)
    assert parse("Suryavarman II").bare == ("Suryavarman",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kyaw Zin Oo", "my"),
        ("Nguyen Thi Hoa", "vi"),
        ("Nguyễn Thị Hoa", "vi"),
        ("Kim Young-soo", "ko"),
        ("Zhang Xiaoming", "zh"),
        ("Wong Kwok-keung", "zh"),
    ],
)
def test_it_guesses_the_language_of_latin_letters(text: str, language: str) -> None:
    assert parse(text).language == language


def test_names_from_elsewhere_are_of_no_language_of_the_region() -> None:
    assert parse("John Smith").language in ("", "en")
    assert parse("Mike Lee").language in ("", "en")
    assert parse("Hans Müller").language in ("", "en")


def test_an_office_before_a_chinese_name_is_a_title() -> None:
    parsed = parse("某国国防军总司令王小明大将")
    assert parsed.core == ("王小明",)
    assert [title.text for title in parsed.titles] == ["某国国防军总司令", "大将"]


def test_a_space_in_han_characters_parts_family_and_given_name() -> None:
    assert parse("山田 太郎").family == ("山田",)


@pytest.mark.parametrize(
    ("text", "core", "remarks"),
    [
        ("张三 男 35岁", ("张三",), ("男", "35岁")),
        ("Lò Văn Cường, 35 tuổi", ("Lò", "Văn", "Cường"), ("35 tuổi",)),
        ("Colonel Tin Aung, leader of the BGF", ("Tin", "Aung"), ("leader of the BGF",)),
        ("Trần Văn Nam và đồng phạm", ("Trần", "Văn", "Nam"), ("và đồng phạm",)),
        ("王小明等人", ("王小明",), ("等人",)),
        ("Nguyễn Văn Nam (SN 1985)", ("Nguyễn", "Văn", "Nam"), ("SN 1985",)),
        ("ทรงพล ใจดี (นามสมมติ)", ("ทรงพล", "ใจดี"), ("นามสมมติ",)),
    ],
)
def test_what_is_said_after_a_name_is_a_remark(text: str, core: tuple[str, ...], remarks: tuple[str, ...]) -> None:
    parsed = parse(text)
    assert parsed.core == core
    assert parsed.remarks == remarks
    assert parsed.kind is NameKind.PERSON


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ko Thant", ("Thant",)),
        ("U Sai Tun Aung", ("Tun", "Aung")),
        ("Colonel Nay Myo Aung", ("Nay", "Myo", "Aung")),
        ("U Sai Thiha Kyaw", ("Thiha", "Kyaw")),
        ("U Tun Kyaw", ("Tun", "Kyaw")),
        ("Tun Abdul Razak", ("Abdul", "Razak")),
    ],
)
def test_what_may_be_titles_leaves_two_words_of_several(text: str, bare: tuple[str, ...]) -> None:
    assert parse(text).bare == bare
