import pytest

from benchmarks.linkage.febrl import scores

LINKS = frozenset({frozenset("ab"), frozenset("cd")})


def test_precision_and_recall_are_those_of_merged_pairs():
    found = scores(LINKS, [("b", "a", 5.0, True), ("a", "c", 4.0, True), ("c", "d", 1.0, False)])
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_the_best_threshold_is_found_by_the_truth():
    found = scores(LINKS, [("a", "b", 5.0, False), ("c", "d", 4.0, False), ("a", "c", 3.0, False)])
    assert found.best == 1
    assert found.f1 == 0


def test_pairs_at_one_score_stand_or_fall_together():
    assert scores(LINKS, [("a", "b", 5.0, True), ("a", "c", 5.0, True)]).best == pytest.approx(0.5)


def test_a_pair_found_twice_counts_once():
    assert scores(LINKS, [("a", "b", 5.0, True), ("b", "a", 5.0, True)]).recall == 0.5
