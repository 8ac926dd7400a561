from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from benchmarks.linkage.keepers import EMBASSIES, HANDOVER, KEEPERS, POLICE
from benchmarks.linkage.lists import FIRST_ROW, Desk, born_at_age, lists
from benchmarks.linkage.world import people


@pytest.fixture(scope="module")
def world():
    return lists(1_500, 5)


@pytest.fixture(scope="module")
def humans():
    return list(people(1_500, 5))


def test_one_seed_gives_the_same_lists(world):
    assert lists(1_500, 5) == world


def test_rows_are_numbered_as_the_file_numbers_them(world):
    for one in world:
        assert [row.row for row in one.rows] == list(range(FIRST_ROW, FIRST_ROW + len(one.rows)))


def test_the_truth_names_who_every_row_is(world, humans):
    for one in world:
        truth = one.truth()
        assert len(truth) == len(one.rows)
        assert set(truth.values()) <= {human.number for human in humans}


def test_lists_are_in_six_scripts(world):
    scripts = Counter(row.script for one in world for row in one.rows)
    assert set(scripts) == {"Hani", "Khmr", "Laoo", "Latn", "Mymr", "Thai"}


def test_somebody_is_on_all_lists_and_somebody_twice_on_one_and_somebody_alone(world):
    on = Counter(human for one in world for human in set(one.truth().values()))
    assert set(on.values()) == {1, 2, 3, 4}
    assert any(len(one.rows) > len(set(one.truth().values())) for one in world)


def test_most_passports_are_right_and_some_are_typed_wrong(world, humans):
    rows = [row for one in world for row in one.rows]
    written = [(row.person.passports[0], humans[row.human].passport) for row in rows if row.person.passports]
    wrong = [pair for pair in written if pair[0] != pair[1]]
    assert 0.01 < len(wrong) / len(written) < 0.08
    assert any(sorted(one) == sorted(other) for one, other in wrong), "nowhere have two figures changed places"


def test_most_birth_days_are_right_and_some_have_day_and_month_changed_round(world, humans):
    rows = [row for one in world for row in one.rows if row.person.born and row.person.born.is_day]
    wrong = [row for row in rows if row.person.born.earliest != humans[row.human].born]
    assert 0.01 < len(wrong) / len(rows) < 0.1
    assert any(
        (row.person.born.earliest.day, row.person.born.earliest.month)
        == (humans[row.human].born.month, humans[row.human].born.day)
        for row in wrong
    )


def test_ages_and_years_stand_in_place_of_birth_days_and_cells_are_missing(world):
    handover = next(one for one in world if one.name == HANDOVER.name)
    assert all(row.person.born is None or not row.person.born.is_day for row in handover.rows)
    assert any(row.person.born is None for row in handover.rows)
    assert any(not row.person.passports for row in handover.rows)


def test_the_police_write_years_of_the_buddhist_era(world):
    police = next(one for one in world if one.name == POLICE.name)
    born = POLICE.headings["born"]
    days = [row for row in police.rows if row.person.born and row.person.born.is_day]
    assert days
    for row in days:
        assert int(row.cells[born][-4:]) - 543 == row.person.born.earliest.year


def test_cells_and_person_say_the_same(world):
    for one, keeper in zip(world, KEEPERS, strict=True):
        for row in one.rows:
            assert row.cells[keeper.headings["name"]] == row.person.names[0]
            assert row.cells[keeper.headings["passport"]] == "".join(row.person.passports)


def test_romanising_by_ear_gives_one_name_several_spellings(humans):
    desk = Desk(replace(HANDOVER, clerks=20), seed=1)
    burmese = next(human for human in humans if human.origin.people == "Bamar" and len(human.name.words) > 2)
    spellings = {row.person.names[0] for row in (desk.row(burmese) for _ in range(200)) if row.script == "Latn"}
    assert len(spellings) > 5


def test_embassies_write_names_as_their_states_do(humans):
    desk = Desk(EMBASSIES, seed=1, all_of_them=True)
    taiwan = [row.person.names[0] for human in humans if human.origin.state == "TW" for row in desk.rows(human)]
    assert any("陳" in name or "張" in name or "劉" in name for name in taiwan)
    assert not any("陈" in name or "张" in name or "刘" in name for name in taiwan)


def test_an_age_leaves_a_year_of_birth_days():
    born = born_at_age(30)
    assert (born.earliest, born.latest) == (date(1994, 2, 21), date(1995, 2, 20))
