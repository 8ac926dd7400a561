"""Kana: Japanese names and foreign names in katakana."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.kana import canonical, pieces, romanise, syllables
from noharbor.science.scripts.spelling_rules import rules, table_of
from noharbor.science.scripts.writing import System

kana = st.characters(min_codepoint=0x3041, max_codepoint=0x30FF) | st.characters(
    min_codepoint=0xFF65, max_codepoint=0xFF9F
)
spoken = "".join(map(chr, [*range(0x3041, 0x3095), *range(0x30A1, 0x30F7)])) + "ー"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ﾎﾝﾀﾞ", "ホンダ"),
        ("カ\u3099", "ガ"),
        ("カ\u309b", "ガ"),
        ("ジョン・マケイン", "ジョン·マケイン"),
        ("デュポン＝エニャン", "デュポン·エニャン"),
        ("ジョン ･ マケイン", "ジョン·マケイン"),
        ("ほんだ", "ほんだ"),
        ("a=b", "a=b"),
    ],
)
def test_kana_are_written_one_way(typed: str, meant: str) -> None:
    assert canonical(typed) == meant


@given(st.text(kana | st.characters() | st.sampled_from("・=ーｰ゛゜ "), max_size=30))
def test_canonical_of_any_text_is_canonical(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(st.text(kana | st.characters(), max_size=16))
def test_syllables_joined_give_the_word_and_nothing_fails(word: str) -> None:
    assert "".join(syllables(word)) == word
    assert isinstance(pieces(word), tuple)
    assert isinstance(romanise(canonical(word)), tuple)


@given(st.text(st.sampled_from(spoken), min_size=1, max_size=8))
def test_every_piece_has_a_spelling(word: str) -> None:
    assert set(pieces(word)) <= rules("kana").keys()


def test_hiragana_and_katakana_have_the_same_sounds() -> None:
    assert pieces("まけいん") == pieces("マケイン")
    assert pieces("マケイン") == ("マ", "-ア", "カ", "-エ", "イ", "ン")


def test_vowels_that_japanese_adds_may_be_silent_in_katakana_only() -> None:
    assert pieces("ト") == ("タ", "-オ?")
    assert pieces("と") == ("タ", "-オ")


@pytest.mark.parametrize(
    ("name", "hepburn"),
    [
        ("とうきょう", "Tōkyō"),
        ("おおさか", "Ōsaka"),
        ("きゅうしゅう", "Kyūshū"),
        ("ほっかいどう", "Hokkaidō"),
        ("しんいち", "Shin'ichi"),
        ("じゅんいちろう", "Jun'ichirō"),
        ("まっちゃ", "Matcha"),
        ("なんば", "Nanba"),
        ("けいこ", "Keiko"),
        ("つちや", "Tsuchiya"),
        ("ジョン·マケイン", "Jon Makein"),
        ("フォンテーヌ", "Fontēnu"),
    ],
)
def test_it_writes_hepburn(name: str, hepburn: str) -> None:
    first = romanise(name)[0]
    assert (first.spelling, first.system) == (hepburn, System.HEPBURN)


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("マケイン", "makain"),
        ("ブラウン", "brown"),
        ("クリントン", "clinton"),
        ("スミス", "smith"),
        ("ヴァレリー", "valerie"),
        ("ウィリアム", "william"),
        ("ファン", "phan"),
        ("チャールズ", "charles"),
        ("さとう", "sato"),
        ("さとう", "satoh"),
    ],
)
def test_customary_spellings_can_be_made_from_the_table(word: str, spelling: str) -> None:
    table = table_of("kana", "customary")
    assert any("".join(choice) == spelling for choice in itertools.product(*(table[piece] for piece in pieces(word))))


def test_customary_spellings_leave_the_macrons_out() -> None:
    assert ("Sato", System.CUSTOMARY) in [(found.spelling, found.system) for found in romanise("さとう")]
