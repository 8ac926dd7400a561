"""Reads of sources that are acts themselves: opening a closed one, taking out the original."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from noharbor.record.access.decisions import is_closed, require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.errors import OriginalMissing
from noharbor.record.intake.models import Source
from noharbor.record.intake.queries import original_of


def note_opening(source: Source, *, by: Member) -> None:
    """Note in the log that a member opened a closed source; an open one leaves no entry."""
    if is_closed(source):
        append(Verb.SOURCE_OPENED, by=by, thing_kind=Source.KIND, thing=source.id)


@transaction.atomic
def take_out(source: Source, *, by: Member) -> Path:
    """Note that a member takes out the original, and say where its bytes rest.

    Raises:
        NotAllowed: `by` may not read it.
        OriginalMissing: Its bytes are not at their place; nothing was taken out.
    """
    require(by, Permission.SOURCE_READ, source)
    path = original_of(source)
    if not path.is_file():
        raise OriginalMissing
    append(Verb.SOURCE_EXPORTED, by=by, thing_kind=Source.KIND, thing=source.id, detail={"sha256": source.sha256})
    return path
