"""Segments: many records in immutable, memory-mapped files of one folder.

records.bytes and records.starts hold the packed records; names.owners tells which record a name number belongs to,
names.groups the group it is shortlisted in, names.firsts the first name number of a record; names.*, ids.* and
identifiers.* are postings from keys to name numbers or record numbers.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.durable import sync_folder
from noharbor.science.matching.errors import IndexDamaged
from noharbor.science.matching.postings import Numbers, Postings, PostingsWriter, Renumbered, mapped
from noharbor.science.matching.protocols import Keyed
from noharbor.science.matching.records import Identifier, Record, id_code, identifier_code, pack, unpack, unpack_names

_POSTINGS = ("names", "ids", "identifiers")
_FILES = (
    "records.bytes", "records.starts", "names.owners", "names.groups", "names.firsts",
    *(f"{name}.{end}" for name in _POSTINGS for end in ("keys", "starts", "numbers")),
)  # fmt: skip
_SUMMARY = "segment.json"

#: Bytes read at once when checksums are made or records are copied.
_CHUNK = 1 << 24


class Segment:
    """A segment opened for reading, and which of its records are no longer valid.

    Attributes:
        removed: Whether each record is no longer valid.
        gone: The same for each name; empty where all are valid.

    Args:
        folder: The segment's folder.

    Raises:
        FileNotFoundError: The segment is gone: a merge replaced it.
        IndexDamaged: A file has not the length it was written with.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        sizes = json.loads((folder / _SUMMARY).read_text())
        for file, (size, _) in sizes.items():
            if (folder / file).stat().st_size != size:
                raise IndexDamaged(folder / file)
        self._bytes = mapped(folder / "records.bytes", np.uint8).data
        self._starts = mapped(folder / "records.starts", np.uint64)
        self.owners: Numbers = mapped(folder / "names.owners", np.uint32)
        self.groups: NDArray[np.uint8] = mapped(folder / "names.groups", np.uint8)
        self.firsts: Numbers = mapped(folder / "names.firsts", np.uint32)
        self.names, self.ids, self.identifiers = (Postings(folder, name) for name in _POSTINGS)
        self.removed = np.zeros(len(self), bool)
        self.gone = np.empty(0, bool)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def record(self, number: int) -> Record:
        """Read one record, valid or not."""
        return unpack(bytes(self._bytes[int(self._starts[number]) : int(self._starts[number + 1])]))

    def name(self, name: int) -> tuple[str, str]:
        """The id of the record a name number belongs to, and the name as written."""
        number = int(self.owners[name])
        start, end = self._starts[number : number + 2].tolist()
        id_, names = unpack_names(bytes(self._bytes[start:end]))
        return id_, names[name - int(self.firsts[number])]

    def remove(self, numbers: Sequence[int] | Numbers) -> None:
        """Take records out; their names go with them."""
        if len(numbers) and not len(self.gone):
            self.gone = np.zeros(len(self.owners), bool)
        self.removed[numbers] = True
        for number in numbers:
            self.gone[self.firsts[number] : self.firsts[int(number) + 1]] = True

    def number_of(self, id_: str) -> int | None:
        """The number of the valid record with an id."""
        for number in self.ids.of(id_code(id_)):
            if not self.removed[number] and self.record(int(number)).id == id_:
                return int(number)
        return None

    def with_identifier(self, identifier: Identifier) -> list[Record]:
        """The valid records that carry an identifier."""
        found = (int(number) for number in self.identifiers.of(identifier_code(identifier)))
        records = [self.record(number) for number in found if not self.removed[number]]
        return [record for record in records if identifier in record.identifiers]

    def repeated_id(self) -> str | None:
        """An id that two records have; None where all differ."""
        counts = np.diff(self.ids.starts.astype(np.int64))
        for place in np.flatnonzero(counts > 1):
            start = int(self.ids.starts[place])
            ids = [self.record(int(number)).id for number in self.ids.numbers[start : start + counts[place]]]
            if len(set(ids)) < len(ids):
                return next(id_ for id_ in ids if ids.count(id_) > 1)
        return None

    def damaged_files(self) -> list[Path]:
        """Files that are not what was written, by their checksums; reads everything."""
        sums = json.loads((self.folder / _SUMMARY).read_text())
        return [self.folder / file for file, (_, crc) in sums.items() if _checksum(self.folder / file)[1] != crc]

    def stretches(self) -> list[tuple[int, int]]:
        """The valid records as unbroken stretches of numbers: first, and one behind the last."""
        edges = np.flatnonzero(np.diff(self.removed, prepend=True, append=True))
        return [(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]

    def packed(self, first: int, last: int) -> tuple[memoryview, NDArray[np.uint64]]:
        """Packed records of a stretch and where each begins; for merging."""
        starts = self._starts[first : last + 1]
        return self._bytes[int(starts[0]) : int(starts[-1])], starts - starts[0]


def _checksum(path: Path) -> tuple[int, int]:
    crc = size = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc, size = zlib.crc32(chunk, crc), size + len(chunk)
    return size, crc


class SegmentWriter:
    """Writes a new segment, as a context that lets go of its files; without `finish` it is no segment.

    Args:
        folder: A folder that doesn't exist yet.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._files = {name: (folder / name).open("wb") for name in _FILES[:5]}
        self._names, self._ids, self._identifiers = (PostingsWriter(folder, name) for name in _POSTINGS)
        self._records = self._name_count = self._size = 0

    def __enter__(self) -> SegmentWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()

    def _write(self, name: str, array: NDArray[np.unsignedinteger[Any]]) -> None:
        array.tofile(self._files[name])

    def add(self, records: Sequence[Record], keyed: Keyed) -> None:
        """Add records.

        Args:
            records: The records; their ids are new to this segment.
            keyed: The keys of all their names.
        """
        packed = [pack(record) for record in records]
        first, numbers = self._records, np.arange(self._records, self._records + len(records), dtype=np.uint32)
        self._ids.add(np.array([id_code(record.id) for record in records], np.uint32), numbers)
        coded = [(identifier_code(one), first + at) for at, record in enumerate(records) for one in record.identifiers]
        codes = np.array(coded, np.uint32).reshape(-1, 2)
        self._identifiers.add(codes[:, 0], codes[:, 1])
        names = np.arange(self._name_count, self._name_count + len(keyed.counts), dtype=np.uint32)
        self._names.add(keyed.keys, np.repeat(names, keyed.counts))
        self._write("names.groups", keyed.groups)
        lengths = np.array([len(one) for one in packed], np.uint64)
        name_counts = np.array([len(record.names) for record in records], np.uint32)
        self._append(memoryview(b"".join(packed)), np.cumsum(lengths) - lengths, name_counts)

    def _append(self, content: memoryview, starts: NDArray[np.uint64], name_counts: Numbers) -> None:
        self._files["records.bytes"].write(content)
        self._write("records.starts", starts + np.uint64(self._size))
        numbers = np.arange(self._records, self._records + len(starts), dtype=np.uint32)
        self._write("names.owners", np.repeat(numbers, name_counts))
        self._write("names.firsts", (np.cumsum(name_counts) - name_counts + self._name_count).astype(np.uint32))
        self._size += len(content)
        self._records += len(starts)
        self._name_count += int(name_counts.sum())

    def add_segment(self, segment: Segment) -> None:
        """Add all valid records of another segment."""
        name_counts = np.diff(segment.firsts)
        records = np.full(len(segment), -1, np.int64)
        names = np.full(len(segment.owners), -1, np.int64)
        for first, last in segment.stretches():
            records[first:last] = np.arange(self._records, self._records + last - first)
            first_name, last_name = int(segment.firsts[first]), int(segment.firsts[last])
            names[first_name:last_name] = np.arange(self._name_count, self._name_count + last_name - first_name)
            self._write("names.groups", segment.groups[first_name:last_name])
            content, starts = segment.packed(first, last)
            self._append(content, starts[:-1], name_counts[first:last])
        self._names.add_source(Renumbered(segment.names, names))
        self._ids.add_source(Renumbered(segment.ids, records))
        self._identifiers.add_source(Renumbered(segment.identifiers, records))

    def finish(self) -> None:
        """Write what is left and make all of it last."""
        self._write("records.starts", np.array([self._size], np.uint64))
        self._write("names.firsts", np.array([self._name_count], np.uint32))
        for file in self._files.values():
            file.close()
        for postings in (self._names, self._ids, self._identifiers):
            postings.write()
        summary = {name: _checksum(self._folder / name) for name in _FILES}
        (self._folder / _SUMMARY).write_text(json.dumps(summary, indent=1))
        for name in (*_FILES, _SUMMARY):
            _sync(self._folder / name)
        sync_folder(self._folder)
        sync_folder(self._folder.parent)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_removed(path: Path, numbers: Iterable[int]) -> None:
    """Keep which records of a segment are no longer valid, with a checksum."""
    content = np.fromiter(numbers, np.uint32).tobytes()
    path.write_bytes(zlib.crc32(content).to_bytes(4, "little") + content)
    _sync(path)


def read_removed(path: Path) -> Numbers:
    """Read what `write_removed` kept.

    Raises:
        IndexDamaged: The file fails its checksum.
    """
    content = path.read_bytes()
    if int.from_bytes(content[:4], "little") != zlib.crc32(content[4:]):
        raise IndexDamaged(path)
    return np.frombuffer(content, np.uint32, offset=4)
