"""Entities: appearances that people judged the same, as far as they can be one; see `clusters`.

A link that was left out stays a pair in state SAME whose sides are in two entities: that is how it is found and told.
An entity is called by its oldest appearance, so that its identifier outlives what joins it, and parts that come apart
get back the identifiers they had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from noharbor.record.linkage.clusters import Component, Link
from noharbor.record.linkage.models import Appearance, Pair
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.portions import in_portions
from noharbor.record.linkage.states import KEPT_APART
from noharbor.record.linkage.vocabulary import PairState, Verdict
from noharbor.science.matching.people.forbidding import facts_only

#: Any number, as long as nobody else on the database server locks by it: the letters of "link".
_LOCK = 0x6C696E6B


@transaction.atomic
def regroup(appearances: Iterable[UUID]) -> None:
    """Compute anew which entity these appearances belong to, and all that judgements join to them.

    What has a canonical form (a number, a site) keeps the entity of its form. Safe to call twice and side by side.
    """
    if connection.vendor == "postgresql":
        # Two who join to the same component wait for each other; SQLite has one writer at a time anyway.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    joined = Joined(appearances)
    for cluster in joined.component().clusters:
        entity = joined.name_of(cluster)
        moved = {one for one in cluster if joined.rows[one].entity != entity}
        for part in in_portions(moved):
            Appearance.objects.filter(pk__in=part).update(entity=entity)


class Joined:
    """Everything that links join to some appearances.

    Args:
        begin: The appearances to begin with.
        among: Those that count; all without it. What is not among them neither joins nor parts anything.
    """

    def __init__(self, begin: Iterable[UUID], among: QuerySet[Appearance] | None = None) -> None:
        appearances = Appearance.objects.filter(key="") if among is None else among.filter(key="")
        reached = _reached(begin) if among is None else _reached_among(begin, appearances)
        rows = (row for part in in_portions(reached) for row in appearances.filter(pk__in=part))
        #: Every one of them.
        self.rows: dict[UUID, Appearance] = {row.pk: row for row in rows}

    def component(self, instead: Mapping[UUID, PairState] | None = None) -> Component:
        """The links among what was reached, and what keeps any two apart.

        Args:
            instead: States that some pairs would have, by their identifier, in place of those they have.
        """
        instead = instead or {}
        links, apart = [], []
        for pair, state, link in self._judged(instead):
            now = instead.get(pair, state)
            if now == PairState.SAME:
                links.append(link)
            elif now in KEPT_APART:
                apart.append((link.one, link.other))
        return Component({pk: facts_only(from_json(row.said)) for pk, row in self.rows.items()}, links, apart)

    def name_of(self, cluster: Iterable[UUID]) -> UUID:
        """The oldest appearance, by which an entity is called."""
        return min(cluster, key=lambda one: (self.rows[one].made_at, one))

    def _judged(self, also: Iterable[UUID]) -> Iterator[tuple[UUID, str, Link]]:
        """Pairs of what was reached that are judged one way or the other, and those that are asked for."""
        said_same = Q(judgements__verdict=Verdict.SAME, judgements__withdrawn_at=None)
        pairs = Pair.objects.filter(Q(state__in=(PairState.SAME, *KEPT_APART)) | Q(pk__in=list(also))).annotate(
            members=Count("judgements__by", filter=said_same, distinct=True),
            since=Min("judgements__at", filter=said_same),
        )
        values = ("pk", "state", "one", "other", "members", "log_odds", "since")
        for part in in_portions(self.rows):
            for pair, state, one, other, *said in pairs.filter(one__in=part).values_list(*values):
                if other in self.rows:
                    yield pair, state, Link(one, other, *said)


def _reached(begin: Iterable[UUID]) -> set[UUID]:
    """Some appearances and all that links join to them, whole entities at a step, however long their chains are."""
    reached: set[UUID] = set()
    waiting = set(begin)
    while waiting:
        entities = _values("entity", "pk", waiting)
        waiting |= _values("pk", "entity", entities)
        reached |= waiting
        waiting = {end for part in in_portions(waiting) for pair in _links_at(part) for end in pair} - reached
    return reached


def _reached_among(begin: Iterable[UUID], among: QuerySet[Appearance]) -> set[UUID]:
    """The same, link by link through some appearances only: not even the number of questions tells of others."""
    pairs = Pair.objects.filter(state=PairState.SAME)
    reached: set[UUID] = set()
    waiting = {one for part in in_portions(begin) for one in among.filter(pk__in=part).values_list("pk", flat=True)}
    while waiting:
        reached |= waiting
        found: set[UUID] = set()
        for part in in_portions(waiting):
            for near, far in (("one", "other"), ("other", "one")):
                linked = pairs.filter(Exists(among.filter(pk=OuterRef(far))), **{f"{near}__in": part})
                found.update(linked.values_list(far, flat=True))
        waiting = found - reached
    return reached


def _values(wanted: str, column: str, values: Iterable[UUID]) -> set[UUID]:
    rows = Appearance.objects.filter(key="").values_list(wanted, flat=True)
    return {one for part in in_portions(values) for one in rows.filter(**{f"{column}__in": part})}


def _links_at(appearances: list[UUID]) -> Iterator[tuple[UUID, UUID]]:
    pairs = Pair.objects.filter(state=PairState.SAME).values_list("one", "other")
    yield from pairs.filter(one__in=appearances)
    yield from pairs.filter(other__in=appearances)
