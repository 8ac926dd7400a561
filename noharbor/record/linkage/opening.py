"""Files become lists of people: read in a child process, understood, with what was wrong told row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from noharbor.record.intake.errors import IntakeProblem
from noharbor.record.intake.extraction import read
from noharbor.record.intake.notices import Notice
from noharbor.record.linkage.errors import ListProblem, NoPeopleFound, SameFileAgain
from noharbor.science.lists.fields import Field
from noharbor.science.lists.understanding import Understood, understand
from noharbor.science.matching.people.reconciling import PersonList


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """One sheet of a file.

    Attributes:
        name: Of the sheet; "" where the file has one alone.
        understood: Its columns and people.
    """

    name: str
    understood: Understood


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A file as a list of people.

    Attributes:
        path: The file.
        digest: SHA-256 of its bytes, by which a file that is given twice is told.
        sheets: Those with people on them; none where the file could not be read.
        notices: What the reader should know of the file.
        problem: Why it could not be read, and what to do; None where it could.
    """

    path: Path
    digest: str
    sheets: tuple[OpenedSheet, ...] = ()
    notices: tuple[Notice, ...] = ()
    problem: IntakeProblem | ListProblem | OSError | None = None

    def again(self, twin: OpenedList) -> OpenedList:
        """The same file given a second time: it adds nothing."""
        return replace(self, sheets=(), problem=SameFileAgain(name=twin.path.name))

    @property
    def lists(self) -> tuple[PersonList, ...]:
        """The people of each sheet."""
        return tuple(
            PersonList(f"{self.path.name} / {sheet.name}" if sheet.name else self.path.name, sheet.understood.rows)
            for sheet in self.sheets
        )


def open_list(
    path: Path, *, today: date, region: str = "", told: Mapping[int, Field] | None = None, carry_to: Path
) -> OpenedList:
    """Read a file as a list of people.

    Args:
        path: A spreadsheet, separated values, a document or a PDF with tables.
        today: The day to which ages count where the list has no date.
        region: ISO 3166-1 alpha-2 of the body that made it.
        told: What a person said of its columns, by index from 0.
        carry_to: An empty folder for what files carry inside.

    Returns:
        The list; a file that cannot be read comes with its problem and no people.
    """
    try:
        digest = _digest(path)
        reading = read(path.resolve(), path.name, carry_to)
    except (IntakeProblem, OSError) as problem:
        return OpenedList(path, "", problem=problem)
    sheets = []
    for table in reading.tables:
        understood = understand(table.rows, region=region, today=today, told=told)
        if understood.rows:
            sheets.append(OpenedSheet(table.name, understood))
    if not sheets:
        return OpenedList(path, digest, notices=reading.notices, problem=NoPeopleFound())
    if len(sheets) == 1:
        sheets = [replace(sheets[0], name="")]
    return OpenedList(path, digest, tuple(sheets), reading.notices)


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()
