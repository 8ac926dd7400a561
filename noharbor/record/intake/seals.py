"""Where bytes rest: read in pieces, addressed by SHA-256, written once, never written again."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from noharbor.record.intake.errors import EmptyFile, FileTooLarge
from noharbor.record.intake.limits import MAX_FILE_BYTES, MAX_FILE_MB

_PIECE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Landing:
    """Bytes that have arrived on disk and are not yet at their place."""

    path: Path
    sha256: str
    size_bytes: int


def sealed_path(sha256: str) -> Path:
    """Return where the bytes with this digest rest, whether or not they are there."""
    return Path(settings.HOME) / "sealed" / sha256[:2] / sha256[2:]


def landing_path(arrival: object) -> Path:
    """Return where the bytes of an arrival wait until they are complete."""
    return incoming() / str(arrival)


def incoming() -> Path:
    """Return the folder for what is still arriving, on the same disk as the sealed bytes."""
    folder = Path(settings.HOME) / "incoming"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def land(stream: BinaryIO, path: Path) -> Landing:
    """Write a stream to disk piece by piece, counting and digesting.

    Args:
        stream: Read once, one megabyte at a time, to its end or one byte beyond the limit.
        path: A file of our own in `incoming()`.

    Returns:
        The bytes on disk, flushed to the device.

    Raises:
        FileTooLarge: It goes on beyond the limit; what was written is removed.
        EmptyFile: There is not one byte.
    """
    digest = hashlib.sha256()
    size = 0
    try:
        with path.open("wb") as file:
            while piece := stream.read(_PIECE_BYTES):
                size += len(piece)
                if size > MAX_FILE_BYTES:
                    raise FileTooLarge(limit_megabytes=MAX_FILE_MB)
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if size == 0:
            raise EmptyFile
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Landing(path, digest.hexdigest(), size)


def refuse_oversize(stream: BinaryIO) -> None:
    """Refuse a stream that says beforehand that it is too long, without reading it.

    Raises:
        FileTooLarge: It is longer than the limit.
    """
    size = getattr(stream, "size", None)
    if not isinstance(size, int) and stream.seekable():
        here = stream.tell()
        size = stream.seek(0, os.SEEK_END) - here
        stream.seek(here)
    if isinstance(size, int) and size > MAX_FILE_BYTES:
        raise FileTooLarge(limit_megabytes=MAX_FILE_MB)


def seal(landing: Landing) -> Path:
    """Move landed bytes to their place in one step, read-only. The same bytes twice rest once."""
    place = sealed_path(landing.sha256)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if place.exists():
        landing.path.unlink(missing_ok=True)
        return place
    landing.path.chmod(0o400)
    landing.path.replace(place)
    _flush_folder(place.parent)
    return place


def seal_again(arrival: object, sha256: str) -> bool:
    """Finish sealing after an interruption between digest and move, and say whether the bytes are at their place."""
    waiting = landing_path(arrival)
    if waiting.exists():
        seal(Landing(waiting, sha256, waiting.stat().st_size))
    return sealed_path(sha256).is_file()


def is_intact(sha256: str) -> bool:
    """Whether the bytes are there and still have their digest."""
    place = sealed_path(sha256)
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _flush_folder(folder: Path) -> None:
    # Without this a power cut may forget the new name although the bytes are on the device.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
