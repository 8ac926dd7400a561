"""What commands share that need the node: Django made ready, problems told in one sentence."""

from __future__ import annotations

import typer


def open_node() -> None:
    """Make the node's tables usable from a command."""
    import django

    django.setup()


def fail(sentence: object) -> typer.Exit:
    """Say what is wrong on standard error; raise what is returned to end with status 1."""
    typer.echo(str(sentence), err=True)
    return typer.Exit(1)
