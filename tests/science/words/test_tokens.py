"""Tokens: equal for what a reader calls the same word, each at its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.words.tokens import LONGEST, tokens_of
from tests.science.words.sentences import SENTENCES


def forms(text: str) -> list[str]:
    return [token.text for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("陳海", "陈海"),
        ("ＡＢＣ", "abc"),
        ("Đức", "DUC"),
        ("hoà", "hòa"),
        ("Ts’ai", "Tsai"),
        ("1,234", "1234"),
        ("๒๕๖๖", "2566"),
        ("ຕຳຫລວດ", "ຕຳຫຼວດ"),
        ("ຫນອງ", "ໜອງ"),
        ("ตํารวจ", "ตำรวจ"),
        ("မြ၀တီ", "မြဝတီ"),
        ("佐々木", "佐佐木"),
        ("ｶﾞﾝ", "ガン"),
        ("電\u200b信", "电信"),
        ("Фёдор", "федор"),
    ],
)
def test_two_spellings_of_one_word_are_cut_alike(one, other):
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("陈海", "海陈"), ("ရဲ", "ရဲ့"), ("12", "123"), ("กา", "ก่า"), ("राम", "रम"), ("ほ", "ぽ")]
)
def test_two_words_stay_two(one, other):
    assert forms(one) != forms(other)


def test_letters_without_spaces_come_in_pairs_and_the_last_alone():
    assert forms("陈海因") == ["陈·海", "海·因", "因·"]


def test_a_line_broken_inside_a_word_joins_and_a_comma_parts():
    assert forms("陈\n海") == ["陈·海", "海·"]
    assert forms("陈，海") == ["陈·", "海·"]


def test_the_english_genitive_is_no_part_of_a_word():
    assert forms("the ministry's") == ["the", "ministry", "s"]


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_each_token_says_where_it_stands(text):
    # These two say something only beside their neighbours.
    text = text.replace("၀", "ဝ").replace("々", "佐")
    tokens = tokens_of(text)
    assert tokens
    for token in tokens:
        alone = tokens_of(text[token.start : token.end])[0].text
        assert token.text.startswith(alone)
    assert [token.start for token in tokens] == sorted({token.start for token in tokens})


@given(st.text())
def test_any_text_can_be_cut_into_tokens_that_databases_leave_alone(text):
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)
        assert len(token.text) <= 2 * LONGEST + 1
        assert not any(char.isascii() and not char.isalnum() for char in token.text)
        assert not any(char.isspace() or char == "\x00" for char in token.text)
