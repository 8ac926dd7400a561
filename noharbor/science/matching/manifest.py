"""The manifest: which files make up the index right now, replaced in one step."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

from noharbor.science.matching.durable import write_whole
from noharbor.science.matching.errors import IndexDamaged, IndexMissing

_FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of the index.

    Attributes:
        segment: Name of its folder.
        removed: Name of the file that lists its records no longer valid; "" where all are valid.
    """

    segment: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of the index.

    Attributes:
        generation: Counts the manifests; no two of an index are equal.
        rules: Version of the rules that made the keys.
        parts: The segments, oldest first.
        journal: Name of the journal that continues them.
    """

    generation: int
    rules: str
    parts: tuple[Part, ...]
    journal: str

    def names(self) -> set[str]:
        """Files and folders that belong to this state."""
        parts = {part.segment for part in self.parts} | {part.removed for part in self.parts if part.removed}
        return parts | {self.journal, _FILE, "writer.lock"}


def read_manifest(folder: Path) -> Manifest:
    """Read the present state.

    Raises:
        IndexMissing: There is no manifest in the folder.
        IndexDamaged: The manifest fails its checksum.
    """
    try:
        content = (folder / _FILE).read_bytes()
    except FileNotFoundError as error:
        raise IndexMissing(folder) from error
    try:
        checksum, _, body = content.partition(b"\n")
        if int(checksum, 16) != zlib.crc32(body):
            raise IndexDamaged(folder / _FILE)
        known = json.loads(body)
        return Manifest(
            known["generation"], known["rules"], tuple(Part(**part) for part in known["parts"]), known["journal"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(folder / _FILE) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make a state the present one; all its files must be on the disk already."""
    body = json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()
    write_whole(folder / _FILE, b"%08x\n%s" % (zlib.crc32(body), body))


def stamp(folder: Path) -> tuple[int, int, int]:
    """What changes whenever the manifest is replaced: cheap to ask before every search."""
    try:
        seen = (folder / _FILE).stat()
    except FileNotFoundError as error:
        raise IndexMissing(folder) from error
    return seen.st_ino, seen.st_mtime_ns, seen.st_size
