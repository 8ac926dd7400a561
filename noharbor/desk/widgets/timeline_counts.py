"""The list beside a crowded timeline: what its bars and bands count, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.timeline_axis import Address
from noharbor.desk.widgets.timeline_bars import Units
from noharbor.desk.widgets.timeline_lanes import lane_name
from noharbor.desk.widgets.timeline_scale import Scale, say_period
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import By, Span

#: Rows for what names a period, beside those of the bars; those with the fewest statements are only counted.
MOST_PERIODS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """Some days, how many statements name them, and in words how many of these stand in each lane, most first."""

    words: str
    address: str
    statements: int
    lanes: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The list.

    Attributes:
        rows: By day.
        further: How many statements name periods that have no row.
    """

    rows: tuple[Row, ...]
    further: int


def counts_of(spans: Iterable[Span], scale: Scale, by: By, address: Address) -> Counts:
    """List what was counted.

    Args:
        spans: What surely fell in the period, and what may have.
        scale: What is shown.
        by: What the lanes stand for.
        address: From a period to its timeline.
    """
    units = Units(scale, address)
    in_units: dict[int, list[Span]] = defaultdict(list)
    named: dict[tuple[Period, str], list[Span]] = defaultdict(list)
    for span in spans:
        at = units.unit_of(span)
        if at is None:
            named[Period(span.first, span.last), span.precision].append(span)
        else:
            in_units[at].append(span)
    most = sorted(named.items(), key=lambda one: (-_statements(one[1]), one[0][0].first, one[0][0].last, one[0][1]))
    rows = [(units.all[at], say_period(units.all[at]), these) for at, these in in_units.items()]
    rows += [
        (period, say_moment(period.first, period.last, precision), these)
        for (period, precision), these in most[:MOST_PERIODS]
    ]
    rows.sort(key=lambda row: (row[0].first, row[0].last))
    return Counts(
        tuple(Row(words, address(period), _statements(these), _lanes(these, by)) for period, words, these in rows),
        sum(_statements(these) for _, these in most[MOST_PERIODS:]),
    )


def _statements(spans: Sequence[Span]) -> int:
    return sum(span.statements for span in spans)


def _lanes(spans: Sequence[Span], by: By) -> str:
    counts: Counter[str] = Counter()
    for span in spans:
        for code in span.lanes:
            counts[code] += span.statements
    # A no-break space keeps a number beside its name.
    most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    named = ((lane_name(code, by), say_number(number)) for code, number in most)
    return " · ".join(f"{name}\N{NO-BREAK SPACE}{number}" for name, number in named)
