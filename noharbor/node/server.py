"""The desk on a socket, and the workers in a process beside it."""

from __future__ import annotations

import contextlib
import signal
import socket


class AddressTaken(Exception):
    """Something else already answers there. Stop it, or choose another port with `noharbor start --port 8001`."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port} is taken. {self.__doc__}")


def open_door(host: str, port: int) -> socket.socket:
    """Take the address before anything slow is done, so that a taken one is told at once.

    Raises:
        AddressTaken: Something else listens there.
    """
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as error:
        door.close()
        raise AddressTaken(host, port) from error
    return door


def believed_headers(*, secure: bool) -> dict[str, object]:
    """Return whose word counts on where a request came from and whether it came over HTTPS.

    Nobody's, unless the node is reached over HTTPS only. Then the proxy that speaks HTTPS stands on this machine, and
    waitress takes the visitor's address and the scheme from it, and from nobody else.
    """
    if not secure:
        return {}
    return {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}


def serve(door: socket.socket, *, threads: int, demo: bool = False) -> None:
    """Answer until interrupted or told to end; then let the workers finish what is in their hands.

    Args:
        door: The socket to answer on.
        threads: Requests answered at once.
        demo: Whether the workers fill the node with the demo first; the desk answers meanwhile.
    """
    import waitress
    from django.conf import settings

    from noharbor.node.beside import WorkersBeside
    from noharbor.node.long_lived import spare_what_lives_long
    from noharbor.node.wsgi import application

    # Whoever ends a service sends another signal than Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    spare_what_lives_long()
    workers = WorkersBeside(demo=demo)
    workers.start()
    with contextlib.suppress(KeyboardInterrupt):
        waitress.serve(
            application,
            sockets=[door],
            threads=threads,
            ident=None,
            # One byte more than the largest file plus its form; the intake says the exact limit in words.
            max_request_body_size=2 * 1024**3,
            _quiet=True,
            **believed_headers(secure=settings.SECURE),
        )
    workers.stop()
