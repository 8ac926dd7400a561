"""Bars of a timeline: how many statements surely fell in each unit of its scale."""

from __future__ import annotations

import bisect
import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from noharbor.desk.widgets.labels import width_of
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.timeline_axis import DRAWN, Address, percent
from noharbor.desk.widgets.timeline_marks import BARS
from noharbor.desk.widgets.timeline_scale import Scale, Unit, cut, say_period, unit_around
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import Span
from noharbor.science.moments.moment import Precision

#: Pixels: the highest bar, the lowest, and what is free beneath them; above each stands its number.
HIGHEST, LOWEST, BENEATH = 40, 3, 4
#: What is known as a month or a year is drawn as that; other days as the units of the scale that they lie in.
CALENDAR = frozenset({Precision.MONTH.value, Precision.YEAR.value})
#: "Recently" is drawn in months even where days are.
FINE = frozenset({Unit.DAY, Unit.WEEK})


@dataclass(frozen=True, slots=True)
class Bar:
    """How many statements fell in one unit, as SVG writes it.

    Attributes:
        left: Its left edge.
        width: Its width.
        top: Pixels from the top of its lane.
        height: Pixels.
        middle: Where its number stands.
        number: How many; empty where there is no room.
        words: When, and how many.
        address: The timeline of this unit.
    """

    left: str
    width: str
    top: int
    height: int
    middle: str
    number: str
    words: str
    address: str


def crowded(spans: Iterable[Span], scale: Scale) -> list[Span]:
    """Widen what was counted to the units of a scale and put together what then names the same days.

    Thousands of ranges that differ by a day could not be told apart, nor drawn. Nothing becomes more exact by it.

    Args:
        spans: What was counted.
        scale: What is shown; one day is left as it is, since its hours differ by country.
    """
    if scale.in_hours:
        return list(spans)
    ends: dict[tuple[Unit, datetime.date], Period] = {}
    counts: Counter[tuple[tuple[str, ...], datetime.date, datetime.date, str]] = Counter()
    for span in spans:
        first, last = span.first, span.last
        if span.precision not in CALENDAR:
            hazy = span.precision == Precision.RECENT and scale.unit in FINE
            unit = Unit.MONTH if hazy else scale.unit
            for day in (first, last):
                if (unit, day) not in ends:
                    ends[unit, day] = unit_around(unit, day)
            first, last = ends[unit, first].first, ends[unit, last].last
            if span.within(scale.period):
                first, last = max(first, scale.period.first), min(last, scale.period.last)
        counts[span.lanes, first, last, span.precision] += span.statements
    return [
        Span(lanes, "", first, last, precision, number) for (lanes, first, last, precision), number in counts.items()
    ]


class Units:
    """The units of a scale, cut at both ends of its period."""

    def __init__(self, scale: Scale, address: Address) -> None:
        """Cut a period.

        Args:
            scale: What is shown. Where it is one day there are no units: hours are not counted, since none is known.
            address: From a period to its timeline.
        """
        shown = scale.period
        units = () if scale.in_hours else cut(shown, scale.unit)
        self.all = tuple(Period(max(one.first, shown.first), min(one.last, shown.last)) for one in units)
        self._firsts = [unit.first for unit in self.all]
        self._shown = shown
        self._stretches = [scale.stretch(unit.first, unit.last) for unit in self.all]
        self._said = [(say_period(unit), address(unit)) for unit in self.all]

    def unit_of(self, span: Span) -> int | None:
        """Return the position of the unit that a span surely lies in; None where it reaches on, or is a haze."""
        if span.precision == Precision.RECENT or not self.all or not span.within(self._shown):
            return None
        at = bisect.bisect_right(self._firsts, span.first) - 1
        return at if span.last <= self.all[at].last else None

    def sorted_into(self, spans: Iterable[Span]) -> tuple[Counter[int], list[Span]]:
        """Count what lies in each unit, by its position, and return the rest."""
        counts: Counter[int] = Counter()
        rest = []
        for span in spans:
            at = self.unit_of(span)
            if at is None:
                rest.append(span)
            else:
                counts[at] += span.statements
        return counts, rest

    def bar(self, at: int, count: int, highest: int) -> Bar:
        """Draw how many lie in a unit.

        Args:
            at: Its position.
            count: How many.
            highest: The count that the highest bar of the page stands for.
        """
        left, width = self._stretches[at]
        words, address = self._said[at]
        number = say_number(count)
        height = max(LOWEST, round(HIGHEST * count / highest))
        return Bar(
            left=percent(left),
            width=percent(width),
            top=BARS - BENEATH - height,
            height=height,
            middle=percent(left + width / 2),
            number=number if width_of(number) <= width / 100 * DRAWN else "",
            words=f"{words}: {number}",
            address=address,
        )
