"""Linkage beside its peers, in the environment that holds these; `python -m benchmarks.linkage` offers more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run the whole bench of linkage; it finds the peers itself, or says how to set them up."""
    subprocess.run([sys.executable, "-m", "benchmarks.linkage"], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
