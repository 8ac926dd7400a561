"""Do scores mean what they say? Of the pairs scored about 0.8, about 80 % should be the same, on people put aside."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

BINS = 10
#: 95 % of the time the true share lies within the bars.
_SURE = 1.96
_SIDE, _EDGE = 420, 56


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs with scores in one tenth of 0..1.

    Attributes:
        low: Scores from here (within), up to `high` (without; 1.0 belongs to the last).
        high: Where the next begins.
        pairs: How many pairs.
        score: Their mean score.
        same: The share of them that are the same.
        error_low: Lower end of the 95 % interval of that share.
        error_high: Upper end.
    """

    low: float
    high: float
    pairs: int
    score: float
    same: float
    error_low: float
    error_high: float


def reliability(positives: NDArray[np.float64], negatives: NDArray[np.float64]) -> list[Bin]:
    """Group pairs by score.

    Args:
        positives: Scores of pairs that are the same.
        negatives: Scores of pairs that are not.

    Returns:
        One entry for each tenth that holds any pair.
    """
    scores = np.concatenate([positives, negatives])
    same = np.concatenate([np.ones(len(positives)), np.zeros(len(negatives))])
    places = np.minimum((scores * BINS).astype(int), BINS - 1)
    return [_bin(int(one), scores[places == one], same[places == one]) for one in np.unique(places)]


def _bin(number: int, scores: NDArray[np.float64], same: NDArray[np.float64]) -> Bin:
    share = float(same.mean())
    low, high = wilson(share, len(scores))
    return Bin(number / BINS, (number + 1) / BINS, len(scores), float(scores.mean()), share, low, high)


def wilson(share: float, count: int) -> tuple[float, float]:
    """The 95 % interval of a share seen in so many cases (E. B. Wilson, 1927)."""
    square = _SURE**2 / count
    middle = (share + square / 2) / (1 + square)
    half = _SURE * sqrt(share * (1 - share) / count + square / 4 / count) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def expected_error(bins: list[Bin]) -> float:
    """Mean distance between score and share; every tenth counts by the pairs it holds."""
    total = sum(one.pairs for one in bins)
    return sum(one.pairs * abs(one.score - one.same) for one in bins) / total


def even_error(bins: list[Bin]) -> float:
    """The same with every tenth alike: nearly all pairs lie in the lowest, which would hide the rest."""
    return sum(abs(one.score - one.same) for one in bins) / len(bins)


def plot(bins: list[Bin], title: str) -> str:
    """Draw the shares against the scores as SVG; the diagonal is what a perfect score would do."""
    size = _SIDE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" font-family="sans-serif" '
        f'font-size="12" fill="#222"><title>{title}</title><rect width="{size}" height="{size}" fill="#fff"/>',
        *_grid(),
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4 4"/>',
        '<polyline fill="none" stroke="#1f5f8b" stroke-width="2" points="'
        + " ".join(f"{_x(one.score)},{_y(one.same)}" for one in bins)
        + '"/>',
        *(_mark(one) for one in bins),
        f'<text x="{size / 2:.0f}" y="{_EDGE - 24}" text-anchor="middle" font-size="14">{title}</text>',
        f'<text x="{size / 2:.0f}" y="{size - 12}" text-anchor="middle">score</text>',
        f'<text x="16" y="{size / 2:.0f}" text-anchor="middle" transform="rotate(-90 16 {size / 2:.0f})">'
        "share that are the same</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _grid() -> list[str]:
    lines = []
    for tenth in range(0, 11, 2):
        value = tenth / 10
        lines.append(
            f'<path d="M{_x(0)} {_y(value)}H{_x(1)}M{_x(value)} {_y(0)}V{_y(1)}" stroke="#ddd" fill="none"/>'
            f'<text x="{_x(0) - 8}" y="{_y(value) + 4}" text-anchor="end">{value:.1f}</text>'
            f'<text x="{_x(value)}" y="{_y(0) + 18}" text-anchor="middle">{value:.1f}</text>'
        )
    return lines


def _mark(one: Bin) -> str:
    across = _x(one.score)
    return (
        f'<line x1="{across}" y1="{_y(one.error_low)}" x2="{across}" y2="{_y(one.error_high)}" stroke="#1f5f8b"/>'
        f'<circle cx="{across}" cy="{_y(one.same)}" r="4" fill="#1f5f8b"><title>{one.pairs} pairs</title></circle>'
    )


def _x(value: float) -> float:
    return round(_EDGE + value * _SIDE, 1)


def _y(value: float) -> float:
    return round(_EDGE + (1 - value) * _SIDE, 1)
