"""What commands share that need the node: Django made ready, problems told in one sentence."""

from __future__ import annotations

import typer


def open_node() -> None:
    """Make the node usable from a command; its folder is made where it is new."""
    import django
    from django.conf import settings

    settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    django.setup()


def prepare_tables() -> None:
    """Make the node's tables, or bring them up to date."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def fail(sentence: object) -> typer.Exit:
    """Say what is wrong on standard error; raise what is returned to end with status 1."""
    typer.echo(str(sentence), err=True)
    return typer.Exit(1)
