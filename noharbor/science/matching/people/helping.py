"""A second process that does part of long work, where a list is long; what comes out is the same as without it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import TypeVar

#: Tasks that wait for the other process or are done there, at most; this one does the next itself.
_AHEAD = 2
Task = TypeVar("Task")
Result = TypeVar("Result")


@contextmanager
def another_process(*, worth_it: bool) -> Iterator[Executor | None]:
    """Another process for as long as the block lasts; None where it is not worth its start or may not be started."""
    if not worth_it or multiprocessing.current_process().daemon:
        yield None
        return
    with processes(1) as executor:
        yield executor


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Other processes for as long as the block lasts; tasks that have not begun when it ends are never done."""
    # Fresh processes, not copies of this one: copies of a process with threads, of a database or ours, may hang.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, fresh, initializer=_end_with_parent) as executor:
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """In the other process: leave Ctrl-C to the one that gave the work, and end when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def shared(
    do: Callable[[Task], Result],
    tasks: Iterable[Task],
    executor: Executor | None,
    still_here: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """Yield what each task gives, in their order; some are done by the other process, the rest here.

    Args:
        do: What is to be done; of a module, so that the other process finds it.
        tasks: What it is done with.
        executor: The other process or thread; None to do all here.
        still_here: Called after each task done here, also while results of the other are waited for.
    """
    if executor is None:
        yield from map(do, tasks)
        return
    results: deque[Future[Result]] = deque()
    for task in tasks:
        if sum(not result.done() for result in results) < _AHEAD:
            results.append(executor.submit(do, task))
        else:
            results.append(Future())
            results[-1].set_result(do(task))
            still_here()
        while results and results[0].done():
            yield results.popleft().result()
    while results:
        yield results.popleft().result()
