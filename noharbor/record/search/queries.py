"""The one way to find: what answers a question, as far as the member may read it; never counted beyond that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.access.queries import readable
from noharbor.record.intake.models import Source
from noharbor.record.linkage.queries.appearances import visible_to as visible_appearances
from noharbor.record.reading.queries import STANDING, may_be_read
from noharbor.record.search.index import Field, Wanted
from noharbor.record.search.models import Findable
from noharbor.record.search.numbers import range_of
from noharbor.record.search.vocabulary import FoundKind
from noharbor.science.words.question import NOTHING, Question

#: What is shown of each kind is fetched with it.
_SHOWN = {
    FoundKind.NAME: ("source", "appearance"),
    FoundKind.SOURCE: ("source", "text"),
    FoundKind.STATEMENT: ("statement__source",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for.

    Attributes:
        words: Everything is looked through for these.
        place: What statements say where it happened.
        speaker: Who said so; for a source, who published it.
        event: A kind of event, as `EventType` names it.
        first: Things of this day and later; for a source, the day of publication.
        last: Things of this day and earlier.
        grade: Sources trusted at least so far; "" for all.
    """

    words: Question
    place: Question = NOTHING
    speaker: Question = NOTHING
    event: str = ""
    first: datetime.date | None = None
    last: datetime.date | None = None
    grade: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.place or self.speaker)

    def asks_of(self, kind: FoundKind) -> bool:
        """Return whether things of a kind can answer at all: only statements have a place and a kind of event."""
        if kind is FoundKind.STATEMENT:
            return bool(self)
        of_events = self.place or self.event
        return bool(self) and not of_events and not (kind is FoundKind.NAME and self.speaker)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of what was found ended: among those that answer by their title, or the others."""

    number: int
    by_title: bool

    def __str__(self) -> str:
        return f"{'title' if self.by_title else 'words'}.{self.number}"

    @classmethod
    def parse(cls, written: str) -> Cursor | None:
        """Read what `str` wrote; None when it is anything else, so that a mangled address shows the first page."""
        part, _, number = written.partition(".")
        if part not in {"title", "words"} or not (number.isascii() and number.isdigit() and len(number) <= 19):
            return None
        return cls(min(int(number), 2**63 - 1), part == "title")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found.

    Attributes:
        rows: With all that is shown of them; first sources whose title answers, then all others, each newest first.
        following: Where the next page begins; None on the last.
        count: How many there are on all pages, up to one more than the cap.
    """

    rows: tuple[Findable, ...] = ()
    following: Cursor | None = None
    count: int = 0


def found(member: Member, asked: Asked, kind: FoundKind, *, after: Cursor | None = None, size: int, cap: int) -> Found:
    """Find what answers a question, as far as a member may read it.

    Args:
        member: Who looks.
        asked: For what.
        kind: Among things of this kind.
        after: Where the page before ended; None for the first page.
        size: Rows of a page.
        cap: No more are counted than one beyond this; at least twice `size`.
    """
    wanted = _wanted(asked)
    # Nothing is asked of the words alone: how long the answer takes must not tell what hidden sources say.
    if not asked.asks_of(kind) or (kind is FoundKind.NAME and not _is_in_readable_source(member, wanted)):
        return Found()
    rows = _readable(member, asked, kind)
    counted = _numbers(rows, wanted, cap + 1)
    if not counted:
        return Found()
    titles = _titles(asked, wanted, kind)
    first: list[int] = []
    if titles and (after is None or after.by_title):
        first = _numbers(rows, titles, size + 1, before=after.number if after else None)
    if len(first) > size:
        then: list[int] = []
    elif after is None:
        # What was counted is the page already, but for what comes first.
        then = [number for number in counted[: 2 * size + 1] if number not in first]
    else:
        others = replace(wanted, not_within=((Field.TITLE, asked.words),)) if titles else wanted
        then = _numbers(rows, others, size + 1, before=None if after.by_title else after.number)
    in_order = [*((number, True) for number in first), *((number, False) for number in then)]
    following = Cursor(*in_order[size - 1]) if len(in_order) > size else None
    return Found(tuple(_shown(kind, [number for number, _ in in_order[:size]])), following, len(counted))


def _is_in_readable_source(member: Member, wanted: Wanted) -> bool:
    """Whether a name answers in a source whose words the member may read: a quick look before the long one.

    Whether a name may be seen hangs on statements too, which takes three times as long to ask.
    """
    rows = _of_kind(FoundKind.NAME).filter(words__index__answers=wanted)
    return rows.filter(readable(member, kind=Source.KIND, prefix="source__")).exists()


def _numbers(rows: QuerySet[Findable], wanted: Wanted, most: int, *, before: int | None = None) -> list[int]:
    found_ones = rows.filter(words__index__answers=wanted).order_by("-words__findable_id")
    if before is not None:
        found_ones = found_ones.filter(words__findable__lt=before)
    return list(found_ones.values_list("number", flat=True)[:most])


def _shown(kind: FoundKind, numbers: list[int]) -> Iterator[Findable]:
    """Fetch rows by the numbers of those that may be read, in their order."""
    rows = Findable.objects.select_related(*_SHOWN[kind]).in_bulk(numbers)
    return (rows[number] for number in numbers)


def _wanted(asked: Asked) -> Wanted:
    within = ((Field.PLACE, asked.place), (Field.SPEAKER, asked.speaker))
    return Wanted(asked.words, tuple((field, question) for field, question in within if question))


def _titles(asked: Asked, wanted: Wanted, kind: FoundKind) -> Wanted | None:
    """What sources have to answer to come first; None where the order is by day alone."""
    if kind is not FoundKind.SOURCE or not asked.words:
        return None
    return replace(wanted, anywhere=NOTHING, within=(*wanted.within, (Field.TITLE, asked.words)))


def _readable(member: Member, asked: Asked, kind: FoundKind) -> QuerySet[Findable]:
    return _of_kind(kind).filter(_may_be_read(member, kind), _fits(asked, kind))


def _of_kind(kind: FoundKind) -> QuerySet[Findable]:
    lowest, highest = range_of(kind)
    return Findable.objects.filter(words__findable__gte=lowest, words__findable__lte=highest)


def _may_be_read(member: Member, kind: FoundKind) -> Q:
    """The condition that a row may be read, by the rules of the stage it comes from."""
    if kind is FoundKind.STATEMENT:
        return may_be_read(member, "statement__") & Q(statement__state__in=STANDING)
    if kind is FoundKind.NAME:
        return Q(Exists(visible_appearances(member).filter(pk=OuterRef("appearance"), stands=True)))
    return readable(member, kind=Source.KIND, prefix="source__")


def _fits(asked: Asked, kind: FoundKind) -> Q:
    """The condition that a row is of the day, the kind of event and the grade asked for."""
    is_statement = kind is FoundKind.STATEMENT
    # An event counts when the days its words allow reach into the period.
    earliest, latest = (
        ("statement__moment_first", "statement__moment_last")
        if is_statement
        else ("source__published", "source__published")
    )
    said = {
        f"{latest}__gte": asked.first,
        f"{earliest}__lte": asked.last,
        "source__reliability__lte": asked.grade or None,
        "statement__kind": asked.event or None,
    }
    return Q(**{path: value for path, value in said.items() if value is not None})
