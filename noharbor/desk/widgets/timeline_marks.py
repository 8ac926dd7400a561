"""Marks of a timeline: each as long as its days are unsure, in the first row of its lane where it covers no other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from noharbor.desk.widgets.labels import width_of
from noharbor.desk.widgets.timeline_axis import DRAWN, percent
from noharbor.desk.widgets.timeline_scale import Scale
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.zones import local_days

#: Pixels: the height of a row with the marks of Burmese and Khmer above and below its letters, and that of the bars.
ROW, BARS = 26, 60
#: Pixels: a mark is never narrower, and a day that would be is drawn as a dot in its middle.
NARROWEST, DOT = 7.0, 9.0
#: Pixels: how high marks are within their row.
THIN, THICK = 12, 20
#: Pixels between a mark and its label, and between a label and the next mark.
GAP = 7.0
#: A mark of more days than so many is drawn as if only the year were known.
LONG_DAYS = 180


class Shape(StrEnum):
    """How a mark looks, by how well its days are known. The stylesheet and the legend have one for each."""

    BAND = "band"
    DAY = "day"
    DOT = "dot"
    HAZE = "haze"
    LONG = "long"


class Side(StrEnum):
    """Where the label of a mark stands."""

    AFTER = "after"
    BEFORE = "before"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to draw: one statement, or several that name the same days.

    Attributes:
        first: First day.
        last: Last day.
        precision: One of `Precision`; empty where none is stated.
        country: Where it fell, so that its hours are known; ISO 3166-1 alpha-2 or empty.
        labels: What may stand beside it, the longest first; the first with room is taken.
        words: What it is, in full.
        address: Where it leads.
        statements: How many it stands for.
        beside: Whether its label may stand outside it; otherwise it has one only where there is room within.
        id: Ties it to its row in the list; empty where it has none.
    """

    first: datetime.date
    last: datetime.date
    precision: str
    country: str
    labels: tuple[str, ...]
    words: str
    address: str
    statements: int
    beside: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, as SVG writes it.

    Attributes:
        piece: What it stands for.
        shape: How it looks.
        left: Its left edge; its middle for a dot.
        width: How wide it is.
        top: Pixels from the top of its lane.
        label: What stands beside it; empty where there is no room.
        side: Where the label stands.
        at: The edge that the label stands at.
    """

    piece: Piece
    shape: Shape
    left: str
    width: str
    top: int
    label: str
    side: Side
    at: str

    @property
    def middle(self) -> int:
        """Pixels from the top of the lane to the middle of its row."""
        return self.top + ROW // 2

    @property
    def body_top(self) -> int:
        """Pixels from the top of the lane to the upper edge of the mark."""
        return self.middle - self.body_height // 2

    @property
    def body_height(self) -> int:
        """Pixels: what is known least is drawn thinnest."""
        return THIN if self.shape is Shape.LONG else THICK


@dataclass(slots=True)
class Rows:
    """Marks in rows that do not cover each other.

    Attributes:
        marks: What found room.
        height: Pixels they take.
        further: How many statements found none.
    """

    marks: list[Mark] = field(default_factory=list)
    height: int = 0
    further: int = 0


def shape_of(piece: Piece, scale: Scale) -> Shape:
    """Tell how a piece is drawn."""
    if piece.precision == Precision.RECENT:
        return Shape.HAZE
    days = (piece.last - piece.first).days + 1
    if piece.precision == Precision.YEAR or days > LONG_DAYS:
        return Shape.LONG
    if days > 1 or (scale.in_hours and not local_days(piece.first, piece.last, piece.country).exact):
        return Shape.BAND
    return Shape.DAY if _pixels(scale.stretch(piece.first, piece.last)[1]) >= DOT else Shape.DOT


def in_rows(pieces: Iterable[Piece], scale: Scale, *, top: int = 0, most: int) -> Rows:
    """Give each piece the first row where it covers none that came before it.

    Args:
        pieces: The most important first.
        scale: Where days stand.
        top: Pixels that are taken above them.
        most: Rows there may be.
    """
    rows: list[list[tuple[float, float]]] = []
    laid = Rows(height=top)
    for piece in pieces:
        left, width = _drawn(piece, scale)
        label, side = _labelled(piece, _pixels(left), _pixels(left + width))
        taken = _taken(_pixels(left), _pixels(left + width), label, side)
        row = next((at for at, others in enumerate(rows) if _is_free(taken, others)), len(rows))
        if row == most:
            laid.further += piece.statements
            continue
        if row == len(rows):
            rows.append([])
        rows[row].append(taken)
        shape = shape_of(piece, scale)
        edge = left + width if side is Side.AFTER else left
        begins = left + width / 2 if shape is Shape.DOT else left
        laid.marks.append(
            Mark(piece, shape, percent(begins), percent(width), top + row * ROW, label, side, percent(edge))
        )
    laid.height = top + len(rows) * ROW
    return laid


def _drawn(piece: Piece, scale: Scale) -> tuple[float, float]:
    """Left edge and width, widened around its middle where nobody would see it."""
    left, width = scale.stretch(piece.first, piece.last, piece.country)
    narrowest = 100 * (DOT if shape_of(piece, scale) is Shape.DOT else NARROWEST) / DRAWN
    if width >= narrowest:
        return left, width
    return max(0.0, min(100 - narrowest, left + (width - narrowest) / 2)), narrowest


def _labelled(piece: Piece, left: float, right: float) -> tuple[str, Side]:
    for label in piece.labels:
        width = width_of(label)
        if width + 2 * GAP <= right - left:
            return label, Side.WITHIN
        if piece.beside and right + GAP + width <= DRAWN:
            return label, Side.AFTER
        if piece.beside and width + GAP <= left:
            return label, Side.BEFORE
    return "", Side.WITHIN


def _taken(left: float, right: float, label: str, side: Side) -> tuple[float, float]:
    beside = width_of(label) + 2 * GAP if label else 0.0
    if side is Side.AFTER:
        return left, right + beside
    return (left - beside, right) if side is Side.BEFORE else (left, right)


def _is_free(taken: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    return all(taken[1] <= other[0] or other[1] <= taken[0] for other in others)


def _pixels(share: float) -> float:
    return share / 100 * DRAWN
