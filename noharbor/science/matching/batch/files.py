"""Stages of a linkage that make one file of each task, in several processes; what is whole is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from pathlib import Path
from typing import Any, NamedTuple

from noharbor.science.matching.people.helping import processes


class ToMake(NamedTuple):
    """A file to be made.

    Attributes:
        path: Of it.
        given: What its maker is called with beside the path.
    """

    path: Path
    given: tuple[Any, ...]


def make_files(
    make: Callable[..., object], files: Sequence[ToMake], workers: int, told: Callable[[int, int], None]
) -> None:
    """Make the files that are not there.

    Args:
        make: Makes one; of a module, so that other processes find it. The file is there when it is whole, not before.
        files: All of them.
        workers: Processes.
        told: Called with how many are there, and how many there are to be.
    """
    waiting = [one for one in files if not one.path.exists()]
    done = len(files) - len(waiting)
    told(done, len(files))
    for now_done, _ in enumerate(_made(make, waiting, workers), done + 1):
        told(now_done, len(files))


def _made(make: Callable[..., object], waiting: Sequence[ToMake], workers: int) -> Iterator[object]:
    if workers < 2 or len(waiting) < 2:
        yield from (make(one.path, *one.given) for one in waiting)
        return
    with processes(workers) as pool:
        for finished in as_completed([pool.submit(make, one.path, *one.given) for one in waiting]):
            yield finished.result()
