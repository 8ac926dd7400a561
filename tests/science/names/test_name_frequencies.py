from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.frequencies import bearers_per_million, share_of


@pytest.mark.parametrize(
    ("word", "language", "least"),
    [
        ("Aung", "my", 0.05),
        ("အောင်", "my", 0.05),
        ("Nguyễn", "vi", 0.3),
        ("Nguyen", "vi", 0.3),
        ("Sok", "km", 0.005),
        ("សុខ", "km", 0.005),
        ("สมชาย", "th", 0.003),
        ("ບຸນ", "lo", 0.03),
        ("김", "ko", 0.2),
        ("王", "zh", 0.06),
        ("陳", "zh", 0.04),
    ],
)
def test_common_words_are_common(word: str, language: str, least: float) -> None:
    share = share_of(word, language)
    assert share is not None
    assert least <= share <= 1


def test_what_no_table_has_is_unknown() -> None:
    assert share_of("Qwx", "my") is None
    assert share_of("Aung", "xx") is None
    assert bearers_per_million(("Qwx", "Zzz"), "my") is None


def test_more_people_bear_a_common_name_than_a_rare_one() -> None:
    common, rare = bearers_per_million(("王伟",), "zh"), bearers_per_million(("佘嬛",), "zh")
    assert common is not None
    assert rare is not None
    assert common > 1000 * rare
    aung, one = bearers_per_million(("Aung", "Win"), "my"), bearers_per_million(("Aung", "Qwx"), "my")
    assert aung is not None
    assert one is not None
    assert aung > 10 * one


def test_a_burmese_name_is_counted_by_its_syllables() -> None:
    together = bearers_per_million(("အောင်ကျော်ဦး",), "my")
    assert together == bearers_per_million(("အောင်", "ကျော်", "ဦး"), "my")


def test_a_vietnamese_word_without_marks_stands_for_all_it_may_be() -> None:
    marked = [share_of(word, "vi") or 0 for word in ("Hoàng", "Hoàn")]
    assert (share_of("Hoang", "vi") or 0) >= max(marked)


@given(
    st.lists(st.text(max_size=12), max_size=5),
    st.sampled_from(["my", "zh", "vi", "km", "lo", "th", "ko", "", "zh-Hant"]),
)
@settings(max_examples=200, deadline=None)
def test_any_words_are_counted(words: list[str], language: str) -> None:
    found = bearers_per_million(tuple(words), language)
    assert found is None or found >= 0
