"""Reads of statements that are acts themselves: seeing what a closed source says, or a closed statement."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import is_closed
from noharbor.record.access.models import Member
from noharbor.record.audit.actions import append
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source
from noharbor.record.reading.models import Statement

#: What one member sees again within this time is no further entry: lists are looked at over and over.
SAME_LOOK = datetime.timedelta(minutes=15)


def note_reading(statements: Iterable[Statement], *, by: Member) -> None:
    """Note in the log which closed things a member is shown; open ones leave no entry and cost nothing.

    Args:
        statements: What is shown, with their sources.
        by: Who looks.
    """
    closed: dict[str, tuple[Verb, str, UUID]] = {}
    for statement in statements:
        if is_closed(statement.source):
            closed[str(statement.source_id)] = (Verb.SOURCE_LISTED, Source.KIND, statement.source_id)
        elif is_closed(statement):  # type: ignore[arg-type]
            closed[str(statement.pk)] = (Verb.STATEMENT_OPENED, "statement", statement.pk)
    if closed:
        _note(closed, by)


def note_sources(sources: Iterable[Source], *, by: Member) -> None:
    """Note in the log of which closed sources a member is shown something, as `note_reading` does for statements."""
    closed = {str(source.pk): (Verb.SOURCE_LISTED, Source.KIND, source.pk) for source in sources if is_closed(source)}
    if closed:
        _note(closed, by)


@transaction.atomic
def _note(closed: dict[str, tuple[Verb, str, UUID]], by: Member) -> None:
    since = (timezone.now() - SAME_LOOK).astimezone(datetime.UTC).isoformat(timespec="microseconds")
    looks = (Verb.SOURCE_LISTED, Verb.SOURCE_OPENED, Verb.STATEMENT_OPENED)
    noted = Entry.objects.filter(member=str(by.id), thing__in=list(closed), verb__in=looks, at__gte=since)
    for thing in noted.values_list("thing", flat=True):
        closed.pop(thing, None)
    for verb, kind, identifier in closed.values():
        append(verb, by=by, thing_kind=kind, thing=identifier)
