"""What an interrupted `noharbor reconcile` leaves beside its result, so that the same command goes on from there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noharbor.record.linkage.opening import OpenedList
    from noharbor.science.matching.people.judged import Judged


class Unfinished:
    """Pairs of lists that are done, a file each; see `science.matching.people.reconciling.Steps`.

    A file is found again only by the same lists, read in the same way by the same version.

    Args:
        out: Where the result goes; what is unfinished rests beside it.
        lists: What tells each list from every other, in their order; see `keys_of`.
    """

    def __init__(self, out: Path, lists: Sequence[str]) -> None:
        self.folder = out.with_name(f"{out.name}.unfinished")
        self._lists = lists

    @property
    def done(self) -> int:
        """How many pairs of lists are done, of those that there are."""
        numbers = range(len(self._lists))
        return sum(self._path(first, second).exists() for second in numbers for first in range(second + 1))

    def get(self, first: int, second: int) -> tuple[list[Judged], int] | None:
        """What was kept of two lists, by their numbers; None where nothing was."""
        from noharbor.science.matching.people.judged import judged_from_json

        path = self._path(first, second)
        if not path.exists():
            return None
        kept = json.loads(path.read_text(encoding="utf-8"))
        return [judged_from_json(said) for said in kept["judged"]], kept["cut"]

    def keep(self, first: int, second: int, judged: list[Judged], cut: int) -> None:
        """Keep what was found of two lists. It names people, so it is for the eyes of who runs the command."""
        from noharbor.science.matching.people.judged import judged_to_json

        self.folder.mkdir(mode=0o700, exist_ok=True)
        path = self._path(first, second)
        draft = path.with_suffix(".part")
        draft.write_text(json.dumps({"judged": [judged_to_json(one) for one in judged], "cut": cut}), encoding="utf-8")
        draft.replace(path)

    def remove(self) -> None:
        """Take all of it away, once the result is written."""
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _path(self, first: int, second: int) -> Path:
        from noharbor.record.linkage import versions

        told = "\x1f".join((versions.of_comparing(), self._lists[first], self._lists[second]))
        return self.folder / f"{sha256(told.encode()).hexdigest()[:32]}.json"


def keys_of(opened: Sequence[OpenedList], *, today: date, region: str) -> list[str]:
    """What tells each list from every other: its file's digest, and all that decides how it is read."""
    from noharbor.record.linkage.versions import of_understanding

    return [
        json.dumps([
            of_understanding(), one.digest, sheet.name, region, today.isoformat(), sorted(sheet.understood.told.items())
        ])
        for one in opened
        for sheet in one.sheets
    ]  # fmt: skip
