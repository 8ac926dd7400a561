"""What cannot be one person by way of a third row depends on whether people judged the pairs between."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.matching.people.forbidding import facts_only, forbidding, may_be_one
from noharbor.science.matching.people.person import Born, Person

NINETIES, EIGHTIES = (Person(born=Born(day, day)) for day in (date(1994, 3, 2), date(1983, 11, 20)))
RENEWED = Person(passports=("E11111111",)), Person(passports=("G22222222",))
OF_TWO_STATES = Person(nationality="CN"), Person(nationality="TH")


@pytest.mark.parametrize("two", [(NINETIES, EIGHTIES), (Person(sex="male"), Person(sex="female"))])
def test_other_sex_and_births_years_apart_forbid_it_always(two: tuple[Person, Person]) -> None:
    assert forbidding(*two)
    assert not may_be_one(*two)


def test_a_renewed_passport_forbids_nothing() -> None:
    assert not forbidding(*RENEWED)
    assert may_be_one(*RENEWED)


def test_another_nationality_forbids_only_what_nobody_judged() -> None:
    assert not forbidding(*OF_TWO_STATES)
    assert not may_be_one(*OF_TWO_STATES)


@pytest.mark.parametrize("two", [(NINETIES, EIGHTIES), RENEWED, OF_TWO_STATES])
def test_what_is_kept_of_people_forbids_as_much(two: tuple[Person, Person]) -> None:
    kept = tuple(map(facts_only, two))
    assert (bool(forbidding(*kept)), may_be_one(*kept)) == (bool(forbidding(*two)), may_be_one(*two))
