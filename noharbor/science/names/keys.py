"""Keys to find names by in any script: the same name in another script or spelling shares several of them.

A name is read aloud coarsely (readings.py, sounds.py), as one or a few rows of syllables. Its keys are pairs, triples
and bags of syllables and runs of consonants (key_grams.py), so that a missing word, a word more, another order or one
wrong letter still leaves some in common; and each word as it is written. How telling a key is depends on how many names
have it, which the index counts.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.cores import cores_of
from noharbor.science.names.key_grams import grams
from noharbor.science.names.readings import Reading, sounded
from noharbor.science.names.sounds import ROUGH
from noharbor.science.scripts.scripts import Script

#: Rises whenever the rules of this file and those it stands on change.
_RULES = 1

#: A name longer than this, in bytes of syllables, is found by its beginning.
_LONGEST = 64

#: Groups of scripts that shortlists are made for one by one.
_GROUPS = {script: number for number, script in enumerate(Script)}


class NameKeys:
    """Writes names as keys; see `noharbor.science.matching.protocols.Keys`."""

    @cached_property
    def version(self) -> str:
        """The rules and the tables they read: another table gives other keys."""
        tables = resources.files("noharbor.reference") / "compiled"
        checksum = 0
        for path in sorted(tables.iterdir(), key=lambda path: path.name):
            if path.name.startswith(("han_spellings", "name_parts", "spellings_")):
                checksum = zlib.crc32(path.read_bytes(), checksum)
        return f"sounds-{_RULES}-{checksum:08x}"

    def of_many(self, names: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
        """The keys of names, name after name; how many each has; and the group of scripts each belongs to."""
        rows = _Rows()
        for name in names:
            rows.add(name)
        keys, counts = rows.keys()
        return keys, counts, np.frombuffer(rows.groups, np.uint8)

    def of_query(self, name: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        """The keys to search a name with, and their weights before rarity."""
        keys, _, _ = self.of_many((name,))
        return keys, np.ones(len(keys), np.float32)


class _Rows:
    """Names as flat arrays for `grams`."""

    def __init__(self) -> None:
        self._codes: list[bytes] = []
        self._names: list[int] = []
        self._exact: list[bytes] = []
        self._exacts: list[int] = []
        self.groups = bytearray()

    def add(self, name: str) -> None:
        """Add one name."""
        cores = cores_of(name)
        script, exact, readings = Script.OTHER, b"", 0
        for core in cores:
            runs = list(chain.from_iterable(map(sounded, core)))
            script = runs[0].script
            exact += b"".join([run.exact for run in runs])
            together = _together([run.readings for run in runs if run.readings])
            self._codes.extend(together)
            readings += len(together)
        self.groups.append(_GROUPS[script])
        self._names.append(readings)
        self._exact.append(exact)
        self._exacts.append(len(exact) // 4)

    def keys(self) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The keys of all names added."""
        return grams(
            np.frombuffer(b"".join(self._codes), np.uint16),
            _bounds(np.fromiter(map(len, self._codes), np.int64) // 2),
            _bounds(np.array(self._names, np.int64)),
            np.frombuffer(b"".join(self._exact), np.uint32),
            _bounds(np.array(self._exacts, np.int64)),
            ROUGH,
        )


def _bounds(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each part begins, and the end."""
    bounds = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=bounds[1:])
    return bounds


def _together(heard: list[tuple[Reading, ...]]) -> Sequence[Reading]:
    """Readings of a whole name from those of its words: the first of every word, the second of every word …"""
    if len(heard) < 2:
        return heard[0] if heard else ()
    several = max(map(len, heard))
    if several == 1:
        return (b"".join([first for (first,) in heard])[:_LONGEST],)
    rows = [b"".join([readings[min(at, len(readings) - 1)] for readings in heard]) for at in range(several)]
    return tuple(dict.fromkeys(row[:_LONGEST] for row in rows))
