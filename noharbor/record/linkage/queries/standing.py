"""Where appearances stand, with the words around them, as far as a member may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from noharbor.record.access.models import Member
from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Appearance, ListReading, Naming
from noharbor.record.linkage.queries.lists import list_name
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING, may_be_read

#: What `standings` follows from an appearance, for `select_related`; a list's cells are not wanted.
WITH_SOURCE = ("source__owner", "list_reading__table__source")
WITHOUT_CELLS = "list_reading__table__rows"
#: The same for both sides of a pair.
PAIR_WITH_SOURCES = tuple(f"{side}__{path}" for side in ("one", "other") for path in WITH_SOURCE)
PAIR_WITHOUT_CELLS = tuple(f"{side}__{WITHOUT_CELLS}" for side in ("one", "other"))
#: Statements shown of one appearance; the page of its source has all.
MOST_STATEMENTS = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A statement that names somebody, and as what."""

    statement: Statement
    role: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an appearance stands.

    Attributes:
        appearance: Who or what.
        source: Where.
        name: Of the list with its sheet, or of the source.
        reading: How the list was understood; None for a text.
        statements: Those that stand, name it and may be seen, at most `MOST_STATEMENTS`.
    """

    appearance: Appearance
    source: Source
    name: str
    reading: ListReading | None
    statements: tuple[Named, ...]


def standings(appearances: Iterable[Appearance], member: Member) -> dict[UUID, Standing]:
    """Return where visible appearances stand, by their identifiers.

    Args:
        appearances: Those the member may see, with what `WITH_SOURCE` names.
        member: Who looks.
    """
    rows = list(appearances)
    in_texts = [row.pk for row in rows if row.list_reading_id is None]
    named: dict[UUID, list[Named]] = {}
    if in_texts:
        said = Q(appearance__in=in_texts, statement__state__in=STANDING)
        namings = Naming.objects.filter(may_be_read(member, "statement__"), said)
        for naming in namings.select_related("statement__source").order_by("statement__passage_start", "pk"):
            of_one = named.setdefault(naming.appearance_id, [])
            if len(of_one) < MOST_STATEMENTS:
                of_one.append(Named(naming.statement, naming.role))
    return {row.pk: _standing(row, named.get(row.pk, ())) for row in rows}


def _standing(row: Appearance, statements: Iterable[Named]) -> Standing:
    name = list_name(row.list_reading.table) if row.list_reading else str(row.source)
    return Standing(row, row.source, name, row.list_reading, tuple(statements))
