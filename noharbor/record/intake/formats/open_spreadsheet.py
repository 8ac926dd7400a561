"""OpenDocument spreadsheets (.ods), as LibreOffice and many ministries write them, row by row as their XML comes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenOfficeFile, EncryptedOfficeFile
from noharbor.record.intake.formats.findings import Findings, place_of, sheet_place
from noharbor.record.intake.formats.format import Cell, Extracted, Sample, Span
from noharbor.record.intake.formats.package import opened_package
from noharbor.record.intake.formats.sheet import local
from noharbor.record.intake.formats.spreadsheets import gathered, is_rounded, too_large
from noharbor.record.intake.limits import MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from noharbor.record.intake.notices import NoticeCode

_MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = frozenset(("collapse", "filter"))
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d{3}")
#: Numbers shown so are phones and ids, which lose something as numbers.
_SHOWN_AS_ID = re.compile(r"(?:0\d|\+)[\d ()/-]*")
_DURATION = re.compile(r"PT(\d+)H(\d+)M([\d.,]+)S")


class OpenSpreadsheet:
    """OpenDocument spreadsheets."""

    kind = "table"
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    extensions: tuple[str, ...] = (".ods", ".ots")
    extractor = "ods by lxml"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A package that says so in its first part."""
        return "content.xml" in sample.parts and _MIME in sample.head[:200]

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out every sheet, hidden ones too."""
        _refuse_encrypted(sample.path)
        with opened_package(sample.path) as package, package.open("content.xml") as content:
            findings = Findings()
            return gathered(_sheets(content, findings), findings)


def _refuse_encrypted(path: Path) -> None:
    # Encrypted parts are no XML, so they would count as broken.
    try:
        with zipfile.ZipFile(path) as package, package.open("META-INF/manifest.xml") as manifest:
            if b"encryption-data" in manifest.read(1_000_000):
                raise EncryptedOfficeFile
    except KeyError:
        return
    except (zipfile.BadZipFile, EOFError, OSError) as trouble:
        raise BrokenOfficeFile from trouble


@dataclass
class _Sheet:
    """A sheet while it is read."""

    name: str
    findings: Findings
    is_hidden: bool = False
    merged: list[Span] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    columns: int = 0

    @property
    def place(self) -> str:
        """What places in it are named by; whether it is the only sheet, is not known while it is read."""
        return self.name

    def add_columns(self, element: Any) -> None:
        """Count columns, and remember those that are hidden."""
        number = _repeated(element, "columns")
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            self.hidden_columns.append((self.columns, min(self.columns + number, MAX_TABLE_COLUMNS) - 1))
        self.columns += number

    def row(self, element: Any, index: int) -> list[Cell]:
        """Take the cells of a row; covered ones are empty."""
        cells: list[Cell] = []
        empty = 0
        for cell in element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            number = _repeated(cell, "columns")
            column = len(cells) + empty
            value = self._value(cell, index, column)
            if value is None or value == "":
                empty += number
                continue
            if column + number > MAX_TABLE_COLUMNS:
                raise too_large()
            cells.extend([None] * empty + [value] * number)
            empty = 0
            down = _number(cell.get(f"{_TABLE}number-rows-spanned"))
            right = _number(cell.get(f"{_TABLE}number-columns-spanned"))
            if down * right > 1:
                self.merged.append(Span(index, column, index + down - 1, column + right - 1))
        return cells

    def _value(self, cell: Any, row: int, column: int) -> Cell:
        kind = cell.get(f"{_OFFICE}value-type")
        words = _words(cell)
        if kind is None or kind == "string":
            if not words and not kind and cell.get(f"{_TABLE}formula"):
                self._note(NoticeCode.FORMULAS_WITHOUT_VALUES, row, column)
            if cell.get(f"{_TABLE}formula") and _ERROR.fullmatch(words):
                self._note(NoticeCode.CELLS_WITH_ERRORS, row, column)
            return words or cell.get(f"{_OFFICE}string-value")
        if kind == "boolean":
            return str(cell.get(f"{_OFFICE}boolean-value")) == "true"
        if kind == "date":
            return str(cell.get(f"{_OFFICE}date-value") or words).replace("T00:00:00", "").replace("T", " ")
        if kind == "time":
            return _time(cell.get(f"{_OFFICE}time-value") or words)
        return self._numeric(cell, words, row, column)

    def _numeric(self, cell: Any, words: str, row: int, column: int) -> Cell:
        if _ERROR.fullmatch(words):
            self._note(NoticeCode.CELLS_WITH_ERRORS, row, column)
            return words
        if _SHOWN_AS_ID.fullmatch(words) and cell.get(f"{_OFFICE}value-type") == "float":
            return words
        value = cell.get(f"{_OFFICE}value") or ""
        try:
            number = int(value) if re.fullmatch(r"-?\d{1,40}", value) else float(value)
        except ValueError:
            return words
        if is_rounded(number):
            self._note(NoticeCode.DIGITS_ROUNDED, row, column)
        return number

    def _note(self, code: NoticeCode, row: int, column: int) -> None:
        self.findings.add(code, place_of(self.name, row, column))


def _sheets(content: Any, findings: Findings) -> Iterator[tuple[_Sheet, Iterator[list[Cell]]]]:
    """Give each sheet with its rows, which must be taken before the next sheet."""
    from lxml import etree

    events = etree.iterparse(
        content, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    hiding: set[str] = set()
    try:
        for event, element in events:
            if event == "end" and element.tag == f"{_STYLE}table-properties":
                if element.get(f"{_TABLE}display") == "false":
                    hiding.add(element.getparent().get(f"{_STYLE}name") or "")
            elif event == "start" and element.tag == f"{_TABLE}table":
                style = element.get(f"{_TABLE}style-name") or ""
                sheet = _Sheet(element.get(f"{_TABLE}name") or "", findings, is_hidden=style in hiding)
                yield sheet, _rows(sheet, events, element)
    except etree.XMLSyntaxError as trouble:
        raise BrokenOfficeFile from trouble


def _rows(sheet: _Sheet, events: Any, table: Any) -> Iterator[list[Cell]]:
    given = empty = 0
    for event, element in events:
        if event == "start":
            continue
        if element is table:
            table.clear()
            return
        if element.tag == f"{_TABLE}table-column":
            sheet.add_columns(element)
        elif element.tag == f"{_TABLE}table-row":
            times = _repeated(element, "rows")
            cells = sheet.row(element, given + empty)
            if not cells:
                empty += times
            else:
                if empty + times > MAX_TABLE_ROWS:
                    raise too_large()
                if element.get(f"{_TABLE}visibility") in _HIDDEN:
                    sheet.findings.add(NoticeCode.ROWS_HIDDEN, sheet_place(sheet.name, given + empty + 1))
                yield from ([] for _ in range(empty))
                yield from (list(cells) for _ in range(times))
                given, empty = given + empty + times, 0
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _words(cell: Any) -> str:
    """The paragraphs of a cell, without the notes that hang on it."""
    return "\n".join(_paragraph(child) for child in cell if child.tag == f"{_TEXT}p")


def _paragraph(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            pieces.append(" " * min(_number(child.get(f"{_TEXT}c")), 1000))
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif isinstance(child.tag, str) and child.tag not in (f"{_OFFICE}annotation", f"{_TEXT}ruby-text"):
            pieces.append(_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _time(words: str) -> str:
    found = _DURATION.fullmatch(words)
    if not found:
        return words
    hours, minutes, seconds = int(found.group(1)), int(found.group(2)), int(float(found.group(3).replace(",", ".")))
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


def _repeated(element: Any, what: str) -> int:
    return _number(element.get(f"{_TABLE}number-{what}-repeated"))


def _number(words: str | None) -> int:
    return max(1, int(words)) if words and words.isascii() and words.isdigit() and len(words) < 9 else 1


OPEN_SPREADSHEET = OpenSpreadsheet()
