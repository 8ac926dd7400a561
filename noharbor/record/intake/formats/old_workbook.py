"""Spreadsheets of the kinds before and beside .xlsx (.xls, .xlsb), by calamine: values, dates and what is merged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenOfficeFile, EncryptedOfficeFile
from noharbor.record.intake.formats.findings import Findings, place_of
from noharbor.record.intake.formats.format import Extracted, Sample, Span
from noharbor.record.intake.formats.package import opened_package
from noharbor.record.intake.formats.refused import OLE, holds_old_workbook
from noharbor.record.intake.formats.spreadsheets import gathered, is_rounded
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


@dataclass
class _Sheet:
    """A sheet; what else the kind of file keeps, calamine does not tell."""

    name: str
    is_hidden: bool
    merged: list[Span]
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """What places in it are named by."""
        return self.name


def _extracted(book: Any) -> Extracted:
    findings = Findings()
    extracted = gathered(_sheets(book, findings), findings)
    return replace(extracted, notices=(*extracted.notices, Notice(NoticeCode.SPREADSHEET_OLD)))


def _sheets(book: Any, findings: Findings) -> Iterator[tuple[_Sheet, Iterator[list[object]]]]:
    import python_calamine

    for one in book.sheets_metadata:
        if one.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(one.name)
        spans = [Span(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
        is_hidden = one.visible != python_calamine.SheetVisibleEnum.Visible
        yield _Sheet(one.name, is_hidden, spans), _rows(sheet, findings)


def _rows(sheet: Any, findings: Findings) -> Iterator[list[object]]:
    # The rows of `iter_rows` begin with the sheet's first, whether something stands in it or not.
    for index, row in enumerate(sheet.iter_rows()):
        for column, value in enumerate(row):
            if isinstance(value, int | float) and is_rounded(value):
                findings.add(NoticeCode.DIGITS_ROUNDED, place_of(sheet.name, index, column))
        yield [_as_here(value) for value in row]


def _as_here(value: object) -> object:
    if value == "":
        # So an empty cell comes.
        return None
    if not isinstance(value, datetime.timedelta):
        return value
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"


OLD_WORKBOOK = OldWorkbook()
