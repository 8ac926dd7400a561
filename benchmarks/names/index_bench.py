"""The index of names at full size: time and memory to build, to look up, to change, and how often a person is found.

    python -m benchmarks.names.index_bench                     # a million invented people, three names each
    python -m benchmarks.names.index_bench --people 10000000   # ten million: half an hour and 10 GB of disk
    python -m benchmarks.names.index_bench --shortlists        # without comparing: what the index alone takes

The people are invented (world.py). The build runs in a process of its own, so that the memory it took is its own; the
times of look-ups are wall-clock, one after the other in one process, every query new to it.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from benchmarks.names.world import Person, people, slip
from noharbor.science.matching.index import Index
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.results import Budget
from noharbor.science.names import compare_many
from noharbor.science.names.keys import NameKeys

#: One in so many invented people is asked for.
_ASKED = 1000


class NoComparison:
    """Stands in for the comparison of names: the order of the shortlist stays."""

    score, level, reason = 0.0, "", ""

    def __init__(self, _: str, names: Sequence[str]) -> None:
        self.scores = np.zeros(len(names))

    def __getitem__(self, _: int) -> NoComparison:
        return self


def _records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            number, _, *names = line.rstrip("\n").split("\t")
            yield Record(number, tuple(names), (Identifier("phone", f"+95{int(number):010}"),))


def _build(source: Path, folder: Path, told: object) -> None:
    # Once on the side, so that compiling and reading tables is counted apart: each process pays it once.
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as aside:
        few = [record for record, _ in zip(_records(source), range(2000), strict=False)]
        Index.build(Path(aside), few, NameKeys())
    warmed = time.perf_counter() - begun
    begun, used = time.perf_counter(), time.process_time()
    Index.build(folder, _records(source), NameKeys())
    elapsed, cpu = time.perf_counter() - begun, time.process_time() - used
    told.put((warmed, elapsed, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))  # type: ignore[attr-defined]


def write_world(path: Path, count: int) -> list[Person]:
    """Write invented people to a file, one a line, and return those to ask for."""
    asked = []
    with path.open("w", encoding="utf-8") as lines:
        for person in people(count):
            lines.write("\t".join((str(person.number), person.origin, *person.names)) + "\n")
            if person.number % _ASKED == _ASKED // 2 and len(asked) < 1000:
                asked.append(person)
    return asked


def _queries(asked: Sequence[Person]) -> Iterator[tuple[str, str, int]]:
    """What is asked: kind of query, name, and who is meant; every name is one nobody has written in that form."""
    dice = random.Random(5)
    for person in asked:
        native, latin, _ = person.names
        yield f"{person.origin}, native", native, person.number
        yield f"{person.origin}, Latin with a slip", slip(dice, latin).lower(), person.number


def _look_up(index: Index, asked: Sequence[Person], budget: Budget) -> None:
    took: dict[str, list[float]] = defaultdict(list)
    first: dict[str, list[bool]] = defaultdict(list)
    shown: dict[str, list[bool]] = defaultdict(list)
    cuts = []
    for warming in range(20):
        index.search(f"Warming {warming} 王伟 สม", 10, budget)
    for kind, name, number in _queries(asked):
        begun = time.perf_counter()
        found = index.search(name, 10, budget)
        took[kind].append((time.perf_counter() - begun) * 1000)
        ids = [candidate.id for candidate in found.candidates]
        first[kind].append(str(number) in ids[:1])
        shown[kind].append(str(number) in ids)
        cuts.append(found.cut.best_left_out if found.cut else 0.0)
    for kind, times in sorted(took.items()):
        print(f"  {kind:34}{len(times):5}{_times(times)}{np.mean(first[kind]):9.3f}{np.mean(shown[kind]):8.3f}")
    together = [one for times in took.values() for one in times]
    print(f"  {'all':34}{len(together):5}{_times(together)}")
    cut = np.array(cuts)
    print(
        f"  searches cut: {np.mean(cut > 0):.3f}; one left out may be as near as the best: {np.mean(cut >= 0.99):.3f}"
    )


def _times(times: Sequence[float]) -> str:
    return "".join(f"{np.quantile(times, share):9.2f}" for share in (0.5, 0.95, 0.99))


def _change(index: Index) -> None:
    """A thousand changes, one by one, and how soon a reader sees them."""
    changed = list(people(1000, seed=99))
    begun = time.perf_counter()
    with index.writer() as writer:
        for person in changed:
            writer.change(Record(str(person.number), person.names))
        took = time.perf_counter() - begun
    begun = time.perf_counter()
    index.refresh()
    print(
        f"changes: {took:.2f} s for 1,000 (on disk); seen by a reader in {(time.perf_counter() - begun) * 1000:.0f} ms"
    )
    assert [record.id for record in index.by_identifier("phone", "+950000001500")] == ["1500"]
    assert index.get("3").names == changed[3].names


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to build, and keep, the index; else a temporary folder")
    parser.add_argument("--shortlists", action="store_true", help="compare nothing")
    parser.add_argument("--postings", type=int, default=Budget().postings)
    parser.add_argument("--shortlist", type=int, default=Budget().shortlist)
    return parser.parse_args()


def _build_apart(source: Path, folder: Path) -> None:
    processes = get_context("spawn")
    told = processes.Queue()
    builder = processes.Process(target=_build, args=(source, folder, told))
    builder.start()
    warmed, elapsed, cpu, memory = told.get()
    builder.join()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(f"built in {elapsed:.1f} s ({cpu:.1f} s of one core), {memory:,.0f} MB at most, {size:,.0f} MB on disk")
    print(f"before that, compiling and reading tables: {warmed:.1f} s", flush=True)


def main() -> None:
    """Measure and print."""
    chosen = _options()
    base = chosen.folder or Path(tempfile.mkdtemp())
    base.mkdir(parents=True, exist_ok=True)
    source, folder = base / f"people-{chosen.people}.tsv", base / f"index-{chosen.people}"
    print(
        f"{chosen.people:,} people, three names each; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        flush=True,
    )
    asked = write_world(source, chosen.people)
    if not folder.exists():
        _build_apart(source, folder)
    begun = time.perf_counter()
    index = Index.open(folder, NameKeys(), NoComparison if chosen.shortlists else compare_many)
    print(f"opened in {(time.perf_counter() - begun) * 1000:.0f} ms; load {os.getloadavg()[0]:.1f}")
    print(f"  {'look-ups, ms':34}{'n':>5}{'median':>9}{'95 %':>9}{'99 %':>9}{'first':>9}{'in ten':>8}")
    _look_up(index, asked, Budget(chosen.postings, chosen.shortlist))
    _change(index)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"load {os.getloadavg()[0]:.1f}; the reader took {memory:,.0f} MB at most, pages of the files among them")
    if not chosen.folder:
        shutil.rmtree(base)


if __name__ == "__main__":
    sys.exit(main())
