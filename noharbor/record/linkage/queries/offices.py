"""Offices as sources tell them: what they call a person, of which days, and who speaks for a body.

An office is kept as it is written. Two wordings are one line only where they differ in nothing but capitals, spaces,
the article or simplified characters: whether "police chief" and "commissioner" are one office is for people to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Naming
from noharbor.record.linkage.queries.entities import Entity
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING, may_be_read
from noharbor.reference.tables import simplify

#: Wordings that are looked at, the most used first.
MOST_WORDINGS = 100
#: Namings by people who may speak for a body that are looked at, the newest first, and people that are shown.
MOST_NAMINGS = 300
MOST_SPEAKERS = 12
#: Shorter names of a body stand in words that have nothing to do with it.
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Office:
    """What sources call a person.

    Attributes:
        words: As written, the most used wording first.
        times: In how many statements.
        first: The statement of the earliest day it is said of; of no day where none of them has one.
        last: That of the latest day.
        publishers: Who publishes the sources, the most often first, those without a name left out.
    """

    words: tuple[str, ...]
    times: int
    first: Statement
    last: Statement
    publishers: tuple[str, ...]

    def is_beside(self, other: Office) -> bool:
        """Whether both are said of days that overlap, as far as these are known."""
        begin, end = self.first.moment_first, self.last.moment_last
        other_begin, other_end = other.first.moment_first, other.last.moment_last
        if begin is None or end is None or other_begin is None or other_end is None:
            return False
        return begin <= other_end and other_begin <= end


def offices_of(entity: Entity, member: Member) -> tuple[Office, ...]:
    """Return what sources call a person, the latest days first.

    Args:
        entity: A person, as the member sees them.
        member: Who looks.
    """
    named = _readable(entity.namings, member).exclude(role="")
    earliest_first = (F("statement__moment_first").asc(nulls_last=True), F("pk"))
    latest_first = (F("statement__moment_last").desc(nulls_last=True), F("pk"))
    ends = (
        named.values("role", "statement")
        .annotate(
            times=Window(Count("pk"), partition_by=F("role")),
            nth=Window(RowNumber(), partition_by=F("role"), order_by=earliest_first),
            nth_last=Window(RowNumber(), partition_by=F("role"), order_by=latest_first),
        )
        .filter(Q(nth=1) | Q(nth_last=1))
        .order_by("-times", "role", "nth")
    )
    rows: list[dict[str, Any]] = [dict(row) for row in ends[: 2 * MOST_WORDINGS]]
    if not rows:
        return ()
    statements = Statement.objects.select_related("source").in_bulk({row["statement"] for row in rows})
    publishers = _publishers(named, {row["role"] for row in rows})
    together: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        together.setdefault(_form(row["role"]), []).append(row)
    offices = [_office(some, statements, publishers) for some in together.values()]
    return tuple(sorted(offices, key=_latest_first))


def speaking_for(names: Iterable[str], statements: Iterable[UUID]) -> tuple[Naming, ...]:
    """Return people named together with a body whose role, as written, has its name in it.

    Args:
        names: Of the body, in any script.
        statements: Those that name the body and that the member may read.

    Returns:
        The newest naming of each, with the appearance and the statement, newest first.
    """
    of_role = Q()
    for name in names:
        if len(name) >= SHORTEST_NAME:
            of_role |= Q(role__icontains=name)
    if not of_role:
        return ()
    rows = Naming.objects.filter(of_role, appearance__kind=EntityKind.PERSON, statement__in=list(statements))
    newest = F("statement__moment_last").desc(nulls_last=True)
    found: dict[str, Naming] = {}
    for naming in rows.select_related("appearance", "statement__source").order_by(newest, "pk")[:MOST_NAMINGS]:
        found.setdefault(_form(naming.appearance.name), naming)
    return tuple(found.values())[:MOST_SPEAKERS]


def _readable(namings: QuerySet[Naming], member: Member) -> QuerySet[Naming]:
    return namings.filter(may_be_read(member, "statement__"), statement__state__in=STANDING)


def _form(words: str) -> str:
    return simplify(" ".join(words.casefold().split())).removeprefix("the ")


def _publishers(named: QuerySet[Naming], roles: set[str]) -> dict[str, Counter[str]]:
    counted = (
        named.filter(role__in=roles)
        .exclude(statement__source__publisher="")
        .order_by()
        .values_list("role", "statement__source__publisher")
        .annotate(times=Count("pk"))
    )
    found: dict[str, Counter[str]] = {}
    for role, publisher, times in counted:
        found.setdefault(_form(role), Counter())[publisher] += times
    return found


def _office(
    rows: list[dict[str, Any]], statements: dict[Any, Statement], publishers: dict[str, Counter[str]]
) -> Office:
    times = {row["role"]: row["times"] for row in rows}
    said = [statements[row["statement"]] for row in rows]
    dated = [one for one in said if one.moment_first and one.moment_last]
    by = publishers.get(_form(rows[0]["role"]), Counter())
    return Office(
        words=tuple(sorted(times, key=lambda role: (-times[role], role))),
        times=sum(times.values()),
        first=min(dated, key=lambda one: (one.moment_first, str(one.pk)), default=said[0]),
        last=max(dated, key=lambda one: (one.moment_last, str(one.pk)), default=said[0]),
        publishers=tuple(sorted(by, key=lambda publisher: (-by[publisher], publisher))),
    )


def _latest_first(office: Office) -> tuple[int, int, str]:
    last = office.last.moment_last
    return -last.toordinal() if last else 0, -office.times, office.words[0]
