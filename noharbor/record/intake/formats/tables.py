"""What spreadsheets and lists have in common: bounded rows of plain cells, and a text a person can read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from noharbor.record.intake.errors import NoWordsFound, TableTooLarge
from noharbor.record.intake.formats.findings import Findings, sheet_place
from noharbor.record.intake.formats.format import Cell, Extracted, Span, Table, checked_text, clean_text
from noharbor.record.intake.limits import (
    MAX_CELL_CHARACTERS,
    MAX_TABLE_CELLS,
    MAX_TABLE_COLUMNS,
    MAX_TABLE_ROWS,
    MAX_TABLE_TEXT_CHARACTERS,
)
from noharbor.record.intake.notices import Notice, NoticeCode


class CellCount:
    """Counts the cells of a whole file, so that many sheets do not get around the limit."""

    def __init__(self) -> None:
        self.cells = 0

    def add(self, width: int, *, rows: int) -> None:
        """Count a row that is to be kept.

        Args:
            width: Its cells.
            rows: How many rows the sheet has with it.

        Raises:
            TableTooLarge: A limit is passed.
        """
        self.cells += width
        if rows > MAX_TABLE_ROWS or width > MAX_TABLE_COLUMNS or self.cells > MAX_TABLE_CELLS:
            raise TableTooLarge(limit_rows=MAX_TABLE_ROWS, limit_columns=MAX_TABLE_COLUMNS, limit_cells=MAX_TABLE_CELLS)


def table_of(
    name: str, rows: Iterable[Sequence[object]], counted: CellCount, findings: Findings | None = None
) -> Table | None:
    """Collect the rows of a sheet, without empty ones at the end, row numbers kept.

    Args:
        name: Of the sheet.
        rows: From the file's first row on.
        counted: The cells of the whole file so far.
        findings: Where to note cells that had to be cut.

    Returns:
        The sheet; None when it is empty.

    Raises:
        TableTooLarge: A limit is passed; stops reading there.
    """
    kept: list[list[Cell]] = []
    empty = 0
    for row in rows:
        if not any(row) and all(value is None or value == "" for value in row):
            # Empty rows count only once something stands below them: sheets often claim a million of them.
            empty += 1
            continue
        cells = [plain(value) for value in row]
        if findings and max(len(value) if type(value) is str else 0 for value in row) > MAX_CELL_CHARACTERS:
            findings.add(NoticeCode.CELLS_CUT, sheet_place(clean_text(name)[:255], len(kept) + empty + 1))
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            empty += 1
            continue
        counted.add(len(cells), rows=len(kept) + empty + 1)
        kept.extend([] for _ in range(empty))
        kept.append(cells)
        empty = 0
    return Table(clean_text(name)[:255], kept) if kept else None


def plain(value: object) -> Cell:
    """Turn a cell's value into one that can be kept: dates as ISO 8601, whole numbers as int, text without controls."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        # Phone and account numbers come as floats out of spreadsheets; beyond 2**53 the digits are gone already.
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, int):
        return value
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return clean_text(str(value))[:MAX_CELL_CHARACTERS]


def extracted_tables(
    tables: Sequence[Table],
    *,
    encoding: str = "",
    notices: tuple[Notice, ...] = (),
    counted: CellCount | None = None,
) -> Extracted:
    """Put sheets and a text of them together: cells parted by tabs, rows by line ends, sheets headed by their names.

    Args:
        tables: The sheets; what is merged in them is not filled yet, so that the text says it once.
        encoding: As `Extracted` has it.
        notices: As `Extracted` has them.
        counted: The cells of the whole file so far, where merged cells are to be filled.

    Raises:
        NoWordsFound: There is no cell with anything in it.
        TableTooLarge: Filling what is merged passes a limit.
    """
    if not tables:
        raise NoWordsFound
    lines: list[str] = []
    size = 0
    for table in tables:
        if len(tables) > 1:
            lines.append(table.name)
        for row in table.rows:
            line = "\t".join("" if cell is None else str(cell).replace("\n", " ") for cell in row)
            size += len(line) + 1
            if size > MAX_TABLE_TEXT_CHARACTERS:
                notices = (*notices, Notice(NoticeCode.TEXT_OF_TABLE_CUT, {"rows": len(lines)}))
                break
            lines.append(line)
    text = checked_text("\n".join(lines))
    tables = [filled(table, counted or CellCount()) for table in tables]
    return Extracted(text=text, tables=tuple(tables), encoding=encoding, notices=notices)


def filled(table: Table, counted: CellCount) -> Table:
    """Put the value of merged cells into all of them, in rows and columns that hold something else.

    Args:
        table: Its value stands in the first cell of each span. The rows are changed.
        counted: The cells of the whole file so far.

    Returns:
        The same rows, with the spans that hold a value, cut to the size of the table.

    Raises:
        TableTooLarge: A limit is passed.
    """
    rows = table.rows
    width = max(map(len, rows), default=0)
    spans: list[Span] = []
    own = [bool(row) for row in rows] if table.merged else []
    for span in table.merged:
        if span.top >= len(rows) or span.left >= len(rows[span.top]):
            continue
        value = rows[span.top][span.left]
        cut = Span(span.top, span.left, min(span.bottom, len(rows) - 1), min(span.right, width - 1))
        if value in (None, "") or (cut.top, cut.left) == (cut.bottom, cut.right):
            continue
        spans.append(cut)
        for index in range(cut.top, cut.bottom + 1):
            if own[index]:
                _fill(rows[index], cut, value)
                counted.add(cut.right + 1 - cut.left, rows=len(rows))
    return Table(table.name, rows, tuple(spans))


def _fill(row: list[Cell], span: Span, value: Cell) -> None:
    row.extend([None] * (span.right + 1 - len(row)))
    for column in range(span.left, span.right + 1):
        if row[column] in (None, ""):
            row[column] = value
