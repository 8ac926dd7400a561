"""Months: as form fields, as steps of a slider, as days."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from noharbor.record.reading.placed import Period

#: The form's way to write a month, as browsers send it.
WRITTEN = "%Y-%m"
#: Nothing that a desk works on lies outside these years, and reckoning with calendars stays within theirs. Sources do
#: name days beyond: what shall never end ends on the last day of 9999.
EARLIEST, LATEST = 1900, 2199


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: datetime.date) -> Month:
        """Return the month of a day."""
        return cls(day.year, day.month)

    @property
    def number(self) -> int:
        """Months since the year 0, to reckon with."""
        return self.year * 12 + self.month - 1

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, self.month, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def after(self, months: int) -> Month:
        """Return the month so many months later, or earlier when negative."""
        year, month = divmod(self.number + months, 12)
        return Month(year, month + 1)

    @property
    def words(self) -> str:
        """In the reader's language: "July 2023", 2023年7月."""
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    def __str__(self) -> str:
        return self.first.strftime(WRITTEN)


def as_drawn(period: Period) -> Period:
    """Cut a period at the ends of the years that are drawn."""
    least, most = datetime.date(EARLIEST, 1, 1), datetime.date(LATEST, 12, 31)
    return Period(min(max(period.first, least), most), max(min(period.last, most), least))


class DrawnField(forms.DateField):
    """A day of the years that are drawn."""

    def strptime(self, value: str, format: str) -> datetime.date:  # noqa: A002
        """Return the first day that is meant where a value is written so; called by Django for each way to write it.

        Raises:
            ValueError: It is written otherwise, or lies too far off.
        """
        day = datetime.datetime.strptime(value, format).date()  # noqa: DTZ007
        if not EARLIEST <= day.year <= LATEST:
            raise ValueError(value)
        return day


class MonthField(DrawnField):
    """A month, in a field that browsers which know months show as one."""

    input_formats = (WRITTEN, "%Y/%m", "%m/%Y")

    def __init__(self, **named: Any) -> None:
        widget = forms.DateInput(format=WRITTEN, attrs={"type": "month", "placeholder": "2023-07"})
        problem = gettext_lazy("Write a year and a month, for instance 2023-07.")
        super().__init__(widget=widget, error_messages={"invalid": problem}, **named)

    def to_python(self, value: Any) -> Any:
        """Return the month that was written; None where nothing was."""
        day = super().to_python(value)
        return Month.of(day) if isinstance(day, datetime.date) else day

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the field."""
        return str(value) if isinstance(value, Month) else value
