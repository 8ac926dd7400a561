"""Where the compiled loops of `science` are kept, on machines where the package and the home folder cannot be written.

Numba keeps what it compiled beside the source or in the user's cache, and refuses to work where it can do neither: a
service in a sandbox.
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


def _is_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
