"""Keep the spellings of Han characters as small arrays, so that a process does not put them together anew.

`python -m tools.packed_spellings` writes reference/compiled/spellings_Hani.npz; with `--check` it writes nothing and
ends with 1 where the file differs from what the tables beside it give. `make fix` and `make check` call it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from noharbor.reference import tables
from noharbor.science.names.spellings import han_spellings, packable

PATH = Path(tables.__file__).parent / "compiled" / "spellings_Hani.npz"


def main(arguments: list[str] | None = None) -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the file differs")
    check = parser.parse_args(arguments).check
    made = packable(han_spellings())
    if PATH.exists():
        with np.load(PATH) as kept:
            if set(kept.files) == set(made) and all(np.array_equal(kept[name], made[name]) for name in made):
                return 0
    if check:
        sys.stderr.write("The packed spellings differ from their tables. Run python -m tools.packed_spellings.\n")
        return 1
    np.savez_compressed(PATH, **made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
