"""One measurement in a process of its own, so that its memory is its own.

    python -m benchmarks.linkage.alone worlds splink 2001 3000
    python -m benchmarks.linkage.alone febrl exact 4
    python -m benchmarks.linkage.alone size splink FOLDER

Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any


def _peak_megabytes() -> float:
    """The most memory this process has held; the kernel's own count, which begins anew with each program."""
    return _megabytes("self", "VmHWM")


def _megabytes(process: str, count: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0.0
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith(count))


class _Watched:
    """Looks on how much memory this process and its children hold together, ten times a second."""

    def __init__(self) -> None:
        self.most = 0.0
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Watched:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            children = (path.read_text().split() for path in Path("/proc/self/task").glob("*/children"))
            processes = ["self", *(child for some in children for child in some)]
            self.most = max(self.most, sum(_megabytes(process, "VmRSS") for process in processes))


def _processor_seconds() -> float:
    """What this process and its children have worked, however busy the machine is otherwise."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


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
    with _Watched() as watched:
        pairs = LINKERS[name](Path(folder), stages)
    seconds, megabytes = time.perf_counter() - begun, max(watched.most, _peak_megabytes())
    measured = {"seconds": seconds, "processor": _processor_seconds(), "megabytes": megabytes}
    first, held = right_first(Path(folder), pairs)
    return {**measured, "stages": stages.seconds, "first": first, "held": held}


_KINDS: dict[str, Callable[..., dict[str, Any]]] = {"worlds": worlds, "febrl": febrl, "size": size}

if __name__ == "__main__":
    print(json.dumps(_KINDS[sys.argv[1]](*sys.argv[2:])))
