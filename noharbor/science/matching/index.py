"""The index: names and identifiers of many persons in one folder, searched in any script.

    Index.build(folder, records, keys)
    index = Index.open(folder, keys, scorer)
    index.search("စောချစ်သူ").candidates
    with index.writer() as writer:
        writer.change(Record("17", ("Saw Chit Thu", "苏奇督")))

One process writes at a time; any number read, also meanwhile. A reader sees changes after `refresh`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from noharbor.science.matching.durable import WriterLock
from noharbor.science.matching.errors import IndexExists, IndexMissing, KeysChanged
from noharbor.science.matching.manifest import read_manifest
from noharbor.science.matching.protocols import Keys, Scorer
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.results import Budget, Candidate, Found
from noharbor.science.matching.shortlist import Shortlister
from noharbor.science.matching.state import State
from noharbor.science.matching.writer import Writer, build


class Index:
    """An index opened for reading. It may be used by several threads; they search one after the other.

    Args:
        folder: The index.
        keys: What writes names as keys; the rules it was built with.
        scorer: What compares names.

    Raises:
        IndexMissing: There is none.
        IndexDamaged: A file is not what was written.
        KeysChanged: It was built with other rules.
    """

    def __init__(self, folder: Path, keys: Keys, scorer: Scorer) -> None:
        self._folder, self._keys, self._scorer = folder, keys, scorer
        self._state = State(folder)
        if self._state.manifest.rules != keys.version:
            raise KeysChanged(folder)
        self._shortlister = Shortlister()
        self._lock = Lock()

    @staticmethod
    def build(folder: Path, records: Iterable[Record], keys: Keys) -> None:
        """Write a new index in bulk, with bounded memory.

        Args:
            folder: Where; made if it isn't there.
            records: The persons; each id once.
            keys: What writes names as keys.

        Raises:
            IndexExists: There is an index in the folder.
            IndexBusy: Another process is building one there.
            RecordExists: Two records have the same id.
            RecordNotUsable: A record has no id, or a text can't be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        with WriterLock(folder):
            try:
                read_manifest(folder)
            except IndexMissing:
                build(folder, records, keys)
            else:
                raise IndexExists(folder)

    @classmethod
    def open(cls, folder: Path, keys: Keys, scorer: Scorer) -> Index:
        """Open an index for reading."""
        return cls(folder, keys, scorer)

    def writer(self) -> Writer:
        """The right to change the index, as a context; this reader sees the changes after `refresh`."""
        return Writer(self._folder, self._keys)

    def refresh(self) -> None:
        """See what was written since the index was opened, or refreshed."""
        with self._lock:
            self._state.refresh()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._state.close()

    def __len__(self) -> int:
        return self._state.count()

    def damaged_files(self) -> list[Path]:
        """Files of the present state that are not what was written; reads all of them."""
        with self._lock:
            return [path for segment in self._state.segments for path in segment.damaged_files()]

    def get(self, id_: str) -> Record | None:
        """The record with an id; None if there is none."""
        with self._lock:
            return self._state.get(id_)

    def by_identifier(self, kind: str, value: str) -> list[Record]:
        """All records with exactly this identifier."""
        with self._lock:
            return self._state.with_identifier(Identifier(kind, value))

    def search(self, name: str, limit: int = 10, budget: Budget | None = None) -> Found:
        """Find the persons a name may mean.

        Args:
            name: A name in any script, as written.
            limit: How many candidates to give.
            budget: How much work to do; what it leaves out is told in `Found.cut`.

        Returns:
            Candidates, best first, with reasons.
        """
        keys, weights = self._keys.of_query(name)
        with self._lock:
            listed, cut = self._shortlister.shortlist(self._state, keys, weights, budget or Budget())
            named = [one.part.name(one.name) for one in listed]
        judgements = self._scorer(name, [written for _, written in named])
        best: dict[str, tuple[float, float, int]] = {}
        for at, ((id_, _), score, one) in enumerate(zip(named, judgements.scores.tolist(), listed, strict=True)):
            rank = (score, one.shared, -at)
            best[id_] = max(best.get(id_, rank), rank)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
        candidates = [Candidate(id_, named[-at][1], judgements[-at], shared) for id_, (_, shared, at) in ranked[:limit]]
        return Found(tuple(candidates), len(listed), max(0, len(ranked) - limit), cut)
