"""The worker: takes step after step of every stage that has something waiting. The tables are the queue."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections

from noharbor.record.intake import jobs as intake
from noharbor.record.linkage.jobs import lists
from noharbor.record.reading import jobs as reading

log = logging.getLogger(__name__)

#: Every job of the node, in the order a report travels. Each takes a limit and returns how much it did.
STEPS: tuple[Callable[[int], int], ...] = (
    intake.step,
    reading.step,
    lists.step,
)

#: Texts per step: small enough that stopping takes a moment.
BATCH = 20


class Worker:
    """Runs the steps until stopped."""

    def __init__(self, idle_seconds: float = 1.0) -> None:
        self._idle_seconds = idle_seconds
        self._stopping = threading.Event()

    def step(self) -> int:
        """Do a little of everything that waits; return how much was done.

        A step that fails is told in the log and comes up again: it neither ends the worker nor keeps the next from its
        turn.
        """
        done = 0
        for step in STEPS:
            if self._stopping.is_set():
                break
            try:
                done += step(BATCH)
            except Exception:
                log.exception("A step of %s failed; it is tried again shortly.", step.__module__)
        return done

    def run(self) -> None:
        """Work until stopped. A database that is away for a moment is waited for, not given up."""
        while not self._stopping.is_set():
            done = self.step()
            close_old_connections()
            if not done:
                self._stopping.wait(self._idle_seconds)

    def stop(self) -> None:
        """Finish the text in hand, then end."""
        self._stopping.set()
