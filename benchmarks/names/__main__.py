"""Names beside the peers, in one run and on the same pairs; a whole run writes docs/names-beside-peers.md.

    python -m benchmarks.names                                      # everything, about a quarter of an hour
    python -m benchmarks.names --ours --pairs Latn-Mymr             # ours alone, whole galleries: a minute or two
    python -m benchmarks.names --ours --pairs Latn-Mymr --misses 30 # and which names were not found
    python -m benchmarks.names --only speed                         # one part beside the peers; writes nothing
    python -m benchmarks.names --matcher package.module:function    # another matcher in our place; writes nothing

The third-party names are looked for in ../shared/data/names, in NOHARBOR_NAMES_DATA, or where --data says; without them
these parts are skipped with a line. The peers live in an environment of their own (`make .make/bench`).
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
PARTS = ("speed", "shown", "whole", "unseen", "homophones", "calibration", "starts")


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.names", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ours", "--quick", action="store_true", help="our matcher alone, on whole galleries")
    parser.add_argument("--pairs", default="", help="pairs of scripts, as Latn-Mymr,Latn-Thai")
    parser.add_argument("--group", default="", help="local,foreign,name_type,all (all: places)")
    parser.add_argument("--only", default="", help=f"parts: {','.join(PARTS)}")
    parser.add_argument("--misses", type=int, default=0, help="list so many names that were not found, for each pair")
    parser.add_argument("--matcher", default="", help="module:function in place of ours")
    parser.add_argument("--data", type=Path, help="folder of the third-party names")
    parser.add_argument(
        "--cases", type=Path, help="a file of judged pairs, as name_bench/cases.csv of nomenklatura's checkout"
    )
    parser.add_argument(
        "--positives", type=int, default=100, help="pairs of names for each pair of scripts, beside the peers"
    )
    parser.add_argument("--seed", type=int, default=85)
    return parser.parse_args()


def main() -> None:
    """Run in the peers' environment, wherever we were started."""
    chosen = options()
    if importlib.util.find_spec("nomenklatura") is None:
        if not PEERS_PYTHON.exists():
            sys.exit("The peers are not set up. Run `make .make/bench` once, then this again.")
        os.execv(PEERS_PYTHON, [str(PEERS_PYTHON), "-m", "benchmarks.names", *sys.argv[1:]])  # noqa: S606 - our own path and arguments.
    from benchmarks.names.run import run

    run(chosen)


if __name__ == "__main__":
    main()
