"""Tables of Word documents as grids, with what spans columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from noharbor.record.intake.formats.format import Cell, Span, Table
from noharbor.record.intake.formats.tables import CellCount, filled, table_of
from noharbor.record.intake.limits import MAX_TABLE_COLUMNS

#: The namespace of the words of a document.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: A longer line above a table is prose.
_TITLE_CHARACTERS = 120


@dataclass
class _Grid:
    """A table while its rows are taken."""

    words: Callable[[Any], str]
    spans: list[Span] = field(default_factory=list)
    #: For each column where a cell may go on below: its span so far.
    _open: dict[int, Span] = field(default_factory=dict)

    def rows(self, table: Any) -> Iterator[list[Cell]]:
        """Give the rows; cells that go on from above or from the left are empty."""
        number = 0
        for row in own(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                yield self._row(row, number)
                number += 1
        self.spans.extend(span for span in self._open.values() if _is_wide(span))

    def _row(self, row: Any, number: int) -> list[Cell]:
        cells: list[Cell] = [None] * min(_value(row.find(f"{W}trPr/{W}gridBefore"), 0), MAX_TABLE_COLUMNS)
        for cell in own(row, f"{W}tc"):
            column = len(cells)
            right = column + min(_value(cell.find(f"{W}tcPr/{W}gridSpan"), 1), MAX_TABLE_COLUMNS) - 1
            if _goes_on(cell, "hMerge") and column:
                self._widen(column - 1, right)
                cells.extend([None] * (right + 1 - column))
                continue
            above = self._open.pop(column, None)
            if above is not None and _goes_on(cell, "vMerge"):
                self._open[column] = Span(above.top, above.left, number, above.right)
                words = None
            else:
                if above is not None and _is_wide(above):
                    self.spans.append(above)
                self._open[column] = Span(number, column, number, right)
                words = "\n".join(filter(None, map(self.words, _paragraphs(cell)))) or None
            cells.extend([words, *[None] * (right - column)])
        return cells

    def _widen(self, column: int, right: int) -> None:
        start = max((left for left in self._open if left <= column), default=None)
        if start is not None:
            span = self._open[start]
            self._open[start] = Span(span.top, span.left, span.bottom, right)


def tables_of_document(root: Any, words: Callable[[Any], str]) -> tuple[Table, ...]:
    """Take the tables of at least two rows out of a document; a table inside a cell is one of its own.

    Args:
        root: The document part.
        words: Gives the words of a paragraph.

    Raises:
        TableTooLarge: A limit is passed.
    """
    counted = CellCount()
    tables = []
    for element in root.iter(f"{W}tbl"):
        grid = _Grid(words)
        table = table_of(_title(element, words), grid.rows(element), counted)
        if table is not None and sum(map(bool, table.rows)) >= 2:
            tables.append(filled(Table(table.name, table.rows, tuple(sorted(grid.spans, key=_place))), counted))
    return tuple(tables)


def own(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table, or cells of a row, without those of a table inside one of its cells."""
    for child in parent.iter(tag):
        if next(child.iterancestors(parent.tag)) is parent:
            yield child


def _paragraphs(cell: Any) -> Iterator[Any]:
    for paragraph in cell.iter(f"{W}p"):
        # Those of a table inside this cell belong to that table; those of a text box belong to their paragraph.
        if next(paragraph.iterancestors(f"{W}p", f"{W}tc")) is cell:
            yield paragraph


def _title(table: Any, words: Callable[[Any], str]) -> str:
    for before in table.itersiblings(preceding=True):
        if before.tag != f"{W}p":
            return ""
        title = words(before)
        if title:
            return " ".join(title.split()) if len(title) <= _TITLE_CHARACTERS else ""
    return ""


def _goes_on(cell: Any, which: str) -> bool:
    mark = cell.find(f"{W}tcPr/{W}{which}")
    return mark is not None and mark.get(f"{W}val", "continue") == "continue"


def _value(element: Any, otherwise: int) -> int:
    words = element.get(f"{W}val") if element is not None else None
    return max(otherwise, int(words)) if words and words.isascii() and words.isdigit() and len(words) < 6 else otherwise


def _is_wide(span: Span) -> bool:
    return (span.top, span.left) != (span.bottom, span.right)


def _place(span: Span) -> tuple[int, int]:
    return span.top, span.left
