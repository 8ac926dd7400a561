"""Recent changes: the records of the journal, held in memory until they become a segment."""

from __future__ import annotations

import struct
from array import array
from collections import defaultdict
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.postings import Keys, Numbers
from noharbor.science.matching.protocols import Keyed
from noharbor.science.matching.records import Identifier, Record, unpack

_PUT, _REMOVE = b"P"[0], b"R"[0]
_LENGTHS = struct.Struct("<IH")
_NO_KEYS = Keyed(np.empty(0, np.uint32), np.empty(0, np.int64), np.empty(0, np.uint8))


def put_payload(packed: bytes, keyed: Keyed) -> bytes:
    """The journal's payload for a packed record, new or changed; its keys are kept, so that reading is fast.

    Args:
        packed: The record.
        keyed: The keys of all its names.
    """
    head = bytes([_PUT]) + _LENGTHS.pack(len(packed), len(keyed.counts))
    return head + packed + keyed.counts.astype(np.uint32).tobytes() + keyed.groups.tobytes() + keyed.keys.tobytes()


def remove_payload(id_: str) -> bytes:
    """The journal's payload for a record that is gone."""
    return bytes([_REMOVE]) + id_.encode()


def read_payload(payload: bytes) -> tuple[str, Record | None, Keyed]:
    """Read a payload: an id, its record (None when removed), and the keys of its names."""
    if payload[0] == _REMOVE:
        return payload[1:].decode(), None, _NO_KEYS
    length, names = _LENGTHS.unpack_from(payload, 1)
    start = 1 + _LENGTHS.size
    record = unpack(payload[start : start + length])
    place = start + length
    counts = np.frombuffer(payload, np.uint32, names, place).astype(np.int64)
    groups = np.frombuffer(payload, np.uint8, names, place + 4 * names)
    return record.id, record, Keyed(np.frombuffer(payload, np.uint32, offset=place + 5 * names), counts, groups)


class Recent:
    """Records in memory, searched like a segment."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._removed = bytearray()
        self._owners, self._firsts = array("I"), array("I", [0])
        self._groups = bytearray()
        self._keyed: list[Keyed] = []
        self._postings: dict[int, array[int]] = defaultdict(lambda: array("I"))
        self._ids: dict[str, int] = {}
        self._identifiers: dict[Identifier, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._records)

    @property
    def owners(self) -> Numbers:
        """The record of each name."""
        return np.array(self._owners, np.uint32)

    @property
    def gone(self) -> NDArray[np.bool_]:
        """Whether each name is no longer valid."""
        return self.removed[self.owners]

    @property
    def groups(self) -> NDArray[np.uint8]:
        """The group of each name."""
        return np.array(self._groups, np.uint8)

    @property
    def removed(self) -> NDArray[np.bool_]:
        """Whether each record is no longer valid."""
        return np.array(self._removed, np.uint8).view(bool)

    def put(self, record: Record, keyed: Keyed) -> None:
        """Add a record, or put it in the place of the one with its id."""
        self.remove(record.id)
        number, first = len(self._records), len(self._owners)
        self._records.append(record)
        self._removed.append(0)
        self._owners.extend([number] * len(record.names))
        self._firsts.append(len(self._owners))
        self._keyed.append(keyed)
        self._groups.extend(keyed.groups.tobytes())
        names = np.repeat(np.arange(first, len(self._owners)), keyed.counts)
        for key, name in zip(keyed.keys.tolist(), names.tolist(), strict=True):
            self._postings[key].append(name)
        self._ids[record.id] = number
        for identifier in set(record.identifiers):
            self._identifiers[identifier].append(number)

    def remove(self, id_: str) -> None:
        """Take out the record with an id, if there is one."""
        number = self._ids.pop(id_, None)
        if number is not None:
            self._removed[number] = 1

    def name(self, name: int) -> tuple[str, str]:
        """The id of the record a name number belongs to, and the name as written."""
        number = self._owners[name]
        record = self._records[number]
        return record.id, record.names[name - self._firsts[number]]

    def number_of(self, id_: str) -> int | None:
        """The number of the valid record with an id."""
        return self._ids.get(id_)

    def record(self, number: int) -> Record:
        """One record, valid or not."""
        return self._records[number]

    def with_identifier(self, identifier: Identifier) -> list[Record]:
        """The valid records that carry an identifier."""
        return [self._records[number] for number in self._identifiers.get(identifier, ()) if not self._removed[number]]

    def find(self, keys: Keys) -> tuple[Numbers, NDArray[np.int64], NDArray[np.int64]]:
        """The names that carry each key: all numbers, and where those of each key begin and end."""
        found = [self._postings.get(key, ()) for key in keys.tolist()]
        ends = np.cumsum([len(numbers) for numbers in found], dtype=np.int64)
        starts = np.concatenate([np.zeros(1, np.int64), ends[:-1]])
        return np.fromiter(chain.from_iterable(found), np.uint32), starts, ends

    def valid(self) -> tuple[list[Record], Keyed]:
        """The valid records with the keys of their names; for a new segment."""
        stays = [number for number, removed in enumerate(self._removed) if not removed]
        columns = zip(_NO_KEYS, *(self._keyed[number] for number in stays), strict=True)
        return [self._records[number] for number in stays], Keyed(*map(np.concatenate, columns))
