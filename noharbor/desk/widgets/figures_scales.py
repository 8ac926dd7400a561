"""The two axes of a chart of figures: time from left to right, numbers from below, both with round marks."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from noharbor.desk.widgets.numbers import say_number

#: Numbers that differ by more than this are drawn on a logarithmic scale, or the small ones would lie on the ground.
WIDEST_LINEAR = 40
#: Marks on an axis, at most.
MOST_DAYS, MOST_NUMBERS = 8, 5
#: Months between marks that are tried, finest first; days below them.
_STEPS_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_STEPS_DAYS = (1, 2, 7, 14)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, in units of the drawing, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from left to right.

    Attributes:
        first: The first day.
        last: The last day, at least `first`.
        left: Where the first day lies, in units of the drawing.
        right: Where the last day lies.
    """

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, day: datetime.date) -> float:
        """Return where a day lies; a single day lies in the middle."""
        length = (self.last - self.first).days
        share = (day - self.first).days / length if length else 0.5
        return self.left + share * (self.right - self.left)

    def ticks(self) -> list[Tick]:
        """Return round days, at most `MOST_DAYS`: years, months, or days."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        if months < 2:
            return [Tick(self.x(day), date_format(day, _("j M Y"))) for day in self._days()]
        step = next((step for step in _STEPS_MONTHS if months / step < MOST_DAYS), _STEPS_MONTHS[-1])
        written = _("Y") if step >= 12 else _("M Y")
        return [Tick(self.x(day), date_format(day, written)) for day in self._months(step)]

    def _days(self) -> Iterator[datetime.date]:
        length = (self.last - self.first).days
        step = next((step for step in _STEPS_DAYS if length / step < MOST_DAYS / 2), _STEPS_DAYS[-1])
        for number in range(0, length + 1, step):
            yield self.first + datetime.timedelta(days=number)

    def _months(self, step: int) -> Iterator[datetime.date]:
        for number in range(self.first.year * 12, self.last.year * 12 + 12, step):
            day = datetime.date(number // 12, number % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers from below to above.

    Attributes:
        least: The number at the foot.
        most: The number at the head, above `least`.
        foot: Where the least lies, in units of the drawing.
        head: Where the most lies; smaller, since drawings count downwards.
        is_log: Whether each step is so many times the one before.
    """

    least: float
    most: float
    foot: float
    head: float
    is_log: bool

    @classmethod
    def over(cls, numbers: Sequence[float], *, foot: float, head: float) -> NumberScale:
        """Return a scale that holds numbers above 0: from 0, or by powers of ten where they differ by much."""
        if max(numbers) / min(numbers) > WIDEST_LINEAR:
            return cls(10 ** math.floor(math.log10(min(numbers))), 10 ** _above(max(numbers)), foot, head, True)
        step = _round_step(max(numbers) * 1.08 / MOST_NUMBERS)
        return cls(0, step * math.ceil(max(numbers) * 1.08 / step), foot, head, False)

    def y(self, number: float) -> float:
        """Return where a number lies; what is beyond an end lies on it."""
        held = min(max(number, self.least), self.most)
        if self.is_log:
            share = math.log10(held / self.least) / math.log10(self.most / self.least)
        else:
            share = (held - self.least) / (self.most - self.least)
        return self.foot + share * (self.head - self.foot)

    def ticks(self) -> list[Tick]:
        """Return round numbers."""
        if self.is_log:
            powers = range(round(math.log10(self.least)), round(math.log10(self.most)) + 1)
            return [Tick(self.y(10**power), say_number(10**power)) for power in powers]
        step = _round_step(self.most / MOST_NUMBERS)
        return [Tick(self.y(number), say_number(number)) for number in range(0, round(self.most) + 1, step)]


def _above(number: float) -> int:
    """The power of ten that lies a little above a number."""
    return math.ceil(math.log10(number * 1.05))


def _round_step(wanted: float) -> int:
    """The next of 1, 2, 5, 10, 20, … that is not below."""
    power = 10 ** max(0, math.floor(math.log10(max(wanted, 1))))
    return next(int(power * times) for times in (1, 2, 5, 10) if power * times >= wanted)
