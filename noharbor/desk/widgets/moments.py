"""A moment in words, no more exact than it is known."""

from __future__ import annotations

import datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from noharbor.science.moments.moment import DAY_OF_PUBLICATION, Precision

#: How words became days, as `Moment.resolved_by` says it, alphabetical; a phrase not listed repeats the words.
RESOLVED_BY_LABELS: dict[str, Promise] = {
    "counted from the moment before": gettext_lazy("counted from the moment before"),
    DAY_OF_PUBLICATION: gettext_lazy("day of publication"),
    "day of the month of publication": gettext_lazy("day of the month of publication"),
    "end of the period": gettext_lazy("end of the period"),
    "first such day from publication on": gettext_lazy("first such day from publication on"),
    "latest such day": gettext_lazy("latest such day"),
    "latest such day of a month": gettext_lazy("latest such day of a month"),
    "latest such month": gettext_lazy("latest such month"),
    "next such month": gettext_lazy("next such month"),
    "no moment before": gettext_lazy("no moment before"),
    "no publication date": gettext_lazy("no publication date"),
    "period before publication": gettext_lazy("period before publication"),
    "said to be recent": gettext_lazy("said to be recent"),
    "so long before publication": gettext_lazy("so long before publication"),
    "so many day before publication": gettext_lazy("so long before publication"),
    "so many days before publication": gettext_lazy("so long before publication"),
    "so many month before publication": gettext_lazy("so long before publication"),
    "so many months before publication": gettext_lazy("so long before publication"),
    "so many week before publication": gettext_lazy("so long before publication"),
    "so many weeks before publication": gettext_lazy("so long before publication"),
    "so many year before publication": gettext_lazy("so long before publication"),
    "so many years before publication": gettext_lazy("so long before publication"),
    "weekday after publication": gettext_lazy("weekday after publication"),
    "weekday before publication": gettext_lazy("weekday before publication"),
    "year of publication": gettext_lazy("year of publication"),
    "year of the same sentence": gettext_lazy("year of the same sentence"),
}


def say_moment(first: datetime.date | None, last: datetime.date | None, precision: str) -> str:
    """Say when, by precision: "19 Aug 2023", "2 to 5 May 2023", "Jan 2023 to Oct 2023", "2023", "shortly before …".

    Args:
        first: First day the words allow.
        last: Last day the words allow.
        precision: One of `Precision`; empty when nothing was said.

    Returns:
        Words in the reader's language; empty when nothing is known.
    """
    if first is None:
        return _("recently, no day given") if precision == Precision.RECENT else ""
    last = last or first
    if precision == Precision.RECENT:
        return _("shortly before %(day)s") % {"day": _day(last)}
    if precision in (Precision.MONTH, Precision.YEAR):
        known = _("Y") if precision == Precision.YEAR else _("M Y")
        begin, end = date_format(first, known), date_format(last, known)
    else:
        begin, end = (_day(first), _day(last)) if first == last else _ends(first, last)
    return begin if begin == end else _("%(first)s to %(last)s") % {"first": begin, "last": end}


def _day(day: datetime.date) -> str:
    # Translators: Django's date format for a day, for instance 19 Aug 2023.
    return date_format(day, _("j M Y"))


def _ends(first: datetime.date, last: datetime.date) -> tuple[str, str]:
    """Both days of a range, without saying twice what they share: English leaves it out first, Chinese afterwards."""
    if (first.year, first.month) == (last.year, last.month):
        # Translators: Django's date formats for a range within one month: 2 (to) 5 May 2023.
        return date_format(first, _("j")), date_format(last, pgettext("last day of a range within one month", "j M Y"))
    if first.year == last.year:
        # Translators: Django's date formats for a range within one year: 2 May (to) 5 Jun 2023.
        return date_format(first, _("j M")), date_format(last, pgettext("last day of a range within one year", "j M Y"))
    return _day(first), _day(last)
