"""One measurement in a process of its own, so that its memory is its own.

    python -m benchmarks.linkage.alone worlds splink 2001 3000
    python -m benchmarks.linkage.alone febrl exact 4
    python -m benchmarks.linkage.alone size splink FOLDER

Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any


def _peak_megabytes() -> float:
    """The most memory this process has held; the kernel's own count, which begins anew with each program."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def worlds(name: str, seed: str, people: str) -> dict[str, Any]:
    """A linker on the lists of a world."""
    from benchmarks.linkage.linkers import LINKERS
    from benchmarks.linkage.lists import lists
    from benchmarks.linkage.measure import measure

    kept = lists(int(people), int(seed))
    linker = next(call for one, _, call in LINKERS if one == name)
    begun = time.perf_counter()
    found = linker(kept)
    seconds, megabytes = time.perf_counter() - begun, _peak_megabytes()
    rows = sum(len(one.rows) for one in kept)
    return {"seconds": seconds, "megabytes": megabytes, "rows": rows, "figures": asdict(measure(kept, found))}


def febrl(name: str, number: str) -> dict[str, Any]:
    """A linker on one of FEBRL's sets."""
    from benchmarks.linkage.febrl import LINKERS, load, scores

    data = load(number)
    begun = time.perf_counter()
    found = LINKERS[name](data)
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "megabytes": _peak_megabytes(), "scores": asdict(scores(data.links, found))}


def size(name: str, folder: str) -> dict[str, Any]:
    """A linker on ten thousand rows and a register of a million."""
    from benchmarks.linkage.size import LINKERS, Stages, right_first

    stages = Stages()
    begun = time.perf_counter()
    pairs = LINKERS[name](Path(folder), stages)
    seconds, megabytes = time.perf_counter() - begun, _peak_megabytes()
    first, held = right_first(Path(folder), pairs)
    return {"seconds": seconds, "megabytes": megabytes, "stages": stages.seconds, "first": first, "held": held}


_KINDS: dict[str, Callable[..., dict[str, Any]]] = {"worlds": worlds, "febrl": febrl, "size": size}

if __name__ == "__main__":
    print(json.dumps(_KINDS[sys.argv[1]](*sys.argv[2:])))
