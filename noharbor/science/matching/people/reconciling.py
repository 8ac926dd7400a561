"""Lists laid side by side: who stands twice on one, who stands on several, and what contradicts itself.

    found = reconcile([PersonList("handover", rows), PersonList("embassy", others)])
    found.pairs[0].score, found.pairs[0].reason

Nothing is merged: pairs are proposals with their reasons, and people judge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from noharbor.science.matching.people.judging import Judged, NamedRows, judge
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.rivals import with_rivals
from noharbor.science.names.evidence import Level, Proposal

#: Told of long work: what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


class OnList(Protocol):
    """One row of a list: its number as the file has it, and who stands there."""

    @property
    def row(self) -> int:
        """As the file numbers it."""
        ...

    @property
    def person(self) -> Person:
        """Who stands there."""
        ...


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One row of a list where nothing else is known of it.

    Attributes:
        row: As the file numbers it.
        person: Who stands there.
    """

    row: int
    person: Person


@dataclass(frozen=True, slots=True)
class PersonList:
    """A list.

    Attributes:
        name: What it is called: its file.
        rows: Its people, in order.
    """

    name: str
    rows: Sequence[OnList]


@dataclass(frozen=True, slots=True)
class RowOfList:
    """Where somebody stands.

    Attributes:
        list: Number of the list, from 0 in the order given.
        row: As its file numbers it; two people may stand in one row of a list in two columns.
        at: Place among the people of the list, from 0.
    """

    list: int
    row: int
    at: int


@dataclass(frozen=True, slots=True)
class PairFound:
    """Two rows that may be one person.

    Attributes:
        a: One row; of two lists, that of the earlier.
        b: The other.
        score: 0..1, how likely they are one person.
        level: How their names agree.
        proposal: What is proposed; never "different".
        judged: Names and fields that speak for it and against it.
    """

    a: RowOfList
    b: RowOfList
    score: float
    level: Level
    proposal: Proposal
    judged: Judged

    @property
    def reason(self) -> str:
        """One English sentence that says why."""
        return self.judged.reason


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What lists say side by side.

    Attributes:
        lists: The lists as given.
        pairs: Rows that may be one person, by list and row; within one list and across lists.
        cut: Names that shared keys with more names than were looked at; 0 where everything was.
    """

    lists: tuple[PersonList, ...]
    pairs: tuple[PairFound, ...]
    cut: int


def reconcile(lists: Sequence[PersonList], progress: Progress | None = None) -> Reconciliation:
    """Find who stands twice on one list, and who stands on several.

    Args:
        lists: Two or more lists, or one to look for doubles in.
        progress: Called now and then with what is being done; whatever it raises stops the work.
    """
    told = progress or (lambda _what, _done, _all: None)
    named = []
    for number, one in enumerate(lists):
        told("reading names", number, len(lists))
        named.append(NamedRows([row.person for row in one.rows]))
    steps = [(first, second) for second in range(len(lists)) for first in range(second + 1)]
    # Doubles first: the rows of one person on a list are no rivals of each other.
    steps.sort(key=lambda step: step[0] != step[1])
    pairs: list[PairFound] = []
    doubles: dict[int, list[Judged]] = {}
    cut = 0
    for done, (first, second) in enumerate(steps):
        told("comparing", done, len(steps))
        judged, left = judge(named[first], named[second])
        cut += left
        if first == second:
            doubles[first] = judged
        else:
            judged = with_rivals(judged, doubles[first], doubles[second])
        pairs += [_found(lists, first, second, one) for one in judged if one.proposal is not Proposal.DIFFERENT]
    told("comparing", len(steps), len(steps))
    pairs.sort(key=lambda pair: (pair.a.list, pair.b.list, pair.a.row, -pair.score, pair.b.row))
    return Reconciliation(tuple(lists), tuple(pairs), cut)


def against(asked: PersonList, register: PersonList, progress: Progress | None = None) -> Reconciliation:
    """Find the people of a list in a register, however large, without looking for doubles in the register.

    Args:
        asked: A list.
        register: The register; a million people take about 2 GB and a minute.
        progress: As for `reconcile`.
    """
    told = progress or (lambda _what, _done, _all: None)
    told("reading names", 0, 2)
    ones = NamedRows([row.person for row in asked.rows])
    told("reading names", 1, 2)
    others = NamedRows([row.person for row in register.rows])
    told("comparing", 0, 1)
    judged, cut = judge(ones, others)
    lists = (asked, register)
    judged = with_rivals(judged, judge(ones, ones)[0], ())
    pairs = [_found(lists, 0, 1, one) for one in judged if one.proposal is not Proposal.DIFFERENT]
    pairs.sort(key=lambda pair: (pair.a.row, -pair.score, pair.b.row))
    told("comparing", 1, 1)
    return Reconciliation(lists, tuple(pairs), cut)


def _found(lists: Sequence[PersonList], first: int, second: int, judged: Judged) -> PairFound:
    return PairFound(
        RowOfList(first, lists[first].rows[judged.one].row, judged.one),
        RowOfList(second, lists[second].rows[judged.other].row, judged.other),
        judged.score,
        judged.level,
        judged.proposal,
        judged,
    )
