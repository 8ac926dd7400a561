"""Invented people as records, written for the tests of batch linkage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from benchmarks.linkage.batch_records import said_of
from benchmarks.linkage.lists import lists
from noharbor.science.matching.batch import given

#: The model that comes with the project.
SHIPPED = Path(str(resources.files("noharbor.science.matching.batch") / "model.json"))


class Unwatched:
    """Counts what stages there were."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.stages.append(name)
        yield

    def told(self, done: int, everything: int) -> None:
        assert 0 <= done <= everything


def record(name: str, number: int, **said: Any) -> dict[str, Any]:
    """A record of one list with a number; what is not said is null."""
    born = said.pop("born", None)
    return {"id": str(number), "source": "list", "names": [name], "born_first": born, "born_last": born, **said}


def written(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Records as Parquet."""
    from pyarrow import Table, parquet

    parquet.write_table(Table.from_pylist(list(records), schema=given.schema()), path)
    return path


def world(people: int, seed: int) -> Iterator[dict[str, Any]]:
    """The lists that bodies keep of an invented world, as records; `human` of the id says who it is."""
    for one in lists(people, seed):
        for row in one.rows:
            yield said_of(row.person) | {"id": f"{row.human}-{row.row}", "source": one.name}


DAY = date(1991, 5, 6)
