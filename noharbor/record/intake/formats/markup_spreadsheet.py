"""Spreadsheets written as one XML file (of 2003), as accounting and border systems still export them under .xls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import UnsafeMarkup
from noharbor.record.intake.formats.findings import Findings, place_of, sheet_place
from noharbor.record.intake.formats.format import Cell, Extracted, Sample, Span
from noharbor.record.intake.formats.sheet import elements_of, local
from noharbor.record.intake.formats.spreadsheets import gathered, too_large
from noharbor.record.intake.limits import MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from noharbor.record.intake.notices import NoticeCode

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{_SPACE}}}"


class MarkupSpreadsheet:
    """Spreadsheets in one XML file."""

    kind = "table"
    media_type = "application/xml"
    extensions: tuple[str, ...] = (".xls", ".xml")
    extractor = "xml spreadsheet by lxml"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """XML whose first element is a workbook of that namespace."""
        head = sample.head[:4096].replace(b"\0", b"")
        return b"<?xml" in head[:10] and b"Workbook" in head and _SPACE.encode() in head

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out every sheet, hidden ones too."""
        if b"<!DOCTYPE" in sample.head.replace(b"\0", b""):
            raise UnsafeMarkup
        findings = Findings()
        with sample.path.open("rb") as file:
            return gathered(_sheets(file, findings), findings)


@dataclass
class _Sheet:
    """A sheet while it is read; its name comes last."""

    name: str = ""
    is_hidden: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    #: What is to be told, by row and column, until the name is known; rows have no column.
    noted: list[tuple[NoticeCode, int, int | None]] = field(default_factory=list)
    columns: int = 0

    @property
    def place(self) -> str:
        """What places in it are named by."""
        return self.name

    def add_column(self, element: Any) -> None:
        """Count a column, or several alike, and remember hidden ones."""
        first = _number(element, "Index", self.columns + 1) - 1
        self.columns = first + 1 + _number(element, "Span", 0)
        if element.get(f"{_SS}Hidden") == "1":
            self.hidden_columns.append((first, min(self.columns, MAX_TABLE_COLUMNS) - 1))

    def add_row(self, element: Any) -> None:
        """Take the cells of a row."""
        index = max(_number(element, "Index", len(self.rows) + 1) - 1, len(self.rows))
        if index >= MAX_TABLE_ROWS:
            raise too_large()
        cells: list[Cell] = []
        column = 0
        for cell in element:
            if local(cell) != "Cell":
                continue
            column = max(_number(cell, "Index", column + 1) - 1, column)
            across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            value = self._value(cell, index, column)
            if value not in (None, ""):
                if column >= MAX_TABLE_COLUMNS:
                    raise too_large()
                cells.extend([None] * (column + 1 - len(cells)))
                cells[column] = value
                if across or down:
                    self.merged.append(Span(index, column, index + down, column + across))
            column += 1 + across
        self.rows.extend([] for _ in range(index - len(self.rows)))
        self.rows.append(cells)
        if cells and element.get(f"{_SS}Hidden") == "1":
            self.noted.append((NoticeCode.ROWS_HIDDEN, index, None))

    def _value(self, cell: Any, row: int, column: int) -> Cell:
        data = next((child for child in cell if local(child) == "Data"), None)
        words = "".join(data.itertext()) if data is not None else ""
        kind = data.get(f"{_SS}Type") if data is not None else ""
        if not words:
            if cell.get(f"{_SS}Formula") and kind != "String":
                self.noted.append((NoticeCode.FORMULAS_WITHOUT_VALUES, row, column))
            return None
        if kind == "Error":
            self.noted.append((NoticeCode.CELLS_WITH_ERRORS, row, column))
        if kind == "Boolean":
            return words == "1"
        if kind == "DateTime":
            return words.partition(".")[0].replace("T00:00:00", "").replace("T", " ")
        return _numeric(words) if kind == "Number" else words


def _sheets(file: Any, findings: Findings) -> Iterator[tuple[_Sheet, list[list[Cell]]]]:
    sheet = _Sheet()
    for element in elements_of(file, ("Row", "Column", "Visible", "Worksheet")):
        tag = local(element)
        if tag == "Row":
            sheet.add_row(element)
        elif tag == "Column":
            sheet.add_column(element)
        elif tag == "Visible":
            sheet.is_hidden = "Hidden" in (element.text or "")
        else:
            sheet.name = element.get(f"{_SS}Name") or ""
            for code, row, column in sheet.noted:
                place = place_of(sheet.name, row, column) if column is not None else sheet_place(sheet.name, row + 1)
                findings.add(code, place)
            yield sheet, sheet.rows
            sheet = _Sheet()


def _numeric(words: str) -> Cell:
    try:
        return int(words) if words.lstrip("-").isdigit() and len(words) < 40 else float(words)
    except ValueError:
        return words


def _number(element: Any, name: str, otherwise: int) -> int:
    words = element.get(f"{_SS}{name}")
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 8 else otherwise


MARKUP_SPREADSHEET = MarkupSpreadsheet()
