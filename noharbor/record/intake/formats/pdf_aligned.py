"""Tables without lines: stretches of words that stand under each other with gaps between them all the way down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from noharbor.record.intake.formats.format import Cell
from noharbor.record.intake.formats.pdf_marks import Glyph
from noharbor.record.intake.formats.pdf_ruled import PageTable
from noharbor.record.intake.formats.pdf_words import Line, Stretch, lines_of

#: Rows apart by more than this, in heights of a line, are not one table.
_FAR = 3.0
_FEWEST_ROWS = 3
#: Columns that begin nearer to each other than this, in points, are the same on two pages.
SAME_EDGE = 8.0
#: Longest mean of a cell, in characters, for tables of two columns and for those of more; columns of prose have longer.
_LONGEST_OF_TWO = 25
_LONGEST_OF_MORE = 45


@dataclass
class _Block:
    """Lines that may be a table."""

    lines: list[Line] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)

    def takes(self, line: Line) -> bool:
        """Whether a line goes on with the table; if so it is in."""
        if not self.lines:
            fits = len(line.stretches) >= 2
            columns = [(stretch.left, stretch.right) for stretch in line.stretches]
        else:
            columns = _merged([*self.columns, *((one.left, one.right) for one in line.stretches)])
            near = self.lines[-1].y - line.y < _FAR * line.height
            alone = len(line.stretches) == 1
            fits = near and (len(columns) == len(self.columns) if alone else len(columns) >= self._fewest(line))
        if fits:
            self.lines.append(line)
            self.columns = columns
        return fits

    def _fewest(self, line: Line) -> int:
        return max(2, round(0.7 * max(len(self.columns), len(line.stretches))))

    def table(self, edges_before: Sequence[float]) -> PageTable | None:
        """The table, if these lines are one, or the rest of one from the page before."""
        while self.lines and len(self.lines[-1].stretches) < 2:
            self.lines.pop()
        wide = [line for line in self.lines if len(line.stretches) >= 2]
        goes_on = len(edges_before) == len(self.columns) and all(
            abs(before - left) <= SAME_EDGE for before, (left, _) in zip(edges_before, self.columns, strict=True)
        )
        if len(self.columns) < 2 or len(wide) < (1 if goes_on else _FEWEST_ROWS):
            return None
        stretches = [stretch for line in wide for stretch in line.stretches]
        length = sum(len(stretch.glyphs) for stretch in stretches) / len(stretches)
        if length > (_LONGEST_OF_MORE if len(self.columns) > 2 else _LONGEST_OF_TWO):
            return None
        if len(self.columns) == 2 and not goes_on and len(wide) < max(4, 0.9 * len(self.lines)):
            return None
        edges = tuple(left for left, _ in self.columns)
        first, last = self.lines[0], self.lines[-1]
        return PageTable(self._rows(), (), edges, first.y + first.height / 2, last.y - last.height / 2)

    def _rows(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        waiting: list[list[Cell]] = []
        for number, line in enumerate(self.lines):
            cells = self._cells(line)
            if len(line.stretches) > 1 or cells[0] is not None:
                for above in waiting:
                    cells = [_both(one, other) for one, other in zip(above, cells, strict=True)]
                waiting = []
                rows.append(cells)
            # A line with nothing in its first column belongs to the row it is nearer to.
            elif rows and self._is_nearer_above(number):
                rows[-1] = [_both(one, other) for one, other in zip(rows[-1], cells, strict=True)]
            else:
                waiting.append(cells)
        return [*rows, *waiting]

    def _is_nearer_above(self, number: int) -> bool:
        if number + 1 == len(self.lines):
            return True
        above, line, below = self.lines[number - 1 : number + 2]
        return above.y - line.y <= line.y - below.y

    def _cells(self, line: Line) -> list[Cell]:
        cells: list[Cell] = [None] * len(self.columns)
        for stretch in line.stretches:
            column = self._column(stretch)
            cells[column] = _both(cells[column], stretch.words)
        return cells

    def _column(self, stretch: Stretch) -> int:
        middle = (stretch.left + stretch.right) / 2
        return min(
            range(len(self.columns)),
            key=lambda index: max(self.columns[index][0] - middle, middle - self.columns[index][1], 0.0),
        )


def aligned_tables(glyphs: Sequence[Glyph], edges_before: Sequence[float] = ()) -> tuple[list[PageTable], list[Line]]:
    """Find tables by how their words stand.

    Args:
        glyphs: The characters of a page.
        edges_before: Where the columns began of the last table on the page before, of which a row may be left.

    Returns:
        The tables, from top to bottom; and all lines of these characters.
    """
    lines = lines_of(glyphs)
    tables: list[PageTable] = []
    at = 0
    while at < len(lines):
        block = _Block()
        end = at
        while end < len(lines) and block.takes(lines[end]):
            end += 1
        table = block.table(edges_before)
        if table is not None:
            tables.append(table)
            at = end
        else:
            at += 1
    return tables, lines


def _both(one: Cell, other: Cell) -> Cell:
    return f"{one} {other}" if one and other else one or other


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
