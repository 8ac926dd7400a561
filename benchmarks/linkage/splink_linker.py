"""Stock Splink on DuckDB: the same columns, its own comparisons, names in anyascii's letters.

Blocking and comparisons follow Splink's own guide for people; its parameters are trained on the lists themselves.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.linkage.lists import PeopleList, Row
from benchmarks.linkage.measure import Found

#: From this probability on it is taken to merge; its guide clusters at 0.95.
SAME = 0.95
#: Pairs less likely than this are not even proposed.
_PROPOSED = 0.01
_COLUMNS = (
    "unique_id", "name", "initials", "sex", "born", "day", "years", "nationality", "passport", "national_id",
    "phone", "place",
)  # fmt: skip


def columns(row: Row, list_number: int) -> dict[str, str | list[str] | None]:
    """A row as Splink gets it; what the list does not say is None."""
    person = row.person
    born = person.born
    middle = born and born.earliest + (born.latest - born.earliest) / 2
    words = _letters(person.names[0]).split()
    said = {
        "unique_id": f"{list_number}:{row.row}",
        "name": " ".join(sorted(words)),
        "initials": "".join(sorted(word[0] for word in words)),
        "sex": person.sex,
        # An age or a year is taken at its middle, within a year of every day that it may mean.
        "born": str(middle or ""),
        "day": str(born.earliest) if born and born.is_day else "",
        # A pair that may have been born in one year is looked at, whichever of its years that is.
        "years": sorted({str(born.earliest.year), str(born.latest.year)}) if born else [],
        "nationality": person.nationality,
        "passport": next(iter(person.passports), ""),
        "national_id": next(iter(person.national_ids), ""),
        "phone": next(iter(person.phones), ""),
        "place": _letters(person.place),
    }
    return {name: value or None for name, value in said.items()}


def _letters(text: str) -> str:
    from anyascii import anyascii

    return re.sub(r"[^a-z]+", " ", anyascii(text).lower()).strip()


def link(lists: Sequence[PeopleList]) -> list[Found]:
    """Link and deduplicate lists."""
    tables = {f"list_{number}": _table(columns(row, number) for row in one.rows) for number, one in enumerate(lists)}
    linker = trained(tables, "link_and_dedupe", across=False)
    pairs = linker.inference.predict(threshold_match_probability=_PROPOSED).as_record_list()
    return [
        Found(
            _place(pair["unique_id_l"]),
            _place(pair["unique_id_r"]),
            pair["match_weight"],
            pair["match_probability"] >= SAME,
        )
        for pair in pairs
    ]


def link_files(files: dict[str, Path]) -> Iterator[tuple[str, str, float]]:
    """Link Parquet files of rows as `columns` gives them; pairs of ids with their weights."""
    linker = trained(files, "link_only", across=True)
    pairs = linker.inference.predict(threshold_match_probability=_PROPOSED).as_record_list()
    for pair in pairs:
        yield pair["unique_id_l"], pair["unique_id_r"], pair["match_weight"]


def quiet() -> None:
    """Have Splink say only what went wrong."""
    logging.getLogger("splink").setLevel(logging.ERROR)


def _place(unique: str) -> tuple[int, int]:
    number, row = unique.split(":")
    return int(number), int(row)


def _table(rows: Iterable[dict[str, Any]]) -> Any:
    import pyarrow

    return pyarrow.Table.from_pylist(list(rows), schema=schema())


def schema() -> Any:
    """The columns of a table for Splink."""
    import pyarrow

    text = pyarrow.string()
    return pyarrow.schema([(name, pyarrow.list_(text) if name == "years" else text) for name in _COLUMNS])


def trained(tables: dict[str, Any], link_type: str, *, across: bool) -> Any:
    """A Splink linker with its parameters learnt from the tables, tables of Arrow or paths of Parquet.

    Args:
        tables: By name.
        link_type: As Splink calls it.
        across: Whether millions are linked, and pairs must share more to be looked at.
    """
    import duckdb
    from splink import DuckDBAPI, Linker, block_on

    quiet()
    connection = duckdb.connect()
    connection.execute("SET threads TO 2")
    engine = DuckDBAPI(connection=connection)
    frames = []
    for name, table in tables.items():
        source = connection.read_parquet(str(table)) if isinstance(table, Path) else connection.from_arrow(table)
        source.create(f"given_{name}")
        frames.append(engine.register(f"given_{name}", dataset_display_name=name))
    linker = Linker(frames, _settings(link_type, across=across), log_level=None)
    certain = [block_on("passport"), block_on("national_id"), block_on("name", "day")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    for rule in (block_on("passport"), block_on("day", "nationality")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return linker


def _settings(link_type: str, *, across: bool) -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    shared = ("nationality", "years", "initials") if across else ("nationality", "years")
    return SettingsCreator(
        link_type=link_type,
        comparisons=[
            compare.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.75]).configure(term_frequency_adjustments=True),
            compare.DateOfBirthComparison("born", input_is_string=True),
            compare.DamerauLevenshteinAtThresholds("passport", [1, 2]),
            compare.DamerauLevenshteinAtThresholds("national_id", [1]),
            compare.ExactMatch("phone"),
            compare.ExactMatch("nationality").configure(term_frequency_adjustments=True),
            compare.ExactMatch("sex"),
            compare.JaroWinklerAtThresholds("place", [0.88]).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("passport"),
            block_on("national_id"),
            block_on("phone"),
            block_on("name"),
            block_on("day", "nationality"),
            block_on(*shared, arrays_to_explode=["years"]),
        ],
        retain_matching_columns=False,
    )
