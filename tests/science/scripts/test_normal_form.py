"""The one normal form of names and places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.scripts.normal_form import normal_form

#: Blocks whose signs have an order, or stand in for others.
BLOCKS = [
    (0x20, 0x24F),
    (0x300, 0x36F),
    (0x400, 0x44F),
    (0x600, 0x6FF),
    (0xE01, 0xE5B),
    (0xE80, 0xEDF),
    (0x1000, 0x109F),
    (0x1100, 0x11FF),
    (0x1780, 0x17FF),
    (0x1EA0, 0x1EF9),
    (0x2000, 0x206F),
    (0x3000, 0x30FF),
    (0x3131, 0x318E),
    (0x4E00, 0x4E80),
    (0xAA60, 0xAA7F),
    (0xAC00, 0xAC80),
    (0xFF00, 0xFFEF),
]
SCRIPTS = st.sampled_from(BLOCKS)
texts = st.lists(
    SCRIPTS.flatmap(lambda block: st.characters(min_codepoint=block[0], max_codepoint=block[1])), max_size=24
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ｃｈｅｎ　Ｈａｉ", "Chen Hai"),
        ("  Chen \t Hai\n", "Chen Hai"),
        ("Chen\u00a0Hai", "Chen Hai"),
        ("\u202aChen\u202c Hai", "Chen Hai"),
        ("Kyok\u2010sik", "Kyok-sik"),
        ("O’Brien", "O'Brien"),
        ("陈‧海", "陈·海"),
        ("ジョン・マケイン", "ジョン·マケイン"),
        ("ﾎﾝﾀﾞ", "ホンダ"),
        ("\uffa1\uffdc\uffb1", "김"),
        ("ภ\u200bา", "ภา"),
        ("น\u0e4dา", "นำ"),
        ("ນ\u0ecdາ", "ນຳ"),
        ("សុីម", "ស៊ីម"),
        ("Trương Hoà Bình", "Trương Hòa Bình"),
        ("៧ ၇ ๗ ໗ ７ ٧", "7 7 7 7 7 7"),
        ("Jose\u0301", "José"),
        ("Иван", "Иван"),
        ("陳海", "陳海"),
        ("", ""),
    ],
)
def test_what_a_reader_cannot_tell_apart_becomes_equal(typed: str, meant: str) -> None:
    assert normal_form(typed) == meant


@settings(max_examples=400)
@given(texts.map("".join) | st.text(max_size=24))
def test_the_normal_form_of_any_text_is_its_own(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once


@given(texts.map("".join))
def test_the_normal_form_has_no_space_at_its_ends_nor_two_together(text: str) -> None:
    written = normal_form(text)
    assert written == " ".join(written.split())


@pytest.mark.parametrize("char", ["a", "\u0301", "\u17d2", "\u1031", "\u0e4d", "ㄱ", "ー", "ự", "=", " "])
def test_long_texts_take_time_in_proportion(char: str) -> None:
    begun = time.perf_counter()
    normal_form(char * 50_000)
    assert time.perf_counter() - begun < 5
