"""What waits to be read, and one step of reading it. The tables are the queue: upstream minus mine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import SourceText
from noharbor.record.reading.engines import engines_at_work
from noharbor.record.reading.engines.protocol import Engine
from noharbor.record.reading.errors import ReadingError
from noharbor.record.reading.models import Reading, Statement
from noharbor.record.reading.rows import columns
from noharbor.record.reading.vocabulary import StatementState
from noharbor.science.language.events import ReadEvent
from noharbor.science.language.readers import Article

log = logging.getLogger(__name__)


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
        for language, version in engine.versions().items():
            for text in unread(engine, language, version)[:limit]:
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
    """Read one text with one engine; return False when another process was first."""
    source = work.text.source
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
        with transaction.atomic():
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
                thing=source.id,
                detail={"engine": reading.engine, "version": reading.engine_version, "found": reading.found},
            )
    except IntegrityError:
        return False
    return True


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
    source = reading.text.source
    same_engine = Statement.objects.filter(source=source, engine=reading.engine)
    untouched = same_engine.filter(state=StatementState.PROPOSED, reviews__isnull=True)
    untouched.update(state=StatementState.SUPERSEDED)
    judged = [*same_engine.filter(reviews__isnull=False).distinct()]
    now = timezone.now()
    Statement.objects.bulk_create(
        Statement(
            source=source,
            text=reading.text,
            reading=reading,
            engine=reading.engine,
            engine_version=reading.engine_version,
            made_at=now,
            tlp=source.tlp,
            purpose=source.purpose,
            onward_sharing=source.onward_sharing,
            court_use=source.court_use,
            retain_until=source.retain_until,
            **columns(event, reading.text.text),
        )
        for event in events
        if not any(_says_the_same(statement, event, reading.text) for statement in judged)
    )


def _says_the_same(statement: Statement, event: ReadEvent, text: SourceText) -> bool:
    """Return whether a judged statement already speaks of the event, so that it is not proposed again."""
    if statement.kind != event.type.value:
        return False
    if statement.text_id == text.pk:
        return statement.passage_start < event.passage.end and event.passage.start < statement.passage_end
    return statement.quote == text.text[event.passage.start : event.passage.end]
