"""Millions of records deduplicated end to end: seconds and memory by stage, and how much of the truth was found.

    python -m benchmarks.linkage.batch_size FOLDER --records 10000000 --seed 9001
    python -m benchmarks.linkage.batch_size FOLDER --records 1000000 --engine spark

The records are written first, where they are not there yet; their time is told apart. What was stopped goes on where
it was when the same is started again. Memory is that of the whole tree of processes (proportional set size).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.linkage.batch_records import parts
from noharbor.science.matching.batch.job import Linked, Wanted, link


@dataclass
class Watched:
    """Seconds and the most memory of each stage, written down as soon as it ends.

    Args:
        log: File that each stage adds a line of JSON to; a run that was stopped and went on has several of a stage.
    """

    log: Path
    megabytes: float = 0.0
    done: str = ""
    _stopped: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage."""
        self.megabytes, begun, cpu = 0.0, time.perf_counter(), _cpu_seconds()
        print(f"{time.strftime('%H:%M:%S')} {name} …", flush=True)
        yield
        seconds = time.perf_counter() - begun
        load = " ".join(f"{one:.1f}" for one in os.getloadavg())
        cpu = _cpu_seconds() - cpu
        line = {
            "stage": name,
            "seconds": round(seconds, 1),
            "cpu": round(cpu, 1),
            "megabytes": round(self.megabytes),
            "load": load,
        }
        with self.log.open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")
        said = f"{seconds:,.1f} s, {cpu:,.1f} s of a core, {self.megabytes:,.0f} MB, load {load}"
        print(f"{time.strftime('%H:%M:%S')} {name}: {said}", flush=True)

    def told(self, done: int, everything: int) -> None:
        """Print what is done, some of the time."""
        if done % max(everything // 10, 1) == 0:
            print(f"{time.strftime('%H:%M:%S')}   {done} of {everything}", flush=True)

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Look at the memory of the tree of processes until done."""
        looking = threading.Thread(target=self._look, daemon=True)
        looking.start()
        yield
        self._stopped.set()
        looking.join()

    def _look(self) -> None:
        while not self._stopped.wait(0.5):
            self.megabytes = max(self.megabytes, sum(map(_megabytes, _tree(os.getpid()))))


def _cpu_seconds() -> float:
    """Seconds of a core that this process and those it waited for have used: what another's work does not change."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        # It ended while we looked.
        return


def _megabytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@dataclass(frozen=True)
class Found:
    """What was found of the truth.

    Attributes:
        true: Pairs of records of one person.
        linked: Of these, linked at any level.
        same: Pairs proposed as the same.
        same_right: Of these, right.
        together: Pairs of records in one cluster.
        together_right: Of these, right.
    """

    true: int
    linked: int
    same: int
    same_right: int
    together: int
    together_right: int


def found(files: list[Path], wanted: Wanted) -> Found:
    """Hold links and clusters against the truth."""
    import duckdb

    connection = duckdb.connect(config={"memory_limit": "8GB", "threads": "2"})
    connection.read_parquet([str(path) for path in files]).create_view("given")
    for name, path in (("links", wanted.out), ("clusters", wanted.clusters)):
        connection.read_parquet(str(path)).create_view(name)

    def count(sql: str) -> int:
        return int((connection.execute(sql).fetchone() or (0,))[0] or 0)

    connection.execute("create temp table truth as select source, id, human from given")
    linked = (
        "select count(*) from links join truth as l on links.id_l = l.id and links.source_l = l.source"
        " join truth as r on links.id_r = r.id and links.source_r = r.source where l.human = r.human"
    )
    pairs = "select sum(n * (n - 1) / 2) from (select count(*) as n from {} group by {})"
    return Found(
        true=count(pairs.format("truth", "human")),
        linked=count(linked),
        same=count("select count(*) from links where proposal = 'same'"),
        same_right=count(f"{linked} and proposal = 'same'"),
        together=count(pairs.format("clusters", "cluster")),
        together_right=count(pairs.format("clusters join truth using (source, id)", "cluster, human")),
    )


def report(linked: Linked, of_truth: Found, log: Path) -> dict[str, Any]:
    """All figures of a run."""
    stages = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    seconds: Counter[str] = Counter()
    cpu: Counter[str] = Counter()
    for stage in stages:
        seconds[stage["stage"]] += stage["seconds"]
        cpu[stage["stage"]] += stage["cpu"]
    return {
        "records": linked.records,
        "seconds": dict(seconds),
        "seconds of a core": {name: round(used, 1) for name, used in cpu.items()},
        "together": round(sum(seconds.values()), 1),
        "megabytes": {name: max(one["megabytes"] for one in stages if one["stage"] == name) for name in seconds},
        "sharing": linked.sharing._asdict(),
        "compared": linked.compared,
        "links": linked.links,
        "joined": linked.joined._asdict(),
        "truth": asdict(of_truth),
    }


def main() -> None:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=9001)
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    parser.add_argument("--memory", type=float, default=12.0)
    parser.add_argument("--model", type=Path)
    chosen = parser.parse_args()
    files = list(parts(chosen.folder / "records", chosen.records, chosen.seed))
    out = chosen.folder / f"links-{chosen.seed}-{chosen.records}-{chosen.engine}.parquet"
    wanted = Wanted(tuple(files), out, chosen.engine, chosen.memory, model=chosen.model, keep=True)
    watched = Watched(out.with_suffix(".stages"))
    with watched.memory():
        linked = link(wanted, watched)
    figures = report(linked, found(files, wanted), watched.log)
    out.with_suffix(".json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
