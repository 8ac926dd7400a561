"""Spreadsheets (.xlsx): values as the sheet showed them when it was saved; no formula is worked out here.

The XML is read here and not by a library: those we tried lose one or more of what a list of people cannot do without
(the zeros in front of an id, formulas without results, what is hidden, the numbers of the rows).
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenOfficeFile
from noharbor.record.intake.formats.document import parse
from noharbor.record.intake.formats.findings import Findings
from noharbor.record.intake.formats.format import Cell, Extracted, Sample
from noharbor.record.intake.formats.number_formats import NumberFormat, number_format
from noharbor.record.intake.formats.package import opened_package, part_of
from noharbor.record.intake.formats.sheet import Shared, Sheet, elements_of, local, string_of
from noharbor.record.intake.formats.spreadsheets import gathered

#: Some programs number the part, or write its path with the wrong strokes or capitals.
_BOOK = re.compile(r"xl/workbook\d*\.xml")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


class Workbook:
    """Spreadsheets."""

    kind = "table"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    extensions: tuple[str, ...] = (".xlsx",)
    extractor = "xlsx by lxml"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A package with a workbook part."""
        return any(_BOOK.fullmatch(_plain(part)) for part in sample.parts)

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out every sheet, hidden ones too."""
        with opened_package(sample.path) as package:
            return _extracted(package)


def _extracted(package: zipfile.ZipFile) -> Extracted:
    parts = {_plain(name): name for name in package.NameToInfo}
    main = next(name for name in parts if _BOOK.fullmatch(name))
    book = parse(part_of(package, parts[main]))
    targets = _targets(part_of(package, parts.get(f"xl/_rels/{main[3:]}.rels", "")), parts)
    listed = list(_listed(book, targets))
    findings = Findings()
    shared = Shared(
        _words(package, targets), _formats(package, targets), _counts_from_1904(book), findings, len(listed) == 1
    )
    return gathered(_sheets(package, listed, shared), findings)


def _sheets(
    package: zipfile.ZipFile, listed: Sequence[_Listed], shared: Shared
) -> Iterator[tuple[Sheet, Iterator[list[Cell]]]]:
    """Give each sheet with its rows, which must be taken before the next sheet."""
    for one in listed:
        sheet = Sheet(one.name, shared, one.is_hidden)
        try:
            part = package.open(one.part)
        except KeyError as trouble:
            raise BrokenOfficeFile from trouble
        with part:
            yield sheet, sheet.rows(part)


def _listed(book: Any, targets: dict[str, tuple[str, str]]) -> Iterator[_Listed]:
    for element in book.iter("{*}sheet"):
        reference = next((value for name, value in element.items() if name.endswith("}id")), "")
        if reference not in targets:
            raise BrokenOfficeFile
        kind, part = targets[reference]
        # Charts and dialogs have sheets of their own, without cells.
        if kind == "worksheet":
            yield _Listed(element.get("name") or "", part, element.get("state", "visible") != "visible")


def _targets(relations: bytes, parts: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Kind and part of whatever the workbook rests on, by the reference it uses; "" for a part that is not there."""
    targets: dict[str, tuple[str, str]] = {}
    for element in parse(relations).iter("{*}Relationship") if relations else ():
        target = element.get("Target") or ""
        part = target if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        kind = (element.get("Type") or "").rpartition("/")[2]
        targets[element.get("Id") or ""] = (kind, parts.get(_plain(part), ""))
    return targets


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _part_of_kind(targets: dict[str, tuple[str, str]], kind: str) -> str:
    return next((part for found, part in targets.values() if found == kind), "")


def _words(package: zipfile.ZipFile, targets: dict[str, tuple[str, str]]) -> list[str]:
    part = _part_of_kind(targets, "sharedStrings")
    if not part:
        return []
    with package.open(part) as content:
        return [string_of(element) for element in elements_of(content, ("si",))]


def _formats(package: zipfile.ZipFile, targets: dict[str, tuple[str, str]]) -> list[NumberFormat]:
    part = _part_of_kind(targets, "styles")
    if not part:
        return []
    styles = parse(part_of(package, part))
    codes = {element.get("numFmtId"): element.get("formatCode") or "" for element in styles.iter("{*}numFmt")}
    cells = next(styles.iter("{*}cellXfs"), ())
    numbers = [element.get("numFmtId") or "0" for element in cells if local(element) == "xf"]
    return [number_format(int(number) if number.isdigit() else 0, codes.get(number, "")) for number in numbers]


def _counts_from_1904(book: Any) -> bool:
    return any(element.get("date1904") in ("1", "true", "on") for element in book.iter("{*}workbookPr"))


WORKBOOK = Workbook()
