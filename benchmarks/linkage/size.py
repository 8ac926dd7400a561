"""Ten thousand rows in six scripts against a register of a million people: time, memory, right partners.

Each linker reads the two files that `files.py` writes, and says how long its stages took.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from benchmarks.linkage.files import ASKED_FILE, REGISTER_FILE, read_rows
from benchmarks.linkage.linkers import exact_keys
from noharbor.science.matching.people.person import Born
from noharbor.science.matching.people.reconciling import OnList

#: What the register of a million may take: seconds and megabytes, on two cores.
MOST_SECONDS, MOST_MEGABYTES = 60, 3_000
#: Row asked about, row of the register, score.
Pair = tuple[int, int, float]


@dataclass(slots=True)
class Stages:
    """What was done and how many seconds it took."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done within."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def ours(folder: Path, stages: Stages) -> list[Pair]:
    """`against` of this project."""
    from noharbor.science.matching.people.reconciling import PersonList, against

    lists = []
    for name in (ASKED_FILE, REGISTER_FILE):
        with stages.stage("reading"):
            lists.append(PersonList(name, tuple(_listed(folder / name))))
    with stages.stage("linking"):
        found = against(*lists)
    return [(pair.a.row, pair.b.row, pair.score) for pair in found.pairs]


def _listed(path: Path) -> Iterator[OnList]:
    """The people of a file, column by column: row by row, a million takes as long as to link them."""
    from pyarrow import parquet

    from noharbor.science.matching.people.person import Person
    from noharbor.science.matching.people.reconciling import ListedPerson

    for batch in parquet.ParquetFile(path).iter_batches(20_000):
        told = {name: _values(batch.column(name)) for name in batch.schema.names if name not in ("human", "script")}
        births = map(_born, told.pop("earliest"), told.pop("latest"))
        rows = told.pop("row")
        for row, born, *said in zip(rows, births, *told.values(), strict=True):
            yield ListedPerson(row, Person(**dict(zip(told, said, strict=True)), born=born))


def _values(column: Any) -> Sequence[Any]:
    """The values of a column, those of one row together; equal texts and days of birth are one object."""
    import pyarrow as arrow

    if arrow.types.is_list(column.type):
        flat, bounds = column.flatten().to_pylist(), column.offsets.to_pylist()
        return [tuple(flat[begin:end]) for begin, end in pairwise(bounds)]
    if arrow.types.is_date(column.type):
        return column.cast(arrow.int32()).to_pylist()
    values = column.to_pylist()
    return [sys.intern(value) for value in values] if arrow.types.is_string(column.type) else values


@lru_cache(maxsize=100_000)
def _born(earliest: int | None, latest: int | None) -> Born | None:
    if earliest is None or latest is None:
        return None
    begin = date(1970, 1, 1)
    return Born(begin + timedelta(days=earliest), begin + timedelta(days=latest))


def exact(folder: Path, stages: Stages) -> list[Pair]:
    """The same passport or national id, or the same name and birth."""
    with stages.stage("asked"):
        asked: dict[Any, list[int]] = {}
        for row in read_rows(folder / ASKED_FILE):
            for key in exact_keys(row.person):
                asked.setdefault(key, []).append(row.row)
    with stages.stage("register"):
        counts: dict[tuple[int, int], int] = {}
        for row in read_rows(folder / REGISTER_FILE):
            for key in exact_keys(row.person):
                for one in asked.get(key, ()):
                    counts[one, row.row] = counts.get((one, row.row), 0) + 1
    return [(one, other, float(count)) for (one, other), count in counts.items()]


def splink(folder: Path, stages: Stages) -> list[Pair]:
    """Stock Splink: names put into anyascii's letters first, parameters learnt on the two files."""
    from benchmarks.linkage.splink_linker import link_files

    with stages.stage("letters"):
        files = {
            "asked": _lettered(folder / ASKED_FILE, folder / "splink_asked.parquet", 0),
            "register": _lettered(folder / REGISTER_FILE, folder / "splink_register.parquet", 1),
        }
    with stages.stage("learning and linking"):
        found = list(link_files(files))
    return [(int(one.split(":")[1]), int(other.split(":")[1]), weight) for one, other, weight in found]


def _lettered(given: Path, out: Path, number: int) -> Path:
    from pyarrow import Table, parquet

    from benchmarks.linkage.splink_linker import columns, schema

    with parquet.ParquetWriter(out, schema()) as file:
        rows = (columns(row, number) for row in read_rows(given))
        while some := list(islice(rows, 20_000)):
            file.write_table(Table.from_pylist(some, schema=schema()))
    return out


def right_first(folder: Path, pairs: Iterable[Pair]) -> tuple[float, int]:
    """Of the rows whose person the register holds, the share whose right row is scored highest; how many there are."""
    best: dict[int, tuple[float, list[int]]] = {}
    for one, other, score in pairs:
        known = best.get(one)
        if known is None or score > known[0]:
            best[one] = (score, [other])
        elif score == known[0]:
            known[1].append(other)
    # Everybody stands in the register once and in the order of the world, so that the row says who it is.
    held = [row for row in read_rows(folder / ASKED_FILE) if row.human < _length(folder / REGISTER_FILE)]
    right = sum(best[row.row][1].count(row.human) / len(best[row.row][1]) for row in held if row.row in best)
    return right / len(held) if held else float("nan"), len(held)


def _length(path: Path) -> int:
    from pyarrow import parquet

    return int(parquet.ParquetFile(path).metadata.num_rows)


#: Who holds a list against a register of millions.
LINKERS: dict[str, Callable[[Path, Stages], list[Pair]]] = {"ours": ours, "splink": splink, "exact": exact}
