"""The journal: every change of the index, appended with its length and checksum, read again after a crash.

An entry is a mark of four bytes, the length of its payload, a CRC-32 of length and payload, and the payload. What a
crash cut short fails its checksum and is left out; entries behind a damaged stretch are found again by their mark.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from weakref import finalize

#: No UTF-8 text holds these bytes, so the mark is rare inside a payload; the checksum settles the rest.
_MARK = b"\xfe\xed\xfc\xf5"
_HEAD = struct.Struct("<4sII")

#: An entry longer than this is damage: no record is that large.
_LONGEST = 1 << 26

#: Bytes read at once.
_CHUNK = 1 << 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as read.

    Attributes:
        payload: What was appended.
        end: Where the next entry begins, in bytes from the start of the file.
        skipped: Damaged bytes passed over just before this entry.
    """

    payload: bytes
    end: int
    skipped: int


def frame(payload: bytes) -> bytes:
    """The bytes of one entry in the file."""
    length = struct.pack("<I", len(payload))
    return _HEAD.pack(_MARK, len(payload), zlib.crc32(payload, zlib.crc32(length))) + payload


def _payload_at(content: bytes, place: int) -> bytes | None:
    """The payload of the entry that begins at a place; None where no whole, sound entry does."""
    if place + _HEAD.size > len(content):
        return None
    mark, length, checksum = _HEAD.unpack_from(content, place)
    start = place + _HEAD.size
    if mark != _MARK or length > _LONGEST or start + length > len(content):
        return None
    payload = content[start : start + length]
    return payload if zlib.crc32(payload, zlib.crc32(struct.pack("<I", length))) == checksum else None


def entries(content: bytes, base: int = 0) -> Iterator[Entry]:
    """Read all sound entries.

    Args:
        content: Bytes of a journal, from the start of an entry.
        base: Where `content` begins in the file.

    Yields:
        The entries in the order they were appended.
    """
    place = sound = 0
    while place < len(content):
        payload = _payload_at(content, place)
        if payload is not None:
            skipped, place = place - sound, place + _HEAD.size + len(payload)
            sound = place
            yield Entry(payload, base + sound, skipped)
            continue
        place = content.find(_MARK, place + 1)
        if place < 0:
            return


class JournalReader:
    """Reads what is new in a journal; the file may be unlinked meanwhile, and is let go of with the reader."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDONLY)
        self.close = finalize(self, os.close, self._handle)
        self.end = 0
        self.skipped = 0

    def fresh(self) -> Iterator[bytes]:
        """The payloads appended since the last call."""
        for entry in entries(self._rest(), self.end):
            self.end, self.skipped = entry.end, self.skipped + entry.skipped
            yield entry.payload

    def _rest(self) -> bytes:
        read, place = [], self.end
        while chunk := os.pread(self._handle, _CHUNK, place):
            read.append(chunk)
            place += len(chunk)
        return b"".join(read)

    def left_over(self) -> int:
        """Bytes behind the last sound entry: an append under way, or one that a crash cut short."""
        return os.fstat(self._handle).st_size - self.end


class JournalWriter:
    """Appends to a journal; what lies behind the last sound entry is cut off first.

    Args:
        path: The journal; made if it isn't there.
        end: Where the last sound entry ends.
    """

    def __init__(self, path: Path, end: int) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        os.ftruncate(self._handle, end)
        os.lseek(self._handle, end, os.SEEK_SET)
        self.size = end

    def append(self, payload: bytes) -> None:
        """Append one entry: other processes see it at once, and it outlives this process."""
        rest = memoryview(frame(payload))
        self.size += len(rest)
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def sync(self) -> None:
        """Make all entries outlive a power cut."""
        os.fsync(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)
