"""Names beside their peers, in the environment that holds these; `python -m benchmarks.names` offers more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run the whole bench of names; it finds the peers itself, or says how to set them up."""
    subprocess.run([sys.executable, "-m", "benchmarks.names"], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
