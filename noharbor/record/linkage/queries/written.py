"""The names of an entity as sources write them, each with where it is written so."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.queries.entities import Entity
from noharbor.record.reading.queries import STANDING, may_be_read

#: Names that are shown, the most used first, and places shown of each, the oldest first.
MOST_NAMES = 30
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a name is written.

    Attributes:
        appearance: With its source, and its list where it stands on one.
        statement: The first there that names it and may be seen; None for a row of a list, or where only words do.
    """

    appearance: Appearance
    statement: UUID | None


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written.

    Attributes:
        name: Letter by letter.
        times: In how many places.
        places: Some of them.
    """

    name: str
    times: int
    places: tuple[Place, ...]


def names_written(entity: Entity, member: Member) -> tuple[Written, ...]:
    """Return the names of an entity, the most used first.

    Args:
        entity: As the member sees it.
        member: Who looks.
    """
    found: dict[str, list[UUID]] = {}
    for name, appearance in entity.named:
        found.setdefault(name, []).append(appearance)
    chosen = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))[:MOST_NAMES]
    oldest = [pk for _, appearances in chosen for pk in appearances[:MOST_PLACES]]
    rows = entity.rows.in_bulk(oldest)
    statements = _first_statements(oldest, member)
    return tuple(
        Written(name, len(these), tuple(Place(rows[pk], statements.get(pk)) for pk in these[:MOST_PLACES]))
        for name, these in chosen
    )


def _first_statements(appearances: list[UUID], member: Member) -> dict[UUID, UUID]:
    namings = Naming.objects.filter(
        may_be_read(member, "statement__"), appearance__in=appearances, statement__state__in=STANDING
    )
    first: dict[UUID, UUID] = {}
    ordered = namings.order_by("statement__passage_start", "pk").values_list("appearance", "statement")
    for appearance, statement in ordered:
        first.setdefault(appearance, statement)
    return first
