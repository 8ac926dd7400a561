"""Millions of records about invented people as Parquet, part by part: what was written is not made again.

    python -m benchmarks.linkage.batch_records FOLDER --records 10000000 --seed 9001

Each part holds all rows that all keepers have about so many people of one world, in an order of its own. The columns
are those that `noharbor link` reads; `human` beside them says who each truly is: only the measurement reads it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.linkage.files import generator
from benchmarks.linkage.keepers import KEEPERS
from benchmarks.linkage.lists import Desk
from benchmarks.linkage.world import BLOCK, people
from noharbor.science.matching.batch.given import schema
from noharbor.science.matching.people.person import Person

#: People of one part; a multiple of the world's blocks, so that parts can be made one without another.
OF_A_PART = 10 * BLOCK
#: Rows for each person, about: many are on none of the lists, some on all.
_ROWS_EACH = 1.48


def parts(folder: Path, records: int, seed: int) -> Iterator[Path]:
    """Write a world of about so many records, and yield its files as they are whole."""
    folder.mkdir(parents=True, exist_ok=True)
    left = round(records / _ROWS_EACH)
    for number in range(-(-left // OF_A_PART)):
        of_this = min(OF_A_PART, left - number * OF_A_PART)
        path = folder / f"{generator()}-{seed}-{number:04}-{of_this}.parquet"
        if not path.exists():
            _write(path, number, of_this, seed)
        yield path


def _write(path: Path, number: int, count: int, seed: int) -> None:
    from pyarrow import Table, field, int64, parquet

    rows = list(_rows(number, count, seed))
    random.Random(f"order of part {number} in {seed}").shuffle(rows)
    columns = schema().append(field("human", int64()))
    said = [row | {"id": f"{number}-{at}"} for at, row in enumerate(rows)]
    unfinished = path.with_suffix(".unfinished")
    parquet.write_table(Table.from_pylist(said, schema=columns), unfinished, compression="zstd")
    unfinished.rename(path)


def _rows(number: int, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """What the keepers wrote of the people of a part; the first part of a world is always the same."""
    desks = [Desk(keeper, seed * 100_000 + number) for keeper in KEEPERS]
    for human in people(count, seed, first=number * OF_A_PART):
        for desk in desks:
            for row in desk.rows(human):
                yield said_of(row.person) | {"source": desk.keeper.name, "human": human.number}


def said_of(person: Person) -> dict[str, Any]:
    """A person by the columns of `given`; its source and id are not among what a person says."""
    return {
        "names": person.names,
        "sex": person.sex,
        "born_first": person.born and person.born.earliest,
        "born_last": person.born and person.born.latest,
        "nationality": person.nationality,
        "passports": person.passports,
        "national_ids": person.national_ids,
        "phones": person.phones,
        "place": person.place,
        "address": person.address,
    }


def main() -> None:
    """Write what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    begun = time.perf_counter()
    for number, path in enumerate(parts(chosen.folder, chosen.records, chosen.seed), start=1):
        print(f"{number} {path.name} {time.perf_counter() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
