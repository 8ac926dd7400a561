"""Spreadsheets of the kinds before and beside .xlsx (.xls, .xlsb), by calamine: values, dates and what is merged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenOfficeFile, EncryptedOfficeFile
from noharbor.record.intake.formats.findings import Findings, place_of
from noharbor.record.intake.formats.format import Extracted, Sample, Span, Table
from noharbor.record.intake.formats.package import opened_package
from noharbor.record.intake.formats.refused import OLE, holds_old_workbook
from noharbor.record.intake.formats.sheet import is_rounded, too_large
from noharbor.record.intake.formats.tables import CellCount, extracted_tables, table_of
from noharbor.record.intake.limits import MAX_SHEETS
from noharbor.record.intake.notices import Notice, NoticeCode


class OldWorkbook:
    """Spreadsheets of Excel 5 to 2003, and binary ones of later years."""

    kind = "table"
    media_type = "application/vnd.ms-excel"
    extensions: tuple[str, ...] = (".xls", ".xlsb", ".xlt", ".et")
    extractor = "xls by calamine"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A container with a workbook in it, or a package with a binary workbook part."""
        if sample.head.startswith(OLE):
            return holds_old_workbook(sample)
        return "xl/workbook.bin" in sample.parts

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out every sheet, hidden ones too."""
        if not sample.head.startswith(OLE):
            with opened_package(sample.path):
                pass
        import python_calamine

        try:
            with python_calamine.CalamineWorkbook.from_path(str(sample.path)) as book:
                return _extracted(book)
        except python_calamine.PasswordError as trouble:
            raise EncryptedOfficeFile from trouble
        except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as trouble:
            raise BrokenOfficeFile from trouble


def _extracted(book: Any) -> Extracted:
    import python_calamine

    sheets = [one for one in book.sheets_metadata if one.typ == python_calamine.SheetTypeEnum.WorkSheet]
    if len(sheets) > MAX_SHEETS:
        raise too_large()
    counted, findings = CellCount(), Findings()
    tables: list[Table] = []
    for one in sheets:
        sheet = book.get_sheet_by_name(one.name)
        spans = tuple(Span(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
        table = table_of(one.name, _rows(sheet), counted, findings)
        if table is not None:
            _note_rounded(table, findings)
            tables.append(Table(table.name, table.rows, spans))
    hidden = [one.name for one in sheets if one.visible != python_calamine.SheetVisibleEnum.Visible]
    notices = [Notice(NoticeCode.SHEETS_HIDDEN, {"names": ", ".join(hidden)})] if hidden else []
    notices += [*findings.notices(), Notice(NoticeCode.SPREADSHEET_OLD)]
    return extracted_tables(tables, notices=tuple(notices), counted=counted)


def _rows(sheet: Any) -> Iterator[list[object]]:
    # The rows of `iter_rows` begin with the sheet's first, whether something stands in it or not.
    for row in sheet.iter_rows():
        yield [_as_here(value) for value in row]


def _as_here(value: object) -> object:
    if value == "":
        # So an empty cell comes.
        return None
    if not isinstance(value, datetime.timedelta):
        return value
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"


def _note_rounded(table: Table, findings: Findings) -> None:
    for index, row in enumerate(table.rows):
        for column, value in enumerate(row):
            if type(value) in (int, float) and abs(value) >= 1e15 and is_rounded(value):  # type: ignore[arg-type]
                findings.add(NoticeCode.DIGITS_ROUNDED, place_of(table.name, index, column))


OLD_WORKBOOK = OldWorkbook()
