"""A result as a workbook that prints well: one sheet a table, heads on every page, across the width of the paper."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from noharbor.record.linkage.cells import ResultTable

_LONGEST_TITLE = 31
#: As the format numbers sizes of paper.
_A4 = 9
#: Excel takes no more rows a sheet; what is beyond goes to another sheet.
_MOST_ROWS = 1_000_000


def write_workbook(path: Path, tables: Iterable[ResultTable]) -> None:
    """Write tables as an XLSX file.

    Args:
        path: Where; a file there is replaced once the new one is whole.
        tables: One sheet each.
    """
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook(write_only=True)
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for table in tables:
        for part in range(max(1, -(-len(table.rows) // _MOST_ROWS))):
            sheet = book.create_sheet(_sheet_title(table.title, part))
            _set_up(sheet, table)
            sheet.append([_cell(sheet, table.says, bold, None)])
            sheet.append([_cell(sheet, head, bold, wrapped) for head in table.heads])
            for row in table.rows[part * _MOST_ROWS : (part + 1) * _MOST_ROWS]:
                sheet.append([None if value == "" else _cell(sheet, value, None, wrapped) for value in row])
    draft = path.with_name(f".{path.name}.part")
    book.save(draft)
    draft.replace(path)


def workbook_of(tables: Iterable[ResultTable]) -> bytes:
    """Return tables as the bytes of an XLSX file; see `write_workbook`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.xlsx"
        write_workbook(path, tables)
        return path.read_bytes()


def _set_up(sheet: Any, table: ResultTable) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(table.heads))}{max(2, len(table.rows) + 2)}"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.right.text = "&P / &N"
    sheet.oddFooter.left.text = "&A"


def _cell(sheet: Any, value: str | float, font: Any, alignment: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32_000]
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        # A name from outside that begins with "=" is text and never a formula.
        cell.data_type = "s"
    if font is not None:
        cell.font = font
    if alignment is not None:
        cell.alignment = alignment
    return cell


def _sheet_title(title: str, part: int) -> str:
    number = f" {part + 1}" if part else ""
    return title[: _LONGEST_TITLE - len(number)] + number
