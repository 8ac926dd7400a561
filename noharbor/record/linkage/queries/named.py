"""Whom and what the statements of a source name, so that every name on the screen leads to all that is said of it."""

from __future__ import annotations

from uuid import UUID

from noharbor.record.access.models import Member
from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Naming
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import may_be_read

#: Namings of one source that are looked at; names beyond them are shown without a way on.
MOST = 2_000

#: By what the page of somebody is asked for: by the name as written, in small letters, and by the canonical form.
EntityByName = dict[str, UUID]


def named_by_statements(
    source: Source, member: Member, *, statement: Statement | None = None
) -> dict[UUID, EntityByName]:
    """Return the people and bodies that statements name, by statement.

    A person is called by this very appearance, as in `seen_before`: the name of their entity would tell that it holds
    another one.

    Args:
        source: One the member may read.
        member: Who looks.
        statement: Only what this statement names.
    """
    namings = Naming.objects.filter(
        may_be_read(member, "statement__"),
        appearance__source=source,
        appearance__kind__in=(EntityKind.GROUP, EntityKind.PERSON),
        appearance__stands=True,
    )
    if statement is not None:
        namings = namings.filter(statement=statement)
    named: dict[UUID, EntityByName] = {}
    values = ("statement", "appearance", "appearance__name", "appearance__key", "appearance__entity")
    for of, appearance, name, key, entity in namings.order_by("pk").values_list(*values)[:MOST]:
        these = named.setdefault(of, {})
        these[name.casefold()] = entity if key else appearance
        if key:
            these[key] = entity
    return named
