"""Tables in a PDF that holds text: found page by page, put together where one goes on over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from noharbor.record.intake.formats.format import Cell, Span, Table, clean_text
from noharbor.record.intake.formats.markup_tables import is_worth_keeping
from noharbor.record.intake.formats.pdf_aligned import SAME_EDGE, aligned_tables
from noharbor.record.intake.formats.pdf_marks import marks_of, may_hold_tables
from noharbor.record.intake.formats.pdf_ruled import PageTable, ruled_tables
from noharbor.record.intake.formats.pdf_words import Line
from noharbor.record.intake.formats.tables import CellCount, filled, table_of
from noharbor.record.intake.limits import MAX_CHARACTERS_SOUGHT_FOR_TABLES

#: Lines above and below a table that goes on: a heading of the page, its number.
_LINES_OF_PAGE = 3
_ROWS_OF_HEADINGS = 3
_TITLE_CHARACTERS = 120
#: A title stands this near above its table, in sizes of its font.
_TITLE_WITHIN = 4


@dataclass
class _Found:
    """A table, and what tells whether it goes on over the page."""

    name: str
    rows: list[list[Cell]]
    merged: list[Span]
    edges: tuple[float, ...]
    lines_above: int
    lines_below: int
    last_page: int


class TableFinder:
    """Takes page after page of a document."""

    def __init__(self) -> None:
        self._found: list[_Found] = []
        self._characters = 0
        #: The first page on which no tables were looked for, counted from 1; 0 where all were.
        self.stopped_at = 0
        #: Pages whose drawing could not be read, counted from 1.
        self.unread: list[int] = []

    def look_at(self, page: Any, words: Any, text: str, number: int) -> None:
        """Look for the tables of a page.

        Args:
            page: A page of pypdfium2.
            words: Its text page.
            text: Its words.
            number: Of the page, counted from 1.
        """
        if self.stopped_at or not may_hold_tables(page, words, text):
            return
        self._characters += max(0, words.count_chars())
        if self._characters > MAX_CHARACTERS_SOUGHT_FOR_TABLES:
            self.stopped_at = number
            return
        marks = marks_of(page, words)
        ruled, rest = ruled_tables(marks) if marks.level and marks.upright else ([], marks.glyphs)
        before = self._found[-1] if self._found else None
        aligned, lines = aligned_tables(rest, before.edges if before and before.last_page == number - 1 else ())
        for table in sorted([*ruled, *aligned], key=lambda one: -one.top):
            others = [other for other in (*ruled, *aligned) if other is not table]
            self._add(_described(table, lines, others, number), number)

    def _add(self, found: _Found, page: int) -> None:
        before = self._found[-1] if self._found else None
        if before is None or before.last_page != page - 1 or len(before.edges) != len(found.edges):
            self._found.append(found)
            return
        repeated = _repeated(before.rows, found.rows)
        same = all(abs(one - other) <= SAME_EDGE for one, other in zip(before.edges, found.edges, strict=True))
        at_ends = before.lines_below <= _LINES_OF_PAGE and found.lines_above <= _LINES_OF_PAGE
        if not repeated and not (same and at_ends):
            self._found.append(found)
            return
        offset = len(before.rows) - repeated
        before.rows.extend(found.rows[repeated:])
        before.merged.extend(
            Span(span.top + offset, span.left, span.bottom + offset, span.right)
            for span in found.merged
            if span.top >= repeated
        )
        before.lines_below, before.last_page, before.edges = found.lines_below, page, found.edges

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of all pages, in their order.

        Raises:
            TableTooLarge: A limit is passed.
        """
        counted = CellCount()
        tables = []
        for found in self._found:
            table = table_of(found.name, found.rows, counted)
            if table is not None:
                whole = filled(Table(table.name, table.rows, tuple(found.merged)), counted)
                if is_worth_keeping(whole):
                    tables.append(whole)
        return tuple(tables)


def _described(table: PageTable, lines: Sequence[Line], others: Sequence[PageTable], page: int) -> _Found:
    above = [line for line in lines if line.y > table.top]
    below = [line for line in lines if line.y < table.bottom]
    title = clean_text(above[-1].words) if above and above[-1].y - table.top < _TITLE_WITHIN * above[-1].height else ""
    # Lines of a table without rules are lines too, so a table above or below counts as more than a heading.
    return _Found(
        title if len(title) <= _TITLE_CHARACTERS else "",
        table.rows,
        list(table.merged),
        table.edges,
        len(above) + sum(100 for other in others if other.bottom > table.top - 1),
        len(below) + sum(100 for other in others if other.top < table.bottom + 1),
        page,
    )


def _repeated(before: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]]) -> int:
    """How many first rows of a table are those of the one before."""
    number = 0
    for one, other in zip(before[:_ROWS_OF_HEADINGS], rows, strict=False):
        if not any(one) or list(one) != list(other):
            break
        number += 1
    return number
