"""What is told at a glance is what taking apart gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.forms import forms_of
from noharbor.science.names.parsing import parse
from noharbor.science.names.plain import native_parts, plain_words

LATIN = [
    "Aung",
    "kyaw",
    "JAIDEE",
    "WANG",
    "Kyaw",
    "Somchai",
    "Jaidee",
    "Wang",
    "Wei",
    "Hoang",
    "Tuan",
    "Sok",
    "Alexander",
    "Tan",
    "Ko",
    "Major",
]
NATIVE = [
    "အောင်",
    "ကျော်",
    "ဦး",
    "ဒေါ်",
    "ကုမ္ပဏီ",
    "สมชาย",
    "นาย",
    "ใจดี",
    "บริษัท",
    "ສົມຊາຍ",
    "ທ້າວ",
    "លោក",
    "សុខ",
    "ហៅ",
    "หรือ",
    "王伟",
    "旅",
    "老王",
    "김",
    "씨",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LATIN), min_size=1, max_size=5))
def test_plain_latin_words_are_the_core(words: list[str]) -> None:
    text = " ".join(words)
    plain = plain_words(text)
    if plain is not None:
        name = parse(text)
        assert plain == name.core == name.bare
        assert (name.titles, name.aliases, name.forms) == ((), (), ())


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(NATIVE), min_size=1, max_size=4), st.sampled_from(["", " "]))
def test_native_parts_are_core_and_bare(words: list[str], between: str) -> None:
    text = between.join(words)
    parts = native_parts(text)
    if parts is not None:
        name = parse(text)
        assert parts == (name.core, name.bare)
        assert (name.aliases, name.forms) == ((), ())


@pytest.mark.parametrize(
    "text", ["U Thant", "Dr. Kyaw", "kyaw", "Kyaw (a.k.a. Ko Aung)", "Kyaw Win Co. Ltd.", "Jr", ""]
)
def test_what_may_be_more_is_taken_apart(text: str) -> None:
    assert plain_words(text) is None
    assert native_parts(text) is None


@given(st.text(max_size=40))
def test_any_text_does_no_harm(text: str) -> None:
    plain_words(text)
    native_parts(text)
    forms_of(text)
