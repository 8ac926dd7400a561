"""Lists of names as people keep them: one a line, or a column of a table, in any encoding of the region."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from noharbor.science.scripts.encodings import decode

#: A file larger than this is no list that one command should hold.
MOST_BYTES = 500_000_000
_TABLES = (".csv", ".tab", ".tsv")
_LONGEST_CELL = 10_000
#: Rows from which a column is guessed.
_SAMPLE_ROWS = 200
#: What columns with names are called; the first that fits wins.
_HEADS = (
    re.compile(r"^(full[ _]?)?name(s|[ _](of|in).*)?$|^(person|suspect|victim|passenger)([ _]name)?$", re.IGNORECASE),
    re.compile("^(中文)?(姓名|名字|姓\\s*名)$|ชื่อ|အမည်|ឈ្មោះ|ຊື່|^(이름|성명)$|^(氏名|名前)$"),
    re.compile(r"^h[oọ] (v[aà] )?t[eê]n", re.IGNORECASE),
    re.compile("name|姓名", re.IGNORECASE),
)


class UnreadableList(Exception):
    """A list cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class NameList:
    """Names of a file.

    Attributes:
        names: As they stand there, without those that are empty.
        lines: Row or line of each name, from 1.
        column: What the column is called, or its number; "" where each line is a name.
        encoding: How the file spells characters.
    """

    names: tuple[str, ...]
    lines: tuple[int, ...]
    column: str
    encoding: str


def read_list(path: Path, column: str = "") -> NameList:
    """Read the names of a file.

    Args:
        path: A text with one name a line; .csv, .tsv and .tab are tables.
        column: The head of the column, or its number from 1; guessed for "".

    Raises:
        UnreadableList: There is no such file or column, or it is no text.
    """
    text, encoding = _text_of(path)
    if path.suffix.lower() not in _TABLES and not column:
        rows = [[line.strip()] for line in text.splitlines()]
        return _picked(rows, 0, 0, "", encoding)
    rows = _rows(text)
    if not rows:
        return NameList((), (), column, encoding)
    number, heads = _column(rows, column)
    label = rows[0][number].strip() if heads and number < len(rows[0]) else str(number + 1)
    return _picked(rows, number, heads, label, encoding)


def _text_of(path: Path) -> tuple[str, str]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableList(f"It is larger than {MOST_BYTES // 1_000_000} MB. Cut it into parts.")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableList("There is no such file. Check its name.") from error
    except OSError as error:
        raise UnreadableList(f"It cannot be read ({error.strerror}). Check its rights.") from error
    decoded = decode(content)
    if decoded is None:
        raise UnreadableList("It is not text. Save the list as CSV or text, one name a line.")
    return decoded.text, decoded.encoding


def _rows(text: str) -> list[list[str]]:
    from noharbor.record.intake.formats.separated import separator_of

    csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text)))
    except csv.Error as error:
        raise UnreadableList(f"It is no table that can be read ({error}). Save it as CSV anew.") from error


def _column(rows: list[list[str]], wanted: str) -> tuple[int, int]:
    """Which column holds the names, and how many rows of heads stand above."""
    heads = [cell.strip() for cell in rows[0]]
    if wanted.isdigit() and wanted not in heads:
        width = max(map(len, rows))
        if not 1 <= int(wanted) <= width:
            raise UnreadableList(f"There are {width} columns, and none is number {wanted}.")
        return int(wanted) - 1, int(any(pattern.search(head) for pattern in _HEADS for head in heads))
    if wanted:
        folded = [head.casefold() for head in heads]
        if wanted.casefold() not in folded:
            raise UnreadableList(f"No column is called “{wanted}”. There are: {', '.join(filter(None, heads))}.")
        return folded.index(wanted.casefold()), 1
    for pattern in _HEADS:
        for number, head in enumerate(heads):
            if pattern.search(head):
                return number, 1
    return _likeliest(rows), 0


def _likeliest(rows: list[list[str]]) -> int:
    """The column with most cells that look like names: letters, few of them twice, no figures."""
    width = max(map(len, rows))
    worth = []
    for number in range(width):
        cells = [row[number].strip() for row in rows[:_SAMPLE_ROWS] if number < len(row)]
        like = [
            cell for cell in cells if 2 <= len(cell) <= 60 and not any(map(str.isdigit, cell)) and cell[0].isalpha()
        ]
        worth.append((len(set(like)), -number))
    return -max(worth)[1]


def _picked(rows: list[list[str]], number: int, heads: int, column: str, encoding: str) -> NameList:
    found = [
        (line, row[number].strip())
        for line, row in enumerate(rows[heads:], heads + 1)
        if number < len(row) and row[number].strip()
    ]
    return NameList(tuple(name for _, name in found), tuple(line for line, _ in found), column, encoding)
