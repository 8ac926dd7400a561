"""A moment in words, no more exact than it is known."""

from __future__ import annotations

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from noharbor.science.moments.moment import Precision


def say_moment(first: datetime.date | None, last: datetime.date | None, precision: str) -> str:
    """Say when, by precision: "19 Aug 2023", "2–5 May 2023", "Aug 2023", "2023", "shortly before …".

    Args:
        first: First day the words allow.
        last: Last day the words allow.
        precision: One of `Precision`; empty when nothing was said.

    Returns:
        Words in the reader's language; empty when nothing is known.
    """
    if first is None:
        return _("recently, no day given") if precision == Precision.RECENT else ""
    if precision == Precision.YEAR:
        return date_format(first, "Y")
    if precision == Precision.MONTH:
        return date_format(first, _("M Y"))
    if precision == Precision.RECENT:
        return _("shortly before %(day)s") % {"day": _day(last or first)}
    if last and last != first:
        return _("%(first)s to %(last)s") % {"first": _shortened(first, last), "last": _day(last)}
    return _day(first)


def _day(day: datetime.date) -> str:
    # Translators: Django's date format for a day, for instance 19 Aug 2023.
    return date_format(day, _("j M Y"))


def _shortened(first: datetime.date, last: datetime.date) -> str:
    """The first day of a range, without what the last day says anyway."""
    if (first.year, first.month) == (last.year, last.month):
        # Translators: Django's date format for the first day of a range within one month: 2 (to 5 May 2023).
        return date_format(first, _("j"))
    if first.year == last.year:
        # Translators: Django's date format for the first day of a range within one year: 2 May (to …).
        return date_format(first, _("j M"))
    return _day(first)
