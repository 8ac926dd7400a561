"""What waits to be made findable, and one step of it. The tables are the queue: upstream minus mine."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator
from time import monotonic
from typing import TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import (
    Count,
    F,
    Max,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce

from noharbor.record.intake.models import Source, SourceText
from noharbor.record.linkage.models import Appearance, Linked, ListReading
from noharbor.record.reading.models import Reading, Review, Statement
from noharbor.record.reading.queries import STANDING
from noharbor.record.search import index
from noharbor.record.search.models import Findable, Searched
from noharbor.record.search.numbers import number_of
from noharbor.record.search.parts import parts_of
from noharbor.record.search.saying import said_by_name, said_by_source, said_by_statement
from noharbor.record.search.vocabulary import FoundKind

log = logging.getLogger(__name__)

Row = TypeVar("Row", bound=Model)

#: Counted up when what is indexed of a thing, or how words are cut, changes: everything is indexed anew.
VERSION = "words 1"
#: Rows of one query.
_AT_ONCE = 500
#: After this time it is looked again whether something waits, although nothing seems to have happened.
_LOOK_AGAIN_SECONDS = 600.0

#: Sources that could not be indexed in this process: they are not tried again until the program is another.
_tripped: set[UUID] = set()
#: The newest of everything when nothing waited, and when that was, as far as this process knows.
_settled: tuple[object, float] = (None, 0.0)


def _newest_of_source() -> dict[str, Coalesce]:
    """The newest of all that a source's findable things are made from, as `Searched` keeps it."""
    lists = ListReading.objects.filter(table__source=OuterRef("pk"), current=True).order_by().values("table__source")
    links = Linked.objects.filter(text__source=OuterRef("pk"), text__current=True)
    newest = {
        "text": SourceText.objects.filter(source=OuterRef("pk"), current=True).values("pk")[:1],
        "reading": Reading.objects.filter(text__source=OuterRef("pk")).order_by("-pk").values("pk")[:1],
        "review": Review.objects.filter(statement__source=OuterRef("pk")).order_by("-pk").values("pk")[:1],
        "list_reading": lists.annotate(newest=Max("pk")).values("newest"),
        "looked_up": lists.annotate(all=Sum("looked_up")).values("all"),
        "linked_reading": links.values("reading")[:1],
        "linked_review": links.values("review")[:1],
    }
    return {f"newest_{name}": Coalesce(Subquery(one), 0) for name, one in newest.items()}


def waiting() -> QuerySet[Source]:
    """Return the sources of which something cannot be found yet, or is found that no longer stands, oldest first."""
    newest = _newest_of_source()
    same = {f"searched__{name.removeprefix('newest_')}": F(name) for name in newest}
    return Source.objects.annotate(**newest).exclude(searched__version=VERSION, **same).order_by("received_at", "pk")


def pending(limit: int = 100) -> Iterator[UUID]:
    """Give the sources that wait, at most `limit`; while nothing happens in the node, nothing is looked at."""
    global _settled
    newest = _newest()
    before, at = _settled
    if newest == before and monotonic() - at < _LOOK_AGAIN_SECONDS:
        return
    found = list(waiting().exclude(pk__in=_tripped).values_list("pk", flat=True)[:limit])
    if not found:
        _settled = newest, monotonic()
    yield from found


def _newest() -> tuple[object, ...]:
    """The newest of everything in the node: quickly asked, and the same as long as nothing happens."""
    lists = ListReading.objects.filter(current=True).aggregate(Max("pk"), Sum("looked_up"))
    links = Linked.objects.aggregate(Max("reading"), Max("review"), Count("pk"))
    others = (model.objects.aggregate(Max("pk"))["pk__max"] for model in (SourceText, Reading, Review))
    # Sources without words or lists are told by their number alone.
    counts = (Source.objects.count(), Searched.objects.count())
    return (*lists.values(), *links.values(), *others, *counts)


def step(limit: int = 100) -> int:
    """Make findable what waits, at most `limit` sources.

    Safe to run twice and side by side: whoever comes second finds it done and lets it be.

    Returns:
        How many sources were brought up to date.
    """
    return sum(map(_try, list(pending(limit))))


def _try(source: UUID) -> bool:
    try:
        return index_one(source)
    except (InterfaceError, OperationalError):
        # The database is away: nothing is wrong with the source, and it is tried again.
        raise
    except Exception:
        # One source that cannot be indexed must not keep all others from being found.
        log.exception("source %s could not be made findable", source)
        _tripped.add(source)
        return False


@transaction.atomic
def index_one(identifier: UUID) -> bool:
    """Bring what can be found of one source up to date; return False where it was already."""
    searched, _ = Searched.objects.select_for_update().get_or_create(source_id=identifier)
    source = waiting().filter(pk=identifier).first()
    if source is None:
        return False
    if searched.version != VERSION:
        _forget(Findable.objects.filter(source=source))
    _keep_statements(searched)
    _keep_names(searched)
    _keep_text(searched)
    for name in _newest_of_source():
        setattr(searched, name.removeprefix("newest_"), getattr(source, name))
    searched.version = VERSION
    searched.save()
    return True


def _keep_statements(searched: Searched) -> None:
    standing = Statement.objects.filter(source=searched.source, state__in=STANDING)
    known = Findable.objects.filter(source=searched.source, statement__isnull=False)
    _forget(known.exclude(statement__in=standing))
    new = standing.exclude(pk__in=known.values("statement")).order_by("passage_start", "made_at", "pk")
    for statements in _some(new):
        places = range(searched.statement_count, searched.statement_count + len(statements))
        searched.statement_count += len(statements)
        rows = [
            Findable(
                number=number_of(FoundKind.STATEMENT, one.moment_first, source=searched.pk, place=place),
                source=searched.source,
                statement=one,
            )
            for place, one in zip(places, statements, strict=True)
        ]
        Findable.objects.bulk_create(rows)
        index.put((row.number, said_by_statement(one)) for row, one in zip(rows, statements, strict=True))


def _keep_names(searched: Searched) -> None:
    standing = Appearance.objects.filter(source=searched.source, stands=True)
    known = Findable.objects.filter(source=searched.source, appearance__isnull=False)
    _forget(known.exclude(appearance__in=standing))
    new = standing.exclude(pk__in=known.values("appearance")).order_by("at", "passage_start", "pk")
    day = _day_of(searched.source)
    for names in _some(new):
        places = range(searched.name_count, searched.name_count + len(names))
        searched.name_count += len(names)
        rows = [
            Findable(
                number=number_of(FoundKind.NAME, day, source=searched.pk, place=place),
                source=searched.source,
                appearance=one,
            )
            for place, one in zip(places, names, strict=True)
        ]
        Findable.objects.bulk_create(rows)
        index.put((row.number, said_by_name(one)) for row, one in zip(rows, names, strict=True))


def _keep_text(searched: Searched) -> None:
    source = searched.source
    text = SourceText.objects.filter(source=source, current=True).first()
    known = Findable.objects.filter(source=source, statement=None, appearance=None)
    if known.exists() and not known.exclude(text=text).exists():
        return
    _forget(known)
    words = text.text if text else ""
    rows = [
        Findable(
            number=number_of(FoundKind.SOURCE, _day_of(source), source=searched.pk, place=place),
            source=source,
            text=text,
            start=start,
            end=end,
        )
        for place, (start, end) in enumerate(parts_of(words))
    ]
    Findable.objects.bulk_create(rows, batch_size=_AT_ONCE)
    index.put((row.number, said_by_source(source, words[row.start : row.end], is_first=not row.start)) for row in rows)


def _day_of(source: Source) -> datetime.date:
    return source.published or source.received_at.date()


def _some(rows: QuerySet[Row]) -> Iterator[list[Row]]:
    kept = list(rows)
    for at in range(0, len(kept), _AT_ONCE):
        yield kept[at : at + _AT_ONCE]


def _forget(findable: QuerySet[Findable]) -> None:
    numbers = list(findable.values_list("number", flat=True))
    index.drop(numbers)
    for at in range(0, len(numbers), _AT_ONCE):
        Findable.objects.filter(pk__in=numbers[at : at + _AT_ONCE]).delete()
