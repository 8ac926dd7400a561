"""Days as form fields: a day, or a month or a year that stands for its first or its last day."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from noharbor.desk.widgets.months import DrawnField, Month


class DayField(DrawnField):
    """A day, in a field that browsers which know days show as one.

    Args:
        end: Whether a month or a year means its last day; its first otherwise.
    """

    input_formats = ("%Y-%m-%d", "%Y-%m", "%Y")

    def __init__(self, *, end: bool = False, **named: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "placeholder": "2023-07-11"})
        problem = gettext_lazy("Write a day, a month or a year, for instance 2023-07-11, 2023-07 or 2023.")
        super().__init__(widget=widget, error_messages={"invalid": problem}, **named)
        self.end = end

    def strptime(self, value: str, format: str) -> datetime.date:  # noqa: A002
        """Return the day that is meant where a value is written so. Raises ValueError as a `DrawnField` does."""
        day = super().strptime(value, format)
        if not self.end or format == "%Y-%m-%d":
            return day
        return Month(day.year, 12 if format == "%Y" else day.month).last

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the field: the day that is meant, or what was written where it means none."""
        try:
            return self.to_python(value)
        except ValidationError:
            return value
