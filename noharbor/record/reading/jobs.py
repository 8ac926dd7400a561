"""What waits to be read, and one step of reading it. The tables are the queue: upstream minus mine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.actions import append
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source, SourceText
from noharbor.record.reading.engines import engines_at_work
from noharbor.record.reading.engines.protocol import Engine
from noharbor.record.reading.errors import ReadingError
from noharbor.record.reading.models import Reading, Statement
from noharbor.record.reading.rows import columns
from noharbor.record.reading.vocabulary import StatementState
from noharbor.science.language.events import ReadEvent
from noharbor.science.language.readers import Article

log = logging.getLogger(__name__)

#: From the widest to the closest.
CLOSENESS = tuple(Tlp)
MARKING = ("tlp", "purpose", "onward_sharing", "court_use", "retain_until")


@dataclass(frozen=True, slots=True)
class Work:
    """One text that one engine has not read with its present version."""

    text: SourceText
    engine: Engine
    version: str


def unread(engine: Engine, language: str, version: str) -> QuerySet[SourceText]:
    """Return the current texts of a language that an engine has not read with a version, oldest first."""
    texts = SourceText.objects.filter(current=True)
    if language != "*":
        texts = texts.filter(Q(language=language) | Q(language__startswith=f"{language}-"))
    done = Reading.objects.filter(engine=engine.name, engine_version=version)
    return texts.exclude(pk__in=done.values("text")).select_related("source").order_by("pk")


def pending(limit: int = 100) -> Iterator[Work]:
    """Give what waits to be read, engine by engine, at most `limit` texts for each language of each."""
    for engine in engines_at_work():
        # What an engine may not see is left out by the query: it must not fill the window before what it may.
        open_to_it = [tlp for tlp in Tlp if engine.may_read(Source(tlp=tlp))]
        for language, version in engine.versions().items():
            for text in unread(engine, language, version).filter(source__tlp__in=open_to_it)[:limit]:
                if engine.may_read(text.source):
                    yield Work(text, engine, version)


def step(limit: int = 100) -> int:
    """Read what waits, at most `limit` texts per engine and language.

    Safe to run twice and side by side: whoever comes second finds the reading there and lets it be.

    Returns:
        How many texts were read.
    """
    return sum(read_one(work) for work in pending(limit))


def read_one(work: Work) -> bool:
    """Read one text with one engine; return False when another was first, or its source was closed meanwhile."""
    source = work.text.source
    source.refresh_from_db(fields=MARKING)
    if not work.engine.may_read(source):
        return False
    article = Article(
        text=work.text.text,
        published=source.published,
        language=work.text.language,
        published_precision=source.published_precision,
    )
    begun = perf_counter()
    events, problem = _read(work.engine, article)
    milliseconds = int((perf_counter() - begun) * 1000)
    try:
        _keep(work, events, milliseconds, problem)
    except (InterfaceError, OperationalError):
        # The database is away: nothing is wrong with the text, and it is read again.
        raise
    except Exception:
        if Reading.objects.filter(text=work.text, engine=work.engine.name, engine_version=work.version).exists():
            return False
        # A text that makes an engine say what cannot be kept would otherwise come up again, before all others.
        log.exception("what engine %s found could not be kept", work.engine.name)
        _keep(work, (), milliseconds, "What was found in this text could not be kept. The text itself is safe.")
    return True


@transaction.atomic
def _keep(work: Work, events: tuple[ReadEvent, ...], milliseconds: int, problem: str) -> None:
    reading = Reading.objects.create(
        text=work.text,
        engine=work.engine.name,
        engine_version=work.version,
        at=timezone.now(),
        milliseconds=milliseconds,
        found=len(events),
        problem=problem,
    )
    if not problem:
        _replace(reading, events)
    append(
        Verb.ENGINE_READ,
        by=None,
        thing_kind="source",
        thing=work.text.source_id,
        detail={"engine": reading.engine, "version": reading.engine_version, "found": reading.found},
    )


def _read(engine: Engine, article: Article) -> tuple[tuple[ReadEvent, ...], str]:
    try:
        return engine.read(article), ""
    except ReadingError as error:
        return (), str(error)
    except Exception:
        # One text that trips an engine must not stop the reading of all others; the fault is kept with its text.
        log.exception("engine %s failed", engine.name)
        return (), "The engine failed on this text. Its author has to look at it; the text itself is safe."


def _replace(reading: Reading, events: tuple[ReadEvent, ...]) -> None:
    """Put the new statements in the place of the same engine's older ones, but never of what people judged."""
    # Read anew: it may have been marked while the engine was reading.
    source = Source.objects.get(pk=reading.text.source_id)
    same_engine = Statement.objects.filter(source=source, engine=reading.engine)
    untouched = same_engine.filter(state=StatementState.PROPOSED, reviews__isnull=True)
    untouched.update(state=StatementState.SUPERSEDED)
    judged = [*same_engine.filter(reviews__isnull=False).distinct()]
    closed = _closed_by_people(source)
    now = timezone.now()
    Statement.objects.bulk_create(
        Statement(
            source=source,
            text=reading.text,
            reading=reading,
            engine=reading.engine,
            engine_version=reading.engine_version,
            made_at=now,
            tlp=_marking(event, source, closed, reading.text),
            purpose=source.purpose,
            onward_sharing=source.onward_sharing,
            court_use=source.court_use,
            retain_until=source.retain_until,
            **columns(event, reading.text.text),
        )
        for event in events
        if not any(_says_the_same(statement, event, reading.text) for statement in judged)
    )


def _closed_by_people(source: Source) -> list[Statement]:
    """Return the statements of a source that a person marked closer than the source is."""
    closer = CLOSENESS[CLOSENESS.index(Tlp(source.tlp)) + 1 :]
    found = {str(one.pk): one for one in Statement.objects.filter(source=source, tlp__in=closer)}
    marked = Entry.objects.filter(thing_kind="statement", thing__in=list(found), verb=Verb.STATEMENT_MARKED)
    return [found[thing] for thing in set(marked.values_list("thing", flat=True))]


def _marking(event: ReadEvent, source: Source, closed: list[Statement], text: SourceText) -> Tlp:
    """Return the source's marking, or the closest one a person gave to what is told in the same words."""
    same_words = [statement.tlp for statement in closed if _shares_words(statement, event, text)]
    return max((Tlp(tlp) for tlp in [source.tlp, *same_words]), key=CLOSENESS.index)


def _says_the_same(statement: Statement, event: ReadEvent, text: SourceText) -> bool:
    """Return whether a judged statement already speaks of the event, so that it is not proposed again."""
    return statement.kind == event.type.value and _shares_words(statement, event, text)


def _shares_words(statement: Statement, event: ReadEvent, text: SourceText) -> bool:
    if statement.text_id == text.pk:
        return statement.passage_start < event.passage.end and event.passage.start < statement.passage_end
    return statement.quote == text.text[event.passage.start : event.passage.end]
