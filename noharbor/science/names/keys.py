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

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.cores import cores_of
from noharbor.science.names.key_grams import grams
from noharbor.science.names.readings import Reading, Sounded, sounded
from noharbor.science.names.sounds import ROUGH
from noharbor.science.scripts.scripts import Script

#: Rises whenever the rules of this file and those it stands on change.
_RULES = 1

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
            if path.name.startswith(("han_spellings", "spellings_")):
                checksum = zlib.crc32(path.read_bytes(), checksum)
        return f"sounds-{_RULES}-{checksum:08x}"

    def of_many(self, names: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
        """The keys of names, name after name; how many each has; and the group of scripts each belongs to."""
        rows = _Rows()
        for name in names:
            rows.add(name)
        keys, counts = rows.keys()
        return keys, counts, np.array(rows.groups, np.uint8)

    def of_query(self, name: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        """The keys to search a name with, and their weights before rarity."""
        keys, _, _ = self.of_many((name,))
        return keys, np.ones(len(keys), np.float32)


class _Rows:
    """Names as flat lists for `grams`."""

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.readings = [0]
        self.names = [0]
        self.exact: list[int] = []
        self.exacts = [0]
        self.groups: list[int] = []

    def add(self, name: str) -> None:
        cores = [[run for word in core for run in sounded(word)] for core in cores_of(name)]
        self.groups.append(_GROUPS[cores[0][0].script] if cores else 0)
        for core in cores:
            for run in core:
                self.exact.extend(run.exact)
            for reading in _together(core):
                self.codes.extend(reading)
                self.readings.append(len(self.codes))
        self.names.append(len(self.readings) - 1)
        self.exacts.append(len(self.exact))

    def keys(self) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The keys of all names added."""
        return grams(
            np.array(self.codes, np.uint16),
            np.array(self.readings, np.int64),
            np.array(self.names, np.int64),
            np.array(self.exact, np.uint32),
            np.array(self.exacts, np.int64),
            ROUGH,
        )


def _together(words: list[Sounded]) -> Sequence[Reading]:
    """Readings of a whole name: the first of every word, the second of every word …"""
    heard = [word.readings for word in words if word.readings]
    if not heard:
        return ()
    if len(heard) == 1:
        return heard[0]
    several = max(map(len, heard))
    if several == 1:
        return (sum((readings[0] for readings in heard), ()),)
    rows = [sum((readings[min(at, len(readings) - 1)] for readings in heard), ()) for at in range(several)]
    return tuple(dict.fromkeys(rows))
