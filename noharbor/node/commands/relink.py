"""`noharbor relink`: link what waits to be linked, or everything anew."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from noharbor.node.commands.interrupts import interruptible
from noharbor.node.commands.node import fail, open_node


def relink(
    anew: Annotated[
        bool, typer.Option("--anew", help="Link everything anew, and make the index of names anew from the tables.")
    ] = False,
) -> None:
    """Find who and what statements and lists name, and who may be who; what people judged stays as it is."""
    open_node()
    from noharbor.record.linkage.jobs import statements

    if anew:
        statements.forget()
    waiting = statements.waiting()
    try:
        # The bar goes to standard error, where it neither disturbs a file nor shows in one.
        with interruptible(), typer.progressbar(length=waiting, label="Linking", file=sys.stderr) as bar:
            while done := statements.step():
                bar.update(done)
    except KeyboardInterrupt:
        raise fail("Stopped. What was linked stays linked; “noharbor relink” goes on with the rest.") from None
    left = statements.waiting()
    if left:
        raise fail(f"{left} still wait. Another process is at work, or the log says what is wrong with them.")
    typer.echo(f"{waiting} texts and people of lists linked.")
