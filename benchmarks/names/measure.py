"""What is measured of a matcher: is the true name shown first, and how well do its scores part same from different."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from benchmarks.names.peers import Peer
from benchmarks.names.sets import PairSet, Question

#: Scores this near are a tie; a tie counts as its expected rank, so that a constant scorer gains nothing.
_TIE = 1e-9
PRECISION = 0.95
FALSE_SHARE = 0.01
SHOWN_FEW = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """How one matcher did on the questions of one pair of scripts; all in 0..1, NaN where there was nothing to count.

    Attributes:
        top1: Share of questions whose true name is scored above all others shown; ties at their expected share.
        top5: The same for the first five.
        auc: Area under the ROC curve over all positives and negatives.
        at_precision: Recall at precision 0.95; one positive against eighty negatives.
        at_false: Recall where 1 % of the negatives are accepted.
    """

    top1: float
    top5: float
    auc: float
    at_precision: float
    at_false: float


#: Columns of the tables: attribute, head.
COLUMNS = (
    ("top1", "top-1"),
    ("top5", "top-5"),
    ("auc", "ROC-AUC"),
    ("at_precision", "recall at precision 0.95"),
    ("at_false", "recall at 1 % false"),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """Scores of one matcher for one pair of scripts.

    Attributes:
        positives: (n,) scores of the true pairs, first script against second.
        negatives: (m,) scores of all others shown, both ways.
        ranks: One per question: names scored above the true one, and names at the same score.
    """

    positives: NDArray[np.float64]
    negatives: NDArray[np.float64]
    ranks: tuple[tuple[int, int], ...]


def ask(peer: Peer, pairs: PairSet) -> Answers:
    """Ask a matcher all questions of a pair of scripts."""
    scored = [(question, *_scores(peer, question)) for question in pairs.questions]
    return Answers(
        positives=np.array([true for _, true, _ in scored[: len(pairs.forth)]]),
        negatives=np.concatenate([others for _, _, others in scored] or [np.empty(0)]),
        ranks=tuple(rank(true, others) for question, true, others in scored if question.true and question.others),
    )


def _scores(peer: Peer, question: Question) -> tuple[float, NDArray[np.float64]]:
    scores = np.asarray(peer.ask(question.query, (question.true, *question.others)), dtype=np.float64)
    return float(scores[0]), scores[1:]


def rank(true: float, others: NDArray[np.float64]) -> tuple[int, int]:
    """How many others are above the true score, and how many are level with it."""
    return int((others > true + _TIE).sum()), int((np.abs(others - true) <= _TIE).sum())


def among_first(rank_: tuple[int, int], first: int) -> float:
    """How likely the true name is among the first so many, when names at one score stand in random order."""
    above, level = rank_
    return min(max(first - above, 0), level + 1) / (level + 1)


def figures(answers: Answers) -> Figures:
    """Count the answers."""
    return Figures(
        top1=_mean(among_first(one, 1) for one in answers.ranks),
        top5=_mean(among_first(one, SHOWN_FEW) for one in answers.ranks),
        auc=area(answers.positives, answers.negatives),
        at_precision=recall_at_precision(answers.positives, answers.negatives),
        at_false=recall_at_false(answers.positives, answers.negatives),
    )


def average(all_figures: Sequence[Figures]) -> Figures:
    """The plain mean over pairs of scripts, each counted alike however many names it has."""
    return Figures(*(_mean(getattr(one, field.name) for one in all_figures) for field in fields(Figures)))


def area(positives: NDArray[np.float64], negatives: NDArray[np.float64]) -> float:
    """Area under the ROC curve: how often a positive is scored above a negative, ties counted as half."""
    if not len(positives) or not len(negatives):
        return float("nan")
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives, side="left")
    upto = np.searchsorted(ordered, positives, side="right")
    return float((below + upto).mean() / 2 / len(negatives))


def _accepted(positives: NDArray[np.float64], negatives: NDArray[np.float64]) -> tuple[NDArray, NDArray]:
    """For each score as threshold: positives and negatives at or above it."""
    thresholds = np.unique(np.concatenate([positives, negatives]))
    right = len(positives) - np.searchsorted(np.sort(positives), thresholds, side="left")
    wrong = len(negatives) - np.searchsorted(np.sort(negatives), thresholds, side="left")
    return right, wrong


def recall_at_precision(
    positives: NDArray[np.float64], negatives: NDArray[np.float64], precision: float = PRECISION
) -> float:
    """The highest share of positives accepted while at least this share of what is accepted is right."""
    if not len(positives):
        return float("nan")
    right, wrong = _accepted(positives, negatives)
    good = right >= precision * (right + wrong)
    return float(right[good].max(initial=0) / len(positives))


def recall_at_false(
    positives: NDArray[np.float64], negatives: NDArray[np.float64], share: float = FALSE_SHARE
) -> float:
    """The highest share of positives accepted while at most this share of the negatives is accepted too."""
    if not len(positives) or not len(negatives):
        return float("nan")
    right, wrong = _accepted(positives, negatives)
    good = wrong <= share * len(negatives)
    return float(right[good].max(initial=0) / len(positives))


def _mean(values: Iterable[float]) -> float:
    found = [value for value in values if value == value]
    return float(np.mean(found)) if found else float("nan")
