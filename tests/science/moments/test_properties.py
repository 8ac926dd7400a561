"""What holds for every text and every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.moments import find_moments

DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
PIECES = st.sampled_from(
    [
        "12",
        "Aug.",
        "August",
        "2025",
        "May",
        "March",
        "on",
        "by",
        "since",
        "until",
        "Monday",
        "(Tuesday)",
        "next",
        "last",
        "week",
        "the",
        "day",
        "3",
        "of",
        "-",
        "/",
        ",",
        ".",
        "\n",
        "8月",
        "12日",
        "至",
        "年",
        "2025年",
        "周三",
        "（",
        "）",
        "上",
        "下",
        "昨日",
        "截至",
        "以来",
        "前",
        "将",
        "今",
        "民国114年",
        "半年",
        "近",
        "个月",
        "的",
        "、",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)

ENGLISH_STYLES = ("{d} {B} {Y}", "{B} {d}, {Y}", "{b}. {d}, {Y}", "the {d}th of {B} {Y}", "{Y}-{m:02}-{d:02}")
CHINESE_STYLES = (
    "{Y}年{m}月{d}日",
    "{Y}年{m}月{d}號",
    "民國{R}年{m}月{d}日",
    "{Y}-{m}-{d}",
    "{Y}／{m}／{d}".replace("／", "/"),
)


def written(style: str, day: date) -> str:
    return style.format(
        d=day.day, m=day.month, Y=day.year, B=day.strftime("%B"), b=day.strftime("%b"), R=day.year - 1911
    ).replace("May. ", "May ")


@pytest.mark.parametrize("style", ENGLISH_STYLES)
@given(day=DAYS)
def test_a_day_written_in_english_is_read_back(style: str, day: date) -> None:
    (found,) = find_moments(f"Police came on {written(style, day)}, they said.", "en", None)
    assert (found.moment.first, found.moment.last) == (day, day)


@pytest.mark.parametrize("style", CHINESE_STYLES)
@given(day=DAYS)
def test_a_day_written_in_chinese_is_read_back(style: str, day: date) -> None:
    (found,) = find_moments(f"警方于{written(style, day)}抓获多人", "zh", None)
    assert (found.moment.first, found.moment.last) == (day, day)


@given(published=DAYS, back=st.integers(0, 300))
def test_a_day_without_year_is_the_latest_on_or_before_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    english = find_moments(f"Police came on {day.day} {day:%B}.", "en", published)
    chinese = find_moments(f"{day.month}月{day.day}日，警方抓获多人", "zh", published)
    assert [one.moment.first for one in (*english, *chinese)] == [day, day]


@given(published=DAYS, back=st.integers(0, 6))
def test_a_bare_weekday_is_at_most_six_days_back(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    (english,) = find_moments(f"Police came on {day:%A}.", "en", published)
    (chinese,) = find_moments(f"周{'一二三四五六日'[day.weekday()]}，警方抓获多人", "zh", published)
    assert english.moment.first == chinese.moment.first == day


@given(
    text=TEXTS,
    language=st.sampled_from(["en", "zh", "zh-Hant", "th", ""]),
    published=st.one_of(st.none(), st.dates()),
    precision=st.sampled_from(["day", "month", "year"]),
)
def test_every_mention_is_its_words_in_order_without_overlap(
    text: str, language: str, published: date | None, precision: str
) -> None:
    reached = 0
    for one in find_moments(text, language, published, precision):
        assert one.words == text[one.start : one.end] != ""
        assert one.start >= reached
        assert (one.moment.first is None) == (one.moment.last is None)
        assert one.moment.first is None or one.moment.last is None or one.moment.first <= one.moment.last
        reached = one.end
