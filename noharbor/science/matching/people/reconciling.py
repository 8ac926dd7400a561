"""Lists laid side by side: who stands twice on one, who stands on several, and what contradicts itself.

    found = reconcile([PersonList("handover", rows), PersonList("embassy", others)])
    found.pairs[0].score, found.pairs[0].reason

Nothing is merged: pairs are proposals with their reasons, and people judge.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Protocol

from noharbor.science.matching.people.helping import another_process
from noharbor.science.matching.people.judging import Judged, NamedRows, judge
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.rivals import with_rivals
from noharbor.science.matching.people.telling import Told
from noharbor.science.names.evidence import Level, Proposal

#: Told of long work: what is being done, how many rows are done, and how many there are.
Progress = Callable[[str, int, int], None]
#: From so many rows on a second process helps; below it costs more than it gives.
_FOR_TWO = 60_000


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


class Steps(Protocol):
    """Pairs of lists that are done, so that a run that was stopped goes on where it was."""

    def get(self, first: int, second: int) -> tuple[list[Judged], int] | None:
        """What was kept of two lists, by their numbers; None where nothing was."""
        ...

    def keep(self, first: int, second: int, judged: list[Judged], cut: int) -> None:
        """Keep what was found of two lists, or of one and itself: pairs, and names that were cut."""
        ...


def reconcile(
    lists: Sequence[PersonList], progress: Progress | None = None, kept: Steps | None = None
) -> Reconciliation:
    """Find who stands twice on one list, and who stands on several.

    Args:
        lists: Two or more lists, or one to look for doubles in.
        progress: Called about twice a second with what is being done, how many rows that are done, and of how many;
            whatever it raises stops the work.
        kept: Where each pair of lists is kept when it is done, and not done again when it is there.
    """
    told = progress or _unheard
    steps = [(first, second) for second in range(len(lists)) for first in range(second + 1)]
    # Doubles first: the rows of one person on a list are no rivals of each other.
    steps.sort(key=lambda step: step[0] != step[1])
    known = {step: found for step in steps if kept is not None and (found := kept.get(*step)) is not None}
    rows = [len(lists[first].rows) + len(lists[second].rows) for first, second in steps]
    with another_process(worth_it=sum(len(one.rows) for one in lists) >= _FOR_TWO) as helper:
        named = _read(lists, {number for step in steps if step not in known for number in step}, told, helper)
        for at, step in enumerate(steps):
            if step in known:
                continue
            known[step] = judge(named[step[0]], named[step[1]], _rows_told(told, "comparing", rows, at), helper)
            if kept is not None:
                kept.keep(*step, *known[step])
    told("comparing", sum(rows), sum(rows))
    pairs: list[PairFound] = []
    for first, second in steps:
        judged = known[first, second][0]
        if first != second:
            judged = with_rivals(judged, known[first, first][0], known[second, second][0])
        pairs += [_found(lists, first, second, one) for one in judged if one.proposal is not Proposal.DIFFERENT]
    pairs.sort(key=lambda pair: (pair.a.list, pair.b.list, pair.a.row, -pair.score, pair.b.row))
    return Reconciliation(tuple(lists), tuple(pairs), sum(cut for _, cut in known.values()))


def against(asked: PersonList, register: PersonList, progress: Progress | None = None) -> Reconciliation:
    """Find the people of a list in a register, however large, without looking for doubles in the register.

    A long register is read by two processes: a script that calls this from its own top level does so below
    `if __name__ == "__main__":`, as multiprocessing wants it.

    Args:
        asked: A list.
        register: The register; with ten thousand asked, a million people take 2.1 GB and the work of two cores for a
            minute.
        progress: As for `reconcile`.
    """
    told = progress or _unheard
    lists = (asked, register)
    rows = [len(asked.rows) + len(register.rows), len(asked.rows)]
    with another_process(worth_it=sum(rows) >= _FOR_TWO) as helper:
        named = _read(lists, {0, 1}, told, helper)
        judged, cut = judge(named[0], named[1], _rows_told(told, "comparing", rows, 0), helper)
        doubles, _ = judge(named[0], named[0], _rows_told(told, "comparing", rows, 1), helper)
    judged = with_rivals(judged, doubles, ())
    pairs = [_found(lists, 0, 1, one) for one in judged if one.proposal is not Proposal.DIFFERENT]
    pairs.sort(key=lambda pair: (pair.a.row, -pair.score, pair.b.row))
    told("comparing", sum(rows), sum(rows))
    return Reconciliation(lists, tuple(pairs), cut)


def _unheard(_what: str, _done: int, _all: int) -> None:
    """Nobody looks on."""


def _read(
    lists: Sequence[PersonList], numbers: Collection[int], told: Progress, helper: Executor | None
) -> dict[int, NamedRows]:
    """Make lists ready, those of the given numbers, and tell of it."""
    ordered = sorted(numbers)
    rows = [len(lists[number].rows) for number in ordered]
    told("reading names", 0, sum(rows))
    return {
        number: NamedRows(
            [row.person for row in lists[number].rows], _rows_told(told, "reading names", rows, at), helper
        )
        for at, number in enumerate(ordered)
    }


def _rows_told(told: Progress, what: str, rows: Sequence[int], at: int) -> Told:
    """What tells how many rows are done, told the part of one step that is; steps have so many rows."""
    before, everything = sum(rows[:at]), sum(rows)
    return lambda done: told(what, before + round(rows[at] * done), everything)


def _found(lists: Sequence[PersonList], first: int, second: int, judged: Judged) -> PairFound:
    return PairFound(
        RowOfList(first, lists[first].rows[judged.one].row, judged.one),
        RowOfList(second, lists[second].rows[judged.other].row, judged.other),
        judged.score,
        judged.level,
        judged.proposal,
        judged,
    )
