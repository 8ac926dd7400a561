"""Worlds as files: lists as CSV with the truth beside, and millions of rows as Parquet, in bounded memory.

    python -m benchmarks.linkage.files lists FOLDER --people 3000 --seed 1
    python -m benchmarks.linkage.files size FOLDER --register 1000000 --asked 10000
    python -m benchmarks.linkage.files records FOLDER --people 7000000

The last gives about ten million rows. Parquet needs the peers' environment (`.make/peers/bin/python`).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.linkage.keepers import KEEPERS, REGISTER
from benchmarks.linkage.lists import Desk, PeopleList, Row, lists
from benchmarks.linkage.world import BLOCK, people
from noharbor.science.matching.people.person import Born, Person

#: Rows written at once.
_AT_ONCE = 20_000
#: Of a hundred rows asked about, so many are of people whom the register holds.
_HELD = 60
_MADE_OF = ("ear", "files", "keepers", "lists", "naming", "papers", "slips", "world")
REGISTER_FILE, ASKED_FILE, RECORDS_FILE = "register.parquet", "asked.parquet", "records.parquet"


def write_lists(folder: Path, kept: Iterable[PeopleList]) -> None:
    """Write lists as bodies keep them, one CSV each, and truth.csv: list, row, person."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.csv").open("w", encoding="utf-8", newline="") as truth_file:
        truth = csv.writer(truth_file)
        truth.writerow(["list", "row", "person"])
        for one in kept:
            with (folder / f"{one.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                out = csv.writer(file)
                out.writerow(one.rows[0].cells if one.rows else [])
                out.writerows(list(row.cells.values()) for row in one.rows)
            truth.writerows([one.name, row.row, row.human] for row in one.rows)


def asked(count: int, register: int, seed: int) -> Iterator[Row]:
    """Rows by all keepers in turn about people, most of them among the first so many of the world, the others not."""
    dice = random.Random(f"asked in {seed}")
    desks = [Desk(keeper, seed, all_of_them=True) for keeper in KEEPERS]
    held, blocks = count * _HELD // 100, max(register // BLOCK, 1)
    of_block = -(-held // min(blocks, 50))
    some = (
        human for block in dice.sample(range(blocks), min(blocks, 50)) for human in _some(dice, block, of_block, seed)
    )
    strangers = people(count - held, seed, first=-(-register // BLOCK) * BLOCK)
    for number, human in enumerate([*islice(some, held), *strangers]):
        yield desks[number % len(desks)].row(human)


def _some(dice: random.Random, block: int, count: int, seed: int) -> list[Any]:
    everybody = list(people(BLOCK, seed, first=block * BLOCK))
    return dice.sample(everybody, min(count, len(everybody)))


def register(count: int, seed: int) -> Iterator[Row]:
    """A register of the first so many people of a world, each once."""
    desk = Desk(REGISTER, seed, all_of_them=True)
    for human in people(count, seed):
        yield desk.row(human)


def records(count: int, seed: int) -> Iterator[Row]:
    """All rows that all keepers have about so many people, person by person; about 1.5 rows for each."""
    desks = [Desk(keeper, seed) for keeper in KEEPERS]
    for human in people(count, seed):
        for desk in desks:
            yield from desk.rows(human)


def schema() -> Any:
    """Columns of rows in Parquet: those of `Person`, the row and who it truly is."""
    import pyarrow as arrow

    text, day = arrow.string(), arrow.date32()
    many = arrow.list_(text)
    said = {"row": arrow.int64(), "human": arrow.int64(), "script": text, "names": many, "sex": text}
    said |= {"earliest": day, "latest": day, "nationality": text, "passports": many, "national_ids": many}
    said |= {"phones": many, "place": text, "group": text}
    return arrow.schema(said)


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """Write rows as Parquet, some thousands at a time, numbered as they come; returns how many."""
    import pyarrow as arrow
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    written, coming = 0, iter(rows)
    with parquet.ParquetWriter(path, schema(), compression="zstd") as out:
        while some := list(islice(coming, _AT_ONCE)):
            said = [said_of(row) | {"row": number} for number, row in enumerate(some, start=written)]
            out.write_table(arrow.Table.from_pylist(said, schema=schema()))
            written += len(some)
    return written


def said_of(row: Row) -> dict[str, Any]:
    """What a row says, by the columns of `schema`; all but its number."""
    person = row.person
    return {
        "human": row.human,
        "script": row.script,
        "names": person.names,
        "sex": person.sex,
        "earliest": person.born and person.born.earliest,
        "latest": person.born and person.born.latest,
        "nationality": person.nationality,
        "passports": person.passports,
        "national_ids": person.national_ids,
        "phones": person.phones,
        "place": person.place,
        "group": person.group,
    }


def read_rows(path: Path) -> Iterator[Row]:
    """Rows out of Parquet, some thousands at a time; without their cells, which Parquet does not keep."""
    from pyarrow import parquet

    for batch in parquet.ParquetFile(path).iter_batches(_AT_ONCE):
        for said in batch.to_pylist():
            number, human, script = said.pop("row"), said.pop("human"), said.pop("script")
            yield Row(number, {}, person_of(said), human, script)


def person_of(said: dict[str, Any]) -> Person:
    """The person of a row by its columns; row, human and script are taken out before."""
    earliest: date | None = said.pop("earliest")
    latest: date | None = said.pop("latest")
    several = {name: tuple(said.pop(name)) for name in ("names", "passports", "national_ids", "phones")}
    return Person(**several, **said, born=Born(earliest, latest) if earliest and latest else None)


def write_size(folder: Path, seed: int, held: int, asking: int) -> None:
    """Write a register and a list to hold against it, where they are not there yet."""
    for name, rows in ((REGISTER_FILE, register(held, seed)), (ASKED_FILE, asked(asking, held, seed))):
        if not (folder / name).exists():
            part = folder / f"{name}.part"
            write_rows(part, rows)
            part.rename(folder / name)


def generator() -> str:
    """A short name of the code and words that worlds are made of: files made by another are made anew."""
    here = Path(__file__).resolve().parent
    made_of = [here / f"{name}.py" for name in _MADE_OF] + sorted((here / "elements").iterdir())
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_of)).hexdigest()[:8]


def main() -> None:
    """Write what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("lists", "size", "records"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=3_000)
    parser.add_argument("--register", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if chosen.what == "lists":
        write_lists(chosen.folder, lists(chosen.people, chosen.seed))
    elif chosen.what == "size":
        write_size(chosen.folder, chosen.seed, chosen.register, chosen.asked)
    else:
        print(f"{write_rows(chosen.folder / RECORDS_FILE, records(chosen.people, chosen.seed)):,} rows")


if __name__ == "__main__":
    main()
