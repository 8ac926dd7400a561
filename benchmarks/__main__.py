"""All measurements, one after the other; `make bench`. Name some to run only those: `python -m benchmarks pages`."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks import intake_bench, linkage_bench, lists_bench, names_bench, reading_bench, start
from benchmarks.pages import speed as pages_speed
from benchmarks.search import recall as search_recall
from benchmarks.search import speed as search_speed

#: Name, what it measures, how.
BENCHMARKS: tuple[tuple[str, str, Callable[[], None]], ...] = (
    ("reading", "what the readers find on annotated articles, and how fast", reading_bench.main),
    ("intake", "a PDF of 200 pages", intake_bench.main),
    ("lists", "200 messy lists, each read or clearly refused", lists_bench.main),
    ("start", "how soon the desk answers, and its idle memory", start.main),
    ("names", "names across scripts beside their peers; writes docs/names-beside-peers.md", names_bench.main),
    ("linkage", "who finds the same person on lists of invented worlds", linkage_bench.main),
    ("pages", "every page with 100,000 statements of 20,000 events in the node", pages_speed.main),
    ("search", "search with 100,000 statements in the node", search_speed.main),
    ("search-recall", "whether search finds what a plain scan finds", search_recall.main),
)


def main() -> None:
    wanted = set(sys.argv[1:]) or {name for name, _, _ in BENCHMARKS}
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load}")
    for name, what, run in BENCHMARKS:
        if name in wanted:
            print(f"\n== {name}: {what}")
            run()


if __name__ == "__main__":
    main()
