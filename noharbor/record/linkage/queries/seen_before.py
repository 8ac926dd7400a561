"""Whether what a source names was seen before, as far as a member may know.

Only what the member may read counts; the rest does not exist. Where the owner of something hidden chose to tell that
somebody knows, this alone is told, without a number, a body or a kind of source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.intake.models import Source
from noharbor.record.linkage.entities import Joined
from noharbor.record.linkage.models import Appearance, Naming, Pair
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.hints import hinted
from noharbor.record.linkage.states import UNSETTLED
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import may_be_read

#: Things of one source that are told of; a dump of numbers has more.
MOST = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else something stands, of all that the member may read.

    Attributes:
        reports: How many other sources.
        offices: How many bodies own them.
    """

    reports: int = 0
    offices: int = 0

    def __bool__(self) -> bool:
        return self.reports > 0


NOWHERE = Elsewhere()


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody or something a source names, and whether it was seen before.

    Attributes:
        appearance: What is named.
        before: Where it surely stands: one number, or judged the same.
        maybe: Where it may stand: proposals nobody has settled.
        somebody_knows: Whether something the member may not see stands behind it, whose owner lets that be told.
    """

    appearance: Appearance
    before: Elsewhere
    maybe: Elsewhere
    somebody_knows: bool

    def __bool__(self) -> bool:
        return bool(self.before or self.maybe or self.somebody_knows)

    @property
    def entity(self) -> UUID:
        """By what its page is asked for.

        What has a canonical form is called by it. A person is called by this very appearance: the name of their entity
        would tell that it holds another one, also where that is hidden.
        """
        return self.appearance.entity if self.appearance.key else self.appearance.pk


@dataclass(frozen=True, slots=True)
class SeenInSource:
    """All of one source.

    Attributes:
        things: People that statements name, and numbers and addresses, in the order of the words.
        named_by: Those that each statement names.
        is_all: False where the source names more than were looked at.
    """

    things: tuple[Seen, ...]
    named_by: dict[UUID, list[Seen]]
    is_all: bool

    @property
    def identifiers(self) -> list[Seen]:
        """Numbers and addresses."""
        return [seen for seen in self.things if seen.appearance.kind == EntityKind.IDENTIFIER]

    def told_beside(self, statement: UUID) -> list[Seen]:
        """What a statement names that was seen before, or may have been."""
        return [seen for seen in self.named_by.get(statement, ()) if seen]


def seen_before(source: Source, member: Member, *, statement: Statement | None = None) -> SeenInSource:
    """Return what a source names and whether it was seen before. The number of questions does not grow with it.

    Args:
        source: One the member may read.
        member: Who looks.
        statement: Only what this statement names.
    """
    visible = visible_to(member)
    named = visible.filter(
        source=source, stands=True, kind__in=(EntityKind.IDENTIFIER, EntityKind.PERSON), text__isnull=False
    )
    if statement is not None:
        named = named.filter(namings__statement=statement)
    rows = list(named.order_by("passage_start", "pk")[: MOST + 1])
    if not rows:
        return SeenInSource((), {}, is_all=True)
    shown = rows[:MOST]
    before = _numbers_before({row.entity for row in shown if row.key}, source, visible)
    people = {row.pk for row in shown if row.kind == EntityKind.PERSON}
    people_before, maybe = _people_before(people, source, visible) if people else ({}, {})
    known = _known_to_somebody({row.entity for row in shown}, source, visible)
    seen = {
        row.pk: Seen(
            row,
            before.get(row.entity, NOWHERE) if row.key else people_before[row.pk],
            maybe.get(row.pk, NOWHERE),
            row.entity in known,
        )
        for row in shown
    }
    return SeenInSource(tuple(seen.values()), _named_by(seen, member), is_all=len(rows) <= MOST)


def _numbers_before(entities: Collection[UUID], source: Source, visible: QuerySet[Appearance]) -> dict[UUID, Elsewhere]:
    """Where else things with a canonical form stand."""
    rows = visible.filter(entity__in=entities, stands=True).exclude(source=source)
    counted = (
        rows.order_by()
        .values("entity")
        .annotate(reports=Count("source", distinct=True), offices=Count("source__owner", distinct=True))
    )
    return {row["entity"]: Elsewhere(row["reports"], row["offices"]) for row in counted}


def _people_before(
    people: Collection[UUID], source: Source, visible: QuerySet[Appearance]
) -> tuple[dict[UUID, Elsewhere], dict[UUID, Elsewhere]]:
    """Where else people surely stand, and where they may, by proposals that are not settled.

    Who is one is worked out from what the member may see: what joins two through something hidden does not count.
    """
    pairs = Pair.objects.filter(Q(one__in=people) | Q(other__in=people), stands=True, state__in=UNSETTLED)
    may_be: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for one, other in pairs.values_list("one", "other"):
        person, stranger = (one, other) if one in people else (other, one)
        may_be[person].add(stranger)
    # Of the strangers, only those the member may see come back.
    joined = Joined({*people}.union(*may_be.values()), visible.select_related("source"))
    component = joined.component()

    def counted(appearances: Iterable[UUID]) -> Elsewhere:
        rows = [joined.rows[one] for one in appearances]
        there = {row.source for row in rows if row.stands and row.source_id != source.pk}
        return Elsewhere(len(there), len({one.owner_id for one in there}))

    before, maybe = {}, {}
    for person in people:
        own = component.cluster_of(person)
        before[person] = counted(own)
        strangers = (may_be[person] & joined.rows.keys()) - own
        maybe[person] = counted({one for other in strangers for one in component.cluster_of(other)})
    return before, maybe


def _known_to_somebody(entities: Collection[UUID], source: Source, visible: QuerySet[Appearance]) -> set[UUID]:
    """Entities that stand in something hidden whose owner lets that be told."""
    told = dict(hinted().filter(entity__in=entities).exclude(source=source).values_list("pk", "entity"))
    seen = set(visible.filter(pk__in=list(told)).values_list("pk", flat=True))
    return {entity for appearance, entity in told.items() if appearance not in seen}


def _named_by(seen: dict[UUID, Seen], member: Member) -> dict[UUID, list[Seen]]:
    """What each statement the member may read names, in the order of the words."""
    named_by: defaultdict[UUID, list[Seen]] = defaultdict(list)
    namings = Naming.objects.filter(may_be_read(member, "statement__"), appearance__in=list(seen))
    places = {appearance: place for place, appearance in enumerate(seen)}
    for appearance, statement in sorted(namings.values_list("appearance", "statement"), key=lambda one: places[one[0]]):
        named_by[statement].append(seen[appearance])
    return dict(named_by)
