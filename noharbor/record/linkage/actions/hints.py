"""The one way to let others know that somebody knows what a source names, and to take that back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import is_closed, require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source
from noharbor.record.linkage.errors import ClosedToHints
from noharbor.record.linkage.models import Hint


@transaction.atomic
def give(source: Source, *, by: Member) -> None:
    """Let everybody on this node know that somebody knows what a source names; not who, not what, not how often.

    Args:
        source: The source; given twice is given once.
        by: Who says so; needs `source:mark` on it.

    Raises:
        ClosedToHints: It is TLP:RED, where that it exists is itself for named readers only.
        NotAllowed: They may not.
    """
    # The row is locked where the database can, so that two who give at once give once.
    marked = Source.objects.select_for_update().get(pk=source.pk)
    require(by, Permission.SOURCE_MARK, marked)
    if is_closed(marked):
        raise ClosedToHints
    if not Hint.objects.filter(source=marked, withdrawn_at=None).exists():
        Hint.objects.create(source=marked, by=by, at=timezone.now())
        append(Verb.HINT_GIVEN, by=by, thing_kind=Source.KIND, thing=marked.pk)


@transaction.atomic
def withdraw(source: Source, *, by: Member) -> None:
    """Take it back; the row stays, with who and when. Raises `NotAllowed` as `give` does."""
    require(by, Permission.SOURCE_MARK, source)
    standing = Hint.objects.filter(source=source, withdrawn_at=None)
    if standing.update(withdrawn_at=timezone.now(), withdrawn_by=by):
        append(Verb.HINT_WITHDRAWN, by=by, thing_kind=Source.KIND, thing=source.pk)
