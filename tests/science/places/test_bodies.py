"""Bodies in texts, example by example."""

from __future__ import annotations

import pytest

from noharbor.science.places import find_bodies


def bodies(text: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    return [(one.words, one.body, one.country) for one in find_bodies(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Chinese Embassy in Myanmar said", ("Chinese Embassy in Myanmar", None, "CN")),
        ("Thai police said", ("Thai police", "th-rtp", "TH")),
        ("Cambodian authorities said", ("Cambodian authorities", None, "KH")),
        ("police in Yunnan province said", ("police in Yunnan province", None, "CN")),
        ("a court in Malolos said", ("a court in Malolos", None, "PH")),
        ("the Lao Ministry of Public Security said", ("Lao Ministry of Public Security", "la-mps", "LA")),
        ("China's Ministry of Public Security said", ("China's Ministry of Public Security", "cn-mps", "CN")),
        ("the Ministry of Public Security of Vietnam said", ("Ministry of Public Security", "vn-mps", "VN")),
        ("Thailand's Appeal Court said", ("Thailand's Appeal Court", None, "TH")),
        ("the Border Guard Force said", ("Border Guard Force", "mm-bgf", "MM")),
        ("INTERPOL said", ("INTERPOL", "int-interpol", None)),
    ],
)
def test_an_english_body_has_its_state(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert bodies(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("泰国警方表示", ("泰国警方", "th-rtp", "TH")),
        ("中国公安机关表示", ("中国公安机关", None, "CN")),
        ("柬埔寨反诈委员会表示", ("柬埔寨反诈委员会", "kh-acc", "KH")),
        ("緬方表示", ("緬方", None, "MM")),
        ("中國駐濟州總領事館提醒", ("中國駐濟州總領事館", None, "CN")),
        ("中領館提醒", ("中領館", None, "CN")),
        ("公安部10日说", ("公安部", "cn-mps", "CN")),
        ("越南公安部说", ("越南公安部", "vn-mps", "VN")),
        ("云南等地公安机关说", ("云南等地公安机关", None, "CN")),
    ],
)
def test_a_chinese_body_has_its_state(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert bodies(text, "zh")[0] == expected


def test_a_shared_name_takes_the_only_state_that_the_text_names() -> None:
    text = "Talks in Bokeo province, Laos: the Ministry of Public Security sent officers."
    assert bodies(text)[-1] == ("Ministry of Public Security", "la-mps", "LA")


def test_a_shared_name_stays_open_when_nothing_says_whose_it_is() -> None:
    assert bodies("the Ministry of Public Security said") == [("Ministry of Public Security", None, None)]


def test_an_embassy_in_a_state_is_not_that_states() -> None:
    assert bodies("the embassy in Vientiane said")[0][2] is None


def test_three_capitals_need_the_state_or_the_full_name() -> None:
    assert bodies("BI and NBI said") == []
    assert [one[1] for one in bodies("In the Philippines, BI and NBI said")] == ["ph-bi", "ph-nbi"]
    assert bodies("The fire was put out, AFP reported from Australia.") == []


def test_two_bodies_may_share_a_noun() -> None:
    assert [one[2] for one in bodies("a force of Lao and Chinese officers")] == ["LA", "CN"]
