"""What every format offers, and what it gives back. No Django: this runs in the sandbox's child process."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from noharbor.record.intake.errors import NoWordsFound, TextTooLong
from noharbor.record.intake.limits import MAX_TEXT_CHARACTERS
from noharbor.record.intake.names import extension_of
from noharbor.record.intake.notices import Notice

#: How much of a file is looked at to tell what it is.
HEAD_BYTES = 64 * 1024

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Span:
    """Cells shown as one, counted from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: rows of cells, without empty rows and columns at the ends.

    Dates are ISO 8601 text; whole numbers are int.

    Attributes:
        name: Of the sheet, or the line above the table; "" when unknown.
        rows: Row 0 is the file's row 1; a row in which nothing stands is empty.
        merged: Cells that the file shows as one. The value stands in all of them that lie in a row with something
            else in it; a reader of headers tells by this that "Birth" above three columns is one word.
    """

    name: str
    rows: list[list[Cell]]
    merged: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something a file carried inside, written to a folder of the parent's to arrive on its own."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Extracted:
    r"""What was taken out of a file.

    Attributes:
        text: The words, lines ended by \n, pages by \f; the title first where the file has one.
        title: Empty when unknown.
        published: ISO 8601 day the file itself states; empty when it does not.
        publisher: The site or sender; empty when unknown.
        encoding: How the bytes spelt characters; empty where the format settles that.
        tables: The sheets, cell by cell.
        notices: What a person should know.
        attachments: What came inside.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    encoding: str = ""
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Sample:
    """A file as far as one must look to tell what it is."""

    path: Path
    name: str
    head: bytes = field(repr=False)

    @classmethod
    def of(cls, path: Path, name: str) -> Sample:
        """Look at a file's first bytes."""
        with path.open("rb") as file:
            return cls(path, name, file.read(HEAD_BYTES))

    @property
    def extension(self) -> str:
        """The extension of the name, lower case with its dot."""
        return extension_of(self.name)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names inside, where the file is a zip; none where it is not, or is broken."""
        if not self.head.startswith(b"PK\x03\x04"):
            return frozenset()
        try:
            with zipfile.ZipFile(self.path) as package:
                return frozenset(package.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return frozenset()


class Format(Protocol):
    """One kind of file.

    Attributes:
        kind: The value of `SourceKind`.
        media_type: Of the content as recognised.
        extensions: Names such files usually bear; another one is worth a notice.
        extractor: What takes the words out.
        version: Changes whenever the words taken out may change; older texts are then made anew.
    """

    kind: str
    media_type: str
    extensions: tuple[str, ...]
    extractor: str
    version: str

    def recognise(self, sample: Sample) -> bool:
        """Whether the content is of this kind; the name decides only between kinds that look alike."""
        ...

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:
        """Take the words out.

        Args:
            sample: The file.
            carry_to: Where attachments may be written.

        Raises:
            IntakeProblem: It cannot be done; the class says why.
        """
        ...


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Make a text fit to keep: one kind of line end, and no control characters, which databases refuse."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _CONTROLS.sub("", text)


def checked_text(text: str) -> str:
    """Clean a text and refuse it when it is empty or too long to keep.

    Raises:
        NoWordsFound: Nothing but white space and signs is left.
        TextTooLong: More than the limit.
    """
    cleaned = clean_text(text)
    if len(cleaned) > MAX_TEXT_CHARACTERS:
        raise TextTooLong(limit_characters=MAX_TEXT_CHARACTERS)
    if not any(char.isalnum() for char in cleaned):
        raise NoWordsFound
    return cleaned


def first_line_as_title(text: str) -> str:
    """Return the first line that holds words, if it is short enough for a title; otherwise nothing."""
    for line in text.splitlines():
        stripped = line.strip(" \t\f#*=—–-_\u3000")
        if any(char.isalnum() for char in stripped):
            return stripped if len(stripped) <= 220 else ""
    return ""
