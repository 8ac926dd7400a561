"""The axis of a timeline: calendar units with their names, each a way to look closer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from noharbor.desk.widgets.labels import width_of
from noharbor.desk.widgets.timeline_scale import HOURS, Scale, Unit, cut, days_in, say_period
from noharbor.record.reading.placed import Period
from noharbor.science.moments.zones import local_days

#: How wide a timeline is drawn at least, in pixels; labels are laid out for it.
DRAWN = 840
#: Letters of the axis are smaller than those `width_of` measures, as in the stylesheet.
SMALLER = 12 / 13
#: Up to so many days each day has its weekday.
WITH_WEEKDAYS = 14
#: Hours between two marks where one day is drawn.
EVERY_HOURS = 3

Address = Callable[[Period], str]


@dataclass(frozen=True, slots=True)
class Tick:
    """One unit of the axis.

    Attributes:
        left: Its left edge, as SVG writes it.
        width: Its width, as SVG writes it.
        at: Where its label stands, as SVG writes it: in the middle of a unit, at the beginning of an hour.
        label: Its name as far as there is room; empty otherwise.
        words: Its name in full.
        address: The timeline of this unit alone; empty where that is what is shown.
    """

    left: str
    width: str
    at: str
    label: str
    words: str
    address: str = ""


def percent(share: float) -> str:
    """Return a share of 0..100 as SVG writes it."""
    return f"{share:.3f}%"


def axis_of(scale: Scale, address: Address) -> tuple[tuple[Tick, ...], ...]:
    """Return the rows of the axis, the coarser first.

    Args:
        scale: What is shown.
        address: From a period to its timeline.
    """
    if scale.in_hours:
        return (_hours(scale),)
    if scale.unit is Unit.DAY and days_in(scale.period) <= WITH_WEEKDAYS:
        # Translators: Django's date format for a day with its weekday, for instance Tue 11 Jul.
        return (_row(scale, Unit.DAY, address, (_("D j M"), "j")),)
    # Translators: Django's date format for a month without its year, for instance Jul.
    month = pgettext("month of an axis", "M")
    coarser, upper, lower = {
        Unit.DAY: (Unit.MONTH, (_("M Y"), month), ("j",)),
        Unit.WEEK: (Unit.MONTH, (_("M Y"), month), ("j",)),
        Unit.MONTH: (Unit.YEAR, (_("Y"),), (month,)),
        Unit.QUARTER: (Unit.YEAR, (_("Y"),), ()),
        Unit.YEAR: (Unit.YEAR, (_("Y"), "y"), ()),
    }[scale.unit]
    rows = [_row(scale, coarser, address, upper)]
    if scale.unit is not coarser:
        rows.append(_row(scale, scale.unit, address, lower))
    return tuple(rows)


def _row(scale: Scale, unit: Unit, address: Address, formats: tuple[str, ...]) -> tuple[Tick, ...]:
    ticks = []
    for period in cut(scale.period, unit):
        left, width = scale.stretch(period.first, period.last)
        names = [date_format(period.first, one) for one in formats] or [_quarter(period)]
        ticks.append(
            Tick(
                percent(left),
                percent(width),
                percent(left + width / 2),
                next((name for name in names if width_of(name) * SMALLER <= width / 100 * DRAWN), ""),
                say_period(period),
                address(period) if days_in(period) < days_in(scale.period) else "",
            )
        )
    return tuple(ticks)


def _quarter(period: Period) -> str:
    # Translators: a quarter of a year where there is little room, for instance Q3.
    return _("Q%(number)s") % {"number": (period.first.month + 2) // 3}


def _hours(scale: Scale) -> tuple[Tick, ...]:
    ticks = []
    for hour in range(0, HOURS, EVERY_HOURS):
        begins = scale.begins + datetime.timedelta(hours=hour)
        words = say_instant(begins)
        left, width = 100 * hour / HOURS, 100 * EVERY_HOURS / HOURS
        # Translators: Django's date format for a day without its year, for instance 11 Jul.
        day = pgettext("day of an axis", "j M")
        label = f"{begins:%H:%M}" if begins.hour else date_format(begins, day)
        ticks.append(Tick(percent(left), percent(width), percent(left), label, words))
    return tuple(ticks)


def say_instant(instant: datetime.datetime) -> str:
    """Say an instant by Universal Time: "10 Jul 17:30"."""
    # Translators: Django's date format for an instant, for instance 10 Jul 17:30.
    return date_format(instant, _("j M H:i"))


def say_hours(first: datetime.date, last: datetime.date, country: str) -> str:
    """Say between which instants of Universal Time the days of a state lie: "UTC+6:30: 10 Jul 17:30 to 11 Jul 17:30".

    Args:
        first: First day, by the clocks there.
        last: Last day.
        country: ISO 3166-1 alpha-2; empty where it is not known.
    """
    days = local_days(first, last, country)
    said = {
        "zone": _say_zone(days.least),
        "other": _say_zone(days.most),
        "first": say_instant(days.begins),
        "last": say_instant(days.ends),
    }
    if not days.known:
        return _("local clocks not known: between %(first)s and %(last)s UTC") % said
    if not days.exact:
        return _("UTC%(zone)s to UTC%(other)s: between %(first)s and %(last)s UTC") % said
    return _("UTC%(zone)s: %(first)s to %(last)s UTC") % said


def _say_zone(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
