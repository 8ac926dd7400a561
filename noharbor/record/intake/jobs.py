"""What waits in intake: arrivals that were interrupted, and texts that a newer extractor would take out differently."""

from __future__ import annotations

import datetime
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from noharbor.record.intake import extraction, seals
from noharbor.record.intake.actions import refuse, resume
from noharbor.record.intake.errors import IntakeProblem, Interrupted
from noharbor.record.intake.formats import FORMATS
from noharbor.record.intake.models import Arrival, Source, SourceText
from noharbor.record.intake.settling import keep_words
from noharbor.record.intake.vocabulary import ArrivalOutcome
from noharbor.record.intake.words import words_from

logger = logging.getLogger(__name__)

#: An arrival that has waited this long is not being read by anybody any more.
ABANDONED_AFTER = datetime.timedelta(minutes=10)


#: The versions for which this process has found nothing outdated. Versions change with the program only, and what comes
#: in meanwhile comes in by them, so that looking through all sources once is enough.
_settled: frozenset[tuple[str, str]] = frozenset()


def abandoned() -> QuerySet[Arrival]:
    """Return arrivals whose reading was cut off, by a power cut or a stopped process."""
    return Arrival.objects.filter(outcome=ArrivalOutcome.WAITING, at__lt=timezone.now() - ABANDONED_AFTER)


def outdated() -> QuerySet[Source]:
    """Return sources whose words no present version of their extractor has taken out."""
    waiting = Source.objects.none()
    if _settled == _present_versions():
        return waiting
    for form in FORMATS:
        present = SourceText.objects.filter(
            source=OuterRef("pk"), extractor=form.extractor, extractor_version=form.version
        )
        earlier = SourceText.objects.filter(source=OuterRef("pk"), extractor=form.extractor)
        waiting |= Source.objects.filter(Exists(earlier), ~Exists(present))
    return waiting


def pending(limit: int = 100) -> Iterator[Arrival | Source]:
    """Give what waits, at most `limit` of each kind."""
    global _settled
    yield from abandoned()[:limit]
    sources = list(outdated()[:limit])
    if not sources:
        _settled = _present_versions()
    yield from sources


def _present_versions() -> frozenset[tuple[str, str]]:
    return frozenset((form.extractor, form.version) for form in FORMATS)


def step(limit: int = 100) -> int:
    """Do what waits, at most `limit` things of each kind; safe to run twice and side by side.

    Returns:
        How many were done.
    """
    done = 0
    for waiting in pending(limit):
        if isinstance(waiting, Arrival):
            _go_on(waiting)
        else:
            take_out_anew(waiting)
        done += 1
    return done


def take_out_anew(source: Source) -> SourceText | None:
    """Take the words of a source out again, beside those that are there.

    Words that come out the same are noted and change nothing, so that what was read in them stands.

    Returns:
        The new text; None when it could not be made.
    """
    with tempfile.TemporaryDirectory(dir=seals.incoming()) as folder:
        try:
            reading = extraction.read(seals.sealed_path(source.sha256), source.name, Path(folder))
        except (IntakeProblem, OSError) as problem:
            logger.warning("The words of source %s could not be taken out anew: %s", source.pk, problem)
            return _note_version(source)
    words = words_from(reading)
    with transaction.atomic():
        current = source.texts.select_for_update().filter(current=True).first()
        if current is not None and current.text == words.text:
            return _note_version(source)
        return keep_words(source, reading, words)


def _note_version(source: Source) -> SourceText | None:
    """Leave a row that says that the present version has looked and nothing changed."""
    current = source.texts.filter(current=True).first()
    if current is None:
        return None
    version = next(form.version for form in FORMATS if form.extractor == current.extractor)
    current.pk = None
    current.current = False
    current.extractor_version = version
    current.made_at = timezone.now()
    current.save(force_insert=True)
    return current


def _go_on(arrival: Arrival) -> None:
    if not abandoned().filter(pk=arrival.pk).exists():
        # Another process was first.
        return
    if arrival.sha256 and seals.seal_again(arrival.id, arrival.sha256):
        resume(arrival)
    else:
        seals.landing_path(arrival.id).unlink(missing_ok=True)
        refuse(arrival, Interrupted())
