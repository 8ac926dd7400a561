"""The forms in which a result can be taken out. The settings name those that a node offers, in one list."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from noharbor.record.linkage.cells import Results
from noharbor.record.linkage.lines import lines_of
from noharbor.record.linkage.results import Result
from noharbor.record.linkage.separated import write_separated
from noharbor.record.linkage.workbook import workbook_of
from noharbor.science.matching.people.reconciling import RowOfList


class Writer(Protocol):
    """Writes a result as bytes, in the reader's language."""

    def __call__(self, result: Result) -> bytes:
        """Return the file."""
        ...


@dataclass(frozen=True, slots=True)
class ResultForm:
    """One form.

    Attributes:
        name: By which addresses and the log call it.
        label: What people call it.
        suffix: Of the file, with its dot.
        media_type: Of the file.
        write: Makes the file.
    """

    name: str
    label: str | Promise
    suffix: str
    media_type: str
    write: Writer


def _workbook(result: Result) -> bytes:
    return workbook_of(Results(result.summary, result.remarks, gettext).tables())


def _separated(result: Result) -> bytes:
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in write_separated(Path(folder), Results(result.summary, result.remarks, gettext).tables()):
            archive.write(path, path.name)
    return packed.getvalue()


def _lines(result: Result) -> bytes:
    lines = lines_of(result.summary.found.pairs, _place, result.remarks)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8", "replace")


def _place(row: RowOfList) -> dict[str, Any]:
    return {"list": row.list, "row": row.row}


WORKBOOK = ResultForm(
    "xlsx",
    _("Workbook (XLSX)"),
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    _workbook,
)
SEPARATED = ResultForm("csv", _("Separated values (CSV, zipped)"), ".zip", "application/zip", _separated)
LINES = ResultForm("lines", _("JSON lines"), ".jsonl", "application/jsonl", _lines)
