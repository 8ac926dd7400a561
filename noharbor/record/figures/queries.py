"""The one way to read figures: worked out of the statements a member may read, and of no others."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from noharbor.record.access.decisions import is_closed_marking
from noharbor.record.access.models import Member
from noharbor.record.figures.counted import counted_by, may_count
from noharbor.record.figures.disagreements import Disagreement, are_all_compared, disagreements
from noharbor.record.figures.series import Series, series_of
from noharbor.record.figures.snapshots import AsOf, Origin, Published, Said, Scope, Snapshot, as_of, began, gathered
from noharbor.record.figures.speakers import Speaker, speaker_of
from noharbor.record.figures.vocabulary import Counted
from noharbor.record.reading import queries as reading
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING
from noharbor.science.bounds import Bounded
from noharbor.science.language.events import Bound
from noharbor.science.moments.moment import Moment, Precision

#: Statements that are looked at, newest first; whoever wants older ones narrows by what is counted and by state.
MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Row:
    """What a figure is worked out of: columns of a statement and of its source, called as queries call them."""

    pk: UUID
    kind: str
    count: int
    count_bound: str
    count_words: str
    cumulative: bool
    measure: str
    from_country: str
    to_country: str
    place: str
    place_name: str
    place_country: str
    speaker: str
    moment_first: datetime.date | None
    moment_last: datetime.date | None
    moment_precision: str
    moment_words: str
    moment_resolved_by: str
    state: str
    tlp: str
    detail__inherited: list[str] | None
    detail__nationalities: list[str] | None
    detail__countries: list[str] | None
    source: UUID
    source__publisher: str
    source__title: str
    source__name: str
    source__language: str
    source__reliability: str
    source__tlp: str
    source__published: datetime.date | None
    source__published_precision: str


_COLUMNS = tuple(column.name for column in fields(_Row))


@dataclass(frozen=True, slots=True)
class Listed:
    """A series in the list of all.

    Attributes:
        series: Which.
        snapshots: How many.
        speakers: How many speakers.
        newest: The day the newest is of; None where no day is known.
        disagreements: How many pairs do not agree.
    """

    series: Series
    snapshots: int
    speakers: int
    newest: AsOf | None
    disagreements: int


@dataclass(frozen=True, slots=True)
class Found:
    """What there is, and whether older statements were left out.

    Attributes:
        listed: The series: those in which something does not agree first, then those with most speakers.
        is_cut: Whether older statements were not looked at.
    """

    listed: tuple[Listed, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class SeriesSeen:
    """A series as a member sees it.

    Attributes:
        series: Which.
        snapshots: Newest first.
        disagreements: What does not agree, newest first.
        is_cut: Whether older statements were not looked at.
        are_all_compared: Whether what does not agree was looked for among all of them.
    """

    series: Series
    snapshots: tuple[Snapshot, ...]
    disagreements: tuple[Disagreement, ...]
    is_cut: bool
    are_all_compared: bool


def figures_visible_to(member: Member) -> QuerySet[Statement]:
    """Return the standing statements with a number above one that a member may read, of whatever kind.

    One is no figure: "a compound was raided" counts it because something has to stand there.
    """
    return reading.visible_to(member).filter(state__in=STANDING, count__gt=1)


def list_series(member: Member, *, counted: Counted | None = None, country: str = "") -> Found:
    """Return the series of which a member may read something.

    Args:
        member: Who looks.
        counted: Only what counts this; all without it.
        country: Only those about this state, ISO 3166-1 alpha-2, whether left, reached or where it happened.
    """
    rows = figures_visible_to(member).filter(may_count(counted))
    if country:
        rows = rows.filter(Q(place_country=country) | Q(from_country=country) | Q(to_country=country))
    newest = _newest(rows)
    series: defaultdict[Series, list[_Row]] = defaultdict(list)
    named: set[Series] = set()
    for row in newest[:MOST]:
        what = counted_by(row.kind, row.measure)
        if what is None or counted not in (None, what):
            continue
        own = series_of(what, row.from_country, row.to_country, row.place_country)
        named.add(own)
        for one in (own, *own.wider()):
            series[one].append(row)
    # What is only the sum of its parts is no series of its own: somebody has to speak of the whole.
    listed = [
        _listed(one, series[one]) for one in named if not country or country in (one.left, one.reached, one.country)
    ]
    return Found(tuple(sorted(listed, key=_most_telling)), len(newest) > MOST)


def series_seen_by(member: Member, series: Series) -> SeriesSeen | None:
    """Return a series as a member sees it; None where they may read nothing of it."""
    rows = _newest(figures_visible_to(member).filter(series.condition))
    here = [row for row in rows[:MOST] if counted_by(row.kind, row.measure) is series.counted]
    if not here:
        return None
    snapshots = gathered(_said(here, series))
    compared = tuple(_compared(series, snapshots))
    return SeriesSeen(series, tuple(snapshots), compared, len(rows) > MOST, are_all_compared(snapshots))


def _newest(rows: QuerySet[Statement]) -> list[_Row]:
    """The newest rows and one more, so that it can be told whether there are others; those without a date come last."""
    found: list[Any] = []
    for part in (
        rows.filter(moment_last__isnull=False).order_by("-moment_last", "-moment_first", "pk"),
        rows.filter(moment_last__isnull=True).order_by("pk"),
    ):
        if len(found) <= MOST:
            found += part.values_list(*_COLUMNS)[: MOST + 1 - len(found)]
    return [_Row(*row) for row in found]


def _listed(series: Series, rows: list[_Row]) -> Listed:
    snapshots = gathered(_said(rows, series))
    days = [one.best.as_of for one in snapshots if one.best.as_of is not None]
    return Listed(
        series,
        len(snapshots),
        len({one.best.speaker.key for one in snapshots}),
        max(days, key=lambda day: day.last, default=None),
        len(_compared(series, snapshots)),
    )


def _most_telling(listed: Listed) -> tuple[object, ...]:
    newest = listed.newest.last.toordinal() if listed.newest else 0
    return not listed.disagreements, -listed.speakers, -listed.snapshots, -newest, listed.series


def _compared(series: Series, snapshots: list[Snapshot]) -> list[Disagreement]:
    return [] if series.counted is Counted.OTHER else disagreements(snapshots)


def _said(rows: Iterable[_Row], series: Series) -> Iterator[Said]:
    for row in rows:
        moment = _moment(row)
        published = Published(row.source__published, row.source__published_precision)
        yield Said(
            origin=_origin(row),
            speaker=_speaker(row),
            number=Bounded(row.count, Bound(row.count_bound or Bound.EXACT)),
            words=row.count_words,
            cumulative=row.cumulative,
            as_of=as_of(moment, published, cumulative=row.cumulative),
            began=began(moment) if row.cumulative else None,
            scope=_scope(row, series),
        )


def _moment(row: _Row) -> Moment | None:
    if row.moment_first is None:
        return None
    precision = Precision(row.moment_precision or Precision.DAY)
    return Moment(row.moment_first, row.moment_last, precision, row.moment_words, row.moment_resolved_by)


def _origin(row: _Row) -> Origin:
    return Origin(
        statement=row.pk,
        state=row.state,
        source=row.source,
        title=row.source__title or row.source__name,
        publisher=row.source__publisher,
        language=row.source__language,
        grade=row.source__reliability,
        is_closed=is_closed_marking(row.tlp) or is_closed_marking(row.source__tlp),
    )


def _speaker(row: _Row) -> Speaker:
    publisher = row.source__publisher or row.source__title or row.source__name
    return speaker_of(row.speaker, publisher, row.source__language, tuple(row.detail__countries or ()))


def _scope(row: _Row, series: Series) -> Scope:
    """Whom a figure counts, as far as its own words limit it: a place from elsewhere in the text limits nothing."""
    country = row.from_country if series.counted is Counted.MOVED else series.country
    is_limit = row.place_country == country and "place" not in (row.detail__inherited or ())
    place = row.place or row.place_name
    is_limit = is_limit and bool(place) and place != f"country-{country.lower()}"
    nationalities = tuple(sorted(set(row.detail__nationalities or ()) - {row.to_country}))
    return Scope(
        reached=row.to_country if row.to_country != series.reached else "",
        left=row.from_country if row.from_country != series.left else "",
        place=place if is_limit else "",
        place_words=row.place_name if is_limit else "",
        nationalities=nationalities,
    )
