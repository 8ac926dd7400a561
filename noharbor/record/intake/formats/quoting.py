"""Values between separators, even where quotation marks do not pair up: a stray one must not swallow the rows below."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from noharbor.record.intake.formats.findings import Findings
from noharbor.record.intake.limits import MAX_CELL_CHARACTERS
from noharbor.record.intake.notices import NoticeCode

#: A quoted value with line ends in it is looked for over this many lines, and this often in a file.
_LINES_AHEAD = 20
_LOOKS_AHEAD = 20_000
_WIDTH_SAMPLE = 2_000
#: How programs write digits that a spreadsheet shall not take for a number.
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')


def rows_of(text: str, separator: str, findings: Findings) -> Iterator[list[str]]:
    """Give the rows of a text of separated values.

    Args:
        text: With line feeds only.
        separator: One character.
        findings: Where to note rows whose marks do not pair up.

    Raises:
        csv.Error: A value is longer than a cell may be.
    """
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    if '"' not in text:
        yield from (line.split(separator) if line else [] for line in text.split("\n"))
        return
    rows = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    for row in rows if pairs_up(text, separator) else _mended(text.split("\n"), separator, findings):
        yield [_unwrapped(value) for value in row]


def pairs_up(text: str, separator: str) -> bool:
    """Whether every quoted value ends where it should: before a separator or the end of its row."""
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    widths: Counter[int] = Counter()
    doubtful: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator, strict=True):
            widths[len(row)] += 1
            if any("\n" in value and all(separator in line for line in value.split("\n")[1:-1]) for value in row):
                doubtful.append(len(row))
    except csv.Error:
        return False
    # Two stray marks far apart make one valid value of all rows between them, in a row of another width.
    usual = max(widths.items(), key=lambda item: item[1], default=(0, 0))[0]
    return all(width == usual for width in doubtful)


def _unwrapped(value: str) -> str:
    found = _KEPT_AS_TEXT.fullmatch(value)
    return found.group(1) if found else value


def _mended(lines: Sequence[str], separator: str, findings: Findings) -> Iterator[list[str]]:
    width = _usual_width(lines, separator)
    looks = _LOOKS_AHEAD
    at = number = 0
    while at < len(lines):
        number += 1
        line = lines[at]
        row = _strictly(line, separator) if '"' in line else line.split(separator) if line else []
        at += 1
        if row is None and looks > 0:
            looks -= 1
            row, taken = _over_lines(lines, at - 1, separator, width)
            at += taken
        if row is None:
            findings.add(NoticeCode.QUOTES_REPAIRED, str(number))
            row = _loosely(line, separator, width)
        yield row


def _usual_width(lines: Sequence[str], separator: str) -> int:
    rows = [_strictly(line, separator) for line in lines[:_WIDTH_SAMPLE] if line]
    widths = Counter(len(row) for row in rows if row is not None)
    return max(widths.items(), key=lambda item: item[1], default=(0, 0))[0]


def _strictly(words: str, separator: str) -> list[str] | None:
    """One row, if the words are exactly one."""
    try:
        rows = list(csv.reader(io.StringIO(words), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _over_lines(lines: Sequence[str], at: int, separator: str, width: int) -> tuple[list[str] | None, int]:
    """A row whose quoted values hold line ends, and how many further lines it takes."""
    marks = lines[at].count('"')
    for further in range(1, _LINES_AHEAD + 1):
        if at + further >= len(lines):
            break
        line = lines[at + further]
        marks += line.count('"')
        if '"' in line and marks % 2 == 0:
            row = _strictly("\n".join(lines[at : at + further + 1]), separator)
            if row is not None and len(row) == width:
                return row, further
    return None, 0


def _loosely(line: str, separator: str, width: int) -> list[str]:
    """One row of a line: marks count only where they stand at both ends of a value, unless that gives another width."""
    sign = re.escape(separator)
    found = re.findall(rf'(?:^|{sign})(?:"(.*?)"(?={sign}|$)|([^{sign}]*))', line)
    quoted = [(inside or outside).replace('""', '"') for inside, outside in found]
    plain = line.split(separator)
    return quoted if abs(len(quoted) - width) <= abs(len(plain) - width) else plain
