"""Chains of pairs become people, and are cut where two of them cannot be one."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from noharbor.science.matching.batch import clusters
from noharbor.science.matching.batch.clusters import components, cut
from noharbor.science.matching.people.forbidding import may_be_one
from noharbor.science.matching.people.person import Born, Person


def born(year: int) -> Born:
    return Born(date(year, 1, 1), date(year, 1, 1))


def test_records_that_a_chain_joins_have_one_root() -> None:
    roots = components(6, np.array([[4, 5], [1, 4], [0, 2]], np.int64))
    assert roots.tolist() == [0, 1, 0, 3, 1, 1]


def test_without_pairs_everybody_stands_alone() -> None:
    assert components(3, np.empty((0, 2), np.int64)).tolist() == [0, 1, 2]


def test_a_chain_is_cut_at_its_weaker_pair_where_its_ends_cannot_be_one() -> None:
    people = [Person(sex="male"), Person(), Person(sex="female")]
    assert cut(people, [(0, 1), (1, 2)]) == [[0, 1], [2]]
    assert cut(people, [(1, 2), (0, 1)]) == [[0], [1, 2]]


def test_two_groups_are_not_joined_where_any_two_of_them_contradict() -> None:
    people = [Person(born=born(1990)), Person(), Person(), Person(born=born(1951))]
    assert cut(people, [(0, 1), (2, 3), (1, 2)]) == [[0, 1], [2, 3]]


def test_a_chain_without_contradiction_stays_whole() -> None:
    assert cut([Person(), Person(), Person()], [(0, 1), (1, 2)]) == [[0, 1, 2]]


def test_a_long_chain_of_records_that_say_alike_takes_no_longer_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Person] = []
    monkeypatch.setattr(clusters, "may_be_one", lambda one, other: asked.append(one) or may_be_one(one, other))
    people = [Person(sex="male", nationality="CN" if at % 2 else "") for at in range(300)]
    assert cut(people, [(at, at + 1) for at in range(299)]) == [list(range(300))]
    assert len(asked) <= 4 * len(people)
