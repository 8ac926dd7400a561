"""What one run of the names bench found, and where it ran."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.names.calibration import Bin
from benchmarks.names.measure import Figures
from benchmarks.names.speed import Speed, Start


@dataclass(frozen=True, slots=True)
class Shown:
    """One pair of scripts: every matcher on the same questions; `figures` by title."""

    title: str
    pair: str
    positives: int
    figures: dict[str, Figures]


@dataclass(frozen=True, slots=True)
class Whole:
    """One pair of scripts against whole galleries, by the scorer's own rules.

    Attributes:
        group: The scorer's name of the group.
        title: The group, or an origin within it.
        pair: Pair of scripts.
        positives: Pairs of names measured, of so many there are.
        total: All there are.
        gallery: People ranked who have a name in the second script, and in the first.
        rows: By matcher: first places from first script to second, from second to first, recall at precision 0.95.
    """

    group: str
    title: str
    pair: str
    positives: int
    total: int
    gallery: tuple[int, int]
    rows: dict[str, tuple[float, float, float]]

    def first(self, title: str) -> float:
        """Share of first places, mean of both directions."""
        forth, back, _ = self.rows[title]
        return (forth + back) / 2


@dataclass(frozen=True, slots=True)
class Homophones:
    """Pairs of different people that a matcher accepted as the same."""

    accepted: int
    pairs: int


@dataclass(slots=True)
class Results:
    """Everything a run found; parts that were not run stay empty."""

    seed: int
    titles: Sequence[str]
    releases: dict[str, str]
    begun: float = field(default_factory=time.time)
    load: tuple[float, float, float] = field(default_factory=os.getloadavg)
    shown: list[Shown] = field(default_factory=list)
    whole: list[Whole] = field(default_factory=list)
    unseen: list[Whole] = field(default_factory=list)
    origins: list[Whole] = field(default_factory=list)
    homophones: dict[str, Homophones] = field(default_factory=dict)
    speed: dict[str, Speed] = field(default_factory=dict)
    starts: list[Start] = field(default_factory=list)
    bins: list[Bin] = field(default_factory=list)
    aside: int = 0
    against: int = 0

    @property
    def ours(self) -> str:
        """The title of our own matcher, always the first."""
        return self.titles[0]


def machine() -> str:
    """Processor, cores and Python, in one line."""
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = [line for line in information.read_text().splitlines() if line.startswith("model name")]
        model = lines[0].partition(":")[2].strip() if lines else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def loads(values: Sequence[float]) -> str:
    """The load over one, five and fifteen minutes."""
    return " ".join(f"{value:.2f}" for value in values)
