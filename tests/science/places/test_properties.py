"""What holds for every text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.places import find_bodies, find_nationalities, find_places

PIECES = st.sampled_from(
    [
        "China",
        "Chinese",
        "Thai",
        "police",
        "in",
        "the",
        "of",
        "Myanmar",
        "and",
        "nationals",
        "embassy",
        ",",
        "'s",
        "Myawaddy",
        "province",
        "US",
        "MPS",
        "中",
        "缅",
        "泰",
        "国",
        "警方",
        "方",
        "驻",
        "大使馆",
        "老街",
        "金三角",
        "市",
        "籍",
        "人",
        "、",
        "在",
        "KK",
        "Park",
        "KK园区",
        "\n",
        "เมียวดี",
        "မြဝတီ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)


@pytest.mark.parametrize("find", [find_places, find_nationalities, find_bodies])
@given(text=TEXTS, language=st.sampled_from(["en", "zh", "zh-Hant", "th", ""]))
def test_every_mention_is_its_words(find: Callable[[str, str], tuple[Any, ...]], text: str, language: str) -> None:
    mentions = find(text, language)
    for one in mentions:
        assert one.words == text[one.start : one.end] != ""
    assert list(mentions) == sorted(mentions, key=lambda one: one.start)


@given(text=TEXTS, language=st.sampled_from(["en", "zh"]))
def test_places_do_not_overlap(text: str, language: str) -> None:
    assert all(one.end <= after.start for one, after in pairwise(find_places(text, language)))
