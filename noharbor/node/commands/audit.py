"""`noharbor audit …`: is history as it was written, and are the originals as they were sealed?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from noharbor.node.commands.node import fail, open_node

app = typer.Typer(help="The log of every act and every read of a closed thing.", no_args_is_help=True)


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


@app.command()
def seals() -> None:
    """Read every sealed original and compare it with its digest; name those that are missing or damaged."""
    open_node()
    from noharbor.record.intake.verification import check_seals, sealed_digests

    digests = sealed_digests()
    broken = 0
    # The bar goes to standard error, where it neither disturbs a file nor shows in one.
    with typer.progressbar(check_seals(digests), length=len(digests), file=sys.stderr) as checked:
        for seal in checked:
            if not seal.is_whole:
                broken += 1
                typer.echo(f"{seal.sha256} is {'damaged' if seal.is_there else 'missing'}")
    if broken:
        raise fail(f"{broken} of {len(digests)} sealed files are not as sealed. Restore them from a copy of the node.")
    typer.echo(f"{len(digests)} sealed files, all as sealed.")


def _noted(words: str) -> tuple[int | None, str | None]:
    if not words:
        return None, None
    entries, _, head = words.partition(":")
    if not entries.isdigit() or not head:
        raise typer.BadParameter("Give it as printed: a number, a colon, 64 hexadecimal digits.", param_hint="--noted")
    return int(entries), head
