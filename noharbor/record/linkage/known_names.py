"""Names of people that are known here, in an index that finds them in any script and spelling.

The index is a cache of the table of clues, kept in the node's folder: whatever is wrong with it, it is made anew. Names
are only ever added; whether somebody still bears one is asked of the tables.
"""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from noharbor.record.linkage.models import Clue
from noharbor.record.linkage.vocabulary import ClueKind
from noharbor.science.matching.durable import WriterLock, write_whole
from noharbor.science.matching.errors import IndexBusy, IndexDamaged, IndexMissing, KeysChanged
from noharbor.science.matching.index import Index
from noharbor.science.matching.records import Record
from noharbor.science.matching.writer import Writer
from noharbor.science.names import compare_many
from noharbor.science.names.keys import NameKeys

#: A journal longer than this becomes a segment: it is read whenever somebody writes, so it is kept short.
_FOLD_AT = 1_000_000
#: What another worker that adds names is waited for.
_PATIENCE_SECONDS, _LOOK_AGAIN_SECONDS = 5.0, 0.02
#: Names as unlike as this are not looked up: fields could not bring the two together.
_LEAST_ALIKE = 0.05


class KnownNames:
    """The index of one node, opened by one process. Its threads may share it.

    Args:
        folder: Where the index lies; made if it isn't there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._reached_file = folder, folder.parent / f"{folder.name}.reached"
        self._keys = NameKeys()
        self._index: Index | None = None
        self._lock = threading.RLock()

    def __len__(self) -> int:
        with self._lock:
            return len(self._opened())

    def get_ready(self) -> None:
        """Open the index, make it anew where it is missing, damaged or of other rules, and add what it lacks.

        This may take long at the first time and after an upgrade; call it outside of transactions.

        Raises:
            IndexBusy: Another process is making it.
        """
        with self._lock:
            try:
                if not self._fits_the_tables():
                    raise IndexMissing(self._folder)
                self._opened().refresh()
            except (IndexDamaged, IndexMissing, KeysChanged):
                self._make_anew()
            self.catch_up()

    def catch_up(self) -> None:
        """Add the names that came in since the last time, by whichever process.

        Raises:
            IndexBusy: Another process has been writing for too long.
        """
        with self._lock:
            if not self._waiting().exists():
                return
            with self._alone():
                waiting = list(self._waiting().values_list("pk", "kind", "value"))
                known = self._opened()
                with Writer(self._folder, self._keys, fold_at=_FOLD_AT) as writer:
                    known.refresh()
                    for name in dict.fromkeys(value for _, kind, value in waiting if kind == ClueKind.NAME):
                        if known.get(name) is None:
                            writer.add(Record(name, (name,)))
                known.refresh()
                if waiting:
                    last, _, value = waiting[-1]
                    self._note(last, value)

    def like(self, name: str, limit: int) -> list[str]:
        """The known names that may be the same as one, as written, the likeliest first.

        Args:
            name: A name in any script.
            limit: How many at most.
        """
        with self._lock:
            known = self._opened()
            known.refresh()
            return [one.id for one in known.search(name, limit).candidates if one.score >= _LEAST_ALIKE]

    def drop(self) -> None:
        """Forget the index; `get_ready` makes it anew.

        Raises:
            IndexBusy: Another process has been writing for too long.
        """
        with self._lock, self._alone():
            self._remove()

    def _remove(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
        self._reached_file.unlink(missing_ok=True)
        if self._folder.exists():
            shutil.rmtree(self._folder)

    def _opened(self) -> Index:
        if self._index is None:
            self._index = Index.open(self._folder, self._keys, compare_many)
        return self._index

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the right to change the index, which one process has at a time; wait for it for a while."""
        self._folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        patient_until = time.monotonic() + _PATIENCE_SECONDS
        lock = WriterLock(self._folder.parent)
        while True:
            try:
                lock.__enter__()
                break
            except IndexBusy:
                if time.monotonic() > patient_until:
                    raise
                time.sleep(_LOOK_AGAIN_SECONDS)
        try:
            yield
        finally:
            lock.__exit__(None, None, None)

    def _waiting(self) -> QuerySet[Clue]:
        return Clue.objects.filter(pk__gt=self._reached()[0]).order_by("pk")

    def _reached(self) -> tuple[int, str]:
        """The last clue that was looked at, and what it says."""
        try:
            number, value = json.loads(self._reached_file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return 0, ""
        return number, value

    def _note(self, number: int, value: str) -> None:
        write_whole(self._reached_file, json.dumps([number, value], ensure_ascii=False).encode())

    def _fits_the_tables(self) -> bool:
        """Whether the index was made from these tables, and not from those of another database or a later day."""
        number, value = self._reached()
        next_to_it = Clue.objects.filter(pk__gte=number).order_by("pk").values_list("pk", "value").first()
        if next_to_it is None:
            return number == 0
        # A clue that is gone was let go of later; numbers are not given twice.
        return next_to_it[0] > number or next_to_it[1] == value

    def _make_anew(self) -> None:
        with self._alone():
            self._remove()
            last = Clue.objects.order_by("pk").values_list("pk", "value").last()
            clues = Clue.objects.filter(kind=ClueKind.NAME).order_by("value")
            names = clues.values_list("value", flat=True).distinct().iterator()
            Index.build(self._folder, (Record(name, (name,)) for name in names), self._keys)
            if last:
                self._note(*last)


@cache
def _known(folder: Path) -> KnownNames:
    return KnownNames(folder)


def known_names() -> KnownNames:
    """The names known on this node."""
    return _known(settings.HOME / "index" / "people")
