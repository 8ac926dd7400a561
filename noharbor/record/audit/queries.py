"""The one way to read history. Who may read it is decided by the caller through access."""

from __future__ import annotations

from django.db.models import QuerySet

from noharbor.record.audit.models import Entry


def entries_about(thing_kind: str, thing: object) -> QuerySet[Entry]:
    """Return what happened to one thing, newest first."""
    return Entry.objects.filter(thing_kind=thing_kind, thing=str(thing)).order_by("-sequence")


def latest_entries() -> QuerySet[Entry]:
    """Return all entries, newest first."""
    return Entry.objects.order_by("-sequence")
