"""The command line, one module per topic, in one list you can read."""

from __future__ import annotations

import os
import sys

import typer

from noharbor.node.commands import audit, desk, link, members, names, read, receive, reconcile, relink
from noharbor.node.compiled_loops import find_room

app = typer.Typer(
    help="No Harbor: the open joint case desk against cross-border telecom and online fraud.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("link")(link.link)
app.command("read")(read.read)
app.command("receive")(receive.receive)
app.command("reconcile")(reconcile.reconcile)
app.command("relink")(relink.relink)
app.command("start")(desk.start)
app.command("work")(desk.work)
app.add_typer(audit.app, name="audit")
app.add_typer(members.app, name="member")
app.add_typer(names.app, name="names")


def main() -> None:
    """Run the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    # Reading is many small matrix products: more threads only get in each other's way.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    find_room()
    try:
        app()
    except BrokenPipeError:
        # The reader of our output has seen enough, as `head` does; that is no error.
        sys.stderr.close()
