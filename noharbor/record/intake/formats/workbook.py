"""Spreadsheets (.xlsx): values as the sheet showed them when it was saved; no formula is worked out here."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from typing import IO

from noharbor.record.intake.errors import BrokenOfficeFile, IntakeProblem, TableTooLarge
from noharbor.record.intake.formats.format import Extracted, Sample, Table
from noharbor.record.intake.formats.package import opened_package
from noharbor.record.intake.formats.tables import CellCount, extracted_tables, table_of
from noharbor.record.intake.limits import MAX_SHEETS, MAX_TABLE_CELLS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from noharbor.record.intake.notices import Notice, NoticeCode


class Workbook:
    """Spreadsheets."""

    kind = "table"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    extensions: tuple[str, ...] = (".xlsx",)
    extractor = "xlsx by openpyxl"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A package with a workbook part."""
        return "xl/workbook.xml" in sample.parts

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out every sheet, hidden ones too."""
        with opened_package(sample.path):
            pass
        try:
            with sample.path.open("rb") as file:
                return _extracted(file)
        except (IntakeProblem, MemoryError):
            raise
        except (
            KeyError,
            ValueError,
            TypeError,
            IndexError,
            AttributeError,
            SyntaxError,
            zipfile.BadZipFile,
        ) as trouble:
            # The library meets broken sheets with whatever its code stumbles over.
            raise BrokenOfficeFile from trouble


def _extracted(file: IO[bytes]) -> Extracted:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    if len(book.worksheets) > MAX_SHEETS:
        raise TableTooLarge(limit_rows=MAX_TABLE_ROWS, limit_columns=MAX_TABLE_COLUMNS, limit_cells=MAX_TABLE_CELLS)
    counted = CellCount()
    tables: list[Table] = []
    for sheet in book.worksheets:
        # What a sheet says of its own size is a claim; rows are taken as they come.
        sheet.reset_dimensions()
        table = table_of(sheet.title, sheet.iter_rows(values_only=True), counted)
        if table is not None:
            tables.append(table)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    notices = (Notice(NoticeCode.SHEETS_HIDDEN, {"names": ", ".join(hidden)}),) if hidden else ()
    return extracted_tables(tables, notices=notices)


WORKBOOK = Workbook()
