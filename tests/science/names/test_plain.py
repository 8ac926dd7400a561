"""What is told at a glance is what taking apart gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.forms import forms_of
from noharbor.science.names.parsed import NameKind
from noharbor.science.names.parsing import parse
from noharbor.science.names.plain import plain_name

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
    "J",
    "Dr.",
    "Mr",
    "U",
    "Thai",
    "Prime",
    "Minister",
    "Army",
    "van",
    "Jr",
    "alias",
    "others",
    "and",
    "Pak",
    "Chanho",
    "Ma",
    "Huateng",
    "Nguyễn",
    "San",
    "General",
    "Hospital",
    "S.",
    "Yong-ju",
    "Al-Amin",
    "Major-Capt",
    "Pol-Lt",
    "Đức",
    "ông",
    "Günter",
    "KyawZin",
    "tự",
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
    "约翰·史密斯",
    "总统",
    "サム",
    "・",
    "さん",
    "氏",
    "三",
    "团",
    "Anna",
]


def _texts(words: list[str], between: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=1, max_size=5).map(between.join)


@settings(max_examples=500, deadline=None)
@given(st.one_of(_texts(LATIN, " "), _texts(NATIVE, " "), _texts(NATIVE, "")))
def test_plain_names_are_core_and_bare(text: str) -> None:
    plain = plain_name(text)
    if plain is not None:
        name = parse(text)
        assert plain == (name.script, name.core, name.bare)
        assert (name.aliases, name.forms, name.numbers, name.kind) == ((), (), (), NameKind.PERSON)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyaw Win", ("Kyaw", "Win")),
        ("Win Ko Ko", ("Win", "Ko", "Ko")),
        ("U Thant", ("Thant",)),
        ("Mrs. Penpuck Srithong", ("Penpuck", "Srithong")),
        ("ဦးကြည်မင်း", ("ကြည်မင်း",)),
        ("ၫြန္႔လွ", ("ညွန့်လှ",)),
        ("Günter Verheugen", ("Günter", "Verheugen")),
        ("温斯顿·彼特斯", ("温斯顿", "彼特斯")),
        ("サム・ファー", ("サム", "ファー")),
    ],
)
def test_names_with_titles_are_plain(text: str, words: tuple[str, ...]) -> None:
    plain = plain_name(text)
    assert plain is not None
    assert plain.core == words


@pytest.mark.parametrize(
    "text",
    ["Dr.Kyaw", "Kyaw (a.k.a. Ko Aung)", "Kyaw Win Co. Ltd.", "Unknown", "Kyaw and others", "Ursula von der Leyen", ""],
)
def test_what_may_be_more_is_taken_apart(text: str) -> None:
    assert plain_name(text) is None


@given(st.text(max_size=40))
def test_any_text_does_no_harm(text: str) -> None:
    plain_name(text)
    forms_of(text)
