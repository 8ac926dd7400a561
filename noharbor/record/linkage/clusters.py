"""Which of the appearances that people judged the same can be one: links laid by strength, chains cut where they must.

The strongest link is laid first, and a link that would bring two together who cannot be one is left out: their chain is
cut there. Two cannot be one

- where a standing judgement says that they are different, also one that is disputed, or
- where facts forbid it (`science.matching.people.forbidding`), unless people judged these two themselves the same:
  they had both before them, and lists err.

The outcome is the same in whatever order people judged. No database here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from noharbor.science.matching.people.agreement import Agreement
from noharbor.science.matching.people.forbidding import forbidding
from noharbor.science.matching.people.person import Person


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
    def ends(self) -> frozenset[UUID]:
        """Both, in no order."""
        return frozenset((self.one, self.other))

    @property
    def strength(self) -> tuple[int, float, datetime, UUID, UUID]:
        """Sorts the strongest first: said by two, then by evidence, then the oldest."""
        return (-min(self.members, 2), -self.log_odds, self.since, self.one, self.other)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Two appearances that cannot be one.

    Attributes:
        one: The one.
        other: The other.
        facts: What forbids it; empty where people judged them different.
    """

    one: UUID
    other: UUID
    facts: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A link that was left out, and what its two ends would have brought together."""

    link: Link
    hindrances: tuple[Hindrance, ...]


@dataclass(slots=True)
class _Cluster:
    """Appearances that can be one; `by_facts` puts those together that say the same."""

    members: set[UUID]
    by_facts: dict[int, list[UUID]] = field(default_factory=dict)

    def take_in(self, other: _Cluster) -> None:
        self.members |= other.members
        for facts, ones in other.by_facts.items():
            self.by_facts.setdefault(facts, []).extend(ones)


class Component:
    """Appearances and all that was judged of any two of them.

    Args:
        facts: What each appearance says that can forbid anything.
        links: Pairs judged the same.
        apart: Pairs that a standing judgement keeps apart.
    """

    def __init__(self, facts: Mapping[UUID, Person], links: Iterable[Link], apart: Iterable[tuple[UUID, UUID]]) -> None:
        numbers = {said: number for number, said in enumerate(dict.fromkeys(facts.values()))}
        self._persons = list(numbers)
        self._hindering: dict[tuple[int, int], tuple[Agreement, ...]] = {}
        self._links = sorted(links, key=lambda link: link.strength)
        self._judged_same = {link.ends for link in self._links}
        self._apart: dict[UUID, set[UUID]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._cluster = {one: _Cluster({one}, {numbers[said]: [one]}) for one, said in facts.items()}
        self._cuts = [cut for link in self._links if (cut := self._lay(link))]

    @property
    def clusters(self) -> list[frozenset[UUID]]:
        """What is one, each cluster once."""
        return [frozenset(one.members) for one in {id(one): one for one in self._cluster.values()}.values()]

    @property
    def cuts(self) -> list[Cut]:
        """The links that were left out, the strongest first."""
        return self._cuts

    def cluster_of(self, appearance: UUID) -> frozenset[UUID]:
        """The cluster that holds an appearance."""
        return frozenset(self._cluster[appearance].members)

    def _lay(self, link: Link) -> Cut | None:
        """Join two clusters, or say why not."""
        small, large = self._cluster[link.one], self._cluster[link.other]
        if small is large:
            return None
        if len(small.members) > len(large.members):
            small, large = large, small
        first = next(self._hindrances(small, large), None)
        if first is not None:
            return Cut(link, tuple(self._hindrances(small, large)))
        large.take_in(small)
        self._cluster.update(dict.fromkeys(small.members, large))
        return None

    def _hindrances(self, small: _Cluster, large: _Cluster) -> Iterator[Hindrance]:
        for one in sorted(small.members & self._apart.keys()):
            for other in sorted(self._apart[one] & large.members):
                yield Hindrance(one, other)
        for here, ones in small.by_facts.items():
            for there, others in large.by_facts.items():
                facts = self._facts_against(here, there)
                if facts:
                    pairs = ((one, other) for one in ones for other in others)
                    yield from (Hindrance(*pair, facts) for pair in pairs if frozenset(pair) not in self._judged_same)

    def _facts_against(self, here: int, there: int) -> tuple[Agreement, ...]:
        at = (here, there) if here < there else (there, here)
        if at not in self._hindering:
            self._hindering[at] = forbidding(self._persons[at[0]], self._persons[at[1]])
        return self._hindering[at]
