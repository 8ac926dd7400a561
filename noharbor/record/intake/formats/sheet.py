"""One sheet of a workbook (.xlsx), row by row as its XML comes, so that a sheet of 300 MB needs no 300 MB."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from noharbor.record.intake.errors import BrokenOfficeFile
from noharbor.record.intake.formats.findings import Findings, place_of, sheet_place
from noharbor.record.intake.formats.format import Cell, Span
from noharbor.record.intake.formats.number_formats import PLAIN, NumberFormat, ShownAs, shown
from noharbor.record.intake.formats.spreadsheets import is_rounded, too_large
from noharbor.record.intake.limits import MAX_TABLE_COLUMNS
from noharbor.record.intake.notices import NoticeCode

_LAST_ROW = 1_048_576
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,9})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"-?[0-9]{1,40}")
_TRUE = frozenset(("1", "true", "on"))


@dataclass(frozen=True)
class Shared:
    """What all sheets of a workbook share.

    Attributes:
        words: The texts that cells name by number.
        formats: How a cell of each style shows numbers.
        from_1904: Whether days are counted from 1904.
        findings: Where to note what cells do not tell.
        one_sheet: Whether there is one sheet only, so that places in it need no name.
    """

    words: Sequence[str]
    formats: Sequence[NumberFormat]
    from_1904: bool
    findings: Findings
    one_sheet: bool


@dataclass
class Sheet:
    """A sheet while it is read; `merged` and `hidden_columns` are whole when the last row is out."""

    name: str
    shared: Shared
    is_hidden: bool = False
    merged: list[Span] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """What places in it are named by."""
        return "" if self.shared.one_sheet else self.name

    def rows(self, part: IO[bytes]) -> Iterator[list[Cell]]:
        """Give every row from the file's first on, empty ones too.

        Raises:
            BrokenOfficeFile: It is not well formed.
            TableTooLarge: It has a row or a column that no sheet has.
        """
        given = 0
        for element in elements_of(part, ("row", "mergeCell", "col")):
            tag = local(element)
            if tag == "row":
                number = max(_number(element.get("r"), given + 1), given + 1)
                if number > _LAST_ROW:
                    raise too_large()
                cells = self._cells(element, number - 1)
                if cells and element.get("hidden") in _TRUE:
                    self.shared.findings.add(NoticeCode.ROWS_HIDDEN, sheet_place(self.place, number))
                if cells:
                    for _ in range(number - given - 1):
                        yield []
                    yield cells
                    given = number
            elif tag == "mergeCell":
                self.merged.extend(_span(element.get("ref") or ""))
            elif element.get("hidden") in _TRUE:
                first, last = _number(element.get("min"), 1), _number(element.get("max"), 1)
                self.hidden_columns.append((first - 1, min(last, MAX_TABLE_COLUMNS) - 1))

    def _cells(self, row: Any, index: int) -> list[Cell]:
        cells: list[Cell] = []
        for element in row:
            if local(element) != "c":
                continue
            column = _column(element.get("r"), len(cells))
            value = self._value(element, index, column)
            if value is None or value == "":
                # An empty cell still keeps the place of those that do not say where they stand.
                if element.get("r") is None and column < MAX_TABLE_COLUMNS:
                    cells.append(None)
                continue
            if column >= MAX_TABLE_COLUMNS:
                raise too_large()
            cells.extend([None] * (column + 1 - len(cells)))
            cells[column] = value
        while cells and cells[-1] is None:
            cells.pop()
        return cells

    def _value(self, cell: Any, row: int, column: int) -> Cell:
        kind = cell.get("t") or "n"
        words: str | None = None
        formula = False
        for child in cell:
            tag = local(child)
            if tag == "v":
                words = child.text or ""
            elif tag == "is":
                return string_of(child)
            elif tag == "f":
                formula = True
        if not words:
            if formula and not (kind == "str" and words is not None):
                self._note(NoticeCode.FORMULAS_WITHOUT_VALUES, row, column)
            return None
        if kind == "n":
            return self._numeric(words, cell.get("s"), row, column)
        return self._other(kind, words, row, column)

    def _other(self, kind: str, words: str, row: int, column: int) -> Cell:
        if kind == "s":
            try:
                return self.shared.words[int(words)]
            except (ValueError, IndexError) as trouble:
                raise BrokenOfficeFile from trouble
        if kind == "b":
            return words.strip().lower() in _TRUE
        if kind == "e":
            self._note(NoticeCode.CELLS_WITH_ERRORS, row, column)
        if kind == "d":
            return words.removesuffix("Z").replace("T00:00:00", "").replace("T", " ")
        return unescaped(words)

    def _numeric(self, words: str, style: str | None, row: int, column: int) -> Cell:
        words = words.strip()
        if _WHOLE.fullmatch(words):
            value: int | float = int(words)
        else:
            try:
                value = float(words)
            except ValueError:
                # Some programs write words where they declared a number; they are worth more than the declaration.
                return unescaped(words)
        if is_rounded(value):
            self._note(NoticeCode.DIGITS_ROUNDED, row, column)
        form = self._format(style)
        if form.shown_as is ShownAs.NUMBER or abs(value) > 1e18:
            return value
        return shown(value, form, from_1904=self.shared.from_1904)

    def _format(self, style: str | None) -> NumberFormat:
        number = _number(style, 0) if style else 0
        return self.shared.formats[number] if number < len(self.shared.formats) else PLAIN

    def _note(self, code: NoticeCode, row: int, column: int) -> None:
        self.shared.findings.add(code, place_of(self.place, row, column))


def string_of(element: Any) -> str:
    """The words of a text with its runs, without the small readings that stand above Chinese characters."""
    pieces = [
        piece.text or ""
        for piece in element.iter("{*}t")
        if local(piece.getparent()) != "rPh"
    ]  # fmt: skip
    return unescaped("".join(pieces))


def unescaped(words: str) -> str:
    """Turn `_x000D_` into the character it stands for."""
    if "_x" not in words:
        return words
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), words)


def local(element: Any) -> str:
    """The name of an element without its namespace, which differs between the two variants of the format."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def elements_of(part: IO[bytes], names: tuple[str, ...]) -> Iterator[Any]:
    """Give the elements of these names as they end; each is emptied behind the reader.

    Raises:
        BrokenOfficeFile: The XML is not well formed.
    """
    from lxml import etree

    found = etree.iterparse(
        part,
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, element in found:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as trouble:
        raise BrokenOfficeFile from trouble


def _span(reference: str) -> Iterator[Span]:
    places = [_PLACE.fullmatch(place) for place in reference.replace("$", "").split(":")]
    if len(places) == 2 and places[0] and places[1]:
        columns = sorted(_index(place.group(1)) for place in places if place)
        rows = sorted(int(place.group(2)) - 1 for place in places if place)
        if rows[0] >= 0:
            yield Span(rows[0], columns[0], rows[1], columns[1])


def _column(place: str | None, following: int) -> int:
    if place is None:
        return following
    letters = place.rstrip("0123456789")
    known = _COLUMNS.get(letters)
    if known is None:
        if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
            raise BrokenOfficeFile
        known = _COLUMNS[letters] = _index(letters)
    return known


_COLUMNS: dict[str, int] = {}


def _index(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else otherwise
