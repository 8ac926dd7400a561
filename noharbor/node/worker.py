"""The worker: takes step after step of every stage that has something waiting. The tables are the queue."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from functools import partial

from django.db import close_old_connections

from noharbor.record.intake import jobs as intake
from noharbor.record.linkage.jobs import lists, reconciliations, statements
from noharbor.record.reading import jobs as reading
from noharbor.record.search import jobs as search

log = logging.getLogger(__name__)

#: Every job of the node, in the order a report travels. Each takes a limit and returns how much it did.
STEPS: tuple[Callable[[int], int], ...] = (
    intake.step,
    reading.step,
    statements.step,
    lists.step,
    search.step,
)

#: Texts per step: few enough that stopping takes a moment, and that what was read is linked within a second.
BATCH = 5


#: Work that takes minutes, in a thread of its own so that nothing waits for it. Each is told what says that the worker
#: ends, asks it now and then, and returns how much it did.
LONG_STEPS: tuple[Callable[[Callable[[], bool]], int], ...] = (reconciliations.step,)

#: Work that is done once, before all else. It is told what says that the worker ends, and asks it now and then.
First = Callable[[Callable[[], bool]], None]


class Worker:
    """Runs the steps until stopped."""

    def __init__(self, idle_seconds: float = 1.0, first: First | None = None) -> None:
        self._idle_seconds = idle_seconds
        self._first = first
        self._stopping = threading.Event()

    def step(self) -> int:
        """Do a little of everything that waits; return how much was done.

        A step that fails is told in the log and comes up again: it neither ends the worker nor keeps the next from its
        turn.
        """
        done = 0
        for step in self._steps():
            if self._stopping.is_set():
                break
            try:
                done += step()
            except Exception:
                log.exception("A step of %s failed; it is tried again shortly.", step.func.__module__)
        return done

    def _steps(self) -> Iterator[partial[int]]:
        return (partial(step, BATCH) for step in STEPS)

    def run(self) -> None:
        """Work until stopped. A database that is away for a moment is waited for, not given up."""
        if self._first is not None:
            try:
                self._first(self._stopping.is_set)
            except Exception:
                log.exception("What was to be done first failed; it is tried again at the next start.")
        while not self._stopping.is_set():
            done = self.step()
            close_old_connections()
            if not done:
                self._stopping.wait(self._idle_seconds)

    def stop(self) -> None:
        """Finish the text in hand, then end."""
        self._stopping.set()


class LongWorker(Worker):
    """Runs the steps that take minutes. When stopped it leaves them within a second or two, to be gone on with."""

    def _steps(self) -> Iterator[partial[int]]:
        return (partial(step, self._stopping.is_set) for step in LONG_STEPS)


class Workers:
    """The workers of one process, each in a thread of its own."""

    def __init__(self, first: First | None = None) -> None:
        self._workers = (Worker(first=first), LongWorker())
        self._threads = [threading.Thread(target=one.run, name="worker", daemon=True) for one in self._workers]

    def start(self) -> None:
        """Begin to work, beside whatever else the process does."""
        for thread in self._threads:
            thread.start()

    def step(self) -> int:
        """Do a little of everything in this thread; return how much was done."""
        return sum(worker.step() for worker in self._workers)

    def wait(self) -> None:
        """Wait until they are stopped."""
        for thread in self._threads:
            thread.join()

    def stop(self) -> None:
        """Let each finish what it has in its hands."""
        for worker in self._workers:
            worker.stop()
        for thread in self._threads:
            thread.join(timeout=10)
