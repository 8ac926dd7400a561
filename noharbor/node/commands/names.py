"""`noharbor names …`: compare names, find one in a list, find a place, write one in Latin letters; no node needed."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from noharbor.node.commands.name_lists import NameList
    from noharbor.science.names.comparison import Comparison
    from noharbor.science.names.explain import Explanation

app = typer.Typer(help="Names across scripts: compare, search a list, romanise.", no_args_is_help=True)

#: Names compared at a time: enough to be fast, few enough to show progress and to stay small.
_BATCH = 10_000
_LONGEST = 500
#: After so many seconds a first run says what it waits for.
_PATIENCE = 4.0

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


@app.command()
def compare(
    one: Annotated[str, typer.Argument(help="A name, in any script.", metavar="A")],
    other: Annotated[str, typer.Argument(help="Another.", metavar="B")],
    as_json: Json = False,
) -> None:
    """Compare two names: how likely they are one, by which evidence, and which parts met."""
    _checked(one)
    _checked(other)
    with _patience():
        from noharbor.science.names.comparison import compare as compared
        from noharbor.science.names.explain import explain

        found = compared(one, other)
        explained = explain(found)
    if as_json:
        _print_json({**_row(found), "parts": _parts(explained), "aside": _asides(explained)})
        return
    _print_comparison(found, explained)


@app.command()
def search(
    name: Annotated[str, typer.Argument(help="The name to look for, in any script.")],
    within: Annotated[
        Path, typer.Option("--in", help="A text with one name a line, or a table (.csv, .tsv).", metavar="FILE")
    ],
    column: Annotated[str, typer.Option(help="Head or number of the column with the names; guessed without it.")] = "",
    limit: Annotated[int, typer.Option(help="Most names to show.", min=1)] = 20,
    as_json: Json = False,
) -> None:
    """Find the names of a list that may be the same, best first."""
    _checked(name)
    from noharbor.node.commands.name_lists import UnreadableList, read_list

    try:
        names = read_list(within, column)
    except UnreadableList as error:
        typer.echo(f"{within}: {error}", err=True)
        raise typer.Exit(1) from error
    found, reached = _searched(name, names, limit)
    rows = [{"line": names.lines[number], **_row(hit)} for number, hit in found]
    if as_json:
        for row in rows:
            del row["one"]
        told = {"name": name, "file": str(within), "column": names.column, "encoding": names.encoding}
        _print_json({**told, "names": len(names.names), "reached": reached, "cut": reached > len(rows), "found": rows})
        return
    _print_found(rows, names, reached, within)


@app.command()
def romanise(name: Annotated[str, typer.Argument(help="A name, in any script.")], as_json: Json = False) -> None:
    """Write a name in Latin letters, every way it is spelled, each with its system."""
    _checked(name)
    from noharbor.science.names.reasons import SYSTEM_NAMES
    from noharbor.science.names.romanise import romanise as romanised

    forms = romanised(name)
    if as_json:
        spelled = [
            {
                "written": form.written,
                "script": form.script.value,
                "spellings": [{"spelling": one.spelling, "system": one.system.value} for one in form.spellings],
            }
            for form in forms
        ]
        _print_json({"name": name, "forms": spelled})
        return
    if not forms:
        typer.echo("There are no letters in this name.", err=True)
        raise typer.Exit(1)
    from rich.table import Table

    for form in forms:
        table = Table(title=plain(form.written), title_justify="left")
        table.add_column("spelling", overflow="fold")
        table.add_column("system", overflow="fold")
        for one in form.spellings:
            table.add_row(plain(one.spelling), SYSTEM_NAMES[one.system])
        _console().print(table)


@app.command()
def place(
    name: Annotated[str, typer.Argument(help="A place name, in any script.")],
    country: Annotated[str, typer.Option(help="Only places of this state (two letters, ISO 3166-1).")] = "",
    limit: Annotated[int, typer.Option(help="Most places to show.", min=1)] = 10,
    as_json: Json = False,
) -> None:
    """Find the places that a name may mean, best first."""
    _checked(name)
    with _patience():
        from noharbor.node.commands.name_places import rows_of, told
        from noharbor.science.matching.places import nearest_places

        found = nearest_places(name, country=country or None, limit=limit)
    if as_json:
        _print_json(told(name, found))
        return
    if not found.candidates:
        typer.echo("No place comes near.")
        return
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in ("score", "name", "place", "point", "why"):
        table.add_column(heading, overflow="fold")
    for row in rows_of(found):
        table.add_row(*map(plain, row))
    _console().print(table)
    if found.beyond_limit:
        typer.echo(f"The list is cut: {found.beyond_limit:,} more may be meant. Ask for more with --limit.")
    if found.cut:
        typer.echo(f"{found.cut.found_not_compared:,} names that share less with this one were not compared.")


def _checked(name: str) -> None:
    if len(name) > _LONGEST:
        raise typer.BadParameter(f"a name has at most {_LONGEST} characters; this one has {len(name):,}")


@contextmanager
def _patience() -> Iterator[None]:
    """Say what is going on where a first run is slow: the fast loops are compiled once for each machine."""
    words = "Getting ready: the first comparison on a machine takes up to half a minute, later ones are quick …"
    timer = threading.Timer(_PATIENCE, typer.echo, (words,), {"err": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _searched(name: str, names: NameList, limit: int) -> tuple[list[tuple[int, Comparison]], int]:
    """The best hits with their number in the list, and how many names are worth a look in all."""
    with _patience():
        from noharbor.science.names.comparison import compare_many
        from noharbor.science.names.evidence import POSSIBLE_SCORE
        from noharbor.science.names.prepared import Prepared

        query = Prepared([name])
        compare_many(query, [name])
    best: list[tuple[int, Comparison]] = []
    reached = 0
    for start in _with_progress(range(0, len(names.names), _BATCH), len(names.names)):
        compared = compare_many(query, names.names[start : start + _BATCH])
        reached += int((compared.scores >= POSSIBLE_SCORE).sum())
        near = [number for number in compared.best(limit) if compared.scores[number] >= POSSIBLE_SCORE]
        best += [(start + number, compared[number]) for number in near]
        best = sorted(best, key=lambda hit: -hit[1].score)[:limit]
    return best, reached


def _with_progress(starts: range, total: int) -> Iterator[int]:
    """Give each start; a long list shows how far it is, where somebody looks."""
    if len(starts) < 3 or not sys.stderr.isatty():
        yield from starts
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Comparing …", total=total)
        for start in starts:
            yield start
            progress.update(task, completed=start + _BATCH)


def _row(found: Comparison) -> dict[str, Any]:
    return {
        "one": found.one,
        "other": found.other,
        "score": round(found.score, 4),
        "level": found.level.name.lower(),
        "proposal": found.proposal.value,
        "reason": found.reason,
    }


def _parts(explained: Explanation) -> list[dict[str, Any]]:
    return [
        {
            "one": part.one_part,
            "other": part.other_part,
            "how": part.how.value,
            "system": str(part.system),
            "agrees": part.agrees,
        }
        for part in explained.parts
    ]


def _asides(explained: Explanation) -> list[dict[str, Any]]:
    return [{"titles": list(aside.titles), "alias": aside.alias} for aside in explained.asides]


def _print_comparison(found: Comparison, explained: Explanation) -> None:
    from rich.table import Table

    from noharbor.science.names.reasons import HOW_NAMES, LEVEL_NAMES, PROPOSAL_NAMES, SYSTEM_NAMES, score_told
    from noharbor.science.scripts.writing import System

    console = _console()
    console.print(
        f"{score_told(found.score)}  {PROPOSAL_NAMES[found.proposal]} ({LEVEL_NAMES[found.level]})", markup=False
    )
    console.print(explained.sentence, markup=False, highlight=False)
    if not explained.parts:
        return
    table = Table()
    for heading in ("", plain(found.one), plain(found.other), "how"):
        table.add_column(heading, overflow="fold")
    for part in explained.parts:
        how = SYSTEM_NAMES[System(part.system)] if part.system else HOW_NAMES[part.how.value]
        table.add_row("yes" if part.agrees else "no", plain(part.one_part), plain(part.other_part), how)
    console.print(table)


def _print_found(rows: list[dict[str, Any]], names: NameList, reached: int, path: Path) -> None:
    from rich.table import Table

    from noharbor.science.names.reasons import score_told

    where = f", column “{names.column}”" if names.column else ""
    typer.echo(f"{path.name}: {len(names.names):,} names{where} ({names.encoding})")
    if not rows:
        typer.echo("No name comes near.")
        return
    table = Table(show_lines=True)
    for heading in ("score", "line", "name", "proposal", "why"):
        table.add_column(
            heading, overflow="fold", min_width=min(8, len(heading)), ratio=3 if heading == "why" else None
        )
    for row in rows:
        table.add_row(
            score_told(row["score"]), str(row["line"]), plain(row["other"]), row["proposal"], plain(row["reason"])
        )
    _console().print(table)
    if reached > len(rows):
        typer.echo(f"The list is cut: {reached - len(rows):,} more may be the same. Ask for more with --limit.")


def _console() -> Any:
    from rich.console import Console

    return Console()


def plain(text: str) -> str:
    """A text from outside as it may go to a terminal: no markup, no control signs."""
    from rich.markup import escape

    return escape("".join(char for char in text if char.isprintable()))


def _print_json(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
