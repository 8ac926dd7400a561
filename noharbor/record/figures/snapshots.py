"""Snapshots of a series: what one speaker said of one scope as of one day, with all sources that repeat it."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from noharbor.record.figures.speakers import Speaker
from noharbor.record.figures.vocabulary import AsOfKnown
from noharbor.record.reading.vocabulary import StatementState
from noharbor.science.bounds import Bounded
from noharbor.science.moments.moment import DAY_OF_PUBLICATION, Moment, Precision

#: How far apart two days that are known may lie and still be "about the same day".
ABOUT_ONE_DAY = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Published:
    """When a source came out.

    Attributes:
        day: First day its date allows; None where it has none.
        precision: How exact the date is, one of `Precision`.
    """

    day: datetime.date | None
    precision: str


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day a figure is of.

    Attributes:
        first: First day the words allow.
        last: Last day they allow; the day itself where it is exact.
        precision: One of `Precision`.
        known: How it is known.
    """

    first: datetime.date
    last: datetime.date
    precision: str
    known: AsOfKnown

    def is_about(self, other: AsOf) -> bool:
        """Whether both are of about the same day; what is known as a month or a year must hold the other."""
        exact = self.first == self.last and other.first == other.last
        apart = ABOUT_ONE_DAY if exact else datetime.timedelta()
        return self.first - other.last <= apart and other.first - self.last <= apart


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a figure counts, within its series.

    Attributes:
        reached: The state people reached, where the series does not say it; ISO 3166-1 alpha-2 or empty.
        left: The state they left, the same way.
        place: Id of the gazetteer, or the words where it has none; empty for the whole state.
        place_words: The place as the source writes it.
        nationalities: ISO 3166-1 alpha-2, where those of some states alone are counted.
    """

    reached: str = ""
    left: str = ""
    place: str = ""
    place_words: str = ""
    nationalities: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, tuple[str, ...]]:
        """What makes two scopes one, however their places are spelt."""
        return self.reached, self.left, self.place, self.nationalities

    def is_part_of(self, other: Scope) -> bool:
        """Whether it is narrower in something and wider in nothing."""
        pairs = list(zip(self.key, other.key, strict=True))
        return self.key != other.key and all(mine == theirs or not theirs for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure stands.

    Attributes:
        statement: What states it.
        state: Where the statement stands: proposed or confirmed.
        source: Its source.
        title: What the source is called.
        publisher: Who published it; may be empty.
        language: BCP 47 tag; may be empty.
        grade: How far the source is trusted, A to F.
        is_closed: Whether reading it is an entry of the log.
    """

    statement: UUID
    state: str
    source: UUID
    title: str
    publisher: str
    language: str
    grade: str
    is_closed: bool

    @property
    def state_words(self) -> str:
        """Where the statement stands, in words."""
        return str(StatementState(self.state).label)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement's figure.

    Attributes:
        origin: Where it stands.
        speaker: Who says so.
        number: How many, with its bound.
        words: The number as the source writes it.
        cumulative: Whether it is a running total.
        as_of: The day it is of; None where neither it nor a day of publication is known.
        began: First day of the period it counts; None where that is not said.
        scope: Whom it counts.
    """

    origin: Origin
    speaker: Speaker
    number: Bounded
    words: str
    cumulative: bool
    as_of: AsOf | None
    began: datetime.date | None
    scope: Scope


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """What one speaker says of one scope as of one day. Each is itself: to compare all it holds would only cost time.

    Attributes:
        told: The statements that say it, the one whose day is known best first; at least one.
    """

    told: tuple[Said, ...]

    @property
    def best(self) -> Said:
        """The statement to show for it."""
        return self.told[0]

    @property
    def strand(self) -> tuple[object, ...]:
        """What snapshots share that may be joined: the speaker, the scope, the beginning of the period."""
        return self.best.speaker.key, self.best.scope.key, self.best.began


def as_of(moment: Moment | None, published: Published, *, cumulative: bool) -> AsOf | None:
    """Return the day a figure is of: what the words say, else the day of publication.

    Args:
        moment: What the statement says of when, where that is known.
        published: When its source came out.
        cumulative: Whether it is a running total, which is of the last day of what it counted through.
    """
    if moment is None or moment.first is None:
        if published.day is None:
            return None
        return AsOf(published.day, _end(published.day, published.precision), published.precision, AsOfKnown.PUBLISHED)
    # Where only a month or a year of publication is known, its first day stands for it.
    last = max(moment.last or moment.first, _end(moment.first, moment.precision))
    if moment.resolved_by == DAY_OF_PUBLICATION:
        return AsOf(moment.first, last, moment.precision, AsOfKnown.PUBLISHED)
    if cumulative and moment.precision in (Precision.RANGE, Precision.YEAR):
        return AsOf(last, last, Precision.DAY, AsOfKnown.STATED)
    return AsOf(moment.first, last, moment.precision, AsOfKnown.STATED)


def began(moment: Moment | None) -> datetime.date | None:
    """Return the first day of the period a total counts, where its words say it: a range, or one whole year."""
    if moment is None or moment.first is None or moment.resolved_by == DAY_OF_PUBLICATION:
        return None
    is_one_year = moment.precision is Precision.YEAR and re.findall(r"\d+", moment.words) == [str(moment.first.year)]
    return moment.first if moment.precision is Precision.RANGE or is_one_year else None


def gathered(figures: Iterable[Said]) -> list[Snapshot]:
    """Bring together what several sources repeat of one speaker; newest first, those of no day last.

    A running total is repeated where number, scope and speaker are the same about the same day; a single action only on
    the very same days, since eleven people may be caught twice in a week.
    """
    alike: defaultdict[object, list[Said]] = defaultdict(list)
    for one in figures:
        days = None if one.cumulative or one.as_of is None else (one.as_of.first, one.as_of.last)
        alike[one.speaker.key, one.scope.key, one.number, one.cumulative, one.began, days].append(one)
    found = [Snapshot(tuple(some)) for these in alike.values() for some in _about_one_day(these)]
    return sorted(found, key=_newest)


def _about_one_day(figures: list[Said]) -> list[list[Said]]:
    """Part figures that are alike in all but the day; of no day, each stands for itself."""
    parts: list[list[Said]] = []
    for one in sorted(figures, key=_surest):
        home = next((part for part in parts if _may_join(one, part[0])), None)
        if home is None:
            parts.append([one])
        else:
            home.append(one)
    return parts


def _may_join(one: Said, other: Said) -> bool:
    return one.as_of is not None and other.as_of is not None and one.as_of.is_about(other.as_of)


def _surest(one: Said) -> tuple[object, ...]:
    """Stated days first, exact ones first, then the earliest."""
    if one.as_of is None:
        return 2, 0, 0, str(one.origin.statement)
    spread = (one.as_of.last - one.as_of.first).days
    return one.as_of.known is not AsOfKnown.STATED, spread, one.as_of.last.toordinal(), str(one.origin.statement)


def _newest(snapshot: Snapshot) -> tuple[object, ...]:
    day = snapshot.best.as_of
    return (
        day is None,
        -day.last.toordinal() if day else 0,
        -snapshot.best.number.value,
        str(snapshot.best.origin.statement),
    )


def _end(day: datetime.date, precision: str) -> datetime.date:
    """The last day a date allows."""
    if precision == Precision.YEAR:
        return day.replace(month=12, day=31)
    if precision == Precision.MONTH:
        following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return following - datetime.timedelta(days=1)
    return day
