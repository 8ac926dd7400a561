"""How long every page takes, for an owner, a stranger and nobody: while everything is linked, and afterwards.

Elapsed times are those of whole requests from outside. Processor time is what the desk's process worked for a request,
which says more where other programs run beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.node import Visitor, home, percentile, running
from benchmarks.pages import browser
from benchmarks.pages.addresses import NOBODY, VISITORS, Visit
from benchmarks.pages.world import EVENTS, SEED, SOURCES, STATEMENTS_EACH

BUDGET_MILLISECONDS = 150
TIMES = 20
PASSWORD = "a long walk to the river bridge"


@dataclass(frozen=True)
class Taken:
    """Milliseconds of the visits of one address, shortest first."""

    elapsed: list[float]
    worked: list[float]

    def row(self) -> str:
        """Median and 95th percentile of both."""
        return "".join(
            f"{percentile(times, share):8.0f}" for times in (self.elapsed, self.worked) for share in (0.5, 0.95)
        )


def main() -> None:
    with home() as folder:
        begun = time.perf_counter()
        _apart(folder, "-c", "from benchmarks.pages.world import fill; fill()")
        print(
            f"{SOURCES * STATEMENTS_EACH:,} statements of {EVENTS:,} events in {time.perf_counter() - begun:.0f} s, "
            f"seed {SEED}; elapsed and processor milliseconds, budget {BUDGET_MILLISECONDS}"
        )
        _measured(folder, "while the worker links and indexes")
        begun = time.perf_counter()
        _apart(folder, "-m", "noharbor", "work", "--once")
        print(f"\nthe worker was through {time.perf_counter() - begun:.0f} s later")
        _measured(folder, "while nothing waits", in_browser=True)


def _apart(folder: Path, *arguments: str) -> str:
    """Run in a process of its own, so that Django is set up for this node only."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"NOHARBOR_HOME": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def _measured(folder: Path, when: str, *, in_browser: bool = False) -> None:
    told = _apart(folder, "-c", "from benchmarks.pages.addresses import tell; tell()")
    visits = [Visit(**json.loads(line)) for line in told.splitlines()]
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"\n{when} (load {load}; {_waiting(folder)})")
    print(f"{'page':24}{'asked':32}{'who':>8}{'median':>8}{'95 %':>8}{'worked':>8}{'95 %':>8}{'queries':>9}")
    with running(folder) as (process, address, _seconds):
        visitors = {who: _visitor(address, who) for who in VISITORS}
        taken = [(visit, _taken(visitors[visit.who], visit.address, process)) for visit in visits]
        if in_browser:
            browser.measure(address, visits, PASSWORD)
    for visit, times in taken:
        print(f"{visit.page:24}{visit.address.partition('?')[2]:32}{visit.who:>8}{times.row()}{visit.queries:9}")
    _sum_up(taken)
    print(f"afterwards {_waiting(folder)}")


def _waiting(folder: Path) -> str:
    return _apart(folder, "-c", "from benchmarks.pages.world import tell_waiting; tell_waiting()").strip()


def _visitor(address: str, who: str) -> Visitor:
    visitor = Visitor(address)
    if who != NOBODY:
        visitor.sign_in(who, PASSWORD)
    return visitor


def _taken(visitor: Visitor, address: str, process: subprocess.Popen[bytes]) -> Taken:
    visitor.get(address)
    elapsed, worked = zip(*(visitor.timed(address, process) for _ in range(TIMES)), strict=True)
    return Taken(sorted(elapsed), sorted(worked))


def _sum_up(taken: Iterable[tuple[Visit, Taken]]) -> None:
    rows = list(taken)
    for name, times in (
        ("elapsed", [one.elapsed for _, one in rows]),
        ("processor", [one.worked for _, one in rows]),
    ):
        late = sum(percentile(one, 0.95) > BUDGET_MILLISECONDS for one in times)
        middle = median(percentile(one, 0.5) for one in times)
        longest = max(percentile(one, 0.95) for one in times)
        print(f"{name}: median of medians {middle:.0f}, longest 95 % {longest:.0f}, {late} of {len(rows)} above budget")


if __name__ == "__main__":
    main()
