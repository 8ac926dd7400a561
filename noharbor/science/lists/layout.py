"""Where in a row each field stands, and how the cells of each are to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from noharbor.science.lists.births import DateHabits, DateOrder, habits_of
from noharbor.science.lists.columns import Column
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell
from noharbor.science.scripts.scripts import Script, scripts_in

#: States that write the month first.
_MONTH_FIRST = frozenset({"FM", "MH", "PH", "PW", "US"})
#: Scripts whose readers write the day first.
_DAY_FIRST = frozenset({Script.BURMESE, Script.KHMER, Script.LAO, Script.THAI})
#: Cells of a column from which its way of writing dates is learnt.
_LEARNT_FROM = 20_000


@dataclass(frozen=True, slots=True)
class Layout:
    """What the rows under one header are made of.

    Attributes:
        fields: What each column says.
        places: The indices of the columns of each field, in order; a field without column is missing.
        continued: Columns whose cells go on with those of the column before.
        habits: How each column of births writes dates, by index.
        dated: The day of the list.
        region: ISO 3166-1 alpha-2, "" where not known.
    """

    fields: tuple[Field, ...]
    places: Mapping[Field, tuple[int, ...]]
    continued: frozenset[int]
    habits: Mapping[int, DateHabits]
    dated: date
    region: str

    def at(self, field: Field) -> tuple[int, ...]:
        """The columns of a field."""
        return self.places.get(field, ())

    def habits_at(self, at: int) -> DateHabits:
        """How a column writes dates."""
        return self.habits.get(at) or DateHabits(self.dated)


def layout_of(columns: tuple[Column, ...], rows: Sequence[Sequence[Cell]], dated: date, region: str) -> Layout:
    """Prepare to read rows.

    Args:
        columns: As recognised.
        rows: Those below the header.
        dated: The day of the list.
        region: Of the list.
    """
    places: dict[Field, tuple[int, ...]] = {}
    for column in columns:
        places[column.field] = (*places.get(column.field, ()), column.index)
    expected = _expected(columns, region)
    births = [at for field in (Field.BIRTH_DATE, Field.AGE) for at in places.get(field, ())]
    habits = {
        at: habits_of((row[at] for row in rows[:_LEARNT_FROM] if at < len(row)), dated, expected) for at in births
    }
    if _counts_from_1911(columns, region):
        habits = {at: replace(one, minguo=True) for at, one in habits.items()}
    continued = frozenset(column.index for column in columns if column.continues)
    return Layout(tuple(column.field for column in columns), places, continued, habits, dated, region)


def _counts_from_1911(columns: Sequence[Column], region: str) -> bool:
    """Whether short years are Taiwan's: by the region, or by headings in traditional characters."""
    if region:
        return region == "TW"
    headings = "".join(column.heading for column in columns)[:4_000]
    return "身分證" in headings or "民國" in headings


def _expected(columns: Sequence[Column], region: str) -> DateOrder:
    """The order of day and month that region and language let expect."""
    if region:
        return DateOrder.MONTH_FIRST if region.upper() in _MONTH_FIRST else DateOrder.DAY_FIRST
    headings = "".join(column.heading for column in columns)[:4_000]
    if any(script in _DAY_FIRST for script in scripts_in(headings)) or "ọ" in headings or "ố" in headings:
        return DateOrder.DAY_FIRST
    return DateOrder.UNSURE
