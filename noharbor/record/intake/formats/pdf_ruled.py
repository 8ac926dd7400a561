"""Tables drawn with lines: cells are what the lines enclose, so that merged ones show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from noharbor.record.intake.formats.format import Cell, Span
from noharbor.record.intake.formats.pdf_marks import Glyph, Marks, Rule
from noharbor.record.intake.formats.pdf_words import lines_of, words_of_cell

#: Lines nearer than this, in points, are one; ends nearer than this meet.
_NEAR = 3.0
_SHORTEST = 6.0
_MOST_EDGES = 1_000
#: A row that holds this many lines in most of its cells is as many rows between which nobody drew lines.
_LINES_OF_ROWS = 3


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page.

    Attributes:
        rows: Its cells; those that a merged one covers are empty.
        merged: What is merged.
        edges: The left edge of each column, in points.
        top: Its upper edge.
        bottom: Its lower edge.
    """

    rows: list[list[Cell]]
    merged: tuple[Span, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float


def ruled_tables(marks: Marks) -> tuple[list[PageTable], list[Glyph]]:
    """Find the tables that are drawn with lines.

    Returns:
        The tables, from top to bottom; and the characters that stand in none.
    """
    level, upright = _joined(marks.level), _joined(marks.upright)
    tables: list[PageTable] = []
    rest = marks.glyphs
    for levels, uprights in _groups(level, upright):
        xs, ys = _edges(levels, uprights)
        if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > 100 * _MOST_EDGES:
            continue
        table, inside = _table(_Lattice(levels, uprights, xs, ys), rest)
        if table is not None:
            tables.append(table)
            rest = [glyph for glyph in rest if id(glyph) not in inside]
    return sorted(tables, key=lambda table: -table.top), rest


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn piece by piece made whole; those too short for a cell left out."""
    joined: list[Rule] = []
    at: list[Rule] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if at and rule.at - at[-1].at > _NEAR / 2:
            joined.extend(_one_height(at))
            at = []
        at.append(rule)
    joined.extend(_one_height(at))
    return [rule for rule in joined if rule.end - rule.start >= _SHORTEST][: 4 * _MOST_EDGES]


def _one_height(rules: list[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda one: one.start):
        if joined and rule.start - joined[-1].end <= _NEAR:
            last = joined[-1]
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _groups(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or over others."""
    leader = list(range(len(level) + len(upright)))

    def led_by(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    heights = [rule.at for rule in level]
    for number, rule in enumerate(upright, len(level)):
        first, last = bisect_left(heights, rule.start - _NEAR), bisect_right(heights, rule.end + _NEAR)
        for other in range(first, last):
            if level[other].start - _NEAR <= rule.at <= level[other].end + _NEAR:
                leader[led_by(other)] = led_by(number)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate((*level, *upright)):
        groups[led_by(number)][number >= len(level)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _edges(level: Sequence[Rule], upright: Sequence[Rule]) -> tuple[list[float], list[float]]:
    """Places of columns and rows; where the outermost lines are not drawn, the others end there."""
    xs = _apart([rule.at for rule in upright], min(r.start for r in level), max(r.end for r in level))
    ys = _apart([rule.at for rule in level], min(r.start for r in upright), max(r.end for r in upright))
    return xs, ys[::-1]


def _apart(places: list[float], first: float, last: float) -> list[float]:
    apart: list[float] = []
    for place in sorted(places):
        if not apart or place - apart[-1] > _NEAR:
            apart.append(place)
    if first < apart[0] - 2 * _NEAR:
        apart.insert(0, first)
    if last > apart[-1] + 2 * _NEAR:
        apart.append(last)
    return apart


@dataclass(frozen=True)
class _Lattice:
    """The lines of one table; rows from top to bottom."""

    level: Sequence[Rule]
    upright: Sequence[Rule]
    xs: list[float]
    ys: list[float]

    def walls(self) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
        """Where a line stands right of a cell, and where one stands below it."""
        right, below = set(), set()
        for rule in self.upright:
            column = self._nearest(self.xs, rule.at) - 1
            right |= {(row, column) for row in range(len(self.ys) - 1) if self._covers(rule, self.ys, row)}
        for rule in self.level:
            row = self._nearest(self.ys, rule.at) - 1
            below |= {(row, column) for column in range(len(self.xs) - 1) if self._covers(rule, self.xs, column)}
        return right, below

    def spans(self) -> list[Span]:
        """The cells, each with all that no line parts from it; what is not a rectangle stays parted."""
        right, below = self.walls()
        height, width = len(self.ys) - 1, len(self.xs) - 1
        taken: set[tuple[int, int]] = set()
        spans = []
        for row in range(height):
            for column in range(width):
                if (row, column) in taken:
                    continue
                end, bottom = column, row
                while end + 1 < width and (row, end) not in right and (row, end + 1) not in taken:
                    end += 1
                while bottom + 1 < height and self._goes_down(bottom, column, end, (right, below)):
                    bottom += 1
                taken |= {(r, c) for r in range(row, bottom + 1) for c in range(column, end + 1)}
                spans.append(Span(row, column, bottom, end))
        return spans

    @staticmethod
    def _goes_down(row: int, first: int, last: int, walls: tuple[set[tuple[int, int]], set[tuple[int, int]]]) -> bool:
        right, below = walls
        open_below = all((row, column) not in below for column in range(first, last + 1))
        return open_below and all((row + 1, column) not in right for column in range(first, last))

    @staticmethod
    def _nearest(places: Sequence[float], at: float) -> int:
        return min(range(len(places)), key=lambda index: abs(places[index] - at))

    @staticmethod
    def _covers(rule: Rule, places: Sequence[float], index: int) -> bool:
        return rule.start <= (places[index] + places[index + 1]) / 2 <= rule.end


def _table(lattice: _Lattice, glyphs: Sequence[Glyph]) -> tuple[PageTable | None, set[int]]:
    xs, ys = lattice.xs, lattice.ys
    spans = lattice.spans()
    owner = {
        (r, c): n for n, s in enumerate(spans) for r in range(s.top, s.bottom + 1) for c in range(s.left, s.right + 1)
    }
    held: list[list[Glyph]] = [[] for _ in spans]
    inside: set[int] = set()
    fallen = [-y for y in ys]
    for glyph in glyphs:
        x, y = glyph.middle
        column, row = bisect_right(xs, x) - 1, bisect_right(fallen, -y) - 1
        if 0 <= column < len(xs) - 1 and 0 <= row < len(ys) - 1:
            held[owner[row, column]].append(glyph)
            inside.add(id(glyph))
    rows: list[list[Cell]] = [[None] * (len(xs) - 1) for _ in ys[1:]]
    for span, characters in zip(spans, held, strict=True):
        rows[span.top][span.left] = words_of_cell(characters) or None
    if sum(sum(cell is not None for cell in row) >= 2 for row in rows) < 1 or sum(map(any, rows)) < 1:
        return None, set()
    merged = [span for span in spans if (span.top, span.left) != (span.bottom, span.right)]
    rows, merged = _parted(rows, merged, [(span, held[n]) for n, span in enumerate(spans)])
    return PageTable(rows, tuple(merged), tuple(xs[:-1]), ys[0], ys[-1]), inside


def _parted(
    rows: list[list[Cell]], merged: list[Span], held: Sequence[tuple[Span, list[Glyph]]]
) -> tuple[list[list[Cell]], list[Span]]:
    """Part rows that hold several lines in most cells, as where only the headings are ruled off."""
    parted: list[list[Cell]] = []
    start: list[int] = []
    for number, row in enumerate(rows):
        start.append(len(parted))
        own = [(span, lines_of(glyphs)) for span, glyphs in held if span.top == number == span.bottom and glyphs]
        count = max((len(lines) for _, lines in own), default=0)
        if count < _LINES_OF_ROWS or 2 * sum(len(lines) == count for _, lines in own) < len(own):
            parted.append(row)
            continue
        heights = next([line.y for line in lines] for _, lines in own if len(lines) == count)
        made: list[list[Cell]] = [[None] * len(row) for _ in heights]
        for span, lines in own:
            for line in lines:
                at = min(range(count), key=lambda index: abs(heights[index] - line.y))
                before = made[at][span.left]
                made[at][span.left] = f"{before} {line.words}" if before else line.words
        parted.extend(made)
    start.append(len(parted))
    moved = [Span(start[s.top], s.left, start[s.bottom + 1] - 1, s.right) for s in merged if _stays(s, start)]
    return parted, moved


def _stays(span: Span, start: Sequence[int]) -> bool:
    """Whether none of the rows of a span was parted."""
    return start[span.bottom + 1] - start[span.top] == span.bottom + 1 - span.top
