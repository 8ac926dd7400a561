"""Find the header of a list: below titles and notes, in one to three rows, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from noharbor.science.lists.contents import contents_of
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell, looked_into, written
from noharbor.science.lists.headings import EXACT, Heading, is_heading, read_heading, refined

Row = Sequence[Cell]
_ROWS_LOOKED_AT = 60
_COLUMNS_LOOKED_AT = 300
_MOST_HEADER_ROWS = 3
_MANY_DIGITS = 4
#: What cells show plainly, and the share of them that must.
_PLAIN_FIELDS = (Field.NATIONAL_ID, Field.PASSPORT, Field.PHONE, Field.SEX, Field.BIRTH_DATE, Field.DATE, Field.NUMBER)
_PLAIN = 0.7
#: The day of the list plays no part here.
_NO_LATEST = date(2100, 1, 1)
#: So many known headings make a header however many others stand beside them.
_PLENTY = 3.5
_GOOD_ENOUGH = 0.6
_ALONE = 0.3
#: Words that stand in rows of people as often as above them.
_ALSO_CELLS = frozenset({Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR, Field.FEMALE, Field.MALE})


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and what it says.

    Attributes:
        first: Its first row, counted from 0.
        end: The row after its last; the same as `first` where there is no header.
        texts: What stands above each column, rows joined by " / ".
        headings: The same, read.
    """

    first: int
    end: int
    texts: tuple[str, ...]
    headings: tuple[Heading, ...]

    @property
    def is_there(self) -> bool:
        """Whether there is one."""
        return self.end > self.first


def texts_of(row: Row) -> list[str]:
    """The cells of a row that may be headings, as text with Zawgyi in Unicode."""
    return [looked_into(cell).strip() if isinstance(cell, str) else written(cell) for cell in row]


def find_header(rows: Sequence[Row], width: int) -> Header:
    """Find the header.

    Args:
        rows: All rows of a sheet.
        width: Its columns.

    Returns:
        The header; an empty one before the first row that has cells where no row looks like one.
    """
    scores = [_score(row, width) for row in rows[:_ROWS_LOOKED_AT]]
    best = max(scores, default=0.0)
    if best <= 0:
        return _in_unknown_words(rows, width)
    # Lists go on under other headers, which may be longer: the first good one is meant.
    first = next(at for at, score in enumerate(scores) if score >= _GOOD_ENOUGH * best)
    return header_at(rows, first, width)


def _in_unknown_words(rows: Sequence[Row], width: int) -> Header:
    """The first row as header where it is of words and what stands below is of other things; else an empty header."""
    least = min(2, width)
    filled = (at for at, row in enumerate(rows) if len({written(cell) for cell in row} - {""}) >= least)
    begin = next(filled, 0)
    texts = texts_of(rows[begin]) if rows else []
    texts = [*texts, *[""] * (width - len(texts))]
    below = rows[begin + 1 : begin + 1 + _ROWS_LOOKED_AT]
    if len(below) < 2 or any(map(_is_data, texts)) or not _is_unlike(texts, below, width):
        return Header(begin, begin, ("",) * width, (read_heading(""),) * width)
    return Header(begin, begin + 1, tuple(texts), tuple(map(read_heading, texts)))


def _is_unlike(texts: Sequence[str], below: Sequence[Row], width: int) -> bool:
    """Whether a column below shows plainly what it is, and the cell above it is something else."""
    for at, text in enumerate(texts[:_COLUMNS_LOOKED_AT]):
        if not text:
            continue
        cells = contents_of([row[at] for row in below if at < len(row)], _NO_LATEST, width)
        alone = contents_of([text], _NO_LATEST, width)
        if any(cells.share(field) >= _PLAIN and not alone.share(field) for field in _PLAIN_FIELDS):
            return True
    return False


def header_at(rows: Sequence[Row], at: int, width: int, *, above: bool = True) -> Header:
    """The header around a row that is known to be part of one; rows above it only where asked for."""
    first, end = at, at + 1
    while above and first and end - first < _MOST_HEADER_ROWS and _names_groups(rows[first - 1]):
        first -= 1
    while end < len(rows) and end - first < _MOST_HEADER_ROWS and _refines(rows[end], rows[end - 1]):
        end += 1
    texts, headings = _put_together([texts_of(row) for row in rows[first:end]], width)
    return Header(first, end, texts, headings)


def is_like_header(row: Row, width: int) -> bool:
    """Whether a row below the header is another header: three known headings and nearly nothing else."""
    # Most rows are people, and their first two cells tell it.
    first = list(islice((cell for cell in row if isinstance(cell, str) and cell), 2))
    if len(first) < 2 or not all(is_heading(text.strip()) for text in first):
        return False
    filled = sum(bool(written(cell)) for cell in row[:_COLUMNS_LOOKED_AT])
    return filled >= 3 and _score(row, width) >= max(3.0, 0.75 * filled)


def _score(row: Row, width: int) -> float:
    """How much a row looks like a header; 0 where it does not."""
    known, unlike, filled, heading = 0.0, 0, 0, read_heading("")
    # What is merged over several columns stands in each of them and counts once.
    for text in dict.fromkeys(texts_of(row[:_COLUMNS_LOOKED_AT])):
        if not text:
            continue
        filled += 1
        heading = read_heading(text)
        if heading.field and heading.field not in _ALSO_CELLS:
            known += heading.sureness
        elif heading.field:
            known += 0.3
        unlike += _is_data(text)
    if filled == 1 and width > 1:
        # Above most lists one word alone is a title; "姓名" alone is a heading if nothing better follows.
        return _ALONE if known >= EXACT and heading.field is Field.NAME else 0.0
    return known - 1.5 * unlike if known >= min(0.45 * filled, _PLENTY) else 0.0


def _is_data(text: str) -> bool:
    """Whether a cell has digits as no heading has: numbers, dates, papers."""
    digits = sum(map(str.isdigit, text))
    is_told = digits > 0 and ("，" in text or "," in text)
    return digits >= _MANY_DIGITS or (digits > 0 and digits == len(text)) or is_told


def _known(row: Row) -> tuple[int, int, bool]:
    """How many cells are words of headings, how many there are, and whether one is data."""
    texts = [text for text in dict.fromkeys(texts_of(row[:_COLUMNS_LOOKED_AT])) if text]
    return sum(read_heading(text).known for text in texts), len(texts), any(map(_is_data, texts))


def _names_groups(upper: Row) -> bool:
    """Whether a row above a header row is part of the header: headings over it, or over several columns of it."""
    known, filled, has_data = _known(upper)
    return filled >= 2 and not has_data and known >= 0.6 * filled


def _refines(lower: Row, upper: Row) -> bool:
    """Whether a row below a header row is part of the header."""
    known, filled, has_data = _known(lower)
    if not filled or has_data or known < filled:
        return False
    below, above = texts_of(lower), texts_of(upper)
    under_blank = any(text and not (above[at] if at < len(above) else "") for at, text in enumerate(below))
    fields = [read_heading(text).field for text in below if text]
    return under_blank or sum(field is not None and field not in _ALSO_CELLS for field in fields) >= 2


def _put_together(texts: list[list[str]], width: int) -> tuple[tuple[str, ...], tuple[Heading, ...]]:
    """Join the rows of a header, column by column; a merged cell counts for blanks on its right that are refined."""
    shown: list[str] = []
    read: list[Heading] = []
    for at in range(width):
        column: list[str] = []
        for number, row in enumerate(texts):
            text = row[at] if at < len(row) else ""
            is_refined = any(at < len(lower) and lower[at] for lower in texts[number + 1 :])
            column.append(text or (_to_the_left(row, at) if is_refined else ""))
        parts = [text for number, text in enumerate(column) if text and text not in column[:number]]
        heading = read_heading(parts[0]) if parts else read_heading("")
        for part in parts[1:]:
            heading = refined(heading, read_heading(part))
        shown.append(" / ".join(parts))
        read.append(heading)
    return tuple(shown), tuple(read)


def _to_the_left(row: list[str], at: int) -> str:
    """The nearest text on the left."""
    return next((text for text in reversed(row[:at]) if text), "")
