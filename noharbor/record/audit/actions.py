"""The one way to write history."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Protocol
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from noharbor.record.audit.chain import BEGINNING, digest
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb

#: Any number, as long as nobody else on the database server locks by it: the letters of "audit".
ADVISORY_LOCK = 0x6175646974


class Actor(Protocol):
    """Somebody who acts: a member, seen from here as an identifier and a name."""

    id: UUID
    name: str


@transaction.atomic
def append(
    verb: Verb,
    *,
    by: Actor | None,
    thing_kind: str = "",
    thing: object = "",
    detail: dict[str, object] | None = None,
) -> Entry:
    """Add one entry at the end of the log, in the caller's transaction.

    Writers come one after the other: SQLite's write transactions are immediate by setting, PostgreSQL takes an advisory
    lock that ends with the transaction. The change and its entry therefore stand or fall together.

    Args:
        verb: What happened.
        by: Who did it; None for the node itself.
        thing_kind: "source", "statement", "member" …
        thing: The thing's identifier.
        detail: Further facts, JSON-ready. Never content of the thing.

    Returns:
        The entry as sealed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
    last = Entry.objects.order_by("-sequence").only("sequence", "digest").first()
    entry = Entry(
        sequence=last.sequence + 1 if last else 1,
        at=timezone.now().astimezone(UTC).isoformat(timespec="microseconds"),
        verb=verb.value,
        member=str(by.id) if by else "",
        member_name=by.name if by else "",
        thing_kind=thing_kind,
        thing=str(thing),
        detail=json.dumps(detail or {}, ensure_ascii=False, sort_keys=True),
        previous=last.digest if last else BEGINNING,
    )
    entry.digest = digest(entry)
    entry.save(force_insert=True)
    return entry
