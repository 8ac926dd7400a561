"""Offices as the page of a person shows them: of which days they are said, and drawn on one line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from noharbor.desk.widgets.moments import say_moment
from noharbor.record.linkage.queries.offices import Office

#: Offices and publishers named in a row; the others are counted.
MOST_BESIDE = 3
MOST_PUBLISHERS = 3
#: Units of the line of time, and the least of them that can still be seen.
WIDTH, LEAST = 100.0, 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line of time, as SVG writes it."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """One line.

    Attributes:
        office: What sources call the person.
        period: Of which days it is said, no more exact than they are known; empty where none is.
        beside: Other offices said of the same days.
        publishers: Who says so.
        further: How many more say so.
        bar: Where the days lie among those of all offices; None where there is nothing to compare.
    """

    office: Office
    period: str
    beside: tuple[str, ...]
    publishers: tuple[str, ...]
    further: int
    bar: Bar | None


def offices_shown(offices: Sequence[Office]) -> tuple[OfficeShown, ...]:
    """Lay out the offices of one person, in their order."""
    return tuple(
        OfficeShown(
            office=one,
            period=say_period(one),
            beside=tuple(other.words[0] for other in offices if other is not one and one.is_beside(other))[
                :MOST_BESIDE
            ],
            publishers=one.publishers[:MOST_PUBLISHERS],
            further=max(0, len(one.publishers) - MOST_PUBLISHERS),
            bar=_bar(one, offices),
        )
        for one in offices
    )


def say_period(office: Office) -> str:
    """Say of which days an office is said: the moment of the first statement, and that of the last."""
    first, last = (
        say_moment(one.moment_first, one.moment_last, one.moment_precision) for one in (office.first, office.last)
    )
    if first and last and first != last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return first or last


def _bar(office: Office, offices: Sequence[Office]) -> Bar | None:
    dated = [
        (one.first.moment_first.toordinal(), one.last.moment_last.toordinal())
        for one in offices
        if one.first.moment_first and one.last.moment_last
    ]
    first, last = office.first.moment_first, office.last.moment_last
    if len(dated) < 2 or first is None or last is None:
        return None
    earliest, latest = min(begin for begin, _ in dated), max(end for _, end in dated)
    unit = WIDTH / (latest - earliest + 1)
    width = max((last.toordinal() - first.toordinal() + 1) * unit, LEAST)
    x = min((first.toordinal() - earliest) * unit, WIDTH - width)
    return Bar(f"{x:.2f}", f"{width:.2f}")
