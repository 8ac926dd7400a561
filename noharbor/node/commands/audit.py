"""`noharbor audit …`: is history as it was written?"""

from __future__ import annotations

from typing import Annotated

import typer

from noharbor.node.commands.node import fail, open_node

app = typer.Typer(help="The log of every act and every read of a closed thing.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """Keep `verify` a subcommand, so that others can stand beside it."""


@app.command()
def verify(
    noted: Annotated[
        str,
        typer.Option(
            help="ENTRIES:DIGEST as printed by an earlier run; finds a log that was cut short or written anew."
        ),
    ] = "",
) -> None:
    """Walk the whole log; name the first broken entry, or print what to note for the next run."""
    open_node()
    from django.db import DatabaseError

    from noharbor.record.audit.verification import verify as walk

    entries, head = _noted(noted)
    try:
        finding = walk(head=head, entries=entries)
    except DatabaseError as error:
        raise fail(f"The database cannot be read: {error}. Restore it from a copy, then verify that copy.") from error
    if not finding.whole:
        raise fail(f"Entry {finding.broken} is broken: {finding.why}. The {finding.entries} before it are whole.")
    typer.echo(f"{finding.entries} entries, all whole. Note this for the next run: {finding.entries}:{finding.head}")


def _noted(words: str) -> tuple[int | None, str | None]:
    if not words:
        return None, None
    entries, _, head = words.partition(":")
    if not entries.isdigit() or not head:
        raise typer.BadParameter("Give it as printed: a number, a colon, 64 hexadecimal digits.", param_hint="--noted")
    return int(entries), head
