"""Changing an index record by record; one process at a time."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType

import numpy as np

from noharbor.science.matching.durable import WriterLock, sync_folder
from noharbor.science.matching.errors import KeysChanged, RecordExists, RecordMissing, WriterClosed
from noharbor.science.matching.journal import JournalWriter
from noharbor.science.matching.manifest import Manifest, Part, write_manifest
from noharbor.science.matching.protocols import Keyed, Keys
from noharbor.science.matching.recent import put_payload, remove_payload
from noharbor.science.matching.records import Record, pack
from noharbor.science.matching.segments import Segment, SegmentWriter, write_removed
from noharbor.science.matching.state import State, unwanted

#: A journal longer than this becomes a segment: about 25,000 records, which a reader opens in a fifth of a second.
_FOLD_AT = 8_000_000

#: Records given to the key maker at once.
_BATCH = 4096


class Writer:
    """Adds, changes and removes records.

    Every change is seen by readers at once and outlives the end of this process; `sync`, and leaving the context, make
    it outlive a power cut too.

    Attributes:
        lost_bytes: Damaged bytes passed over in the journal: changes that a fault of the disk destroyed.
        torn_bytes: Bytes of a change that a crash cut short; it had not been reported as done.
    """

    def __init__(self, folder: Path, keys: Keys, fold_at: int = _FOLD_AT) -> None:
        self._folder, self._keys, self._fold_at = folder, keys, fold_at
        self._lock = WriterLock(folder)
        self._open = False

    def __enter__(self) -> Writer:
        self._lock.__enter__()
        try:
            self._state = State(self._folder)
            if self._state.manifest.rules != self._keys.version:
                raise KeysChanged(self._folder)
            _remove(unwanted(self._folder, self._state.manifest))
            reader = self._state.journal
            self.lost_bytes, self.torn_bytes = reader.skipped, reader.left_over()
            self._journal = JournalWriter(self._folder / self._state.manifest.journal, reader.end)
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        self._open = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        try:
            self._journal.sync()
        finally:
            self._journal.close()
            self._state.close()
            self._lock.__exit__(kind, error, trace)

    def add(self, record: Record) -> None:
        """Add a record.

        Raises:
            RecordExists: There is one with its id.
            RecordNotUsable: It has no id, or a text can't be written.
        """
        if self._ready().get(record.id) is not None:
            raise RecordExists(record.id)
        self._put(record)

    def change(self, record: Record) -> None:
        """Put a record in the place of the one with its id.

        Raises:
            RecordMissing: There is none.
            RecordNotUsable: A text can't be written.
        """
        if self._ready().get(record.id) is None:
            raise RecordMissing(record.id)
        self._put(record)

    def remove(self, id_: str) -> None:
        """Take a record out.

        Raises:
            RecordMissing: There is none with this id.
        """
        if self._ready().get(id_) is None:
            raise RecordMissing(id_)
        self._append(remove_payload(id_))

    def sync(self) -> None:
        """Make all changes outlive a power cut."""
        self._ready()
        self._journal.sync()

    def _ready(self) -> State:
        if not self._open:
            raise WriterClosed(self._folder)
        return self._state

    def _put(self, record: Record) -> None:
        packed = pack(record)
        self._append(put_payload(packed, Keyed(*self._keys.of_many(record.names))))

    def _append(self, payload: bytes) -> None:
        self._journal.append(payload)
        self._state.apply(payload)
        if self._journal.size >= self._fold_at:
            self.fold()

    def fold(self, everything: bool = False) -> None:
        """Make a segment of the journal, together with the segments not much larger than what they are joined with.

        Args:
            everything: Join all segments into one; searching is fastest then.
        """
        state = self._ready()
        self._journal.sync()
        joined = list(state.segments) if everything else _worth_joining(state)
        generation = state.manifest.generation + 1
        stays = [segment for segment in state.segments if segment not in joined]
        parts = [self._kept_part(segment, generation) for segment in stays]
        name = f"segment-{generation:08}"
        write_segment(self._folder / name, state, joined)
        journal = start_journal(self._folder, generation)
        write_manifest(self._folder, Manifest(generation, state.manifest.rules, (*parts, Part(name)), journal))
        state.refresh()
        self._journal.close()
        self._journal = JournalWriter(self._folder / journal, 0)
        _remove(unwanted(self._folder, state.manifest))

    def _kept_part(self, segment: Segment, generation: int) -> Part:
        numbers = np.flatnonzero(segment.removed)
        if not len(numbers):
            return Part(segment.folder.name)
        name = f"removed-{generation:08}-{segment.folder.name}"
        write_removed(self._folder / name, numbers)
        return Part(segment.folder.name, name)


def _worth_joining(state: State) -> list[Segment]:
    """Small segments first, as long as each is at most twice what is joined already; and those mostly removed."""
    joined, size = [], len(state.recent)
    for segment in sorted(state.segments, key=len):
        if len(segment) <= 2 * size or 2 * np.count_nonzero(segment.removed) > len(segment):
            joined.append(segment)
            size += len(segment)
    return joined


def write_segment(folder: Path, state: State, joined: Iterable[Segment]) -> None:
    """Write the valid records of segments and of the journal as one new segment."""
    with SegmentWriter(folder) as writer:
        for segment in joined:
            writer.add_segment(segment)
        writer.add(*state.recent.valid())
        writer.finish()


def start_journal(folder: Path, generation: int) -> str:
    """Make an empty journal that lasts; returns its name."""
    name = f"journal-{generation:08}"
    JournalWriter(folder / name, 0).close()
    sync_folder(folder)
    return name


def build(folder: Path, records: Iterable[Record], keys: Keys) -> None:
    """Write a new index in bulk; memory stays bounded however many records there are.

    The folder's manifest is written last: a build that was cut short leaves no index, and may be started again.

    Raises:
        RecordExists: Two records have the same id.
        RecordNotUsable: A record has no id, or a text can't be written.
    """
    _remove(unwanted(folder, None))
    name, source = "segment-00000001", iter(records)
    with SegmentWriter(folder / name) as writer, _no_collecting():
        while batch := list(islice(source, _BATCH)):
            writer.add(batch, Keyed(*keys.of_many([written for record in batch for written in record.names])))
        writer.finish()
    repeated = Segment(folder / name).repeated_id()
    if repeated is not None:
        raise RecordExists(repeated)
    journal = start_journal(folder, 1)
    write_manifest(folder, Manifest(1, keys.version, (Part(name),), journal))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Spare the search for cycles of objects: a build makes none, and takes a third longer with it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
