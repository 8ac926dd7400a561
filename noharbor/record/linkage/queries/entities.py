"""Entities as a member sees them: made of nothing but what they may see, and cut by nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.linkage.clusters import Cut
from noharbor.record.linkage.entities import Joined
from noharbor.record.linkage.models import Appearance, Judgement, Naming, Pair
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.standing import WITH_SOURCE, WITHOUT_CELLS
from noharbor.record.linkage.vocabulary import EntityKind, PairState
from noharbor.record.reading import queries as statements
from noharbor.record.reading.models import Statement
from noharbor.science.matching.people.agreement import Agreement

#: Appearances of a number, a body or a site that are read, and that are looked at: a ministry stands in thousands.
MOST_READ, MOST_LOOKED_AT = 20, 1_000


@dataclass(frozen=True, slots=True)
class Against:
    """Two appearances that cannot be one, and why.

    Attributes:
        one: The one.
        other: The other.
        facts: What forbids it; empty where people judged them different.
    """

    one: Appearance
    other: Appearance
    facts: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class CutLink:
    """A pair that people judged the same and that is left out, and what it would have brought together."""

    pair: Pair
    against: tuple[Against, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Appearances that are one.

    Attributes:
        id: Of the oldest of them that may be seen; for what has a canonical form, of that form.
        appearances: Oldest first, at least one; of what has a canonical form at most `MOST_READ`.
        rows: All of them.
        named: All names with their appearances, oldest first, a person's aliases too; of what has a canonical form
            those of at most `MOST_LOOKED_AT` + 1 appearances.
        namings: What names them, whoever may see that.
        judgements: Those that hold it together, newest first.
        cut_links: Links from it that are left out.
    """

    id: UUID
    appearances: tuple[Appearance, ...]
    rows: QuerySet[Appearance]
    named: tuple[tuple[str, UUID], ...]
    namings: QuerySet[Naming]
    judgements: QuerySet[Judgement] = field(default_factory=Judgement.objects.none)
    cut_links: tuple[CutLink, ...] = ()

    @property
    def kind(self) -> EntityKind:
        """What it is: appearances of two kinds are never one."""
        return EntityKind(self.appearances[0].kind)

    @property
    def key(self) -> str:
        """Its canonical form; "" for what is one by judgements alone."""
        return self.appearances[0].key

    @property
    def count(self) -> int:
        """In how many places it stands, as far as they were looked at."""
        return len({appearance for _, appearance in self.named})

    @property
    def shown(self) -> tuple[Appearance, ...]:
        """The oldest of them, as many as anybody reads."""
        return self.appearances[:MOST_READ]


def entity_seen_by(member: Member, identifier: UUID) -> Entity | None:
    """Return what an appearance belongs to, or what is called so, as far as a member sees it.

    It is worked out from the appearances the member may see and the judgements between these. Others neither join nor
    part anything, so that nothing of them can be told from it.

    Args:
        member: Who looks.
        identifier: Of an entity or of any appearance in it.

    Returns:
        The entity; None where the member may see nothing of it.
    """
    visible = visible_to(member).select_related(*WITH_SOURCE).defer(WITHOUT_CELLS)
    if Appearance.objects.filter(entity=identifier).exclude(key="").exists():
        return _of_form(identifier, visible.filter(entity=identifier).exclude(key="").order_by("made_at", "pk"))
    begin = Appearance.objects.filter(Q(pk=identifier) | Q(entity=identifier), key="").values_list("pk", flat=True)
    joined = Joined(begin, visible)
    anchors = [row.pk for row in joined.rows.values() if row.entity == identifier]
    if identifier not in joined.rows and not anchors:
        return None
    component = joined.component()
    cluster = component.cluster_of(identifier if identifier in joined.rows else joined.name_of(anchors))
    rows = tuple(sorted((joined.rows[one] for one in cluster), key=lambda row: (row.made_at, row.pk)))
    return Entity(
        id=joined.name_of(cluster),
        appearances=rows,
        rows=visible.filter(pk__in=cluster),
        named=tuple((name, row.pk) for row in rows for name in dict.fromkeys((row.name, *row.said.get("names", ())))),
        namings=Naming.objects.filter(appearance__in=cluster),
        judgements=_judgements(cluster),
        cut_links=cut_links(joined, [cut for cut in component.cuts if cut.link.ends & cluster]),
    )


def _of_form(identifier: UUID, rows: QuerySet[Appearance]) -> Entity | None:
    """What has a canonical form: all of it is one, and only some of it is read."""
    named = tuple(rows.values_list("name", "pk")[: MOST_LOOKED_AT + 1])
    if not named:
        return None
    read = rows.in_bulk([pk for _, pk in named[:MOST_READ]])
    return Entity(
        id=identifier,
        appearances=tuple(read[pk] for _, pk in named[:MOST_READ]),
        rows=rows,
        named=named,
        namings=Naming.objects.filter(appearance__entity=identifier, appearance__key__gt=""),
    )


def statements_naming(entity: Entity, member: Member) -> QuerySet[Statement]:
    """Return the standing statements that name an entity and that a member may read, in no order."""
    return statements.visible_to(member).filter(
        state__in=statements.STANDING, pk__in=entity.namings.values("statement")
    )


def cut_links(joined: Joined, cuts: list[Cut]) -> tuple[CutLink, ...]:
    """Return links that were left out, with their pairs and what stands against them."""
    ends = {end for cut in cuts for end in cut.link.ends}
    pairs = {
        frozenset((pair.one_id, pair.other_id)): pair
        for pair in Pair.objects.filter(one__in=ends, other__in=ends, state=PairState.SAME)
    }
    told = []
    for cut in cuts:
        pair = pairs[cut.link.ends]
        pair.one, pair.other = joined.rows[pair.one_id], joined.rows[pair.other_id]
        against = (Against(joined.rows[one.one], joined.rows[one.other], one.facts) for one in cut.hindrances)
        told.append(CutLink(pair, tuple(against)))
    return tuple(told)


def _judgements(cluster: frozenset[UUID]) -> QuerySet[Judgement]:
    within = Pair.objects.filter(state=PairState.SAME, one__in=cluster, other__in=cluster)
    return (
        Judgement.objects.filter(pair__in=within, withdrawn_at=None)
        .select_related("by", "pair__one__source", "pair__other__source")
        .order_by("-at", "pk")
    )
