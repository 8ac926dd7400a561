"""How soon the desk answers after `noharbor start`, first and later, when the demo is filled, and memory when idle."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.node import Visitor, home, resident_megabytes, running

#: The longest the demo may take to be there with all it holds, in seconds from the start.
DEMO_SECONDS = 60


def main() -> None:
    with home() as folder:
        begun = time.perf_counter()
        with running(folder, "--demo") as (process, address, seconds):
            print(f"first start with the demo node: answers after {seconds:.1f} s")
            _wait_for_the_demo(folder, address)
            print(f"demo filled and read after {time.perf_counter() - begun:.1f} s (budget {DEMO_SECONDS} s)")
            print(f"memory after reading it: {resident_megabytes(process):.0f} MB")
        with running(folder, "--demo") as (process, _address, seconds):
            print(f"later start: {seconds:.1f} s (budget 10 s)")
            time.sleep(3)
            print(f"idle memory: {resident_megabytes(process):.0f} MB (budget 500 MB)")


def _wait_for_the_demo(folder: Path, address: str) -> None:
    """Wait until the lists are laid side by side, which is the last that the demo brings in."""
    told = (folder / "demo-members.txt").read_text("utf-8").splitlines()
    visitor = Visitor(address)
    visitor.sign_in("asha", next(line.split()[1] for line in told if line.startswith("asha ")))
    while 'href="/reconciliations/' not in visitor.get("/lists/"):
        time.sleep(0.2)


if __name__ == "__main__":
    main()
