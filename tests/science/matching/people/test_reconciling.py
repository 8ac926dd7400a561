"""Lists side by side. All people are invented."""

from __future__ import annotations

import json
from datetime import date

import pytest

from noharbor.science.matching.people import best_names, candidates, reconciling
from noharbor.science.matching.people.judged import Judged, judged_from_json, judged_to_json
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.matching.people.reconciling import (
    ListedPerson,
    PairFound,
    PersonList,
    Reconciliation,
    against,
    reconcile,
)
from noharbor.science.matching.people.summary import Summary
from noharbor.science.names.evidence import Level, Proposal


def born(year: int, month: int, day: int) -> Born:
    return Born(date(year, month, day), date(year, month, day))


def listed(name: str, *people: Person) -> PersonList:
    """A list whose first person stands in row 2, as below a header."""
    return PersonList(name, tuple(ListedPerson(row, person) for row, person in enumerate(people, 2)))


HANDOVER = listed(
    "handover",
    Person(("王伟",), "male", born(1991, 5, 6), "CN", ("E12345678",)),
    Person(("吴昂觉莫",), "male", born(1990, 4, 3), "MM", ("MA123456",)),
    Person(("李娜",), "female", born(1999, 12, 1), "CN"),
    Person(("李娜",), "female", born(1999, 12, 1), "CN"),
    Person(("张敏",), "female", born(1985, 7, 9), "CN", ("E55555555",)),
)
EMBASSY = listed(
    "embassy",
    Person(("WANG WEI",), "male", born(1991, 6, 5), "CN", ("E12345687",)),
    Person(("Aung Kyaw Moe",), "male", born(1990, 4, 3), "MM"),
    Person(("Somchai Jaidee",), "male", born(1990, 8, 15), "TH"),
    Person(("Zhang Qiang",), "male", born(1960, 1, 2), "CN", ("E55555555",)),
)


def pair(found: Reconciliation, one: tuple[int, int], other: tuple[int, int]) -> PairFound | None:
    return next(
        (each for each in found.pairs if (each.a.list, each.a.row, each.b.list, each.b.row) == (*one, *other)),
        None,
    )


@pytest.fixture(scope="module")
def found() -> Reconciliation:
    return reconcile([HANDOVER, EMBASSY])


def test_one_person_is_found_across_scripts_and_slips(found: Reconciliation) -> None:
    wang = pair(found, (0, 2), (1, 2))
    assert wang is not None
    assert wang.proposal is Proposal.SAME
    assert wang.level is Level.CUSTOMARY_ROMANISATION
    for words in ("WANG WEI", "王伟", "differ in one place", "other way round", "same sex"):
        assert words in wang.reason
    aung = pair(found, (0, 3), (1, 3))
    assert aung is not None
    assert aung.proposal is Proposal.SAME


def test_doubles_on_one_list_are_found_once(found: Reconciliation) -> None:
    assert [(one.a.row, one.b.row) for one in found.pairs if one.a.list == one.b.list] == [(4, 5)]


def test_one_paper_for_two_names_is_a_conflict_and_never_proposed(found: Reconciliation) -> None:
    twice = pair(found, (0, 6), (1, 5))
    assert twice is not None
    assert twice.proposal is Proposal.POSSIBLE
    said = {conflict.told() for conflict in twice.judged.conflicts}
    assert said == {
        "same passport number, but names have too little in common",
        "same passport number, but years of birth are further apart than lists usually err",
        "same passport number, but other sex",
    }


def test_a_summary_tells_who_is_missing_and_counts_by_nationality(found: Reconciliation) -> None:
    summary = Summary(found)
    assert [row.row for row in summary.missing(1, 0)] == [4]
    assert [row.row for row in summary.missing(0, 1)] == [4, 5]
    assert [conflict.a.row for conflict in summary.conflicts] == [6]
    counted = summary.by_nationality(0)
    assert (counted["CN"].rows, counted["CN"].proposed, counted["CN"].possible) == (4, 1, 1)
    assert (counted["MM"].rows, counted["MM"].proposed) == (1, 1)


def test_the_order_of_lists_changes_nothing_but_sides(found: Reconciliation) -> None:
    turned = reconcile([EMBASSY, HANDOVER])
    assert {(one.a.row, one.b.row, round(one.score, 4)) for one in found.pairs if one.a.list != one.b.list} == {
        (one.b.row, one.a.row, round(one.score, 4)) for one in turned.pairs if one.a.list != one.b.list
    }


def test_namesakes_leave_none_of_them_sure() -> None:
    asked = listed("asked", Person(("Wang Wei",), "male", None, "CN"))
    held = listed(
        "held", Person(("王伟",), "male", None, "CN"), Person(("汪伟",), "male", None, "CN"), Person(("李强",), "male")
    )
    pairs = [one for one in reconcile([asked, held]).pairs if one.a.list != one.b.list]
    assert {one.b.row for one in pairs} == {2, 3}
    assert all(one.proposal is Proposal.POSSIBLE for one in pairs)
    assert all("others on the list fit about as well" in one.reason for one in pairs)


def test_doubles_of_one_person_are_no_rivals() -> None:
    asked = listed("asked", Person(("Chen Haiming",), "male", born(1988, 3, 2), "CN"))
    held = listed("held", *[Person(("陈海明",), "male", born(1988, 3, 2), "CN")] * 2)
    pairs = [one for one in reconcile([asked, held]).pairs if one.a.list != one.b.list]
    assert [one.proposal for one in pairs] == [Proposal.SAME, Proposal.SAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person(("王伟",), "male", born(1991, 5, 6)), Person(("汪伟",), "male", born(1991, 5, 6))),
        (Person(("Wang Wei",), "male", born(1991, 5, 6)), Person(("王伟",), "female", born(1991, 5, 6))),
        (Person(("Wang Wei",), "male", born(1991, 5, 6)), Person(("王伟",), "male", born(1971, 8, 16))),
        (Person(("Aung Aung",), "male"), Person(("Khin Khin",), "male")),
    ],
)
def test_sound_alone_or_a_contradiction_is_never_proposed(one: Person, other: Person) -> None:
    assert all(pair.proposal is not Proposal.SAME for pair in reconcile([listed("a", one), listed("b", other)]).pairs)


def test_rows_without_names_meet_by_their_papers() -> None:
    nameless = listed("a", Person((), "male", born(1991, 5, 6), "CN", ("E12345678",)))
    found = reconcile([nameless, HANDOVER])
    assert [(one.b.row, one.proposal) for one in found.pairs if one.a.list != one.b.list] == [(2, Proposal.POSSIBLE)]


@pytest.mark.parametrize("lists", [[], [listed("empty")], [listed("empty"), HANDOVER]])
def test_empty_lists_give_what_there_is(lists: list[PersonList]) -> None:
    assert all(one.a.list == one.b.list for one in reconcile(lists).pairs)


def test_a_list_is_held_against_a_register_as_against_a_list(found: Reconciliation) -> None:
    across = {(one.a.row, one.b.row, round(one.score, 4)) for one in found.pairs if one.a.list != one.b.list}
    assert {(one.a.row, one.b.row, round(one.score, 4)) for one in against(HANDOVER, EMBASSY).pairs} == across


def test_progress_is_told_and_may_stop_the_work() -> None:
    told: list[tuple[str, int, int]] = []
    reconcile([HANDOVER, EMBASSY], lambda *what: told.append(what))
    assert told[0] == ("reading names", 0, 9)
    assert told[-1] == ("comparing", 27, 27)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reconcile([HANDOVER, EMBASSY], stop)


def test_two_people_in_one_row_of_a_file_are_two() -> None:
    beside = PersonList(
        "two columns", (ListedPerson(2, HANDOVER.rows[0].person), ListedPerson(2, HANDOVER.rows[2].person))
    )
    found = reconcile([beside, HANDOVER])
    assert {(one.a.at, one.b.row) for one in found.pairs if one.a.list != one.b.list} == {(0, 2), (1, 4), (1, 5)}
    assert Summary(found).missing(0, 1) == []


class KeptInMemory:
    """Steps as JSON, as a page keeps them."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, int], str] = {}

    def get(self, first: int, second: int) -> tuple[list[Judged], int] | None:
        if (first, second) not in self.kept:
            return None
        judged, cut = json.loads(self.kept[first, second])
        return [judged_from_json(one) for one in judged], cut

    def keep(self, first: int, second: int, judged: list[Judged], cut: int) -> None:
        self.kept[first, second] = json.dumps([[judged_to_json(one) for one in judged], cut])


def test_a_run_that_was_stopped_goes_on_where_it_was(found: Reconciliation, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptInMemory()

    def stop_at_the_third(_what: str, done: int, _all: int) -> None:
        if len(kept.kept) == 2 and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reconcile([HANDOVER, EMBASSY], stop_at_the_third, kept)
    assert set(kept.kept) == {(0, 0), (1, 1)}
    assert reconcile([HANDOVER, EMBASSY], kept=kept) == found
    assert len(kept.kept) == 3

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(reconciling, "judge", never)
    assert reconcile([HANDOVER, EMBASSY], kept=kept) == found


def test_progress_within_a_step_comes_often_and_adds_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((candidates, "_AT_ONCE"), (candidates, "_NAMES_AT_ONCE"), (best_names, "_PAIRS_AT_ONCE")):
        monkeypatch.setattr(module, name, 1)
    told: list[tuple[str, int, int]] = []
    in_pieces = reconcile([HANDOVER, EMBASSY], lambda *what: told.append(what))
    monkeypatch.undo()
    assert in_pieces == reconcile([HANDOVER, EMBASSY])
    for what in ("reading names", "comparing"):
        done = [done for said, done, _ in told if said == what]
        assert done == sorted(done)
        assert len(set(done)) > 5


def test_each_of_a_few_namesakes_is_shown_and_none_of_many() -> None:
    asked = listed("asked", Person(("Chen Haiming",), "male", born(1988, 3, 2), "CN"))
    for namesakes, shown in ((6, 6), (40, 0)):
        others = [
            Person(("陈海明",), "male", born(1988, 3, 2), "CN", (f"E{number:02}345678",)) for number in range(namesakes)
        ]
        pairs = against(asked, listed("held", *others)).pairs
        assert [one.proposal for one in pairs] == [Proposal.POSSIBLE] * shown
