"""Han characters: one form for all variants, readings in many languages, pieces."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.reference.tables import table
from noharbor.science.scripts import han
from noharbor.science.scripts.han import (
    HAN,
    canonical,
    hangul,
    jyutping,
    mandarin_sounds,
    pieces,
    readings,
    spellings,
    syllables,
    vietnamese,
)
from noharbor.science.scripts.writing import System

characters = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
odd = st.sampled_from("·•．\u200b\ufeff　 ＡＢ１，（）\uf900\uf9ff⼭⼈〇々\U0002f800\U00020000")


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("陳海", "陈海"),
        ("峯", "峰"),
        ("羣", "群"),
        ("啟", "启"),
        ("啓", "启"),
        ("淩", "凌"),
        ("栢", "柏"),
        ("邨", "村"),
        ("広瀬", "广濑"),
        ("髙橋", "高桥"),
        ("渡邉", "渡边"),
        ("佐々木", "佐佐木"),
        ("\uf9d1", "六"),
        ("⼭⽥", "山田"),
        ("ＫＫ园区１号", "KK园区1号"),
        ("约翰•史密斯", "约翰·史密斯"),
        ("约翰・史密斯", "约翰·史密斯"),
        ("王\u200b伟", "王伟"),
        (" 王　伟 ", "王 伟"),
    ],
)
def test_variants_get_one_form(written: str, form: str) -> None:
    assert canonical(written) == form


@pytest.mark.parametrize("name", ["王喆", "李堃", "闫", "肖", "付", "芸", "邱", "黎"])
def test_characters_that_are_names_of_their_own_stay(name: str) -> None:
    assert canonical(name) == name


@given(st.text(characters | odd | st.characters(), max_size=20))
def test_canonical_of_any_text_is_canonical(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(characters | odd | st.characters(), max_size=12))
def test_any_word_is_cut_and_nothing_fails(word: str) -> None:
    assert "".join(syllables(word)) == word
    assert "".join(pieces(word)).casefold() == word.casefold()
    assert isinstance(HAN.romanise(word), tuple)
    assert len(mandarin_sounds(word)) == len(word)


def test_canonical_takes_time_in_proportion_to_the_text() -> None:
    begun = time.perf_counter()
    assert len(canonical("陳" * 200_000)) == 200_000
    assert time.perf_counter() - begun < 2


def test_a_piece_is_a_character_and_latin_letters_stay_together() -> None:
    assert pieces("陈海") == ("陈", "海")
    assert pieces("KK园区2号") == ("kk", "园", "区", "2", "号")


@pytest.mark.parametrize(
    ("char", "family"),
    [("单", "shan4"), ("單", "shan4"), ("曾", "zeng1"), ("解", "xie4"), ("仇", "qiu2"), ("区", "ou1"), ("區", "ou1"),
     ("查", "zha1"), ("朴", "piao2"), ("任", "ren2"), ("盖", "ge3"), ("乐", "yue4"), ("翟", "zhai2"), ("缪", "miao4")],
)  # fmt: skip
def test_family_names_keep_their_own_reading(char: str, family: str) -> None:
    own = [one for one in readings(char) if one.system is System.PINYIN and one.family_only]
    assert f"{own[0].spelling}{own[0].tone}" == family


def test_mandarin_sounds_tell_tones_apart() -> None:
    assert mandarin_sounds("王伟")[1] == {"wei3"}
    assert mandarin_sounds("长")[0] == {"chang2", "zhang3"}
    assert mandarin_sounds("吕")[0] == {"lv3"}
    assert {"dan1", "shan4"} <= mandarin_sounds("單")[0]
    assert mandarin_sounds("A") == [set()]


def test_a_traditional_character_keeps_its_own_reading() -> None:
    hair, send = mandarin_sounds("髮發")
    assert "fa4" in hair
    assert "fa1" not in hair
    assert "fa1" in send
    assert mandarin_sounds("乾") != mandarin_sounds("幹")


def test_readings_of_other_languages() -> None:
    assert jyutping("陈")[0] == "can4"
    assert hangul("李")[:2] == ("이", "리")
    assert hangul("张")[0] == "장"
    assert vietnamese("阮")[0] == "nguyễn"
    assert hangul("龍")[:2] == ("용", "룡")
    assert hangul("龙") == hangul("龍")
    assert vietnamese("陈")[0] == "trần"
    assert vietnamese("晉") == vietnamese("晋") == ("tấn",)


@pytest.mark.parametrize(
    ("char", "system", "chunks"),
    [
        ("陈", "cantonese", ["chan"]),
        ("张", "cantonese", ["cheung", "cheong"]),
        ("梁", "cantonese", ["leung", "leong"]),
        ("王", "cantonese", ["wong", "vong"]),
        ("吴", "cantonese", ["ng"]),
        ("杨", "cantonese", ["yeung", "ieong", "iong"]),
        ("曾", "cantonese", ["tsang"]),
        ("郭", "cantonese", ["kwok", "kuok"]),
        ("黎", "cantonese", ["lai"]),
        ("许", "cantonese", ["hui"]),
        ("谢", "cantonese", ["tse"]),
        ("萧", "cantonese", ["siu", "sio"]),
        ("周", "cantonese", ["chau", "chow", "chao"]),
        ("吕", "pinyin", ["lu", "lv", "lyu"]),
        ("谢", "wade-giles", ["hsieh"]),
        ("周", "wade-giles", ["chou", "jhou"]),
        ("蔡", "wade-giles", ["tsai"]),
        ("徐", "wade-giles", ["hsu", "syu"]),
        ("陈", "hokkien", ["tan"]),
        ("林", "hokkien", ["lim"]),
        ("王", "hokkien", ["ong"]),
        ("吴", "hokkien", ["goh"]),
        ("张", "hokkien", ["teo", "teoh"]),
        ("许", "hokkien", ["koh", "khoh"]),
        ("杨", "hokkien", ["yeo"]),
        ("黄", "teochew", ["ng"]),
        ("黄", "hokkien", ["ng", "wee", "ooi"]),
        ("蔡", "hokkien", ["chua"]),
        ("刘", "hakka", ["liew"]),
        ("张", "hakka", ["chong"]),
        ("张", "thai-chinese", ["tia"]),
        ("陈", "thai-chinese", ["tan", "tang"]),
        ("金", "sino-korean", ["kim", "gim"]),
        ("朴", "sino-korean", ["park", "pak", "bak"]),
        ("李", "sino-korean", ["lee", "ri", "yi", "i"]),
        ("阮", "sino-vietnamese", ["nguyen"]),
        ("黄", "sino-vietnamese", ["hoang", "huynh"]),
        ("山", "hepburn", ["yama"]),
        ("特", "sounds", ["t", "te"]),
        ("朗", "sounds", ["ron", "ran", "lan"]),
        ("克", "sounds", ["k", "ck", "c"]),
        ("尔", "sounds", ["r", "l"]),
        ("姆", "sounds", ["m"]),
        ("斯", "sounds", ["s"]),
    ],
)
def test_customary_spellings(char: str, system: str, chunks: list[str]) -> None:
    assert set(chunks) <= set(spellings(char)[system])


def test_chunks_are_short_plain_letters_and_systems_are_known() -> None:
    systems = {system.value for system in System}
    for char, by_system in table("han_spellings").items():
        assert len(char) == 1
        assert canonical(char) == char
        for system, chunks in by_system.items():
            assert system in systems
            for chunk in chunks:
                assert chunk.isascii()
                assert chunk.islower()
                assert chunk.isalpha()
                assert len(chunk) <= 8


def test_everyday_characters_of_china_and_taiwan_are_known() -> None:
    known = table("han_spellings")
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                char = bytes([lead, trail]).decode("gb2312")
            except UnicodeDecodeError:
                continue
            assert "pinyin" in known[canonical(char)], char
    without = 0
    first_level = [bytes([lead, trail]) for lead in range(0xA4, 0xC7)
                   for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))]  # fmt: skip
    for code in first_level:
        try:
            char = code.decode("big5")
        except UnicodeDecodeError:
            continue
        if "CJK" in unicodedata.name(char):
            assert "pinyin" in known[canonical(char)], char
            without += "cantonese" not in known[canonical(char)]
    assert without < 5


def test_the_older_functions_are_where_they_were() -> None:
    assert han.to_simplified("陳海") == "陈海"
    assert han.han_form("緬甸") is han.HanForm.TRADITIONAL
