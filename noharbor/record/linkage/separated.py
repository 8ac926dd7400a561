"""A result as separated values: one file a table, in a folder."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from noharbor.record.linkage.cells import ResultTable

#: What spreadsheets would take for a formula; telephone numbers begin with "+" and are none.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d[\d ]*$)")


def write_separated(folder: Path, tables: Iterable[ResultTable]) -> list[Path]:
    """Write tables as CSV in UTF-8 with its mark, so that spreadsheets read every script.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, table in enumerate(tables, 1):
        path = folder / f"{number}-{re.sub(r'[^0-9a-zA-Z一-鿿]+', '-', table.title).strip('-').lower()}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.heads)
            writer.writerows([harmless(value) for value in row] for row in table.rows)
        written.append(path)
    return written


def harmless(value: str | float) -> str | float:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
