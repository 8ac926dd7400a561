"""The compiled loops of `science`: where they are kept, and when they are made.

Numba keeps what it compiled beside the source or in the user's cache, and refuses to work where it can do neither: a
service in a sandbox. It compiles at the first call, for seconds where nothing was kept yet.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import noharbor


def find_room() -> None:
    """Give Numba a folder where it would find none: in the node's home if there is one, else for this process only."""
    if "NUMBA_CACHE_DIR" in os.environ or _is_writable(Path(noharbor.__file__).parent) or _has_cache():
        return
    home = os.environ.get("NOHARBOR_HOME", "")
    if home and _is_writable(Path(home)):
        # Private, since whoever writes there decides what this process runs.
        folder = Path(home) / "compiled"
        folder.mkdir(mode=0o700, exist_ok=True)
    else:
        folder = Path(tempfile.mkdtemp(prefix="noharbor-compiled-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["NUMBA_CACHE_DIR"] = str(folder)


def _has_cache() -> bool:
    """Whether the user's cache folder can be written, or made."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return _is_writable(cache)


def make_loops() -> None:
    """Look names up, in one script and across two: else it would be compiled where others wait to write."""
    from noharbor.science.matching.index import Index
    from noharbor.science.matching.records import Record
    from noharbor.science.names import compare_many
    from noharbor.science.names.keys import NameKeys

    keys = NameKeys()
    with tempfile.TemporaryDirectory(prefix="noharbor-loops-") as folder:
        Index.build(Path(folder), (Record(name, (name,)) for name in ("Chen Hai", "陈海")), keys)
        index = Index.open(Path(folder), keys, compare_many)
        for name in ("Chén Hǎi", "陳海"):
            index.search(name, 2)
        index.close()


def _is_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
