"""Entities: appearances that people judged the same, as far as they can be one.

An entity is made of pairs in state SAME. The strongest link is laid first, and a link that would bring two together who
cannot be one is left out: their chain is cut there. Two cannot be one

- where a standing judgement says that they are different, also one that is disputed, or
- where facts forbid it (`science.matching.people.forbidding`), unless people judged these two themselves the same:
  they had both rows before them, and lists err.

A link that was left out stays a pair in state SAME whose sides are in two entities: that is how it is found and told.
An entity is called by its oldest appearance, so that its identifier outlives what joins it, and parts that come apart
get back the identifiers they had. All of it is the same in whatever order people judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, Min, Q

from noharbor.record.linkage.models import Appearance, Pair
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.states import KEPT_APART
from noharbor.record.linkage.vocabulary import PairState, Verdict
from noharbor.science.matching.people.forbidding import facts_only, forbidding
from noharbor.science.matching.people.person import Person

#: Any number, as long as nobody else on the database server locks by it: the letters of "link".
_LOCK = 0x6C696E6B
#: Identifiers that go into one query.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Link:
    """Two appearances that people judged the same.

    Attributes:
        one: The one.
        other: The other.
        members: How many members say so.
        log_odds: What the evidence says.
        since: When the first of them said so.
    """

    one: UUID
    other: UUID
    members: int
    log_odds: float
    since: datetime

    @property
    def strength(self) -> tuple[int, float, datetime, UUID, UUID]:
        """Sorts the strongest first: said by two, then by evidence, then the oldest."""
        return (-min(self.members, 2), -self.log_odds, self.since, self.one, self.other)


@dataclass
class Component:
    """All that links join, cut or not.

    Attributes:
        facts: What each appearance says that can forbid anything.
        links: Pairs judged the same.
        apart: Pairs that a standing judgement keeps apart.
    """

    facts: dict[UUID, Person]
    links: list[Link] = field(default_factory=list)
    apart: set[frozenset[UUID]] = field(default_factory=set)

    def clusters(self) -> list[set[UUID]]:
        """Return what can be one, each cluster once."""
        judged_same = {frozenset((link.one, link.other)) for link in self.links}
        cluster = {appearance: {appearance} for appearance in self.facts}
        for link in sorted(self.links, key=lambda one: one.strength):
            here, there = sorted((cluster[link.one], cluster[link.other]), key=len)
            if here is there or any(self._forbidden(here, there, judged_same)):
                continue
            there |= here
            cluster.update(dict.fromkeys(here, there))
        return list({id(one): one for one in cluster.values()}.values())

    def _forbidden(
        self, here: set[UUID], there: set[UUID], judged_same: set[frozenset[UUID]]
    ) -> Iterator[frozenset[UUID]]:
        """Pairs across two clusters that cannot be one."""
        yield from (pair for pair in self.apart if len(pair & here) == 1 and len(pair & there) == 1)
        by_facts_here, by_facts_there = self._by_facts(here), self._by_facts(there)
        for facts, ones in by_facts_here.items():
            for others_facts, others in by_facts_there.items():
                if forbidding(facts, others_facts):
                    pairs = (frozenset((one, other)) for one in ones for other in others)
                    yield from (pair for pair in pairs if pair not in judged_same)

    def _by_facts(self, appearances: set[UUID]) -> dict[Person, list[UUID]]:
        found: dict[Person, list[UUID]] = {}
        for appearance in appearances:
            found.setdefault(self.facts[appearance], []).append(appearance)
        return found


@transaction.atomic
def regroup(appearances: Iterable[UUID]) -> None:
    """Compute anew which entity these appearances belong to, and all that judgements join to them.

    What has a canonical form (a number, a site) keeps the entity of its form. Safe to call twice and side by side.
    """
    if connection.vendor == "postgresql":
        # Two who join to the same component wait for each other; SQLite has one writer at a time anyway.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    rows = _joined(set(appearances))
    component = _component(rows)
    changed = []
    for cluster in component.clusters():
        entity = min(cluster, key=lambda one: (rows[one].made_at, one))
        for appearance in cluster:
            if rows[appearance].entity != entity:
                rows[appearance].entity = entity
                changed.append(rows[appearance])
    Appearance.objects.bulk_update(changed, ["entity"], batch_size=_AT_ONCE)


def _joined(begin: set[UUID]) -> dict[UUID, Appearance]:
    """Everything that links join to some appearances, whole entities at a step."""
    found: dict[UUID, Appearance] = {}
    waiting, asked = begin, set(begin)
    while waiting:
        reached = _appearances("pk", waiting)
        reached |= _appearances("entity", {row.entity for row in reached.values()})
        found |= reached
        asked |= set(reached)
        waiting = {end for pair in _pairs_at(set(reached), PairState.SAME) for end in pair} - asked
        asked |= waiting
    return found


def _appearances(column: str, values: set[UUID]) -> dict[UUID, Appearance]:
    rows = Appearance.objects.filter(key="").only("entity", "made_at", "said")
    return {row.pk: row for part in _parts(values) for row in rows.filter(**{f"{column}__in": part})}


def _pairs_at(appearances: set[UUID], *states: PairState) -> set[tuple[UUID, UUID]]:
    rows = Pair.objects.filter(state__in=states).values_list("one", "other")
    return {
        pair for part in _parts(appearances) for end in ("one", "other") for pair in rows.filter(**{f"{end}__in": part})
    }


def _component(rows: dict[UUID, Appearance]) -> Component:
    """The links among these appearances, and what keeps any two of them apart."""
    said_same = Q(judgements__verdict=Verdict.SAME, judgements__withdrawn_at=None)
    links = (
        Pair.objects.filter(state=PairState.SAME)
        .annotate(
            members=Count("judgements__by", filter=said_same, distinct=True),
            since=Min("judgements__at", filter=said_same),
        )
        .values_list("one", "other", "members", "log_odds", "since")
    )
    return Component(
        {appearance: facts_only(from_json(row.said)) for appearance, row in rows.items()},
        [Link(*link) for part in _parts(set(rows)) for link in links.filter(one__in=part) if link[1] in rows],
        {frozenset(pair) for pair in _pairs_at(set(rows), *KEPT_APART) if rows.keys() >= set(pair)},
    )


def _parts(values: set[UUID]) -> Iterator[list[UUID]]:
    ordered = sorted(values)
    return (ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))
