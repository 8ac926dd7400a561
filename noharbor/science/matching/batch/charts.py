"""Charts of a model and of the scores it gave, as SVG; drawn from the numbers, so that no browser is needed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from noharbor.science.matching.batch.model import Model

_FOR, _AGAINST, _QUIET, _INK = "#1f5f8b", "#b4532a", "#dddddd", "#222222"
#: Pixels: of a line, of the names at the left, of the drawing, around it.
_LINE, _NAMES, _WIDTH, _EDGE = 20, 300, 460, 40
#: The least chance that is drawn: one in ten million.
_LEAST = 1e-7


class Point(NamedTuple):
    """A place on a line, both from 0 to 1."""

    x: float
    y: float


def weights(model: Model) -> str:
    """What each level of each field weighs: the binary logarithm of m / u, before the commonness of what agrees."""
    rows = [
        (f"{name}: {level}", math.log2(chances.m / chances.u))
        for name, levels in model.chances.items()
        for level, chances in levels.items()
    ]
    most = max(1.0, *(abs(weight) for _, weight in rows))
    middle = _NAMES + _WIDTH / 2
    drawn = []
    for at, (name, weight) in enumerate(rows):
        length = abs(weight) / most * _WIDTH / 2
        left = middle if weight >= 0 else middle - length
        drawn.append(_name(at, name) + _bar(at, left, length, _FOR if weight >= 0 else _AGAINST))
        beside = middle - 6 if weight >= 0 else middle + 6
        drawn.append(_text(beside, _middle(at), f"{weight:+.1f}", "end" if weight >= 0 else "start"))
    line = f'<path d="M{middle} {_EDGE}V{_EDGE + len(rows) * _LINE}" stroke="{_INK}"/>'
    return _svg("Match weights: log2(m / u)", len(rows), [*drawn, line])


def chances(model: Model) -> str:
    """How often each level is found among records of one person (m) and of two (u), on a logarithmic scale."""
    rows = [(f"{name}: {level}", found) for name, levels in model.chances.items() for level, found in levels.items()]
    drawn = [_grid_of_powers(len(rows))]
    for at, (name, found) in enumerate(rows):
        drawn.append(_name(at, name))
        for chance, colour, word in ((found.m, _FOR, "m"), (found.u, _AGAINST, "u")):
            drawn.append(
                f'<circle cx="{_power(chance):.1f}" cy="{_middle(at) - 4}" r="4.5" fill="{colour}">'
                f"<title>{word} {chance:.2g}</title></circle>"
            )
    key = _text(_NAMES, _EDGE + len(rows) * _LINE + 30, "● m: one person’s records", "start", _FOR)
    key += _text(_NAMES + 230, _EDGE + len(rows) * _LINE + 30, "● u: two people’s records", "start", _AGAINST)
    return _svg("How often levels are found", len(rows), [*drawn, key])


def scores(counted: Sequence[tuple[str, int, int]]) -> str:
    """How many pairs have which score.

    Args:
        counted: For each span of scores its name, how many pairs are proposed as the same, and how many as possible.
    """
    most = max(1, *(same + possible for _, same, possible in counted)) if counted else 1
    drawn = []
    for at, (name, same, possible) in enumerate(counted):
        first, second = same / most * _WIDTH, possible / most * _WIDTH
        drawn += [_name(at, name), _bar(at, _NAMES, first, _FOR), _bar(at, _NAMES + first, second, "#9bbcd3")]
        drawn.append(_text(_NAMES + first + second + 6, _middle(at), f"{same + possible:,}", "start"))
    key = _text(_NAMES, _EDGE + len(counted) * _LINE + 30, "■ proposed as the same", "start", _FOR)
    key += _text(_NAMES + 230, _EDGE + len(counted) * _LINE + 30, "■ possible", "start", "#9bbcd3")
    return _svg("Pairs by score", len(counted), [*drawn, key])


def lines(title: str, across: str, drawn: Iterable[tuple[str, str, Sequence[Point]]]) -> str:
    """Lines in a square of shares.

    Args:
        title: Above it.
        across: What goes from left to right, 0 to 1.
        drawn: For each line its name, its colour and its points.
    """
    side, parts = _WIDTH, []
    for tenth in range(0, 11, 2):
        x, y = _EDGE + tenth / 10 * side, _EDGE + side - tenth / 10 * side
        parts.append(f'<path d="M{_EDGE} {y}H{_EDGE + side}M{x} {_EDGE}V{_EDGE + side}" stroke="{_QUIET}"/>')
        parts.append(_text(_EDGE - 6, y + 4, f"{tenth / 10:.1f}", "end"))
        parts.append(_text(x, _EDGE + side + 16, f"{tenth / 10:.1f}", "middle"))
    for at, (name, colour, points) in enumerate(drawn):
        path = " ".join(f"{_EDGE + one.x * side:.1f},{_EDGE + side - one.y * side:.1f}" for one in points)
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{path}"/>')
        parts.append(_text(_EDGE + side + 12, _EDGE + 20 + at * _LINE, f"— {name}", "start", colour))
    parts.append(_text(_EDGE + side / 2, _EDGE + side + 34, across, "middle"))
    return _framed(title, side + 2 * _EDGE + 180, side + 2 * _EDGE, parts)


def _power(chance: float) -> float:
    """Where a chance stands on the logarithmic scale."""
    return _NAMES + (1 - math.log10(max(chance, _LEAST)) / math.log10(_LEAST)) * _WIDTH


def _grid_of_powers(rows: int) -> str:
    parts = []
    for power in range(round(math.log10(_LEAST)), 1):
        x = _power(10.0**power)
        parts.append(f'<path d="M{x:.1f} {_EDGE}V{_EDGE + rows * _LINE}" stroke="{_QUIET}"/>')
        parts.append(_text(x, _EDGE + rows * _LINE + 14, f"{10.0**power:g}", "middle"))
    return "".join(parts)


def _middle(at: int) -> int:
    return _EDGE + at * _LINE + 14


def _name(at: int, name: str) -> str:
    return _text(_NAMES - 8, _middle(at), name, "end")


def _bar(at: int, left: float, length: float, colour: str) -> str:
    top = _EDGE + at * _LINE + 3
    return f'<rect x="{left:.1f}" y="{top}" width="{length:.1f}" height="{_LINE - 6}" fill="{colour}"/>'


def _text(x: float, y: float, words: str, anchor: str, colour: str = _INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _svg(title: str, rows: int, parts: Iterable[str]) -> str:
    return _framed(title, _NAMES + _WIDTH + 2 * _EDGE, 2 * _EDGE + rows * _LINE, parts)


def _framed(title: str, width: float, height: float, parts: Iterable[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{escape(title)}</title>'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>'
        f'<text x="{width / 2:.0f}" y="22" text-anchor="middle" font-size="14">{escape(title)}</text>'
    )
    return "\n".join([head, *parts, "</svg>"]) + "\n"
