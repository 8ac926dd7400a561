"""The parts of a run, one process for each measurement, and what they found."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.linkage import febrl, size
from benchmarks.linkage.files import generator, write_size
from benchmarks.linkage.linkers import LINKERS
from benchmarks.linkage.measure import Figures, Share

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("worlds", "febrl", "size")
#: Where the register of a million is kept between runs.
SIZE_FOLDER = ROOT / ".make" / "linkage"


@dataclass(slots=True)
class OnWorlds:
    """A linker on all worlds of a run together.

    Attributes:
        figures: What was counted, all worlds added up.
        seconds: For each world.
        megabytes: The most that it held.
        rows: Rows of all worlds.
        worlds: Figures of each world, by seed.
    """

    figures: Figures = field(default_factory=Figures)
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    rows: int = 0
    worlds: dict[int, Figures] = field(default_factory=dict)


@dataclass(slots=True)
class Results:
    """Everything a run found; parts that were not run stay empty. Keyed by the linkers' names."""

    seeds: Sequence[int]
    people: int
    begun: float = field(default_factory=time.time)
    load: tuple[float, float, float] = field(default_factory=os.getloadavg)
    worlds: dict[str, OnWorlds] = field(default_factory=dict)
    febrl: dict[str, dict[str, Any]] = field(default_factory=dict)
    size: dict[str, dict[str, Any]] = field(default_factory=dict)


def run(chosen: argparse.Namespace) -> Results:
    """Run the parts that were chosen."""
    results = Results(chosen.seed, chosen.people)
    parts = chosen.only or PARTS
    names = chosen.linkers or [name for name, _, _ in LINKERS]
    if "worlds" in parts:
        results.worlds = {name: _on_worlds(name, chosen.seed, chosen.people) for name in names}
    if "febrl" in parts:
        results.febrl = {
            name: {number: alone("febrl", name, number) for number in febrl.SETS}
            for name in names
            if name in febrl.LINKERS
        }
    if "size" in parts:
        folder = SIZE_FOLDER / f"{generator()}-{chosen.seed[0]}-{chosen.register}-{chosen.asked}"
        _tell(f"writing a register of {chosen.register:,} in {folder.relative_to(ROOT)}, where it is not there yet")
        write_size(folder, chosen.seed[0], chosen.register, chosen.asked)
        results.size = {name: alone("size", name, str(folder)) for name in names if name in size.LINKERS}
    return results


def _on_worlds(name: str, seeds: Sequence[int], people: int) -> OnWorlds:
    together = OnWorlds()
    for seed in seeds:
        found = alone("worlds", name, str(seed), str(people))
        figures = figures_of(found["figures"])
        together.worlds[seed] = figures
        together.figures.add(figures)
        together.seconds.append(found["seconds"])
        together.megabytes = max(together.megabytes, found["megabytes"])
        together.rows += found["rows"]
    return together


def figures_of(said: dict[str, Any]) -> Figures:
    """Figures out of JSON."""
    figures = Figures(**{name: Share(**share) for name, share in said.items() if name != "scripts"})
    for pair, share in said["scripts"].items():
        figures.scripts[pair] = Share(**share)
    return figures


def alone(*what: str) -> dict[str, Any]:
    """One measurement in a process of its own."""
    _tell(" ".join(what[:3]))
    command = [sys.executable, "-m", "benchmarks.linkage.alone", *what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MeasurementFailed(f"{' '.join(what)}: {done.stderr.strip()}")
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def _tell(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


class MeasurementFailed(RuntimeError):
    """A measurement did not come to its end; what it wrote follows."""


def rows_of_scripts(results: Results) -> Iterator[str]:
    """Pairs of scripts that were met, in order."""
    yield from sorted({pair for one in results.worlds.values() for pair in one.figures.scripts})
