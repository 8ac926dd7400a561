"""Linkage beside its peers, in one run and on the same lists.

    python -m benchmarks.linkage                                     # everything; some minutes
    python -m benchmarks.linkage --only worlds --seed 1,2 --people 1000 --linkers ours
    python -m benchmarks.linkage --only size --register 100000       # a smaller register
    python -m benchmarks.linkage --write                             # everything, and docs/linkage-beside-peers.md

Nothing may be tuned on the seeds that stand as default: name others with --seed for that.

The peers live in an environment of their own (`make .make/bench`).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parents[2]
PEERS_PYTHON = ROOT / ".make" / "peers" / "bin" / "python"


def _listed(text: str) -> list[str]:
    return [one for one in text.split(",") if one]


def _numbers(text: str) -> list[int]:
    return [int(one) for one in _listed(text)]


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.linkage", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=_numbers, default=[4101, 4102, 4103], help="seeds of the worlds, as 1,2,3")
    parser.add_argument("--people", type=int, default=8_000, help="people of each world")
    parser.add_argument("--register", type=int, default=1_000_000, help="people in the register of the size test")
    parser.add_argument("--asked", type=int, default=10_000, help="rows held against it")
    parser.add_argument("--only", type=_listed, default=[], help="parts: worlds,febrl,size")
    parser.add_argument("--linkers", type=_listed, default=[], help="ours,cells,splink,exact")
    parser.add_argument("--write", action="store_true", help="write the page; only of a whole run")
    return parser.parse_args()


def main() -> None:
    """Run in the peers' environment, wherever we were started."""
    chosen = options()
    if importlib.util.find_spec("splink") is None:
        if not PEERS_PYTHON.exists():
            sys.exit("The peers are not set up. Run `make .make/bench` once, then this again.")
        os.execv(PEERS_PYTHON, [str(PEERS_PYTHON), "-m", "benchmarks.linkage", *sys.argv[1:]])  # noqa: S606 - our own path and arguments.
    if chosen.write and (chosen.only or chosen.linkers):
        sys.exit("The page is written of a whole run only. Leave out --only and --linkers, or --write.")
    from benchmarks.linkage.report import tables, write
    from benchmarks.linkage.run import run

    results = run(chosen)
    print(tables(results))
    if chosen.write:
        print(f"\nWritten: {write(results).relative_to(ROOT)}")


if __name__ == "__main__":
    main()
