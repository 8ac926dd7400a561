"""Postings: for every key the numbers that carry it, sorted, in three memory-mapped files.

A pair of key and number is one 64-bit integer, the key above the number, so that sorting pairs is sorting integers.
Keys have 32 bits: two of them fall together now and then, which costs a comparison and never a result.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Numbers = NDArray[np.uint32]
Pairs = NDArray[np.uint64]

_SHIFT = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_ALL_KEYS = 1 << 32

#: Pairs sorted at once: 16 MB of them, and as much again several times while they are written.
_AT_ONCE = 2_000_000


def paired(keys: Keys, numbers: Numbers) -> Pairs:
    """One integer for each key and its number."""
    pairs = keys.astype(np.uint64)
    pairs <<= _SHIFT
    pairs |= numbers
    return pairs


def mapped(path: Path, kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    """A file as an array that the system reads in where it is touched; read-only."""
    if not path.stat().st_size:
        empty = np.empty(0, kind)
        empty.setflags(write=False)
        return empty
    with path.open("rb") as file:
        return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), kind)


class Source(Protocol):
    """Somewhere pairs come from when postings are written."""

    size: int

    def between(self, low: int, high: int) -> Pairs:
        """The pairs whose key is at least `low` and below `high`, in any order."""
        ...


class SortedRun:
    """Pairs in order, in memory."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self.size = len(pairs)

    def between(self, low: int, high: int) -> Pairs:
        """The pairs whose key is at least `low` and below `high`."""
        first, last = self.bounds(low, high)
        return self._pairs[first:last]

    def bounds(self, low: int, high: int) -> tuple[int, int]:
        """Where these pairs begin and end."""
        first = np.searchsorted(self._pairs, np.uint64(low << 32))
        last = self.size if high >= _ALL_KEYS else np.searchsorted(self._pairs, np.uint64(high << 32))
        return int(first), int(last)


class DraftRun:
    """Pairs in order, in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mapped = SortedRun(mapped(path, np.uint64))
        self.size = self._mapped.size

    def between(self, low: int, high: int) -> Pairs:
        """The pairs whose key is at least `low` and below `high`; read, so that no more than these take memory."""
        first, last = self._mapped.bounds(low, high)
        return np.fromfile(self._path, np.uint64, last - first, offset=first * 8)


class Postings:
    """Postings as written by `PostingsWriter`.

    Args:
        folder: Where the files lie.
        name: What their names begin with.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.keys: Keys = mapped(folder / f"{name}.keys", np.uint32)
        self.starts: NDArray[np.uint64] = mapped(folder / f"{name}.starts", np.uint64)
        self.numbers: Numbers = mapped(folder / f"{name}.numbers", np.uint32)

    def find(self, keys: Keys) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the numbers of each key lie in `numbers`: first and one behind the last; equal for unknown keys."""
        places = np.searchsorted(self.keys, keys)
        inside = np.minimum(places, max(len(self.keys) - 1, 0))
        known = self.keys[inside] == keys if len(self.keys) else np.zeros(len(keys), bool)
        starts = np.where(known, self.starts[inside], 0).astype(np.int64)
        ends = np.where(known, self.starts[np.minimum(inside + 1, len(self.starts) - 1)], 0).astype(np.int64)
        return starts, ends

    def of(self, key: int) -> Numbers:
        """The numbers of one key."""
        starts, ends = self.find(np.array([key], np.uint32))
        return self.numbers[starts[0] : ends[0]]


class Renumbered:
    """The pairs of older postings, with new numbers: what a merge reads.

    Args:
        postings: The older postings.
        renumber: The new number for each old one, or -1 where it is gone.
    """

    def __init__(self, postings: Postings, renumber: NDArray[np.int64]) -> None:
        self._postings, self._renumber = postings, renumber
        self.size = len(postings.numbers)

    def between(self, low: int, high: int) -> Pairs:
        """The pairs whose key is at least `low` and below `high`, renumbered."""
        keys, starts = self._postings.keys, self._postings.starts
        first = int(np.searchsorted(keys, np.uint32(low)))
        last = len(keys) if high >= _ALL_KEYS else int(np.searchsorted(keys, np.uint32(high)))
        counts = starts[first + 1 : last + 1].astype(np.int64) - starts[first:last].astype(np.int64)
        numbers = (
            self._postings.numbers[int(starts[first]) : int(starts[last])] if last > first else np.empty(0, np.uint32)
        )
        renumbered = self._renumber[numbers]
        stays = renumbered >= 0
        return paired(np.repeat(keys[first:last], counts)[stays], renumbered[stays].astype(np.uint32))


class PostingsWriter:
    """Gathers pairs and writes them as postings, with bounded memory: sorted runs go to draft files.

    Args:
        folder: Where the files go.
        name: What their names begin with.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._pending: list[Pairs] = []
        self._count = 0
        self._sources: list[Source] = []
        self._drafts: list[Path] = []

    def add(self, keys: Keys, numbers: Numbers) -> None:
        """Add pairs in any order; a pair given twice counts once."""
        self._pending.append(paired(keys, numbers))
        self._count += len(keys)
        if self._count >= _AT_ONCE:
            path = self._folder / f"{self._name}.run{len(self._drafts)}"
            self._run().tofile(path)
            self._drafts.append(path)
            self._sources.append(DraftRun(path))

    def add_source(self, source: Source) -> None:
        """Add all pairs of other postings."""
        self._sources.append(source)

    def _run(self) -> Pairs:
        run = np.concatenate(self._pending) if self._pending else np.empty(0, np.uint64)
        run.sort()
        self._pending, self._count = [], 0
        return run

    def _buckets(self) -> Iterator[Pairs]:
        """All pairs in order, a range of keys at a time."""
        sources = [*self._sources, SortedRun(self._run())]
        wanted = max(1, -(-sum(source.size for source in sources) // _AT_ONCE))
        bounds = [_ALL_KEYS * step // wanted for step in range(wanted + 1)]
        for low, high in pairwise(bounds):
            pairs = np.concatenate([source.between(low, high) for source in sources])
            pairs.sort()
            repeated = np.zeros(len(pairs), bool)
            np.equal(pairs[1:], pairs[:-1], out=repeated[1:])
            yield pairs[~repeated] if repeated.any() else pairs

    def write(self) -> None:
        """Write the files; drafts are removed."""
        base = self._folder / self._name
        written = 0
        with (
            base.with_suffix(".keys").open("wb") as keys_file,
            base.with_suffix(".starts").open("wb") as starts_file,
            base.with_suffix(".numbers").open("wb") as numbers_file,
        ):
            for pairs in self._buckets():
                keys = (pairs >> _SHIFT).astype(np.uint32)
                firsts = (
                    np.flatnonzero(np.diff(keys, prepend=keys[:1] ^ np.uint32(1))) if len(keys) else np.empty(0, int)
                )
                keys[firsts].tofile(keys_file)
                (firsts + written).astype(np.uint64).tofile(starts_file)
                (pairs & _LOW).astype(np.uint32).tofile(numbers_file)
                written += len(pairs)
            np.array([written], np.uint64).tofile(starts_file)
        self._sources = []
        for draft in self._drafts:
            draft.unlink()
