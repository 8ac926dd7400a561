"""What fields of two rows say, and which slips of a typist count as one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.matching.people.agreement import (
    Kind,
    agreement_of,
    agreements,
    differ_in_one_place,
    name_odds,
    odds_against_chance,
)
from noharbor.science.matching.people.person import Born, Person


def born(text: str) -> Born:
    day = date.fromisoformat(text)
    return Born(day, day)


def kinds(one: Person, other: Person) -> set[Kind]:
    return {agreement.kind for agreement in agreements(one, other)}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("1991-05-06", "1991-05-06", Kind.BORN_SAME_DAY),
        ("1991-05-06", "1991-06-05", Kind.BORN_DAY_AND_MONTH_TURNED),
        ("1991-05-06", "1991-05-07", Kind.BORN_NEARLY),
        ("1991-05-06", "1981-05-06", Kind.BORN_NEARLY),
        ("1991-05-31", "1991-06-01", Kind.BORN_NEARLY),
        ("1991-05-06", "2534-05-06", Kind.BORN_IN_ANOTHER_ERA),
        ("1991-05-06", "1991-11-23", Kind.BORN_SAME_YEAR),
        ("1991-05-06", "1975-12-24", Kind.BORN_YEARS_APART),
    ],
)
def test_days_of_birth(one: str, other: str, kind: Kind) -> None:
    assert kinds(Person(born=born(one)), Person(born=born(other))) == {kind}
    assert kinds(Person(born=born(other)), Person(born=born(one))) == {kind}


@given(st.dates(), st.integers(0, 9), st.sampled_from("0123456789"), st.booleans())
def test_a_birth_with_one_slip_in_any_place_is_told_nearly(day: date, place: int, digit: str, turns: bool) -> None:
    written = day.isoformat()
    pair = written[place : place + 2][::-1]
    slipped = written[:place] + (pair + written[place + 2 :] if turns else digit + written[place + 1 :])
    try:
        other = date.fromisoformat(slipped)
    except ValueError:
        return
    one_person = {Kind.BORN_SAME_DAY, Kind.BORN_DAY_AND_MONTH_TURNED, Kind.BORN_IN_ANOTHER_ERA, Kind.BORN_NEARLY}
    assert kinds(Person(born=Born(day, day)), Person(born=Born(other, other))) < one_person


def test_an_age_leaves_years_that_may_agree() -> None:
    of_age = Person(born=Born(date(1990, 2, 21), date(1991, 2, 20)))
    assert kinds(of_age, Person(born=born("1990-12-31"))) == {Kind.BORN_MAY_AGREE}
    assert kinds(of_age, Person(born=born("1992-01-01"))) == set()
    assert kinds(of_age, Person(born=born("1999-01-01"))) == {Kind.BORN_YEARS_APART}


def test_what_a_row_lacks_says_nothing() -> None:
    full = Person(("A",), "male", born("1991-05-06"), "CN", ("E1234567",), ("110101199105060011",), ("+8613800138000",))
    assert agreements(full, Person(("A",))) == ()
    assert agreements(Person(), Person()) == ()


def test_papers_that_differ_in_one_place_speak_for_one_person_and_others_against() -> None:
    mine = Person(passports=("E12345678",))
    assert kinds(mine, Person(passports=("E12345687",))) == {Kind.PASSPORT_NEARLY}
    assert kinds(mine, Person(passports=("X1", "E12345678"))) == {Kind.SAME_PASSPORT}
    assert kinds(mine, Person(passports=("G99999999",))) == {Kind.OTHER_PASSPORT}
    assert kinds(Person(passports=("A1",)), Person(passports=("A2",))) == {Kind.OTHER_PASSPORT}


def test_another_telephone_says_nothing_and_one_slip_speaks_for_one_person() -> None:
    mine = Person(phones=("+959712297636",))
    assert kinds(mine, Person(phones=("+959716297636",))) == {Kind.PHONE_NEARLY}
    assert kinds(mine, Person(phones=("+959799999999", "+959712297636"))) == {Kind.SAME_PHONE}
    assert kinds(mine, Person(phones=("+959799999999",))) == set()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1234567", "1234567", False),
        ("1234567", "1234568", True),
        ("1234567", "1234576", True),
        ("1234567", "123456", True),
        ("1234567", "12345678", True),
        ("1234567", "2134576", False),
        ("1234567", "12345", False),
        ("", "1", True),
    ],
)
def test_one_slip_of_a_typist(one: str, other: str, expected: bool) -> None:
    assert differ_in_one_place(one, other) is expected
    assert differ_in_one_place(other, one) is expected


@given(st.text("0123456789AB", max_size=12), st.text("0123456789AB", max_size=12))
def test_slips_count_alike_both_ways(one: str, other: str) -> None:
    assert differ_in_one_place(one, other) == differ_in_one_place(other, one)


def test_every_kind_has_a_weight_with_the_sense_of_its_name() -> None:
    for kind in Kind:
        speaks_against = kind.name.startswith("OTHER_") or kind is Kind.BORN_YEARS_APART
        assert (agreement_of(kind).weight < 0) is speaks_against, kind


def test_a_name_says_less_the_more_may_bear_it() -> None:
    assert odds_against_chance(0.1) > odds_against_chance(10.0)
    assert odds_against_chance(0.0) > 0 > odds_against_chance(500.0)


@given(st.floats(-10, 15), st.floats(0, 1_000), st.integers(1, 10_000_000))
def test_names_say_less_than_they_do_alone(odds: float, namesakes: float, people: int) -> None:
    said = name_odds(odds, namesakes, people)
    assert said <= min(odds, odds_against_chance(namesakes))
    assert said >= name_odds(odds, namesakes, 10 * people)
    assert said >= name_odds(odds, namesakes + 1, people)
    assert said >= name_odds(odds - 1, namesakes, people)
