"""`noharbor link`: millions of records of people deduplicated, on DuckDB or on Spark; no node needed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from noharbor.science.names.evidence import MERGE_SCORE

if TYPE_CHECKING:
    from noharbor.science.matching.batch.job import Linked

#: Spans of scores that are counted for a chart.
_SPANS = 20


class EngineName(StrEnum):
    """What links."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def link(
    files: Annotated[
        list[Path],
        typer.Argument(help="Parquet of records; docs/how-to/link-millions.md has the columns.", metavar="PEOPLE…"),
    ],
    out: Annotated[Path, typer.Option(help="Where the links go, as Parquet; the clusters go beside.")],
    engine: Annotated[EngineName, typer.Option(help="DuckDB on this machine, or Spark.")] = EngineName.DUCKDB,
    master: Annotated[
        str, typer.Option(help="Master of a Spark cluster, as spark://host:7077; without it Spark runs here.")
    ] = "",
    memory: Annotated[float, typer.Option(help="Gigabytes the engine may take; the rest goes to disk.", min=0.5)] = 12,
    workers: Annotated[int, typer.Option(help="Processes and threads.", min=1)] = 2,
    model: Annotated[Path | None, typer.Option(help="A model to link by, not one learnt from these records.")] = None,
    threshold: Annotated[
        float, typer.Option(help="Score from which what is proposed as the same joins clusters.", min=0.0, max=1.0)
    ] = MERGE_SCORE,
    charts: Annotated[Path | None, typer.Option(help="A folder for charts of the model and the scores.")] = None,
) -> None:
    """Link records of people by Splink, with this project's keys and evidence; stopped, it goes on where it was."""
    from noharbor.science.matching.batch.errors import BatchError
    from noharbor.science.matching.batch.job import Wanted
    from noharbor.science.matching.batch.job import link as linked_by
    from noharbor.science.matching.batch.model import write_model

    wanted = Wanted(tuple(files), out, engine.value, memory, workers, model, threshold, master=master)
    try:
        linked = linked_by(wanted, _Told())
    except BatchError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    learnt = out.with_name(f"{out.stem}-model.json")
    write_model(linked.model, learnt)
    _print(linked)
    for written in (out, wanted.clusters, learnt):
        typer.echo(f"written: {written}")
    if charts is not None:
        _draw(linked, out, charts)
        typer.echo(f"written: {charts}")


class _Told:
    """Tells of stages and their time on the error stream."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell of a stage, and how long it took."""
        begun = time.monotonic()
        yield
        typer.echo(f"{name}: {time.monotonic() - begun:,.1f} s", err=True)

    def told(self, done: int, everything: int) -> None:
        """Tell how far it is, where somebody looks on."""
        if self._shown:
            typer.echo(f"\r{done:,} of {everything:,} ", err=True, nl=done == everything)


def _print(linked: Linked) -> None:
    joined, sharing = linked.joined, linked.sharing
    typer.echo(f"{linked.records:,} records; {linked.compared:,} pairs compared; {linked.links:,} links.")
    typer.echo(f"{joined.people:,} people on {joined.records:,} records; {joined.cut:,} chains cut.")
    typer.echo(f"{sharing.left_out:,} keys were left out, since too many share them.")
    typer.echo(f"{sharing.without:,} records share no key with anybody.")


def _draw(linked: Linked, out: Path, folder: Path) -> None:
    from noharbor.science.matching.batch import charts

    folder.mkdir(parents=True, exist_ok=True)
    for name, drawn in (
        ("weights", charts.weights(linked.model)),
        ("chances", charts.chances(linked.model)),
        ("scores", charts.scores(_counted(out))),
    ):
        (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")


def _counted(out: Path) -> list[tuple[str, int, int]]:
    """Links by spans of scores, the highest first: name, proposed as the same, possible."""
    from pyarrow import compute, parquet

    same, possible = [0] * _SPANS, [0] * _SPANS
    for batch in parquet.ParquetFile(out).iter_batches(columns=["score", "proposal"]):
        spans = compute.min_element_wise(
            compute.cast(compute.multiply(batch["score"], _SPANS), "int64", safe=False), _SPANS - 1
        )
        for span, proposal in zip(spans.to_pylist(), batch["proposal"].to_pylist(), strict=True):
            (same if proposal == "same" else possible)[span] += 1
    return [
        (f"{span / _SPANS:.2f} to {(span + 1) / _SPANS:.2f}", same[span], possible[span])
        for span in reversed(range(_SPANS))
    ]
