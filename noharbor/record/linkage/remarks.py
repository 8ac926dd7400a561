"""What a result tells of lists and pairs beside what was computed: who made a list, what was not read, who judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from noharbor.record.intake.notices import Notice
from noharbor.record.linkage.opening import OpenedList
from noharbor.science.matching.people.reconciling import PairFound
from noharbor.science.matching.people.summary import Rows, Standing
from noharbor.science.names.reasons import Saying


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that is no person, a cell that could not be read, or what to know of a file.

    Attributes:
        list: The name of the list or file.
        row: As the file numbers it; None where the whole is meant.
        saying: Why, to be translated.
    """

    list: str
    row: int | None
    saying: Saying | Notice


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """What people said of a pair.

    Attributes:
        standing: What the pair counts as.
        state: Where the two stand: `vocabulary.PairState`.
        label: The same in words, in the reader's language.
        by: Who said so, and when.
    """

    standing: Standing
    state: str
    label: str
    by: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is told of a reconciliation beside its pairs.

    Attributes:
        unread: What is not among the people.
        problems: Files that could not be read: their names, and why.
        made_by: The body that made each list; None where nobody could say, without a node.
        judged: What people said of pairs; None where nobody could.
    """

    unread: tuple[Unread, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    made_by: tuple[str, ...] | None = None
    judged: Mapping[Rows, JudgedPair] | None = None

    def judgement(self, pair: PairFound) -> tuple[str, str]:
        """What people said of a pair, and who; empty where nobody did."""
        found = (self.judged or {}).get((pair.a, pair.b))
        return (found.label, found.by) if found else ("", "")


def remarks_of(opened: Iterable[OpenedList]) -> Remarks:
    """What is told of files that were read without a node."""
    opened = list(opened)
    problems = tuple((one.path.name, str(one.problem)) for one in opened if one.problem is not None)
    return Remarks(tuple(_unread(opened)), problems)


def _unread(opened: Iterable[OpenedList]) -> Iterator[Unread]:
    for file in opened:
        for notice in file.notices:
            yield Unread(file.path.name, None, notice)
        for sheet, people in zip(file.sheets, file.lists, strict=True):
            for aside in sheet.understood.asides:
                yield Unread(people.name, aside.row, aside.saying)
            for problem in sheet.understood.problems:
                yield Unread(people.name, problem.row, problem.saying)
