"""Counts what a linker found on a world, by truth: right partners first, nobody matched who has none, doubles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.linkage.lists import PeopleList, Row

#: The least share of those with a partner whose right partner stands first, and of doubles found; the greatest of those
#: without a partner who are taken for somebody.
FLOOR_FIRST, FLOOR_DOUBLES, CEILING_WRONG = 0.95, 0.97, 0.01

#: Number of the list, row as its file numbers it.
Place = tuple[int, int]


class Found(NamedTuple):
    """A pair that a linker found.

    Attributes:
        a: One row.
        b: The other.
        score: The higher, the surer; in whatever measure.
        same: Whether it would merge them without asking.
    """

    a: Place
    b: Place
    score: float
    same: bool


@dataclass(slots=True)
class Share:
    """So many of so many; ties count by halves and thirds."""

    right: float = 0.0
    all: int = 0

    def add(self, right: float) -> None:
        """Count one more."""
        self.right += right
        self.all += 1

    @property
    def value(self) -> float:
        """The share, 0..1; not a number where there was nothing."""
        return self.right / self.all if self.all else float("nan")


@dataclass(slots=True)
class Figures:
    """What was counted.

    Attributes:
        first: Rows and other lists where their person stands too: the right row is scored highest there.
        wrong: Rows whose person is on no other list: one of another list was taken for them at merge level.
        doubles: Pairs of rows of one person on one list: proposed, at whatever level.
        doubles_same: The same at merge level.
        merged: Pairs across lists at merge level: right ones.
        scripts: `first` by the scripts of the two names.
    """

    first: Share = field(default_factory=Share)
    wrong: Share = field(default_factory=Share)
    doubles: Share = field(default_factory=Share)
    doubles_same: Share = field(default_factory=Share)
    merged: Share = field(default_factory=Share)
    scripts: dict[str, Share] = field(default_factory=dict)

    def add(self, other: Figures) -> None:
        """Count the figures of another world with these."""
        for name in ("first", "wrong", "doubles", "doubles_same", "merged"):
            _join(getattr(self, name), getattr(other, name))
        for pair, share in other.scripts.items():
            _join(self.scripts.setdefault(pair, Share()), share)


def _join(share: Share, other: Share) -> None:
    share.right += other.right
    share.all += other.all


class Truth:
    """Who is who on the lists of a world."""

    def __init__(self, lists: Sequence[PeopleList]) -> None:
        self.rows: dict[Place, Row] = {(at, row.row): row for at, one in enumerate(lists) for row in one.rows}
        self.of_human: dict[int, list[Place]] = defaultdict(list)
        for place, row in self.rows.items():
            self.of_human[row.human].append(place)

    def same(self, a: Place, b: Place) -> bool:
        """Whether two rows are one person."""
        return self.rows[a].human == self.rows[b].human

    def elsewhere(self, place: Place) -> dict[int, list[Place]]:
        """Rows of the person of a row on other lists, by list."""
        found: dict[int, list[Place]] = defaultdict(list)
        for other in self.of_human[self.rows[place].human]:
            if other[0] != place[0]:
                found[other[0]].append(other)
        return found


def measure(lists: Sequence[PeopleList], found: Sequence[Found]) -> Figures:
    """Count what a linker found on the lists of a world."""
    truth, figures = Truth(lists), Figures()
    by_row: dict[tuple[Place, int], list[tuple[float, Place]]] = defaultdict(list)
    merged: set[Place] = set()
    within: dict[frozenset[Place], bool] = {}
    for one in found:
        if one.a[0] == one.b[0]:
            within[frozenset((one.a, one.b))] = one.same
            continue
        by_row[one.a, one.b[0]].append((one.score, one.b))
        by_row[one.b, one.a[0]].append((one.score, one.a))
        if one.same:
            merged |= {one.a, one.b}
            figures.merged.add(truth.same(one.a, one.b))
    for place, row in truth.rows.items():
        others = truth.elsewhere(place)
        for number, right in others.items():
            first = _right_first(by_row.get((place, number), []), set(right))
            figures.first.add(first)
            pair = "–".join(sorted((row.script, truth.rows[right[0]].script)))
            figures.scripts.setdefault(pair, Share()).add(first)
        if not others:
            figures.wrong.add(place in merged)
    _count_doubles(truth, within, figures)
    return figures


def _right_first(scored: Sequence[tuple[float, Place]], right: set[Place]) -> float:
    """How likely a right row stands first, when rows at one score stand in random order."""
    if not scored:
        return 0.0
    best = max(score for score, _ in scored)
    level = [place for score, place in scored if score == best]
    return sum(place in right for place in level) / len(level)


def _count_doubles(truth: Truth, within: dict[frozenset[Place], bool], figures: Figures) -> None:
    for places in truth.of_human.values():
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                if one[0] == other[0]:
                    pair = frozenset((one, other))
                    figures.doubles.add(pair in within)
                    figures.doubles_same.add(within.get(pair, False))
