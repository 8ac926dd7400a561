"""Nationalities in texts, example by example."""

from __future__ import annotations

import pytest

from noharbor.science.places import find_nationalities


def people(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.words, one.country) for one in find_nationalities(text, language) if one.of_people]


def adjectives(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.country) for one in find_nationalities(text, "en") if not one.of_people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33 Chinese nationals left", [("Chinese nationals", "CN")]),
        ("122 Chinese were held", [("Chinese", "CN")]),
        ("275 Laotians and 231 Burmese", [("Laotians", "LA"), ("Burmese", "MM")]),
        ("the other 29 are Filipinos", [("Filipinos", "PH")]),
        ("Chinese, Thai and Lao nationals", [("Chinese", "CN"), ("Thai", "TH"), ("Lao nationals", "LA")]),
        ("55 Vietnamese, five Kenyans and a Liberian", [("Vietnamese", "VN"), ("Kenyans", "KE"), ("Liberian", "LR")]),
        ("workers from Kenya and Uganda came", [("Kenya", "KE"), ("Uganda", "UG")]),
        ("two Hong Kong residents", [("Hong Kong residents", "HK")]),
        ("33 Chinese POGO workers", [("Chinese POGO workers", "CN")]),
        ("a South Korean man", [("South Korean man", "KR")]),
    ],
)
def test_people_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text", ["Thai police came", "the Thai embassy", "a Chinese-run zone", "Chinese and Lao police"]
)
def test_an_adjective_of_something_else_names_no_people(text: str) -> None:
    assert people(text) == []
    assert adjectives(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国籍人员被遣返", [("中国籍人员", "CN")]),
        ("涉詐中國人被遣返", [("中國人", "CN")]),
        ("12名越南人获救", [("越南人", "VN")]),
        ("一名台籍男子", [("台籍男子", "TW")]),
        ("269名缅籍疑犯", [("缅籍疑犯", "MM")]),
        ("中国公民和泰国游客", [("中国公民", "CN"), ("泰国游客", "TH")]),
        ("泰国警方昨日", []),
        ("中国人民银行", []),
    ],
)
def test_chinese_words_for_people_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text, "zh") == expected
