"""How soon the desk answers after `noharbor start`, first and later, and how much memory it holds when idle."""

from __future__ import annotations

import time

from benchmarks.node import home, resident_megabytes, running


def main() -> None:
    with home() as folder:
        with running(folder, "--demo") as (process, _address, seconds):
            print(f"first start with the demo node: {seconds:.1f} s")
            time.sleep(3)
            print(f"memory after reading it: {resident_megabytes(process):.0f} MB")
        with running(folder, "--demo") as (process, _address, seconds):
            print(f"later start: {seconds:.1f} s (budget 10 s)")
            time.sleep(3)
            print(f"idle memory: {resident_megabytes(process):.0f} MB (budget 500 MB)")


if __name__ == "__main__":
    main()
