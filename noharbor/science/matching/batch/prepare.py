"""Records become columns that a database can compare, some thousands at a time, in several processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import icu

from noharbor.science.matching.batch import given
from noharbor.science.matching.batch.blocks import keys_of
from noharbor.science.matching.batch.errors import NotRecords
from noharbor.science.matching.batch.files import ToMake, make_files
from noharbor.science.matching.batch.named import name_columns, number
from noharbor.science.matching.people.named_rows import in_letters
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.moments.rules import BUDDHIST_OFFSET
from noharbor.science.scripts.latin_letters import latin_words

if TYPE_CHECKING:
    import pyarrow

#: Rows made ready at once.
_AT_ONCE = 20_000
_EPOCH = date(1970, 1, 1)


def schema() -> pyarrow.Schema:
    """Columns of a prepared record: what was given, numbered through as `row`, and what is compared in SQL.

    `written` … `spelled` are those of `named`; `sound` is the first of `sounds`. `day` is the day of birth as YYYYMMDD,
    `turned` the same with day and month turned, `era` as the other calendar has it; `born_from` and `born_to` count
    days from 1970. `passport` and `national_id` are the first of their lists; `town` is the place in plain letters,
    `home` and `home_words` the address and numbers of its words. `keys` are those of `blocks`.
    """
    import pyarrow as arrow

    text, whole = arrow.string(), arrow.int64()
    columns = [arrow.field("row", whole), *given.schema()]
    columns += [arrow.field(name, arrow.list_(whole)) for name in ("written", "letters", "sounds", "rough")]
    columns += [arrow.field("sound", whole)]
    columns += [arrow.field(name, text) for name in ("spelled", "day", "turned", "era")]
    columns += [arrow.field(name, arrow.int32()) for name in ("born_from", "born_to")]
    columns += [arrow.field(name, text) for name in ("passport", "national_id", "town", "home")]
    columns += [arrow.field(name, arrow.list_(whole)) for name in ("home_words", "keys")]
    return arrow.schema(columns)


class Part(NamedTuple):
    """A run of rows that is prepared in one go.

    Attributes:
        source: The file.
        group: Number of its row group.
        first: The number of the first row, counted through all files.
        rows: How many.
    """

    source: Path
    group: int
    first: int
    rows: int


def parts_of(files: Sequence[Path]) -> list[Part]:
    """The row groups of files, in order.

    Raises:
        NotRecords: A file is no Parquet, lacks a column, or a column holds something else than it should.
    """
    from pyarrow import ArrowException, parquet

    found: list[Part] = []
    first = 0
    for path in files:
        try:
            about = parquet.ParquetFile(path)
            for name in ("id", "names"):
                if name not in about.schema_arrow.names:
                    raise NotRecords(path, f"column {name!r} is missing")
            _as_given(about.schema_arrow.empty_table())
        except (ArrowException, OSError) as error:
            raise NotRecords(path, str(error)) from error
        for group in range(about.num_row_groups):
            rows = about.metadata.row_group(group).num_rows
            found.append(Part(path, group, first, rows))
            first += rows
    return found


def prepare(parts: Sequence[Part], folder: Path, workers: int, told: Callable[[int, int], None]) -> None:
    """Write each part as a file of prepared records; those that are there are left alone.

    Args:
        parts: Of the files given.
        folder: Where the prepared files go; each is whole, or not there.
        workers: Processes.
        told: Called with how many parts are done, and how many there are.

    Raises:
        NotRecords: A cell holds something else than it should.
    """
    files = [ToMake(folder / f"{number:05}.parquet", (part,)) for number, part in enumerate(parts)]
    make_files(_prepare, files, workers, told)


def _prepare(path: Path, part: Part) -> None:
    from pyarrow import ArrowException, Table, parquet

    unfinished = path.with_suffix(".unfinished")
    source = parquet.ParquetFile(part.source)
    wanted = _columns(source.schema_arrow.names)
    row = part.first
    with parquet.ParquetWriter(unfinished, schema(), compression="zstd") as out:
        for batch in source.iter_batches(_AT_ONCE, row_groups=[part.group], columns=wanted):
            try:
                rows = _as_given(Table.from_batches([batch])).to_pylist()
            except ArrowException as error:
                raise NotRecords(part.source, str(error)) from error
            said = [prepared(at, one) for at, one in enumerate(rows, start=row)]
            out.write_table(Table.from_pylist(said, schema=schema()))
            row += len(said)
    unfinished.rename(path)


def _columns(names: Sequence[str]) -> list[str]:
    return [name for name in given.schema().names if name in names]


def _as_given(table: pyarrow.Table) -> pyarrow.Table:
    """The columns that are read, each in the type of `given`: what is the same written otherwise is taken."""
    import pyarrow as arrow

    wanted = _columns(table.column_names)
    return table.select(wanted).cast(arrow.schema([given.schema().field(name) for name in wanted]))


def person_of(said: dict[str, Any]) -> Person:
    """The person of a record by the columns that were given; null is empty."""
    first, last = said.get("born_first"), said.get("born_last")
    return Person(
        names=tuple(name for name in said.get("names") or () if name),
        sex=said.get("sex") or "",
        born=Born(first, last) if first and last else None,
        nationality=said.get("nationality") or "",
        passports=tuple(filter(None, said.get("passports") or ())),
        national_ids=tuple(filter(None, said.get("national_ids") or ())),
        phones=tuple(filter(None, said.get("phones") or ())),
        place=said.get("place") or "",
        address=said.get("address") or "",
    )


def prepared(row: int, said: dict[str, Any]) -> dict[str, Any]:
    """One record by its columns, as `schema` has them."""
    person = person_of(said)
    names = name_columns(map(in_letters, person.names))
    town, home = _words(person.place), _words(person.address)
    return {
        **said,
        "row": row,
        "names": person.names,
        "sex": person.sex or None,
        "nationality": person.nationality or None,
        "passports": person.passports or None,
        "national_ids": person.national_ids or None,
        "phones": person.phones or None,
        "written": names.written,
        "letters": names.letters,
        "sounds": names.sounds,
        "rough": names.rough,
        "sound": names.sounds[0] if names.sounds else None,
        "spelled": names.spelled or None,
        **_born(person.born),
        "passport": next(iter(person.passports), None),
        "national_id": next(iter(person.national_ids), None),
        "town": "".join(town) or None,
        "home": "".join(home) or None,
        "home_words": [number(word.encode()) for word in home] or None,
        "keys": keys_of(person, names, "".join(town), home),
    }


def _born(born: Born | None) -> dict[str, Any]:
    if born is None:
        return {}
    said: dict[str, Any] = {
        "born_from": (born.earliest - _EPOCH) // timedelta(days=1),
        "born_to": (born.latest - _EPOCH) // timedelta(days=1),
    }
    if born.is_day:
        day = born.earliest
        said["day"] = f"{day:%Y%m%d}"
        said["turned"] = f"{day:%Y%d%m}"
        said["era"] = f"{day.year + BUDDHIST_OFFSET}{day:%m%d}"
    return said


@lru_cache(maxsize=50_000)
def _words(place: str) -> tuple[str, ...]:
    """The words of a place or an address in plain Latin letters and digits, each once, in the order of letters."""
    letters = latin_words(place if place.isascii() else _latin().transliterate(place))
    digits = tuple(word for word in place.split() if word.isdecimal())
    return tuple(sorted({*letters, *digits}))


@cache
def _latin() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Any-Latin")
