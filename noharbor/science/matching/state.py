"""The index as one process sees it: segments, recent changes, and what is new since the last look."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from noharbor.science.matching.errors import IndexDamaged
from noharbor.science.matching.journal import JournalReader
from noharbor.science.matching.manifest import Manifest, read_manifest, stamp
from noharbor.science.matching.recent import Recent, read_payload
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.segments import Segment, read_removed

#: A merge may remove files between reading the manifest and opening them; so often in a row it is no merge but damage.
_ATTEMPTS = 20

#: How the names of files begin that come and go.
_OWN = ("segment-", "journal-", "removed-", "manifest.json.draft")


class State:
    """Segments and recent changes of one folder.

    Args:
        folder: The index.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Manifest
        self.segments: list[Segment] = []
        self.recent = Recent()
        self.journal: JournalReader
        self._stamp = (0, 0, 0)
        self._open()

    def _open(self) -> None:
        for attempt in range(_ATTEMPTS):
            seen = stamp(self.folder)
            manifest = read_manifest(self.folder)
            try:
                segments = [self._segment(part.segment, part.removed) for part in manifest.parts]
                journal = JournalReader(self.folder / manifest.journal)
                break
            except FileNotFoundError as error:
                if attempt == _ATTEMPTS - 1 or (attempt and stamp(self.folder) == seen and self._still(manifest)):
                    raise IndexDamaged(error.filename) from error
        self.close()
        self._stamp, self.manifest, self.segments, self.journal = seen, manifest, segments, journal
        self.recent = Recent()
        self._replay()

    def _still(self, manifest: Manifest) -> bool:
        return read_manifest(self.folder) == manifest

    def _segment(self, name: str, removed: str) -> Segment:
        segment = Segment(self.folder / name)
        if removed:
            segment.remove(read_removed(self.folder / removed))
        return segment

    def refresh(self) -> None:
        """See what was written since the last look."""
        if stamp(self.folder) != self._stamp:
            self._open()
        elif self.journal.left_over():
            self._replay()

    def _replay(self) -> None:
        for payload in self.journal.fresh():
            self.apply(payload)

    def apply(self, payload: bytes) -> None:
        """Make one change of the journal visible."""
        id_, record, keyed = read_payload(payload)
        for segment in self.segments:
            number = segment.number_of(id_)
            if number is not None:
                segment.remove([number])
        if record is None:
            self.recent.remove(id_)
        else:
            self.recent.put(record, keyed)

    def parts(self) -> list[Segment | Recent]:
        """The segments and, behind them, the recent changes."""
        return [*self.segments, self.recent]

    def get(self, id_: str) -> Record | None:
        """The valid record with an id."""
        for part in self.parts():
            number = part.number_of(id_)
            if number is not None:
                return part.record(number)
        return None

    def with_identifier(self, identifier: Identifier) -> list[Record]:
        """All valid records that carry an identifier."""
        return [record for part in self.parts() for record in part.with_identifier(identifier)]

    def count(self) -> int:
        """How many records are valid."""
        return sum(len(part) - int(np.count_nonzero(part.removed)) for part in self.parts())

    def close(self) -> None:
        """Let go of the journal; maps go with the last reference."""
        if hasattr(self, "journal"):
            self.journal.close()


def unwanted(folder: Path, manifest: Manifest | None) -> list[Path]:
    """Files of an index that belong to no state: left by a merge that was cut short, or replaced by one.

    Args:
        folder: The index; whatever else lies there is not touched.
        manifest: The present state; None if there is none yet.
    """
    kept = manifest.names() if manifest else set()
    own = (Path(entry.path) for entry in os.scandir(folder) if entry.name.startswith(_OWN))
    return [path for path in own if path.name not in kept]
