"""Tables in HTML as grids, with what spans rows and columns; old programs export such tables under the name .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from noharbor.record.intake.formats.format import Cell, Span, Table, clean_text
from noharbor.record.intake.formats.tables import CellCount, filled, table_of
from noharbor.record.intake.limits import MAX_CELL_CHARACTERS, MAX_SHEETS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS

_BREAKS = frozenset(("br", "div", "li", "p", "tr"))
_SILENT = frozenset(("script", "style", "template"))
#: As browsers do. Source: the HTML standard, 4.9.11.
_WIDEST = 1000
#: A comment, or a tag with its attributes. No part of it can be tried in more than one way.
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>", re.DOTALL)
_SPANNING = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,5})", re.IGNORECASE)
_CELLS = frozenset(("td", "th"))


@dataclass
class _Cell:
    row: int
    column: int
    down: int
    right: int
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)[:MAX_CELL_CHARACTERS]


@dataclass
class _Open:
    """A table whose end has not come."""

    cells: list[_Cell] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    row: int = -1
    column: int = 0
    holds_tables: bool = False
    in_caption: bool = False
    in_cell: bool = False
    #: For each column the row below the last that a cell from above covers.
    covered: dict[int, int] = field(default_factory=dict)


class Grids:
    """Takes the events of a parser of markup and makes grids of them."""

    def __init__(self) -> None:
        self._closed: list[_Open] = []
        self._open: list[_Open] = []
        self._silent = 0

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        if tag in _SILENT:
            self._silent += 1
        if tag == "table":
            if self._open:
                self._open[-1].holds_tables = True
            self._open.append(_Open())
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].row += 1
            self._open[-1].column = 0
            self._open[-1].in_cell = False
        elif tag in _CELLS:
            self._begin_cell(self._open[-1], attributes)
        elif tag == "caption":
            self._open[-1].in_caption = True
        elif tag in _BREAKS:
            self.data("\n")

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if not self._open:
            return
        if tag == "table":
            self._close()
        elif tag in _CELLS:
            self._open[-1].in_cell = False
        elif tag == "caption":
            self._open[-1].in_caption = False
        elif tag in _BREAKS and tag != "br":
            self.data("\n")

    def data(self, words: str) -> None:
        """Words stand here."""
        if not self._open or self._silent:
            return
        table = self._open[-1]
        if table.in_caption:
            table.caption.append(words)
        elif table.in_cell:
            # Line ends of the markup are blanks; those that are shown come one by one.
            table.cells[-1].pieces.append(words if words == "\n" else words.replace("\n", " "))

    def close(self) -> list[Table]:
        """Give the tables, without those that only order the page; the markup has ended."""
        while self._open:
            self._close()
        counted = CellCount()
        tables = (_grid(table, counted) for table in self._closed if not table.holds_tables)
        return [table for table in tables if table is not None]

    def _close(self) -> None:
        table = self._open.pop()
        if table.cells and len(self._closed) < MAX_SHEETS:
            self._closed.append(table)

    def _begin_cell(self, table: _Open, attributes: Mapping[str, str | None]) -> None:
        table.row = max(table.row, 0)
        while table.covered.get(table.column, 0) > table.row:
            table.column += 1
        # No number, or one of 0, means "to the end" for rows and nothing for columns.
        down = _spanned(attributes.get("rowspan")) or MAX_TABLE_ROWS
        right = min(max(1, _spanned(attributes.get("colspan"))), _WIDEST)
        if table.column < MAX_TABLE_COLUMNS:
            table.covered.update((table.column + further, table.row + down) for further in range(right))
        table.cells.append(_Cell(table.row, table.column, down, right))
        table.column += right
        table.in_cell = True


def _spanned(words: str | None) -> int:
    found = re.match(r"\s*(\d{1,5})", words or "")
    return int(found.group(1)) if found else 1


def _grid(table: _Open, counted: CellCount) -> Table | None:
    made = table_of(" ".join("".join(table.caption).split()), _rows(table), counted)
    if made is None:
        return None
    spans = tuple(
        Span(cell.row, cell.column, cell.row + cell.down - 1, cell.column + cell.right - 1)
        for cell in table.cells
        if cell.down * cell.right > 1
    )
    return filled(Table(made.name, made.rows, spans), counted)


def _rows(table: _Open) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    number = 0
    for cell in table.cells:
        while number < cell.row:
            yield row
            row, number = [], number + 1
        row.extend([None] * (min(cell.column, MAX_TABLE_COLUMNS) + 1 - len(row)))
        row[-1] = cell.words or None
    yield row


def tables_of_page(markup: str) -> tuple[Table, ...]:
    """Take the tables out of a page: those of at least two rows and two columns.

    Raises:
        TableTooLarge: A limit is passed.
    """
    if "<table" not in markup.lower():
        return ()
    from lxml import etree

    parser = etree.HTMLParser(target=Grids(), no_network=True, huge_tree=False)
    parser.feed(clean_text(markup))
    return tuple(table for table in parser.close() if is_worth_keeping(table))


def is_worth_keeping(table: Table) -> bool:
    """Whether a table is more than a frame around words: two rows with two cells each."""
    return sum(sum(cell not in (None, "") for cell in row) >= 2 for row in table.rows) >= 2


def tables_of_pasted(markup: str) -> list[Table]:
    """Take every table out of pasted markup, by its tags alone.

    This runs in the node itself, where parsers have no place, and takes no longer for markup that is meant to.

    Raises:
        TableTooLarge: A limit is passed.
    """
    grids = Grids()
    end = 0
    for found in _TAG.finditer(markup):
        grids.data(unescape(markup[end : found.start()]))
        end = found.end()
        tag = (found.group(2) or "").lower()
        if found.group(1):
            grids.end(tag)
        elif tag:
            spans = {name.lower(): number for name, number in _SPANNING.findall(found.group(3))}
            grids.start(tag, spans)
    grids.data(unescape(markup[end:]))
    return grids.close()
