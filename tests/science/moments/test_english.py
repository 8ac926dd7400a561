"""Dates in English text, example by example."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.moments import Calendar, MomentMention, Precision, Role, find_moments

WEDNESDAY = date(2025, 8, 20)


def moments(text: str, published: date | None = WEDNESDAY, precision: str = "day") -> tuple[MomentMention, ...]:
    return find_moments(text, "en", published, precision)


def only(text: str, published: date | None = WEDNESDAY, precision: str = "day") -> MomentMention:
    (found,) = moments(text, published, precision)
    return found


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("The raid of Aug. 12 was the third.", "Aug. 12", "2025-08-12"),
        ("On 12 August 2025 police came.", "12 August 2025", "2025-08-12"),
        ("On August 12th, 2024, they left.", "August 12th, 2024", "2024-08-12"),
        ("They left on the 12th of August.", "the 12th of August", "2025-08-12"),
        ("It was signed on 2025-08-12.", "2025-08-12", "2025-08-12"),
        ("It was signed on 12/8/2025.", "12/8/2025", "2025-08-12"),
        ("It was signed on 8/13/2025.", "8/13/2025", "2025-08-13"),
        ("It was signed on 11-12-2024.", "11-12-2024", "2024-12-11"),
        ("On Wednesday (August 13), the court ruled.", "Wednesday (August 13)", "2025-08-13"),
        ("On Tuesday, Aug. 12, 2025, at 10 am they met.", "Tuesday, Aug. 12, 2025", "2025-08-12"),
        ("He was held on 3 August last year.", "3 August last year", "2024-08-03"),
        ("It happened in December 2022.", "December 2022", "2022-12"),
        ("It happened in December.", "December", "2024-12"),
        ("It happened in May.", "May", "2025-05"),
        ("It happened in late May.", "late May", "2025-05"),
        ("It happened last month.", "last month", "2025-07"),
        ("It happened in 2023.", "2023", "2023"),
        ("It happened last year.", "last year", "2024"),
        ("It happened in early 2025.", "early 2025", "2025"),
        ("It happened two months ago.", "two months ago", "2025-06"),
        ("It happened yesterday.", "yesterday", "2025-08-19"),
        ("It happened last night.", "last night", "2025-08-19"),
        ("It happened the day before yesterday.", "the day before yesterday", "2025-08-18"),
        ("It happened last week.", "last week", "2025-08"),
    ],
)
def test_it_reads_the_words_and_the_day(text: str, words: str, iso: str) -> None:
    mention = only(text)
    assert (mention.words, mention.moment.iso) == (words, iso)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The raids of August 12-14 went on.", date(2025, 8, 12), date(2025, 8, 14)),
        ("between 12 and 14 August", date(2025, 8, 12), date(2025, 8, 14)),
        ("a visit from May 2 to 5", date(2025, 5, 2), date(2025, 5, 5)),
        ("a visit from December 30 to January 2", date(2024, 12, 30), date(2025, 1, 2)),
        ("caught between Tuesday and Wednesday", date(2025, 8, 19), date(2025, 8, 20)),
        ("the first half of 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("the second quarter of 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("the first six months of 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("in the past six months", date(2025, 2, 20), WEDNESDAY),
        ("over the weekend", date(2025, 8, 16), date(2025, 8, 17)),
    ],
)
def test_a_period_keeps_its_first_and_last_day(text: str, first: date, last: date) -> None:
    moment = only(text).moment
    assert (moment.first, moment.last) == (first, last)


def test_a_range_gives_its_first_day_as_iso() -> None:
    moment = only("a visit from May 2 to 5").moment
    assert (moment.precision, moment.iso) == (Precision.RANGE, "2025-05-02")


def test_a_bare_weekday_is_the_latest_on_or_before_publication() -> None:
    assert only("They met on Wednesday.").moment.first == WEDNESDAY
    assert only("They met on Thursday.").moment.first == date(2025, 8, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met last Friday.", date(2025, 8, 15)),
        ("They meet next Monday.", date(2025, 8, 25)),
        ("They met on Tuesday last week.", date(2025, 8, 12)),
        ("The ministers will meet on Friday.", date(2025, 8, 22)),
        ("On Friday, the ministers will meet.", date(2025, 8, 22)),
        ("He said on Friday it will meet.", date(2025, 8, 15)),
        ("Operators have until Sunday to leave.", date(2025, 8, 24)),
        ("By Monday, 300 had been moved.", date(2025, 8, 18)),
    ],
)
def test_the_words_around_tell_what_is_to_come(text: str, day: date) -> None:
    assert only(text).moment.first == day


def test_a_day_to_come_is_found_without_a_future_word_when_the_last_was_a_year_ago() -> None:
    found = only("Call centers must go by Aug. 25, Laos says.")
    assert (found.moment.iso, found.role) == ("2025-08-25", Role.DEADLINE)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("YANGON, June 19 -- Six people left.", Role.DATELINE),
        ("KUNMING, Nov. 14 (Xinhua) -- Chiefs met.", Role.DATELINE),
        ("Since January 300 have been held.", Role.SINCE),
        ("So far this year 300 have been held.", Role.SINCE),
        ("Since the beginning of this year teams went out.", Role.SINCE),
        ("As of Monday nine raids were counted.", Role.UNTIL),
        ("It must end by 25 August.", Role.DEADLINE),
        ("In the past six months 300 were held.", Role.DURING),
        ("On 12 August 300 were held.", Role.POINT),
    ],
)
def test_it_says_which_part_a_date_plays(text: str, role: Role) -> None:
    assert only(text).role is role


def test_the_next_day_counts_from_the_day_before_it() -> None:
    found = moments("On 12 August 2023 he was held. The next day he was charged; two days later he fled.")
    assert [one.moment.iso for one in found] == ["2023-08-12", "2023-08-13", "2023-08-15"]


def test_a_date_takes_the_year_its_sentence_has_named() -> None:
    found = moments("Caught on 12 August 2023, he was handed over on 3 September.")
    assert [one.moment.iso for one in found] == ["2023-08-12", "2023-09-03"]


@pytest.mark.parametrize("text", ["They were recently freed.", "In recent weeks some came.", "over the past few years"])
def test_vague_words_are_recent_and_have_no_day(text: str) -> None:
    moment = only(text).moment
    assert (moment.precision, moment.first, moment.iso) == (Precision.RECENT, None, None)


@pytest.mark.parametrize("text", ["On Tuesday they met.", "On Aug 15 they met.", "They met yesterday and left."])
def test_without_a_publication_date_relative_words_stay_unresolved(text: str) -> None:
    assert only(text, None).moment.iso is None


def test_without_a_publication_date_a_written_year_is_enough() -> None:
    assert only("On 3 May 2024 they met.", None).moment.iso == "2024-05-03"


def test_a_month_of_publication_gives_no_more_than_the_month() -> None:
    august = date(2023, 8, 1)
    assert only("On Tuesday they met.", august, "month").moment.iso == "2023-08"
    assert only("On Aug 15 they met.", august, "month").moment.iso == "2023-08-15"


def test_years_of_the_buddhist_era_are_reckoned_and_marked() -> None:
    for text in ("the act of 12 August 2568", "the act of B.E. 2568", "the act of 2568 B.E."):
        moment = only(text).moment
        assert moment.first is not None
        assert (moment.first.year, moment.calendar) == (2025, Calendar.BUDDHIST)


@pytest.mark.parametrize(
    "text",
    [
        "flight PR336 to Xiamen",
        "the line answers 24/7",
        "after 9/11 rules changed",
        "losses fell by 3/4 of what they were",
        "Section 12 and Article 5",
        "a man of 18",
        "call 02-123-4567",
        "2,025 people",
        "Room 2019",
        "over three days",
        "You may march in the sun.",
        "the Sunday Times",
        "a 43-year-old",
        "8.25 million baht",
    ],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert moments(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On 13/8, 155 people were caught.", "2025-08-13"),
        ("Court (Thu): a fine for three tellers.", "2025-08-14"),
        ("* Canberra, Fri: sanctions on seven persons.", "2025-08-15"),
        ("All of them will be deported in March.", "2026-03"),
        ("A second session is pencilled in for Dec 9.", "2025-12-09"),
    ],
)
def test_short_days_and_days_to_come_are_read_as_the_region_writes_them(text: str, iso: str) -> None:
    assert only(text).moment.iso == iso


def test_a_day_just_over_is_not_a_year_ahead() -> None:
    assert only("Most buildings cleared by 18 August.").moment.iso == "2025-08-18"
    assert only("They have until 25 August to leave.").moment.iso == "2025-08-25"
