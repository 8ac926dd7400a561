"""What waits to be linked, and one step of linking it: texts that were read or judged anew, and people of lists."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from time import monotonic

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from noharbor.record.intake.models import SourceText
from noharbor.record.linkage import versions
from noharbor.record.linkage.actions.judgements import propose
from noharbor.record.linkage.appearing import keep_clues, keep_named, keep_numbers, let_numbers_fall
from noharbor.record.linkage.known_names import KnownNames, known_names
from noharbor.record.linkage.lookup import may_be
from noharbor.record.linkage.models import Appearance, Linked, ListReading
from noharbor.record.linkage.naming import IdentifierSearch, Names, named_by, named_in, named_on_list, region_of
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Reading, Review, Statement
from noharbor.record.reading.queries import STANDING
from noharbor.science.matching.errors import IndexBusy, IndexDamaged, IndexMissing

log = logging.getLogger(__name__)

#: Counted up when what is named, or by what people are looked for, changes what comes out.
VERSION = "links 1"
#: How long one step takes, about, so that new reports get their turn; and people looked up in one transaction.
STEP_SECONDS, _PEOPLE_AT_ONCE = 1.0, 10
#: Texts, readings and reviews that every step looks at, the newest.
_NEWEST = 500
#: Any number, as long as nobody else on the database server locks by it: the letters of "names".
_LOCK = 0x6E616D6573

#: All texts are looked at when a process begins, and then so often: another may have left work undone.
_LOOK_AT_ALL_SECONDS = 600.0

#: When this process need not look at all texts again before, by its own clock; 0.0 where it should at once.
_settled_until = 0.0
#: Texts that could not be linked in this process: they are not tried again until the program is another.
_tripped: set[int] = set()


def unlinked() -> QuerySet[SourceText]:
    """Return the current texts whose words, or what was read and judged of them since, are not linked; oldest first."""
    reading = Reading.objects.filter(text=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    review = Review.objects.filter(statement__source=OuterRef("source")).order_by("-pk").values("pk")[:1]
    return (
        SourceText.objects.filter(current=True)
        .annotate(newest_reading=Coalesce(Subquery(reading), 0), newest_review=Coalesce(Subquery(review), 0))
        .exclude(
            linked__engine_version=VERSION,
            linked__reading=F("newest_reading"),
            linked__review=F("newest_review"),
        )
        .select_related("source__owner")
        .order_by("pk")
    )


def lists_not_looked_up() -> QuerySet[ListReading]:
    """Return the lists some of whose people were not looked for in other sources, oldest first."""
    done = Q(looked_up_by=VERSION, looked_up__gte=F("people"))
    return ListReading.objects.filter(~done, current=True).select_related("table__source").order_by("pk")


def pending(limit: int = 100) -> list[SourceText]:
    """Give the texts that wait, at most `limit`: those where something happened lately before any other."""
    global _settled_until
    untried = unlinked().exclude(pk__in=_tripped)
    found = list(untried.filter(_is_new())[: limit + 1])
    if len(found) > limit:
        # There may be more than those that were looked at.
        _settled_until = 0.0
    elif not found and monotonic() >= _settled_until:
        found = list(untried[: limit + 1])
        _settled_until = monotonic() + _LOOK_AT_ALL_SECONDS if len(found) <= limit else 0.0
    return found[:limit]


def _is_new() -> Q:
    readings = Reading.objects.order_by("-pk").values_list("text", flat=True)
    reviews = Review.objects.order_by("-pk").values_list("statement__source", flat=True)
    texts = SourceText.objects.order_by("-pk").values_list("pk", flat=True)
    return Q(pk__in={*readings[:_NEWEST], *texts[:_NEWEST]}) | Q(source__in={*reviews[:_NEWEST]})


def step(limit: int = 100) -> int:
    """Link what waits, for about a second: at most `limit` texts, then people of lists.

    Safe to run twice and side by side: whoever comes second finds it linked and lets it be.

    Returns:
        How many texts were linked and people looked up, at least 1 while a long text is searched.
    """
    begun = monotonic()

    def is_time_up() -> bool:
        return monotonic() - begun >= STEP_SECONDS

    texts = pending(limit)
    if not texts and not lists_not_looked_up().exists():
        return 0
    names = known_names()
    try:
        names.get_ready()
        done = 0
        for text in texts:
            done += link_one(text, names, is_time_up)
            if is_time_up():
                # More may wait, and there is a search to go on with.
                return max(done, 1)
        return done + look_up_lists(names, is_time_up)
    except IndexBusy:
        # Another process makes the index or adds many names to it. What waits is still there afterwards.
        return 0
    except (IndexDamaged, IndexMissing):
        log.warning("The index of names is damaged or gone; it is made anew from the tables.")
        names.drop()
        return 0


def waiting() -> int:
    """Return how many texts wait to be linked, and people of lists to be looked for."""
    left = (reading.people - reading.looked_up * (reading.looked_up_by == VERSION) for reading in lists_not_looked_up())
    return unlinked().count() + sum(left)


def forget() -> None:
    """Let everything wait to be linked anew. What people judged stays, and every identifier comes out the same."""
    global _settled_until
    with transaction.atomic():
        Linked.objects.all().delete()
        ListReading.objects.update(looked_up=0, looked_up_by="")
    known_names().drop()
    _settled_until = 0.0


def link_one(text: SourceText, names: KnownNames, is_time_up: Callable[[], bool] = lambda: False) -> bool:
    """Link one text of `unlinked`; return False where another was first, it failed, or more turns are needed."""
    try:
        return _link(text, names, is_time_up)
    except (IndexBusy, IndexDamaged, IndexMissing, InterfaceError, OperationalError):
        # Nothing is wrong with the text, and it is tried again.
        raise
    except Exception:
        # One text that trips the linkage must not keep all others from being linked.
        log.exception("text %s could not be linked", text.pk)
        _tripped.add(text.pk)
        return False


def _link(text: SourceText, names: KnownNames, is_time_up: Callable[[], bool]) -> bool:
    source = text.source
    search = _search_of(text, region_of(source), source.address)
    if not search.go_on(is_time_up):
        return False
    with transaction.atomic():
        _one_at_a_time(names)
        seen = {"reading": text.newest_reading, "review": text.newest_review, "engine_version": VERSION}  # type: ignore[attr-defined]
        before = Linked.objects.filter(text=text, engine_version=VERSION).first()
        if before and (before.reading, before.review) == (seen["reading"], seen["review"]):
            return False
        statements = list(Statement.objects.filter(source=source, state__in=STANDING).order_by("passage_start"))
        named = Names()
        named_by(statements, source.language, named)
        named_in(text, search.found, statements, named)
        people = keep_named(source, named)
        if before is None:
            people = list(
                Appearance.objects.filter(source=source, kind=EntityKind.PERSON, list_reading=None, stands=True)
            )
        _look_up(people, names)
        Linked.objects.update_or_create(text=text, defaults=seen | {"at": timezone.now()})
    return True


def look_up_lists(names: KnownNames, is_time_up: Callable[[], bool]) -> int:
    """Look for people of lists in other sources, until time is up; return how many were looked for."""
    done = 0
    for reading in lists_not_looked_up():
        while (more := _look_up_some(reading.pk, names)) is not None:
            done += more
            if is_time_up():
                return done
    return done


def _look_up_some(reading: int, names: KnownNames) -> int | None:
    """Look for a few people of a list; None where all are done."""
    with transaction.atomic():
        _one_at_a_time(names)
        here = lists_not_looked_up().filter(pk=reading).first()
        if here is None:
            return None
        begin = here.looked_up if here.looked_up_by == VERSION else 0
        rows = Appearance.objects.filter(list_reading=here, kind=EntityKind.PERSON, stands=True, at__gte=begin)
        people = list(rows.order_by("at")[:_PEOPLE_AT_ONCE])
        keep_numbers(here.table.source, named_on_list((row.row, from_json(row.said)) for row in people))
        _look_up(people, names)
        is_all = len(people) < _PEOPLE_AT_ONCE
        reached = here.people if is_all else (people[-1].at or 0) + 1
        ListReading.objects.filter(pk=here.pk).update(looked_up=reached, looked_up_by=VERSION)
        if is_all:
            let_numbers_fall(here.table.source)
    return len(people)


def _look_up(people: list[Appearance], names: KnownNames) -> None:
    """Propose who some people of one source may be, among those of all others, and let them be found themselves."""
    said = [(appearance, from_json(appearance.said)) for appearance in people]
    found = [pair for appearance, person in said for pair in may_be(appearance, person, names)]
    propose(found, engine_version=versions.of_looking_up())
    keep_clues(said)


@lru_cache(maxsize=16)
def _search_of(text: SourceText, region: str, address: str) -> IdentifierSearch:
    """The search of a text, which never changes: gone on with, and kept for when what it says is judged."""
    return IdentifierSearch(text.text, region, address)


def _one_at_a_time(names: KnownNames) -> None:
    """Let linkers come one after the other, or two that name one person at once would not see each other.

    SQLite has one writer at a time anyway. The names of those that went before are in the index from here on.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    names.catch_up()
