"""The figures of the names bench."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from sklearn.metrics import precision_recall_curve, roc_auc_score, roc_curve

from benchmarks.names import measure
from benchmarks.names.sets import PairSet, Question


class Constant:
    """Scores all names alike."""

    title, release, same_from = "constant", "none", 0.5

    def ask(self, query: str, names: Sequence[str]) -> list[float]:
        return [0.5] * len(names)


class ByLetters(Constant):
    """Shares of letters in common."""

    def ask(self, query: str, names: Sequence[str]) -> list[float]:
        return [len(set(query) & set(name)) / len(set(query) | set(name)) for name in names]


PAIRS = PairSet(
    "a test",
    "Latn-Latn",
    forth=(Question("anna", "ana", ("otto", "hans")), Question("otto", "oto", ("ana", "hans"))),
    back=(Question("ana", "anna", ("otto", "hans")), Question("oto", "otto", ("anna", "hans"))),
)


def test_a_constant_matcher_gets_the_figures_of_chance():
    found = measure.figures(measure.ask(Constant(), PAIRS))
    assert found.top1 == pytest.approx(1 / 3)
    assert found.top5 == 1.0
    assert found.auc == 0.5
    assert (found.at_precision, found.at_false) == (0.0, 0.0)


def test_a_perfect_matcher_gets_ones():
    assert measure.figures(measure.ask(ByLetters(), PAIRS)) == measure.Figures(1.0, 1.0, 1.0, 1.0, 1.0)


def test_positives_are_counted_once_and_negatives_in_both_directions():
    answers = measure.ask(ByLetters(), PAIRS)
    assert (len(answers.positives), len(answers.negatives), len(answers.ranks)) == (2, 8, 4)


@pytest.mark.parametrize(
    ("rank", "first", "share"),
    [((0, 0), 1, 1.0), ((1, 0), 1, 0.0), ((0, 1), 1, 0.5), ((4, 0), 5, 1.0), ((5, 0), 5, 0.0), ((3, 3), 5, 0.5)],
)
def test_a_tie_counts_as_its_expected_place(rank, first, share):
    assert measure.among_first(rank, first) == share


@pytest.mark.parametrize("seed", range(5))
def test_areas_and_recalls_agree_with_scikit_learn(seed):
    dice = np.random.default_rng(seed)
    positives, negatives = dice.normal(1.0, 1.0, 60).round(1), dice.normal(-1.0, 1.0, 900).round(1)
    truth, scores = np.r_[np.ones(60), np.zeros(900)], np.r_[positives, negatives]
    precision, recall, _ = precision_recall_curve(truth, scores)
    false, true, _ = roc_curve(truth, scores, drop_intermediate=False)
    assert measure.area(positives, negatives) == pytest.approx(roc_auc_score(truth, scores))
    assert measure.recall_at_precision(positives, negatives) == pytest.approx(recall[precision >= 0.95].max())
    assert measure.recall_at_false(positives, negatives) == pytest.approx(true[false <= 0.01].max())


def test_what_was_not_measured_does_not_pull_a_mean():
    one = measure.Figures(1.0, 1.0, 1.0, 0.5, 0.5)
    other = measure.Figures(math.nan, 0.0, 0.5, 0.5, math.nan)
    assert measure.average([one, other]) == measure.Figures(1.0, 0.5, 0.75, 0.5, 0.5)


def test_judged_pairs_without_a_true_name_are_no_question_of_rank():
    judged = PairSet("judged", "cases", forth=(Question("anna", "ana", ()),), back=(Question("otto", "", ("hans",)),))
    answers = measure.ask(ByLetters(), judged)
    assert (len(answers.positives), len(answers.negatives), answers.ranks) == (1, 1, ())
