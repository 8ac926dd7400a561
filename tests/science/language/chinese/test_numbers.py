"""Numbers in Chinese text: how much, how sure, of what."""

from __future__ import annotations

import pytest

from noharbor.science.language.chinese.numbers import Kind, chinese_value, find_quantities
from noharbor.science.language.events import Bound


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二千三百一十七", 2317),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("百", 100),
        ("一万二千", 12000),
        ("三亿", 300_000_000),
        ("二〇二五", 2025),
    ],
)
def test_it_reads_chinese_numerals(words: str, value: int) -> None:
    assert chinese_value(words) == value


@pytest.mark.parametrize(
    ("text", "value", "bound", "kind"),
    [
        ("抓获嫌疑人380余名", 380, Bound.AT_LEAST, Kind.PEOPLE),
        ("移交4.9万余人", 49000, Bound.AT_LEAST, Kind.PEOPLE),
        ("近200名外国人", 200, Bound.ABOUT, Kind.PEOPLE),
        ("逾三百人", 300, Bound.AT_LEAST, Kind.PEOPLE),
        ("百余名成员", 100, Bound.AT_LEAST, Kind.PEOPLE),
        ("五男三女", 8, Bound.EXACT, Kind.PEOPLE),
        ("一对夫妇落网", 2, Bound.EXACT, Kind.PEOPLE),
        ("窝点21个", 21, Bound.EXACT, Kind.SITES),
        ("6栋楼", 6, Bound.EXACT, Kind.SITES),
        ("手机132部", 132, Bound.EXACT, Kind.THINGS),
        ("破获案件15.6万起", 156000, Bound.EXACT, Kind.CASES),
        ("冻结资金860余万元", 8_600_000, Bound.AT_LEAST, Kind.MONEY),
        ("约3.2亿泰铢", 320_000_000, Bound.ABOUT, Kind.MONEY),
        ("3亿2000万令吉", 320_000_000, Bound.EXACT, Kind.MONEY),
    ],
)
def test_it_finds_a_number_with_its_bound_and_kind(text: str, value: float, bound: Bound, kind: Kind) -> None:
    (found,) = find_quantities(text, 0, len(text))
    assert (found.value, found.bound, found.kind) == (value, bound, kind)


def test_dozens_are_a_number_nobody_told() -> None:
    (found,) = find_quantities("数十名男子", 0, 5)
    assert found.value is None


@pytest.mark.parametrize("text", ["双方一起行动", "第三名被告", "六国警方", "人民群众", "三十多人次之外的一带"])
def test_it_leaves_what_only_looks_like_a_number(text: str) -> None:
    assert [one for one in find_quantities(text, 0, len(text)) if one.kind is not Kind.PEOPLE] == []


def test_currencies_are_told_apart() -> None:
    text = "现金230万港元、86万新元和120万枚USDT"
    assert [one.currency for one in find_quantities(text, 0, len(text))] == ["HKD", "SGD", "USDT"]
