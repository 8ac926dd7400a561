"""What readers of all kinds of spreadsheet share: the sheets of a file gathered, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from noharbor.record.intake.errors import TableTooLarge
from noharbor.record.intake.formats.findings import Findings, letters_of, sheet_place
from noharbor.record.intake.formats.format import Cell, Extracted, Span, Table
from noharbor.record.intake.formats.tables import CellCount, extracted_tables, table_of
from noharbor.record.intake.limits import MAX_SHEETS, MAX_TABLE_CELLS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from noharbor.record.intake.notices import Notice, NoticeCode

#: Numbers of at least 16 digits are kept to 15 by the programs that make sheets.
_KEPT_DIGITS = 15


class ReadSheet(Protocol):
    """A sheet, whole once its rows are out.

    Attributes:
        name: Its own.
        is_hidden: Whether the program does not show it.
        merged: Cells shown as one.
        hidden_columns: First and last column of each stretch, counted from 0.
    """

    name: str
    is_hidden: bool
    merged: list[Span]
    hidden_columns: list[tuple[int, int]]

    @property
    def place(self) -> str:
        """What places in it are named by; "" where it is known to be the only one."""
        ...


def gathered(sheets: Iterable[tuple[ReadSheet, Iterable[Sequence[object]]]], findings: Findings) -> Extracted:
    """Put the sheets of a file together, hidden ones too.

    Args:
        sheets: Each with its rows, which are taken before the next sheet is.
        findings: Where to note what cells do not tell.

    Raises:
        NoWordsFound: There is no cell with anything in it.
        TableTooLarge: A limit is passed; stops reading there.
    """
    counted = CellCount()
    tables: list[Table] = []
    hidden: list[str] = []
    for number, (sheet, rows) in enumerate(sheets, 1):
        if number > MAX_SHEETS:
            raise too_large()
        table = table_of(sheet.name, rows, counted, findings)
        if sheet.is_hidden:
            hidden.append(sheet.name)
        if table is not None:
            _note_hidden_columns(sheet, table.rows, findings)
            tables.append(Table(table.name, table.rows, tuple(sheet.merged)))
    notices = (Notice(NoticeCode.SHEETS_HIDDEN, {"names": ", ".join(hidden)}),) if hidden else ()
    return extracted_tables(tables, notices=(*notices, *findings.notices()), counted=counted)


def _note_hidden_columns(sheet: ReadSheet, rows: Sequence[Sequence[Cell]], findings: Findings) -> None:
    """Tell of hidden columns in which something stands."""
    width = max(map(len, rows), default=0)
    columns = sorted({column for first, last in sheet.hidden_columns for column in range(first, min(last + 1, width))})
    for column in columns:
        if any(len(row) > column and row[column] not in (None, "") for row in rows):
            findings.add(NoticeCode.COLUMNS_HIDDEN, sheet_place(sheet.place, letters_of(column)))


def is_rounded(value: float) -> bool:
    """Whether a number has 16 digits or more, and nothing but noughts behind its first 15."""
    if abs(value) < 10**_KEPT_DIGITS:
        return False
    if isinstance(value, int):
        return not str(abs(value))[_KEPT_DIGITS:].strip("0")
    return value == float(f"{value:.{_KEPT_DIGITS - 1}e}")


def too_large() -> TableTooLarge:
    """Make the problem of a table beyond the limits."""
    return TableTooLarge(limit_rows=MAX_TABLE_ROWS, limit_columns=MAX_TABLE_COLUMNS, limit_cells=MAX_TABLE_CELLS)
