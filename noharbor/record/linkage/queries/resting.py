"""What rests on a judgement: what would come apart, or together, if it no longer stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from noharbor.record.access.models import Member
from noharbor.record.linkage.entities import Joined
from noharbor.record.linkage.models import Appearance, Judgement, Pair, Reconciliation
from noharbor.record.linkage.queries import reconciliations
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.review import told_of
from noharbor.record.linkage.states import UNSETTLED, state_of

Group = tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a judgement, as far as a member may see it.

    Attributes:
        now: The entities that change, as they are with it.
        then: The same appearances as they group without it.
        beside: The other standing judgements within those entities; they stay.
        asked_again: How many open pairs are no longer answered by it.
        reconciliations: Those whose results change.
    """

    now: tuple[Group, ...]
    then: tuple[Group, ...]
    beside: tuple[Judgement, ...]
    asked_again: int
    reconciliations: tuple[Reconciliation, ...]


def resting_on(judgement: Judgement, member: Member) -> Resting:
    """Return what would change if a judgement no longer stood; nothing is changed."""
    pair = judgement.pair
    others = [one for one in pair.judgements.all() if one.pk != judgement.pk]
    state = state_of(others, needs_two=pair.needs_two)
    appearances = visible_to(member).select_related("source", "list_reading__table")
    joined = Joined((pair.one_id, pair.other_id), appearances)
    before, after = set(joined.component().clusters), set(joined.component({pair.pk: state}).clusters)
    now, then = before - after, after - before
    # Both sides are visible, and so are the pairs.
    within = Pair.objects.filter(_inside(now))
    parted = [one for one in within.filter(state__in=UNSETTLED, stands=True) if _are_parted(one, then)]
    beside = Judgement.objects.filter(pair__in=told_of(within, member).exclude(pk=pair.pk), withdrawn_at=None)
    return Resting(
        now=_groups(now, joined),
        then=_groups(then, joined),
        beside=tuple(beside.select_related("by", "pair__one__source", "pair__other__source")),
        asked_again=len(parted),
        reconciliations=tuple(_reconciliations(_groups(now, joined), _groups(then, joined), member)),
    )


def _groups(clusters: Iterable[frozenset[UUID]], joined: Joined) -> tuple[Group, ...]:
    """Clusters as rows, the oldest first."""

    def age(one: UUID) -> tuple[object, UUID]:
        return joined.rows[one].made_at, one

    ordered = sorted((sorted(cluster, key=age) for cluster in clusters), key=lambda cluster: age(cluster[0]))
    return tuple(tuple(joined.rows[one] for one in cluster) for cluster in ordered)


def _inside(clusters: Iterable[frozenset[UUID]]) -> Q:
    inside = Q(pk__in=[])
    for cluster in clusters:
        inside |= Q(one__in=cluster, other__in=cluster)
    return inside


def _are_parted(pair: Pair, then: Iterable[frozenset[UUID]]) -> bool:
    return not any(pair.one_id in cluster and pair.other_id in cluster for cluster in then)


def _reconciliations(now: tuple[Group, ...], then: tuple[Group, ...], member: Member) -> Iterator[Reconciliation]:
    """Those that hold lists of two appearances that were one and no longer are, or the other way round."""
    tables = {table for group in (*now, *then) for table in _tables(group)}
    touched = reconciliations.visible_to(member).filter(lists__table__in=tables).distinct()
    for reconciliation in touched.prefetch_related("lists"):
        held = {one.table_id for one in reconciliation.lists.all()}
        if _on_lists(now, held) != _on_lists(then, held):
            yield reconciliation


def _on_lists(groups: tuple[Group, ...], held: set[int]) -> set[frozenset[UUID]]:
    """Who of some lists is one with somebody else of them."""
    on_lists = (frozenset(one.pk for one in group if _tables((one,)) & held) for group in groups)
    return {group for group in on_lists if len(group) > 1}


def _tables(group: Iterable[Appearance]) -> set[int]:
    return {one.list_reading.table_id for one in group if one.list_reading is not None}
