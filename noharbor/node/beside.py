"""The workers in a process of their own beside the desk, so that no page waits for what they compute.

In the desk's process they would take turns with it at the interpreter: while much waits, pages took seconds.
"""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from noharbor.node.compiled_loops import make_loops

log = logging.getLogger(__name__)

#: Says to the other process that the node is to be filled with the demo.
DEMO = "--demo"
#: It is looked so often whether the other process is still there; and so long it may take to finish what it has.
_LOOK_SECONDS, _FINISH_SECONDS = 5.0, 20.0


class WorkersBeside:
    """Keeps one process with workers until stopped. One that ends before, whatever ended it, is followed by another.

    Args:
        demo: Whether the workers fill the node with the demo before all else.
    """

    def __init__(self, *, demo: bool = False) -> None:
        self._arguments = (DEMO,) if demo else ()
        self._stopping = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """Begin to work, beside whatever this process does."""
        self._keeper.start()

    def stop(self) -> None:
        """Let the other process finish what it has in its hands, and end it."""
        self._stopping.set()
        self._keeper.join()

    def _keep(self) -> None:
        process = self._begun()
        while not self._stopping.wait(_LOOK_SECONDS):
            if process is None:
                process = self._begun()
            elif process.poll() is not None:
                log.error("The worker's process ended with status %s; another takes its place.", process.returncode)
                process.communicate()
                process = self._begun()
        if process is None:
            return
        try:
            process.communicate(timeout=_FINISH_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    def _begun(self) -> subprocess.Popen[bytes] | None:
        """Another process; None where the system has no room for one."""
        try:
            return _begin(*self._arguments)
        except OSError:
            log.exception("No process could be begun for the workers; it is tried again shortly.")
            return None


def _begin(*arguments: str) -> subprocess.Popen[bytes]:
    # Nothing is written into the pipe: its end here closes with this process, and that is what the other one waits for.
    command = [sys.executable, "-P", "-m", "noharbor.node.beside", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603  Nothing in it comes from outside.


def main() -> None:
    """Work until standard input ends: when the desk says so by closing it, and when the desk is gone."""
    # Ctrl-C, and the signal that ends a service, reach this process too; the desk hears them and says when it is time.
    # A signal that is ignored stays so in what this process begins, and that must end by the second of them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: None)
    from noharbor.node.commands.node import open_node

    open_node()
    from noharbor.node.worker import Workers

    make_loops()
    workers = Workers(first=_fill_demo if DEMO in sys.argv[1:] else None)
    workers.start()
    sys.stdin.buffer.read()
    workers.stop()


def _fill_demo(is_ending: Callable[[], bool]) -> None:
    import typer

    from noharbor.node.demo.load import fill_demo

    fill_demo(typer.echo, is_ending)


if __name__ == "__main__":
    main()
