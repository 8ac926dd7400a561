"""The lanes of a timeline: few statements are drawn one by one, many as bars of counts."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from noharbor.desk.widgets.addresses import lit_address
from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.statements import how_many, kind_label, movement, summary, where
from noharbor.desk.widgets.timeline_axis import Address
from noharbor.desk.widgets.timeline_bars import Bar, Units
from noharbor.desk.widgets.timeline_marks import BARS, ROW, Mark, Piece, Rows, in_rows
from noharbor.desk.widgets.timeline_scale import Scale
from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import By, Span, days_of, lanes_of
from noharbor.record.reading.vocabulary import EVENT_TYPE_LABELS

#: Lanes that are drawn; those with the fewest statements share the last.
MOST_LANES = 16
#: Periods that are drawn in a lane, and rows they may take, the ones with the most statements first.
MOST_PERIODS, MOST_ROWS = 12, 4
#: The code of the lane that the smallest share.
OTHERS = "others"

Narrowed = Callable[[str], str]


@dataclass(slots=True)
class Lane:
    """One lane.

    Attributes:
        code: A kind, or a state's ISO 3166-1 alpha-2; empty where none is known, `OTHERS` for the smallest together.
        name: In words.
        address: The timeline of this lane alone; empty where there is no such.
        statements: How many surely fell in the period.
        reaching: How many more may have.
        bars: Counts.
        marks: Single statements, and what names a period.
        height: Pixels.
        further: How many statements found no room.
    """

    code: str
    name: str
    address: str
    statements: int = 0
    reaching: int = 0
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    height: int = ROW
    further: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """Where marks and lanes lead.

    Attributes:
        zoomed: From a period to its timeline.
        narrowed: From the code of a lane to the timeline of that lane alone.
        periods: Words and addresses of what was named already: lanes name the same periods.
    """

    zoomed: Address
    narrowed: Narrowed
    periods: dict[tuple[datetime.date, datetime.date, str], tuple[str, str]] = field(default_factory=dict)

    def period(self, first: datetime.date, last: datetime.date, precision: str) -> tuple[str, str]:
        """Return in words when that is, and the address of its timeline."""
        key = first, last, precision
        if key not in self.periods:
            self.periods[key] = say_moment(*key), self.zoomed(Period(first, last))
        return self.periods[key]


def lane_name(code: str, by: By) -> str:
    """Name a lane."""
    if code == OTHERS:
        return _("all others")
    if by is By.KIND:
        return kind_label(code)
    if code:
        return country_name(code)
    return _("no state named") if by is By.PARTY else _("no state or region known")


def told_lanes(
    statements: Sequence[Statement], reaching: Sequence[Span], scale: Scale, by: By, links: Links
) -> tuple[Lane, ...]:
    """Draw statements one by one, and what reaches into the period by its counts.

    Args:
        statements: What surely fell in the period, in order.
        reaching: What may have.
        scale: Where days stand.
        by: What the lanes stand for.
        links: Where marks and lanes lead.
    """
    single = Counter(code for statement in statements for code in lanes_of(statement, by))
    shown = _shown_in(single, {code for span in reaching for code in span.lanes}, by)
    kinds = {statement.kind for statement in statements}
    pieces: dict[str, list[Piece]] = defaultdict(list)
    for statement in statements:
        for code in dict.fromkeys(shown[code] for code in lanes_of(statement, by)):
            pieces[code].append(_told(statement, by, with_kind=by is not By.KIND and len(kinds) > 1))
    spans = _by_lane(reaching, shown)
    lanes = []
    for code in dict.fromkeys(shown.values()):
        lane = _lane(code, by, links)
        laid = _periods(spans[code], scale, links)
        alone = in_rows(pieces[code], scale, top=laid.height, most=len(statements) + 1)
        lane.marks, lane.height, lane.further = laid.marks + alone.marks, max(alone.height, ROW), laid.further
        lane.statements, lane.reaching = len(pieces[code]), sum(span.statements for span in spans[code])
        lanes.append(lane)
    return tuple(lanes)


def counted_lanes(spans: Sequence[Span], scale: Scale, by: By, links: Links) -> tuple[Lane, ...]:
    """Draw statements by their counts: a bar for each unit of the scale, and a band for each period that is named.

    Args:
        spans: What surely fell in the period, and what may have.
        scale: Where days stand.
        by: What the lanes stand for.
        links: Where marks and lanes lead.
    """
    inside: Counter[str] = Counter()
    for span in spans:
        inside.update(dict.fromkeys(span.lanes, span.statements if span.within(scale.period) else 0))
    shown = _shown_in(inside, set(inside), by)
    grouped = _by_lane(spans, shown)
    units = Units(scale, links.zoomed)
    counted = {code: units.sorted_into(these) for code, these in grouped.items()}
    highest = max((count for bars, _ in counted.values() for count in bars.values()), default=1)
    lanes = []
    for code in dict.fromkeys(shown.values()):
        bars, rest = counted[code]
        lane = _lane(code, by, links)
        lane.bars = [units.bar(at, count, highest) for at, count in sorted(bars.items())]
        laid = _periods(rest, scale, links, top=BARS if bars else 0)
        lane.marks, lane.height, lane.further = laid.marks, max(laid.height, ROW), laid.further
        lane.statements = sum(span.statements for span in grouped[code] if span.within(scale.period))
        lane.reaching = sum(span.statements for span in grouped[code]) - lane.statements
        lanes.append(lane)
    return tuple(lanes)


def _shown_in(inside: Counter[str], codes: set[str], by: By) -> dict[str, str]:
    """The lane of each code, in the order of the lanes: its own, or the one that the smallest share."""
    named = {*inside, *codes}
    if by is By.KIND:
        kinds = [kind.value for kind in EVENT_TYPE_LABELS]
        return {code: code for code in sorted(named, key=kinds.index)}
    ordered = sorted(named, key=lambda code: (-inside[code], code))
    own = set(ordered if len(ordered) <= MOST_LANES else ordered[: MOST_LANES - 1])
    # What is not known stands last, but before those that share a lane.
    ordered.sort(key=lambda code: (code not in own, not code))
    return {code: code if code in own else OTHERS for code in ordered}


def _lane(code: str, by: By, links: Links) -> Lane:
    return Lane(code, lane_name(code, by), links.narrowed(code) if code not in ("", OTHERS) else "")


def _by_lane(spans: Iterable[Span], shown: dict[str, str]) -> dict[str, list[Span]]:
    grouped: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        for code in dict.fromkeys(shown[code] for code in span.lanes):
            grouped[code].append(span)
    return grouped


def _periods(spans: Iterable[Span], scale: Scale, links: Links, top: int = 0) -> Rows:
    """Draw each period that is named once, the ones with the most statements first."""
    together: Counter[tuple[datetime.date, datetime.date, str, str]] = Counter()
    for span in spans:
        country = span.country if scale.in_hours else ""
        together[span.first, span.last, span.precision, country] += span.statements
    pieces = []
    most = sorted(together.items(), key=lambda one: (-one[1], one[0]))[:MOST_PERIODS]
    for (first, last, precision, country), statements in most:
        words, address = links.period(first, last, precision)
        number = say_number(statements)
        said = ngettext("%(when)s: %(number)s statement", "%(when)s: %(number)s statements", statements)
        said %= {"when": words, "number": number}
        labels = _("%(when)s: %(number)s") % {"when": words, "number": number}, number
        pieces.append(Piece(first, last, precision, country, labels, said, address, statements))
    laid = in_rows(pieces, scale, top=top, most=MOST_ROWS)
    laid.further += together.total() - sum(piece.statements for piece in pieces)
    return laid


def _told(statement: Statement, by: By, *, with_kind: bool) -> Piece:
    """One statement, with what may stand beside it: what all of its lane share is left out."""
    kind = kind_label(statement.kind) if with_kind else ""
    place = statement.place_name if by is By.COUNTRY else where(statement)
    number, moved = how_many(statement), movement(statement)
    candidates = ((kind, number, moved or place), (kind, place), (kind, number), (kind_label(statement.kind),))
    said = (" · ".join(part for part in parts if part) for parts in candidates)
    first, last = days_of(statement)
    return Piece(
        first=first,
        last=last,
        precision=statement.moment_precision,
        country=statement.place_country,
        labels=tuple(dict.fromkeys(label for label in said if label)),
        words=summary(statement),
        address=lit_address(statement),
        statements=1,
        beside=True,
        id=f"s-{statement.pk}",
    )
