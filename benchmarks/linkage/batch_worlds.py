"""Batch linkage beside the desk's and stock Splink: on invented worlds and on FEBRL's sets, each linker in one process.

    python -m benchmarks.linkage.batch_worlds --seed 7,8,30011 --people 4000
    python -m benchmarks.linkage.batch_worlds --febrl

Every pair that a linker would merge counts, within a list and across; F1 is theirs. `best` is F1 at the threshold that
only who knows the truth could choose.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.linkage import febrl
from benchmarks.linkage.batch_records import said_of
from benchmarks.linkage.lists import PeopleList, lists
from benchmarks.linkage.measure import Found, measure
from noharbor.science.matching.batch.given import schema
from noharbor.science.matching.batch.job import Wanted, link
from noharbor.science.names.evidence import MERGE_SCORE

#: Splink's own guide clusters at this probability.
_SPLINKS_OWN = 0.95


class Unwatched:
    """Nobody looks on."""

    @contextmanager
    def stage(self, _name: str) -> Iterator[None]:
        """Say nothing."""
        yield

    def told(self, _done: int, _everything: int) -> None:
        """Say nothing."""


def linked(rows: Sequence[dict[str, Any]], model: Path | None = None) -> list[dict[str, Any]]:
    """Links of rows, by batch."""
    from pyarrow import Table, parquet

    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "given.parquet", Path(folder) / "links.parquet"
        parquet.write_table(Table.from_pylist(list(rows), schema=schema()), given)
        link(Wanted((given,), out, memory=3.0, workers=1, model=model), Unwatched())
        found: list[dict[str, Any]] = parquet.read_table(out).to_pylist()
    return found


def records_of_world(kept: Sequence[PeopleList]) -> list[dict[str, Any]]:
    """The lists of a world as records: the source is the number of the list, the id that of the row."""
    return [
        said_of(row.person) | {"source": str(number), "id": str(row.row)}
        for number, one in enumerate(kept)
        for row in one.rows
    ]


def records_of_febrl(data: febrl.Set) -> list[dict[str, Any]]:
    """A set of FEBRL as records."""
    return [
        said_of(febrl.person_of(record)) | {"source": str(table), "id": str(name)}
        for table, frame in enumerate(data.tables)
        for name, record in frame.iterrows()
    ]


def batch(kept: Sequence[PeopleList]) -> list[Found]:
    """Batch linkage of the lists of a world."""
    return [
        Found(
            (int(pair["source_l"]), int(pair["id_l"])),
            (int(pair["source_r"]), int(pair["id_r"])),
            pair["score"],
            pair["proposal"] == "same",
        )
        for pair in linked(records_of_world(kept))
    ]


def splink(kept: Sequence[PeopleList]) -> list[Found]:
    """Stock Splink."""
    from benchmarks.linkage.splink_linker import link as stock

    return stock(kept)


def desk(kept: Sequence[PeopleList]) -> list[Found]:
    """`reconcile`."""
    from benchmarks.linkage.linkers import ours

    return ours(kept)


LINKERS: dict[str, Callable[[Sequence[PeopleList]], list[Found]]] = {"batch": batch, "desk": desk, "splink": splink}


@dataclass(frozen=True)
class Pairs:
    """How well pairs were merged."""

    precision: float
    recall: float
    f1: float
    best: float


def pairs_of_world(kept: Sequence[PeopleList], found: Sequence[Found]) -> Pairs:
    """Hold all pairs against the truth, within lists and across."""
    human = {(number, row.row): row.human for number, one in enumerate(kept) for row in one.rows}
    true = sum(count * (count - 1) // 2 for count in Counter(human.values()).values())
    return _pairs([(one.score, one.same, human[one.a] == human[one.b]) for one in found], true)


def _pairs(scored: Sequence[tuple[float, bool, bool]], true: int) -> Pairs:
    merged = [right for _, same, right in scored if same]
    by_score: dict[float, list[bool]] = defaultdict(list)
    for score, _, right in scored:
        by_score[score].append(right)
    right = all_of_them = 0
    best = 0.0
    for score in sorted(by_score, reverse=True):
        right += sum(by_score[score])
        all_of_them += len(by_score[score])
        best = max(best, 2 * right / (all_of_them + true))
    return Pairs(
        sum(merged) / len(merged) if merged else float("nan"),
        sum(merged) / true,
        2 * sum(merged) / (len(merged) + true),
        best,
    )


def on_febrl(number: str) -> dict[str, Any]:
    """FEBRL's set: batch by the house's rule, batch by the probability that Splink's guide takes, and stock Splink."""
    data = febrl.load(number)
    across = len(data.tables) > 1
    pairs = [pair for pair in linked(records_of_febrl(data)) if not across or pair["source_l"] != pair["source_r"]]
    ruled = [(pair["id_l"], pair["id_r"], pair["score"], pair["proposal"] == "same") for pair in pairs]
    scored = [(pair["id_l"], pair["id_r"], pair["score"], pair["score"] >= MERGE_SCORE) for pair in pairs]
    likely = [(pair["id_l"], pair["id_r"], pair["weight"], pair["probability"] >= _SPLINKS_OWN) for pair in pairs]
    return {
        "batch, house rule": febrl.scores(data.links, ruled),
        "batch, score 0.9": febrl.scores(data.links, scored),
        "batch, Splink 0.95": febrl.scores(data.links, likely),
        "stock Splink": febrl.scores(data.links, febrl.splink(data)),
    }


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="7,8,30011")
    parser.add_argument("--people", type=int, default=4_000)
    parser.add_argument("--linkers", default="batch,desk,splink")
    parser.add_argument("--febrl", action="store_true")
    chosen = parser.parse_args()
    if chosen.febrl:
        for number in febrl.SETS:
            for name, scores in on_febrl(number).items():
                print(f"FEBRL {number} {name:18} {scores}", flush=True)
        return
    for seed in map(int, chosen.seed.split(",")):
        kept = lists(chosen.people, seed)
        for name in chosen.linkers.split(","):
            begun = time.perf_counter()
            found = LINKERS[name](kept)
            seconds = time.perf_counter() - begun
            figures, pairs = measure(kept, found), pairs_of_world(kept, found)
            said = {
                "precision": pairs.precision, "recall": pairs.recall, "f1": pairs.f1, "best": pairs.best,
                "first": figures.first.value, "wrong": figures.wrong.value, "doubles": figures.doubles.value,
            }  # fmt: skip
            print(f"seed {seed} {name:7}", json.dumps({key: round(value, 4) for key, value in said.items()}),
                  f"{seconds:.0f} s", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
