"""Two hundred messy lists, each in a child process of its own: how many are read, how many refused, what goes wrong."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path

LISTS = 200


def main() -> None:
    from noharbor.record.intake import extraction
    from noharbor.record.intake.errors import IntakeProblem
    from tests.record.intake.workbooks import faults, messy

    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    rows = slowest = peak = 0
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        for seed in range(LISTS):
            made = messy(seed, small=False)
            path.write_bytes(made.content)
            began = time.perf_counter()
            try:
                outcome = extraction.read(path, made.name, Path(folder))
                rows += len(made.rows)
                peak = max(peak, outcome.peak_kilobytes)
                outcomes["read"] += 1
            except IntakeProblem as problem:
                outcome = problem
                outcomes[type(problem).__name__] += 1
            except Exception as crash:
                outcome = crash
                outcomes["crash"] += 1
            slowest = max(slowest, time.perf_counter() - began)
            wrong += [f"{made.what}: {fault}" for fault in faults(made, outcome)[:3]]
    seconds = time.perf_counter() - started
    print(f"{LISTS} lists in {seconds:.0f} s, the slowest {slowest:.1f} s, the largest child {peak / 1024:.0f} MB")
    print(", ".join(f"{name} {number}" for name, number in outcomes.most_common()))
    print(f"{rows:,} rows in those that were read; {len(wrong)} faults (budget: 0)")
    for fault in wrong:
        print(" ", fault)


if __name__ == "__main__":
    main()
