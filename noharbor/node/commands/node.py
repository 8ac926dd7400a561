"""What commands share that need the node: Django made ready, problems told in one sentence."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import typer

#: Any number, as long as nobody else on the database server locks by it: the letters of "tables".
TABLES_LOCK = 0x7461626C6573


def open_node() -> None:
    """Make the node usable from a command; its folder is made where it is new."""
    import django
    from django.conf import settings

    # Database, sealed sources and what lands on the way are for the eyes of the system user that runs the node.
    os.umask(0o077)
    settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in (settings.HOME, settings.HOME / "sealed", *settings.HOME.glob("node.sqlite3*")):
        _close_to_others(path)
    django.setup()


def _close_to_others(path: Path) -> None:
    """Take away from others what an older start, or whoever made the folder, left open."""
    with contextlib.suppress(FileNotFoundError, PermissionError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            path.chmod(mode & ~0o077)


def prepare_tables() -> None:
    """Make the node's tables, or bring them up to date. Of several processes that start at once, one does it."""
    from django.core.management import call_command

    with _alone():
        call_command("migrate", verbosity=0, interactive=False)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock that every process of the node can see: one of the database server, or one beside the database."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [TABLES_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [TABLES_LOCK])
        return
    with (settings.HOME / "tables.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def fail(sentence: object) -> typer.Exit:
    """Say what is wrong on standard error; raise what is returned to end with status 1."""
    typer.echo(str(sentence), err=True)
    return typer.Exit(1)
