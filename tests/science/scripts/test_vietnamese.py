"""Vietnamese names: composed letters, one place for the tone, and plain letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.vietnamese import canonical, pieces, romanise, syllables, without_marks
from noharbor.science.scripts.writing import Romanisation, System

letters = st.sampled_from(
    "aăâeêioôơuưyàáảãạằắèéẻẽẹềếệìíòóỏõọồốộờớợùúủũụừứựỳýđĐbcdghklmnpqrstvxABHOUY' \u0300\u0301\u0323\u200b"
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ", "HÒA"),
        ("Thuý", "Thúy"),
        ("Thuỵ", "Thụy"),
        ("Khoẻ", "Khỏe"),
        ("Hoàng", "Hoàng"),
        ("Quý", "Quý"),
        ("Oánh", "Oánh"),
        ("Ðỗ", "Đỗ"),
        ("Zoé", "Zoé"),
        ("Nguyê\u0303n", "Nguyễn"),
        ("Nguye\u0303\u0302n", "Nguye\u0303\u0302n"),
    ],
)
def test_equal_names_become_equal(typed: str, meant: str) -> None:
    assert canonical(typed) == unicodedata.normalize("NFC", meant)


@pytest.mark.parametrize(("one", "other"), [("Vy", "Vi"), ("Lý", "Lí"), ("Hà", "Há")])
def test_names_that_their_bearers_tell_apart_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(st.text(letters | st.characters(), max_size=30))
def test_canonical_of_any_text_is_canonical(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(st.text(letters, max_size=12))
def test_syllables_joined_give_the_word_and_nothing_fails(word: str) -> None:
    assert "".join(syllables(word)) == word
    assert isinstance(pieces(word), tuple)


@given(st.text(letters, max_size=20))
def test_no_vietnamese_letter_is_left_with_a_mark(text: str) -> None:
    assert without_marks(text).replace("\u200b", "").isascii()


def test_it_leaves_the_marks_and_the_bar_out() -> None:
    assert without_marks("Đỗ Mười") == "Do Muoi"
    assert without_marks("Nguyễn Phú Trọng") == "Nguyen Phu Trong"
    assert romanise("Võ Thị Sáu") == (Romanisation("Vo Thi Sau", System.PLAIN),)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("Nguyễn", ("Nguyễn",)),
        ("Nguyenvan", ("Nguyen", "van")),
        ("Hoài", ("Hoài",)),
        ("Thanhhoa", ("Thanh", "hoa")),
        ("Smith", ("Smith",)),
    ],
)
def test_words_written_together_come_apart(word: str, cut: tuple[str, ...]) -> None:
    assert syllables(word) == cut


def test_pieces_are_onset_and_rhyme_without_tone() -> None:
    assert pieces("Trọng") == ("tr", "-ong")
    assert pieces("Nguyễn") == ("ng", "-uyên")
    assert pieces("Đỗ") == ("đ", "-ô")
    assert pieces("Giáp") == ("gi", "-ap")
    assert pieces("Yến") == ("yên",)
