"""What spreadsheets and lists have in common: bounded rows of plain cells, and a text a person can read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from noharbor.record.intake.errors import NoWordsFound, TableTooLarge
from noharbor.record.intake.formats.format import Cell, Extracted, Table, checked_text, clean_text
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


def table_of(name: str, rows: Iterable[Sequence[object]], counted: CellCount) -> Table | None:
    """Collect the rows of a sheet, without empty ones at the end, row numbers kept.

    Returns:
        The sheet; None when it is empty.

    Raises:
        TableTooLarge: A limit is passed; stops reading there.
    """
    kept: list[list[Cell]] = []
    empty = 0
    for row in rows:
        cells = [plain(value) for value in row]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            # Empty rows count only once something stands below them: sheets often claim a million of them.
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


def extracted_tables(tables: Sequence[Table], *, encoding: str = "", notices: tuple[Notice, ...] = ()) -> Extracted:
    """Put sheets and a text of them together: cells parted by tabs, rows by line ends, sheets headed by their names.

    Raises:
        NoWordsFound: There is no cell with anything in it.
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
    return Extracted(text=text, tables=tuple(tables), encoding=encoding, notices=notices)
