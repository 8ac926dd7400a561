"""Korean names: whole syllables, pieces, and three ways to write them in Latin letters."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.hangul import FAMILY_NAMES, canonical, family_name, parts, pieces, romanise, syllables
from noharbor.science.scripts.hangul_systems import mccune_reischauer, revised
from noharbor.science.scripts.spelling_rules import rules, table_of
from noharbor.science.scripts.writing import System

hangul = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
loose = st.characters(min_codepoint=0x1100, max_codepoint=0x11FF) | st.characters(
    min_codepoint=0x3131, max_codepoint=0x318E
)
half = st.characters(min_codepoint=0xFFA0, max_codepoint=0xFFDC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (unicodedata.normalize("NFD", "김윤덕"), "김윤덕"),
        ("ㄱㅣㅁ", "김"),
        ("ㅂㅏㄱㅏ", "바가"),
        ("\uffa1\uffdc\uffb1", "김"),
        ("김\u200b철수", "김철수"),
        ("ㅋㅋ", "ㅋㅋ"),
    ],
)
def test_letters_become_whole_syllables_where_they_make_some(typed: str, meant: str) -> None:
    assert canonical(typed) == meant


@given(st.text(hangul | loose | half | st.characters(), max_size=30))
def test_canonical_of_any_text_is_canonical(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


def test_canonical_takes_time_in_proportion_to_the_text() -> None:
    assert len(canonical("ㄱ" * 100_000)) == 100_000


@given(st.text(hangul | st.characters(), max_size=12))
def test_syllables_joined_give_the_word_and_nothing_fails(word: str) -> None:
    assert "".join(syllables(word)) == word
    assert isinstance(pieces(word), tuple)
    assert isinstance(romanise(canonical(word)), tuple)


def test_every_piece_of_every_syllable_has_a_spelling() -> None:
    every = {piece for code in range(0xAC00, 0xD7A4) for piece in pieces(chr(code)) + pieces("가" + chr(code))[1:]}
    assert every | FAMILY_NAMES <= rules("hangul").keys()


def test_a_syllable_comes_apart_into_its_letters() -> None:
    assert parts("김") == ("ㄱ", "ㅣ", "ㅁ")
    assert parts("아") == ("ㅇ", "ㅏ", "")
    assert parts("a") is None


def test_a_family_name_stands_first_in_a_short_word() -> None:
    assert family_name("김윤덕") == "김"
    assert family_name("남궁원") == "남궁"
    assert family_name("이스마일리") == ""
    assert pieces("김윤덕") == ("김", "~ㅇ", "-ㅠ.", "-ㄴ", "~ㄷ", "-ㅓ.", "-ㄱ")


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        # Examples of notification 2000-8.
        ("구미", "gumi"),
        ("영동", "yeongdong"),
        ("백암", "baegam"),
        ("옥천", "okcheon"),
        ("합덕", "hapdeok"),
        ("호법", "hobeop"),
        ("월곶", "wolgot"),
        ("벚꽃", "beotkkot"),
        ("한밭", "hanbat"),
        ("칠곡", "chilgok"),
        ("임실", "imsil"),
        ("울릉", "ulleung"),
        ("대관령", "daegwallyeong"),
        ("백마", "baengma"),
        ("종로", "jongno"),
        ("왕십리", "wangsimni"),
        ("별내", "byeollae"),
        ("신라", "silla"),
        ("독립문", "dongnimmun"),
        ("광희문", "gwanghuimun"),
        ("속리산", "songnisan"),
        ("오죽헌", "ojukheon"),
        ("놓다", "nota"),
        ("잡혀", "japhyeo"),
    ],
)
def test_it_writes_the_revised_romanisation(word: str, spelling: str) -> None:
    assert revised(word) == spelling.lower()


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("민용하", "Min Yongha"), ("송나리", "Song Nari"), ("한복남", "Han Boknam"), ("홍빛나", "Hong Bitna")],
)
def test_given_names_keep_their_syllables_in_the_revised_system(name: str, spelling: str) -> None:
    first = romanise(name)[0]
    assert (first.spelling, first.system) == (spelling, System.REVISED)


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("평양", "p'yŏngyang"),
        ("부산", "pusan"),
        ("서울", "sŏul"),
        ("독립문", "tongnimmun"),
        ("신라", "silla"),
        ("제주", "cheju"),
        ("경기", "kyŏnggi"),
        ("박정희", "pakchŏnghŭi"),
    ],
)
def test_it_writes_mccune_and_reischauer(word: str, spelling: str) -> None:
    assert mccune_reischauer(word) == spelling


def test_it_writes_family_names_apart() -> None:
    found = {
        romanisation.spelling for romanisation in romanise("박정희") if romanisation.system is not System.CUSTOMARY
    }
    assert {"Bak Jeonghui", "Pak Chŏnghŭi"} <= found
    assert "Yi Sŭngman" in {romanisation.spelling for romanisation in romanise("이승만")}


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("이", "lee"),
        ("이", "rhee"),
        ("이", "yi"),
        ("박", "park"),
        ("최", "choi"),
        ("정", "chung"),
        ("김", "kim"),
        ("권", "kwon"),
        ("노무현", "rohmoohyun"),
        ("문재인", "moonjaein"),
        ("반기문", "bankimoon"),
        ("윤석열", "yoonsukyeol"),
    ],
)
def test_customary_spellings_can_be_made_from_the_table(name: str, spelling: str) -> None:
    table = table_of("hangul", "customary")
    chunks = [table[piece] for piece in ((name,) if len(name) == 1 else pieces(name))]
    assert any("".join(choice) == spelling for choice in itertools.product(*chunks))
