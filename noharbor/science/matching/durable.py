"""Files that are either there in full or not at all, whenever the machine stops."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from noharbor.science.matching.errors import IndexBusy


def sync_folder(folder: Path) -> None:
    """Make names given and taken in a folder last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step: readers see the old one or the new one, never half of it."""
    draft = path.with_name(path.name + ".draft")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


class WriterLock:
    """The right to write, held by one process at a time; the system takes it back when it ends or is killed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "writer.lock"
        self._handle = -1

    def __enter__(self) -> WriterLock:
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise IndexBusy(self._path.parent) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)
