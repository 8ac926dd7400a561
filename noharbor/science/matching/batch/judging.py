"""The files of scored pairs become files of judged ones: level, kinds of agreement and a proposal beside each score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noharbor.science.matching.batch.comparisons import COMPARED
from noharbor.science.matching.batch.evidence import judged_pairs
from noharbor.science.matching.batch.files import ToMake, make_files
from noharbor.science.matching.batch.model import Together
from noharbor.science.matching.batch.scoring import column_of
from noharbor.science.matching.people.judged import Judged
from noharbor.science.names.evidence import Proposal

if TYPE_CHECKING:
    import pyarrow

#: Pairs judged at once.
_AT_ONCE = 20_000


def schema() -> pyarrow.Schema:
    """Columns of a link; the first two are numbers of rows within this run, and are left out of what is handed on.

    `score` is made by `model.Together` of Splink's match weight `weight` (log2; beside it what each field adds) and of
    the names in full; `probability` is Splink's own. `name_odds` is what `science.names` says of the two names that
    agree best, `level` how they agree; `agreements` are kinds of `matching.people.agreement`; `proposal` is "same" or
    "possible", and nothing is merged by it.
    """
    import pyarrow as arrow

    text, number = arrow.string(), arrow.float64()
    columns = [arrow.field(f"row_{side}", arrow.int64()) for side in "lr"]
    columns += [arrow.field(f"{name}_{side}", text) for side in "lr" for name in ("source", "id")]
    columns += [
        arrow.field("proposal", text),
        *(arrow.field(name, number) for name in ("score", "probability", "weight")),
    ]
    columns += [arrow.field(f"weight_{column_of(compared)}", number) for compared in COMPARED]
    columns += [arrow.field("level", text), arrow.field("name_odds", number)]
    columns += [arrow.field("name_l", text), arrow.field("name_r", text), arrow.field("agreements", arrow.list_(text))]
    return arrow.schema(columns)


def judge_files(
    scored: Iterable[Path], together: Together, folder: Path, workers: int, told: Callable[[int, int], None]
) -> None:
    """Judge the pairs of each file; what is judged already is left alone.

    Args:
        scored: Files or folders of Parquet as `scoring` writes them.
        together: How scores are made.
        folder: Where the judged pairs go, one file for each.
        workers: Processes.
        told: Called with how many files are done, and how many there are.
    """
    make_files(_judge, [ToMake(folder / path.name, (path, together)) for path in scored], workers, told)


def _judge(out: Path, path: Path, together: Together) -> None:
    from pyarrow import Table, parquet

    unfinished = out.with_suffix(".unfinished")
    with parquet.ParquetWriter(unfinished, schema(), compression="zstd") as written:
        for said in _batches(path):
            links = [_link(row, judged) for row, judged in zip(said, judged_pairs(said, together), strict=True)]
            told = [link for link in links if link["proposal"] != Proposal.DIFFERENT]
            written.write_table(Table.from_pylist(told, schema=schema()))
    unfinished.rename(out)


def _batches(path: Path) -> Iterator[list[dict[str, Any]]]:
    from pyarrow import parquet

    for file in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        for batch in parquet.ParquetFile(file).iter_batches(_AT_ONCE):
            yield batch.to_pylist()


def _link(row: dict[str, Any], judged: Judged) -> dict[str, Any]:
    return row | {
        "proposal": str(judged.proposal),
        "score": judged.score,
        "probability": row["match_probability"],
        "weight": row["match_weight"],
        "level": judged.level.name.lower().replace("_", " "),
        "name_odds": judged.name_odds,
        "name_l": judged.names[0],
        "name_r": judged.names[1],
        "agreements": [str(agreement.kind) for agreement in judged.agreements],
    }
