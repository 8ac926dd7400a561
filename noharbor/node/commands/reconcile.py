"""`noharbor reconcile`: lists of people laid side by side, in any scripts; no node needed."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from noharbor.node.commands.interrupts import interruptible
from noharbor.node.commands.unfinished import Unfinished, keys_of

if TYPE_CHECKING:
    from noharbor.record.linkage.cells import ResultTable
    from noharbor.record.linkage.opening import OpenedList
    from noharbor.science.lists.fields import Field
    from noharbor.science.matching.people.reconciling import PairFound, Progress, Reconciliation, RowOfList

#: Pairs of each kind that are printed; a file holds all.
_SHOWN = 20
#: How shells tell that a command was interrupted.
_INTERRUPTED = 130


def reconcile(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Lists: .xlsx, .ods, .csv, .docx, .pdf …; one alone is searched for doubles.", metavar="LIST…"
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(help="Write the result: a workbook (.xlsx), or a folder of CSV files (any other name)."),
    ] = None,
    htcds: Annotated[
        Path | None,
        typer.Option(
            help="Write the people for IOM's case data standard HTCDS 2.0: a workbook, or a folder of CSV files."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON line for each pair instead of tables.")
    ] = False,
    region: Annotated[
        str, typer.Option(help="Country of the bodies that made the lists, as TH: whose telephone numbers they are.")
    ] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="What a column is, where it was not understood: list, column and field, as 1:C=passport.",
            metavar="LIST:COLUMN=FIELD",
        ),
    ] = None,
    today: Annotated[str, typer.Option(help="Day to which ages count where a list has no date.", metavar="DATE")] = "",
) -> None:
    """Find who stands on several lists, who stands twice on one, and what contradicts itself."""
    day = _day(today)
    told = [_told(one) for one in column or ()]
    with _progress(quiet=as_json) as progress:
        opened = _opened(files, day, region.upper(), told, progress)
        kept = Unfinished(out, keys_of(opened, today=day, region=region.upper())) if out else None
        found, places = _reconciled(opened, progress, kept)
    failed = any(one.problem is not None for one in opened)
    if as_json:
        _print_lines(found, places)
    else:
        _print_understood(opened)
        _print_found(found)
    for one in opened:
        if one.problem is not None:
            typer.echo(f"{one.path}: {one.problem}", err=True)
    if out is not None:
        with _interruptible(kept):
            _write(out, found, opened)
        typer.echo(f"written: {out}", err=as_json)
    if kept is not None:
        kept.remove()
    if htcds is not None:
        _write_htcds(htcds, opened)
        typer.echo(f"written: {htcds}", err=as_json)
    if failed:
        raise typer.Exit(1)


def _day(words: str) -> date:
    if not words:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter("write it as YYYY-MM-DD", param_hint="--today") from error


def _told(words: str) -> tuple[int, int, Field]:
    """What somebody said of a column: list and column from 0, and the field."""
    from noharbor.science.lists.fields import Field

    place, _, field = words.partition("=")
    number, _, letters = place.partition(":")
    if not number.isdigit() or not letters.isascii() or not letters.isalnum() or field not in set(Field):
        fields = ", ".join(Field)
        raise typer.BadParameter(f"write it as 1:C=passport; fields are: {fields}", param_hint="--column")
    return int(number) - 1, _column_number(letters), Field(field)


def _column_number(letters: str) -> int:
    """C, and 3, are the third column: 2."""
    if letters.isdigit():
        return int(letters) - 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _opened(
    files: list[Path], day: date, region: str, told: list[tuple[int, int, Field]], progress: Progress
) -> list[OpenedList]:
    from noharbor.record.linkage.opening import open_list

    opened: list[OpenedList] = []
    with tempfile.TemporaryDirectory() as carried:
        for number, path in enumerate(files):
            progress("reading lists", number, len(files))
            fields = {column: field for place, column, field in told if place == number}
            one = open_list(path, today=day, region=region, told=fields, carry_to=Path(carried))
            twin = next((other for other in opened if one.digest and other.digest == one.digest), None)
            opened.append(one.again(twin) if twin else one)
    return opened


def _reconciled(
    opened: list[OpenedList], progress: Progress, kept: Unfinished | None
) -> tuple[Reconciliation, list[tuple[int, str]]]:
    """The lists side by side; and of each sheet which file it is of, and its name.

    What was kept of an interrupted run is not done again; where there is to be a file, an interrupted run is kept.
    """
    from noharbor.science.matching.people.reconciling import reconcile as side_by_side

    places = [(number, sheet.name) for number, one in enumerate(opened) for sheet in one.sheets]
    if kept is not None and kept.done:
        every = len(places) * (len(places) + 1) // 2
        typer.echo(f"going on: {kept.done} of {every} comparisons were done before and are not done again.", err=True)
    with _interruptible(kept):
        return side_by_side([people for one in opened for people in one.lists], progress, kept), places


@contextmanager
def _interruptible(kept: Unfinished | None) -> Iterator[None]:
    """Say, where somebody interrupts long work, what is kept of it."""
    try:
        with interruptible():
            yield
    except KeyboardInterrupt:
        if kept is None or not kept.done:
            raise
        typer.echo(f"interrupted: {kept.folder} keeps what is done; the same command goes on from there.", err=True)
        raise typer.Exit(_INTERRUPTED) from None


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress]:
    """Tell what is being done, where somebody looks on."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    with Bar(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("reading lists", total=None)
        yield lambda what, done, everything: bar.update(task, description=what, completed=done, total=everything)


def _print_lines(found: Reconciliation, places: list[tuple[int, str]]) -> None:
    from noharbor.record.linkage.lines import lines_of
    from noharbor.record.linkage.remarks import Remarks

    for line in lines_of(found.pairs, lambda at: _place(at, places), Remarks()):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _place(at: RowOfList, places: list[tuple[int, str]]) -> dict[str, Any]:
    number, sheet = places[at.list]
    return {"list": number, "row": at.row} | ({"sheet": sheet} if sheet else {})


def _print_understood(opened: list[OpenedList]) -> None:
    """What each list was understood as, so that a person can correct it."""
    from rich.console import Console
    from rich.markup import escape

    from noharbor.record.intake.formats.findings import letters_of

    console = Console()
    for one in opened:
        for notice in one.notices:
            typer.echo(f"{one.path.name}: {notice.told()}")
        for sheet, people in zip(one.sheets, one.lists, strict=True):
            columns = ", ".join(
                f"{escape(column.heading) or letters_of(column.index)} → {column.field.replace('_', ' ')}"
                for column in sheet.understood.columns
            )
            console.print(f"[bold]{escape(people.name)}[/]: {len(people.rows):,} people. {columns}")
            unread = len(sheet.understood.problems)
            if unread:
                console.print(f"  {unread:,} cells could not be read; --out tells which.")


def _print_found(found: Reconciliation) -> None:
    from noharbor.science.matching.people.summary import Summary

    summary = Summary(found)
    for title, pairs in (
        ("On several lists", summary.across), ("Twice on one list", summary.doubles), ("Conflicts", summary.conflicts)
    ):  # fmt: skip
        _print_pairs(title, found, pairs)
    for number, one in enumerate(found.lists):
        missing = ", ".join(
            f"{len(summary.missing(number, other)):,} not on {found.lists[other].name}"
            for other in range(len(found.lists))
            if other != number
        )
        if missing:
            typer.echo(f"{one.name}: {missing}")
    if found.cut:
        typer.echo(f"{found.cut:,} names share so much with so many others that not all of these were compared.")


def _print_pairs(title: str, found: Reconciliation, pairs: tuple[PairFound, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    from noharbor.node.commands.names import plain
    from noharbor.science.names.reasons import score_told

    if not pairs:
        typer.echo(f"{title}: none.")
        return
    table = Table(title=f"{title}: {len(pairs):,}", title_justify="left", show_lines=True)
    for head in ("proposal", "score", "rows", "why"):
        table.add_column(head, overflow="fold", min_width=len(head), ratio=3 if head == "why" else None)
    for pair in pairs[:_SHOWN]:
        rows = "\n".join(plain(f"{found.lists[at.list].name} {at.row}") for at in (pair.a, pair.b))
        table.add_row(str(pair.proposal), score_told(pair.score), rows, plain(pair.reason))
    Console().print(table)
    if len(pairs) > _SHOWN:
        typer.echo(f"{len(pairs) - _SHOWN:,} more; --out or --json gives all.")


def _write(out: Path, found: Reconciliation, opened: list[OpenedList]) -> None:
    from noharbor.record.linkage.cells import Results
    from noharbor.record.linkage.remarks import remarks_of
    from noharbor.science.matching.people.summary import Summary

    _write_tables(out, Results(Summary(found), remarks_of(opened)).tables())


def _write_htcds(out: Path, opened: list[OpenedList]) -> None:
    from noharbor.gate.htcds.people import persons_of
    from noharbor.gate.htcds.sheets import Sheets

    _write_tables(out, Sheets(persons_of(opened), made=datetime.now().astimezone().date()).tables())


def _write_tables(out: Path, tables: Iterable[ResultTable]) -> None:
    from noharbor.record.linkage.separated import write_separated
    from noharbor.record.linkage.workbook import write_workbook

    if out.suffix.lower() == ".xlsx":
        write_workbook(out, tables)
    else:
        write_separated(out, tables)
