"""`noharbor start` and `noharbor work`: the desk, and the reading of what waits."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from noharbor.node.commands.node import fail, open_node, prepare_tables


def start(
    host: Annotated[
        str, typer.Option(help="Address to listen on. Beyond this machine, put HTTPS in front.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    demo: Annotated[
        bool, typer.Option("--demo", help="Fill an empty node with public events and invented reports.")
    ] = False,
    threads: Annotated[int, typer.Option(help="Requests answered at once.")] = 8,
) -> None:
    """Bring the tables up to date, read what waits, and answer on http://HOST:PORT until stopped."""
    from noharbor.node.server import AddressTaken, open_door

    try:
        door = open_door(host, port)
    except AddressTaken as error:
        raise fail(error) from error
    open_node()
    prepare_tables()
    if demo:
        demo = _seat_cast()

    from noharbor.node.server import serve

    typer.echo(f"\nThe desk answers on http://{host}:{port} — stop it with Ctrl-C.")
    serve(door, threads=threads, demo=demo)


def work(
    once: Annotated[bool, typer.Option("--once", help="Stop when nothing waits.")] = False,
) -> None:
    """Read what waits, in a process of its own; several may work side by side on PostgreSQL."""
    open_node()
    from noharbor.node.compiled_loops import make_loops
    from noharbor.node.worker import Workers

    make_loops()
    workers = Workers()
    if once:
        while workers.step():
            pass
        return
    workers.start()
    with contextlib.suppress(KeyboardInterrupt):
        workers.wait()
    workers.stop()


def _seat_cast() -> bool:
    from noharbor.node.demo.load import seat_cast, sign_in_lines

    seated = seat_cast(typer.echo)
    for line in sign_in_lines():
        typer.echo(line)
    return seated
