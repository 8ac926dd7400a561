from math import isnan

from benchmarks.linkage.linkers import exact
from benchmarks.linkage.lists import PeopleList, Row
from benchmarks.linkage.measure import Found, Share, measure
from benchmarks.linkage.misses import show
from noharbor.science.matching.people.person import Person


def row(number, human, script="Latn", **said):
    return Row(number, {}, Person(names=(said.pop("name", f"Somebody {human}"),), **said), human, script)


ONE = PeopleList("one", (row(2, 1, "Hani"), row(3, 2), row(4, 1, "Hani")))
OTHER = PeopleList("other", (row(2, 1), row(3, 3)))


def test_the_right_partner_stands_first_where_no_other_is_scored_higher():
    found = [Found((0, 2), (1, 2), 0.9, same=True), Found((0, 2), (1, 3), 0.8, same=False)]
    figures = measure((ONE, OTHER), found)
    # Three rows have a partner: both of the first list and that of the second, which has two right ones.
    assert (figures.first.right, figures.first.all) == (2, 3)
    assert figures.scripts["Hani–Latn"].all == 3
    assert figures.merged.value == 1


def test_a_tie_counts_by_half():
    found = [Found((0, 2), (1, 2), 0.9, same=False), Found((0, 2), (1, 3), 0.9, same=False)]
    assert measure((ONE, OTHER), found).first.right == 0.5 + 1


def test_who_has_no_partner_and_is_merged_is_counted():
    figures = measure((ONE, OTHER), [Found((0, 3), (1, 3), 0.9, same=True)])
    assert (figures.wrong.right, figures.wrong.all) == (2, 2)
    assert measure((ONE, OTHER), [Found((0, 3), (1, 3), 0.9, same=False)]).wrong.right == 0


def test_doubles_are_counted_at_either_level():
    figures = measure((ONE, OTHER), [Found((0, 4), (0, 2), 0.5, same=False)])
    assert (figures.doubles.value, figures.doubles_same.value) == (1, 0)


def test_figures_of_worlds_add_up():
    figures = measure((ONE, OTHER), [])
    figures.add(measure((ONE, OTHER), [Found((0, 2), (1, 2), 0.9, same=True)]))
    assert (figures.first.right, figures.first.all) == (2, 6)


def test_a_share_of_nothing_is_no_number():
    assert isnan(Share().value)


def test_exact_matching_finds_equal_papers_and_nothing_else():
    one = PeopleList("one", (row(2, 1, name="A", passports=("X1",)), row(3, 2, name="B")))
    other = PeopleList("other", (row(2, 1, name="C", passports=("X1",)), row(3, 2, name="B")))
    assert exact((one, other)) == [Found((0, 2), (1, 2), 1.0, same=True)]


def test_misses_are_shown_row_beside_row(capsys):
    found = [Found((0, 3), (1, 3), 0.9, same=True), Found((0, 2), (1, 3), 0.8, same=False)]
    show((ONE, OTHER), found, most=5)
    said = capsys.readouterr().out
    assert "Not first: 3" in said
    assert "Wrongly merged: 1" in said
    assert "Doubles not proposed: 1" in said
    assert "≠ other 3: Somebody 3" in said
