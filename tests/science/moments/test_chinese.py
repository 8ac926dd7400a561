"""Dates in Chinese text, simplified and traditional, example by example."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.moments import Calendar, MomentMention, Precision, Role, find_moments

WEDNESDAY = date(2025, 8, 20)


def moments(text: str, published: date | None = WEDNESDAY, precision: str = "day") -> tuple[MomentMention, ...]:
    return find_moments(text, "zh", published, precision)


def only(text: str, published: date | None = WEDNESDAY, precision: str = "day") -> MomentMention:
    (found,) = moments(text, published, precision)
    return found


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("2025年8月12日，警方抓获269人", "2025年8月12日", "2025-08-12"),
        ("8月12日，警方抓获269人", "8月12日", "2025-08-12"),
        ("8月12號，警方拘捕269人", "8月12號", "2025-08-12"),
        ("公安部10日说", "10日", "2025-08-10"),
        ("二〇二五年八月十二日", "二〇二五年八月十二日", "2025-08-12"),
        ("民國114年8月12日", "民國114年8月12日", "2025-08-12"),
        ("周三（8月13日）开庭", "周三（8月13日）", "2025-08-13"),
        ("今（8）日宣布", "今（8）日", "2025-08-08"),
        ("週五移交", "週五", "2025-08-15"),
        ("上周五移交", "上周五", "2025-08-15"),
        ("下周一开会", "下周一", "2025-08-25"),
        ("昨日抵达", "昨日", "2025-08-19"),
        ("昨晚抵达", "昨晚", "2025-08-19"),
        ("前天抵达", "前天", "2025-08-18"),
        ("三天前抵达", "三天前", "2025-08-17"),
        ("本月5日抵达", "本月5日", "2025-08-05"),
        ("上月25日抵达", "上月25日", "2025-07-25"),
        ("去年8月抵达", "去年8月", "2024-08"),
        ("上月抵达", "上月", "2025-07"),
        ("10月底抵达", "10月底", "2024-10"),
        ("2025年5月下旬抵达", "2025年5月下旬", "2025-05"),
        ("年初抵达", "年初", "2025"),
        ("2024年下半年", "2024年下半年", "2024"),
        ("去年抓获", "去年", "2024"),
    ],
)
def test_it_reads_the_words_and_the_day(text: str, words: str, iso: str) -> None:
    mention = only(text)
    assert (mention.words, mention.moment.iso) == (words, iso)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8月12日至14日的行动", date(2025, 8, 12), date(2025, 8, 14)),
        ("7日至9日的行动", date(2025, 8, 7), date(2025, 8, 9)),
        ("2024年12月30日至2025年1月2日", date(2024, 12, 30), date(2025, 1, 2)),
        ("今年前7个月", date(2025, 1, 1), date(2025, 7, 31)),
        ("今年上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("2024年第一季度", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024年8月至12月", date(2024, 8, 1), date(2024, 12, 31)),
        ("近半年来", date(2025, 2, 20), WEDNESDAY),
    ],
)
def test_a_period_keeps_its_first_and_last_day(text: str, first: date, last: date) -> None:
    moment = only(text).moment
    assert (moment.first, moment.last) == (first, last)


def test_days_side_by_side_are_each_found() -> None:
    found = moments("7日110人，8日312人，9日和10日各319人")
    assert [one.moment.iso for one in found] == ["2025-08-07", "2025-08-08", "2025-08-09", "2025-08-10"]


@pytest.mark.parametrize(
    ("text", "role", "iso"),
    [
        ("8月25日前须撤离", Role.DEADLINE, "2025-08-25"),
        ("要在9月底以前收官", Role.DEADLINE, "2025-09"),
        ("截至8月12日共抓获300人", Role.UNTIL, "2025-08-12"),
        ("自2023年1月以来", Role.SINCE, "2023-01"),
        ("今年以来已抓获300人", Role.SINCE, "2025"),
        ("新华社曼谷8月12日电", Role.DATELINE, "2025-08-12"),
        ("8月12日抓获300人", Role.POINT, "2025-08-12"),
    ],
)
def test_it_says_which_part_a_date_plays(text: str, role: Role, iso: str) -> None:
    found = only(text)
    assert (found.role, found.moment.iso) == (role, iso)


def test_what_will_be_lies_ahead_but_an_object_marked_by_the_same_word_does_not() -> None:
    assert only("双方将于10月8日会晤").moment.iso == "2025-10-08"
    assert only("10月8日，警方将269名疑犯移交中方").moment.iso == "2024-10-08"


def test_words_count_from_the_moment_before() -> None:
    found = moments("2023年9月3日抓获；9月8日移交。次日抵达，同年10月宣判。")
    assert [one.moment.iso for one in found] == ["2023-09-03", "2023-09-08", "2023-09-09", "2023-10"]


@pytest.mark.parametrize("text", ["日前移交", "近日移交", "近年來移交", "不久前移交"])
def test_vague_words_are_recent_and_have_no_day(text: str) -> None:
    moment = only(text).moment
    assert (moment.precision, moment.first) == (Precision.RECENT, None)


@pytest.mark.parametrize("text", ["周五移交", "8月12日移交", "去年移交"])
def test_without_a_publication_date_relative_words_stay_unresolved(text: str) -> None:
    assert only(text, None).moment.iso is None


def test_years_of_other_calendars_are_reckoned_and_marked() -> None:
    assert only("民国114年").moment.calendar is Calendar.MINGUO
    assert only("令和7年").moment.calendar is Calendar.REIWA
    found = only("佛历2568年").moment
    assert (found.iso, found.calendar) == ("2025", Calendar.BUDDHIST)


@pytest.mark.parametrize(
    "text",
    ["三天内", "10日内", "每日", "第12条", "2.5万人", "拨打96110", "18岁", "今日头条", "3个月", "4日累计遣返", "月薪"],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert moments(text) == ()
