"""How many: sums, bounds, sites, names, promises and groups named before."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.english.numbers import find_numbers
from noharbor.science.language.events import Bound, EventType
from noharbor.science.language.readers import reader_for


def counts_of(text: str, kind: EventType) -> list[int | None]:
    events = reader_for("en").read(Article(text, date(2026, 3, 10), "en"))
    return [event.count.value if event.count else None for event in events if event.type is kind]


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("handed over eleven suspects", 11, Bound.EXACT),
        ("turned over 20 men", 20, Bound.EXACT),
        ("over 20 men", 20, Bound.AT_LEAST),
        ("a hundred and sixty-five workers", 165, Bound.EXACT),
    ],
)
def test_a_bound_belongs_to_its_own_number(text: str, value: int, bound: Bound) -> None:
    number = find_numbers(text)[0]
    assert (number.value, number.bound) == (value, bound)


def test_several_hundred_is_no_number() -> None:
    assert find_numbers("several hundred suspects") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "count"),
    [
        ("Police arrested 26 men and five women in a raid on a scam centre on Monday.", EventType.ARREST, 31),
        ("The treasury on Monday sanctioned nine people and six entities over scam compounds.", EventType.SANCTION, 15),
        ("Police raided four dormitories near the scam zone on Monday.", EventType.OPERATION, 4),
        ("Police raided a hotel and two other buildings used by scammers on Monday.", EventType.OPERATION, 3),
        ("On Monday police stormed the building where a scam call centre was run.", EventType.OPERATION, 1),
        ("More than $2.3 million in 190 bank accounts of the scam ring was frozen on Monday.", EventType.SEIZURE, 190),
        ("The embassy managed on Monday to bring home 23 trafficked nationals, among them a woman.", None, 23),
        (
            "The minister promised that all thirty-eight scam suspects will be deported in May.",
            EventType.COMMITMENT,
            38,
        ),
        (
            "Lim Wei Sheng, 29, received 28 months' imprisonment on Monday for running a scam ring.",
            EventType.SENTENCE,
            1,
        ),
        ("Detectives arrested a 29-year-old in Croydon on Monday over a phone scam.", EventType.ARREST, 1),
    ],
)
def test_it_counts_what_the_event_is_done_to(sentence: str, kind: EventType | None, count: int) -> None:
    kinds = [kind] if kind else [EventType.REPATRIATION_OF_VICTIMS, EventType.HANDOVER]
    assert [count] in [counts_of(sentence, one) for one in kinds]


def test_an_act_beside_the_total_it_adds_to_stays_an_act() -> None:
    text = "Police handed over eleven scam suspects to China on Monday, bringing the year's total to more than 300."
    assert counts_of(text, EventType.HANDOVER) == [11]
    assert counts_of(text, EventType.STATISTIC) == [300]


def test_a_pace_and_ages_are_no_totals() -> None:
    text = (
        "Police arrested 12 scam suspects in Poipet on Monday.\n\n"
        "The police hotline blocks about 500 accounts a day. They said 312 people between 16 and 77 are under watch."
    )
    assert not {16, 77, 500} & set(counts_of(text, EventType.STATISTIC))


def test_the_group_is_those_counted_before() -> None:
    text = (
        "Six Japanese scam suspects were arrested in Tachileik on Monday.\n\n"
        "Officers said they will deport the group to Japan in early April."
    )
    assert counts_of(text, EventType.COMMITMENT) == [6]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Police raided a villa in Bavet on Monday over an online scam and arrested 12 suspects.", 1),
        ("Police went into the casino in Poipet on Friday and shut down an online scam centre there.", 1),
        ("Police raided several houses in Bavet on Monday over an online scam and arrested 12 suspects.", None),
    ],
)
def test_a_raid_told_without_a_number_reached_one_site_unless_told_of_several(told: str, count: int | None) -> None:
    assert counts_of(told, EventType.OPERATION) == [count]


def test_a_name_that_the_tree_tears_apart_is_one_person() -> None:
    told = (
        "On Monday in Ho Chi Minh City, the People's Court gave Nguyen Thi My Duyen, 31, nine years in prison for "
        "online fraud."
    )
    assert counts_of(told, EventType.SENTENCE) == [1]


@pytest.mark.parametrize(
    ("told", "kind", "count"),
    [
        ("Thai police caught the 14 scam suspects on Monday, together with three Chinese.", EventType.ARREST, 17),
        (
            "Four Taiwanese and one Peruvian were arrested in the raid on the scam call centre on Monday.",
            EventType.ARREST,
            5,
        ),
    ],
)
def test_those_told_in_one_breath_are_counted_together(told: str, kind: EventType, count: int) -> None:
    assert counts_of(told, kind) == [count]


def test_a_promise_about_the_rest_counts_the_rest() -> None:
    told = (
        "The aircraft brought home 266 nationals from scam centres in Myanmar on Tuesday. "
        "A third aircraft will be sent on 14 March for the remaining 38 persons."
    )
    assert counts_of(told, EventType.COMMITMENT) == [38]


def test_a_border_is_no_person() -> None:
    told = (
        "Eleven fraud suspects brought across the border\n\n"
        "Myanmar handed over eleven suspects of online fraud to China on August 20, 2023, the embassy said on Tuesday."
    )
    assert counts_of(told, EventType.HANDOVER) == [11]
