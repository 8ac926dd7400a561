"""Understand a list of people: its header, its columns, and a person of each row. No row is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from noharbor.science.lists.asides import aside_of, is_person
from noharbor.science.lists.columns import Column, columns_of, shape_of
from noharbor.science.lists.contents import contents_of
from noharbor.science.lists.dating import day_of
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell, compact, written
from noharbor.science.lists.header import Header, find_header, header_at, is_like_header
from noharbor.science.lists.layout import Layout, layout_of
from noharbor.science.lists.listed_row import ListedRow
from noharbor.science.lists.people import PersonReader
from noharbor.science.lists.problems import Aside, Problem, RowAside
from noharbor.science.lists.side_by_side import side_by_side

Row = Sequence[Cell]
#: Other headers further down are followed this often, each learnt from so many rows.
_MOST_HEADERS = 20
_LEARNT_FROM_LATER = 2_000
_SHOWN_CELLS = 12
_SHOWN_CHARACTERS = 200
_LONGEST_SECTION = 60


@dataclass(frozen=True, slots=True)
class Part:
    """The rows under one header.

    Attributes:
        header: Its rows as the file numbers them, from 1; empty where there is none.
        columns: What each column is taken for.
        shape: Of this part.
    """

    header: tuple[int, ...]
    columns: tuple[Column, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A list as understood.

    Attributes:
        parts: One for each different header, in order; there is always a first one.
        dated: The day to which ages count.
        is_dated_by_itself: Whether the list itself gives that day; otherwise it is the day it was read.
        rows: The people, in the order of the file; lists printed in two columns have two people of one row number.
        asides: Rows that are no person, each with its reason.
        told: What a person said of columns of the first part.
    """

    parts: tuple[Part, ...]
    dated: date
    is_dated_by_itself: bool
    rows: tuple[ListedRow, ...]
    asides: tuple[RowAside, ...]
    told: Mapping[int, Field] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the first part."""
        return self.parts[0].columns

    @property
    def shape(self) -> str:
        """The shape under which a correction is remembered."""
        return self.parts[0].shape

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all rows, in order."""
        return tuple(problem for row in self.rows for problem in row.problems)


def understand(
    rows: Sequence[Row], *, region: str = "", today: date, told: Mapping[int, Field] | None = None
) -> Understood:
    """Understand the cells of one sheet as a list of people.

    Args:
        rows: Cells, dates as ISO 8601 text; rows may have different lengths.
        region: ISO 3166-1 alpha-2 of the body that made the list, "" where not known. Tells whose phone numbers have no
            country code, and whether day or month stands first where the list itself does not tell.
        today: The day to which ages count where the list has no date.
        told: What a person said of columns, by index from 0; it goes before heading and cells.

    Returns:
        The list. Every row of `rows` stands either among its rows or among its asides. Never raises on any cells.
        100,000 rows of 30 columns take 14 to 18 seconds, a third of it for their phone numbers.
    """
    told = dict(told or {})
    width = max((len(row) for row in rows), default=0)
    header = find_header(rows, width)
    above = [written(cell) for row in rows[: header.first if header.is_there else 5] for cell in row[:_SHOWN_CELLS]]
    day = day_of((text for text in above if text), today)
    reading = _Reading(rows, width, region, day or today)
    reading.begin(header, told)
    reading.titles(header.first)
    reading.read()
    return Understood(
        tuple(reading.parts), day or today, day is not None, tuple(reading.people), tuple(reading.asides), told
    )


class _Reading:
    """The state of reading a list from top to bottom."""

    def __init__(self, rows: Sequence[Row], width: int, region: str, dated: date) -> None:
        self.rows, self.width, self.region, self.dated = rows, width, region.upper(), dated
        self.parts: list[Part] = []
        self.people: list[ListedRow] = []
        self.asides: list[RowAside] = []
        self.at = 0
        self.section = ""

    def begin(self, header: Header, told: Mapping[int, Field]) -> None:
        """Take the rows from a header on as it says."""
        last = len(self.rows) if not self.parts else min(len(self.rows), header.end + _LEARNT_FROM_LATER)
        below = self.rows[header.end : last]
        contents = [
            contents_of([row[at] for row in below if at < len(row)], self.dated, self.width) for at in range(self.width)
        ]
        recognised = columns_of(header, contents, {})
        columns = columns_of(header, contents, told) if told else recognised
        numbers = tuple(range(header.first + 1, header.end + 1))
        self.parts.append(Part(numbers, columns, shape_of(header, recognised)))
        self.layout: Layout = layout_of(columns, below, self.dated, self.region)
        people = side_by_side(columns)
        several = len(people) > 1
        self.layouts = [layout_of(one, below, self.dated, self.region) for one in people] if several else [self.layout]
        self.forms = [
            frozenset(compact(written(cell)[:_LONGEST_SECTION]) for cell in row if written(cell))
            for row in self.rows[header.first : header.end]
        ]

    def titles(self, first: int) -> None:
        """Set aside what stands above the header."""
        for row in self.rows[:first]:
            self._set_aside(Aside.TITLE if any(written(cell) for cell in row) else Aside.EMPTY, row)
        for number in self.parts[-1].header:
            self._set_aside(Aside.HEADER, self.rows[number - 1])

    def read(self) -> None:
        """Read all rows that are left."""
        while self.at < len(self.rows):
            row = self.rows[self.at]
            aside = aside_of(row, self.layout, self.forms)
            if aside in (None, Aside.NOTE) and self._is_other_header(row):
                self._turn()
            elif aside is None:
                self._take(row)
            else:
                self.section = self._section(row) if aside is Aside.SECTION else self.section
                self._set_aside(aside, row)

    def _take(self, row: Row) -> None:
        several = len(self.layouts) > 1
        layouts = [one for one in self.layouts if is_person(row, one)] if several else self.layouts
        for layout in layouts or self.layouts[:1]:
            reader = PersonReader(self.at + 1, row, layout)
            person = reader.person(self.section)
            self.people.append(ListedRow(self.at + 1, person, tuple(reader.problems), row, layout.fields))
        self.at += 1

    def _set_aside(self, why: Aside, row: Row) -> None:
        texts = (written(cell)[:_SHOWN_CHARACTERS] for cell in row[: 4 * _SHOWN_CELLS])
        # What is merged over several columns stands in each of them.
        shown = " | ".join(dict.fromkeys(text for text in texts if text))
        self.asides.append(RowAside(self.at + 1, why, shown[: 4 * _SHOWN_CHARACTERS]))
        self.at += 1

    def _section(self, row: Row) -> str:
        return next(self._filled(row))[:_LONGEST_SECTION]

    def _filled(self, row: Row) -> Iterator[str]:
        return (text for text in map(written, row) if text)

    def _is_other_header(self, row: Row) -> bool:
        """Whether the list goes on under another header; looked at closely only where its first words are headings."""
        if len(self.parts) >= _MOST_HEADERS:
            return False
        return is_like_header(row, self.width)

    def _turn(self) -> None:
        header = header_at(self.rows, self.at, self.width, above=False)
        self.begin(header, {})
        for _ in range(header.end - header.first):
            self._set_aside(Aside.HEADER, self.rows[self.at])
