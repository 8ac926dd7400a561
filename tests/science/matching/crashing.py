"""A process that changes an index and is killed: at any moment from outside, or by itself at its n-th disk call."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from noharbor.science.matching import segments
from noharbor.science.matching.journal import JournalWriter
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.writer import Writer
from tests.science.matching.plain import WordKeys

#: So small that a dozen changes fill it.
FOLD_AT = 1500


def record_after(step: int) -> Record:
    """The record that a step writes; 40 ids, so that most steps change one that is there."""
    id_ = f"p{step * 7 % 40}"
    return Record(id_, (f"Chen {step}", f"陈 {step}"), (Identifier("phone", str(step)),))


def apply_step(step: int, writer: Writer, present: set[str]) -> None:
    """Add, change or remove, by the number of the step alone."""
    record = record_after(step)
    if record.id not in present:
        writer.add(record)
        present.add(record.id)
    elif step % 5 == 3:
        writer.remove(record.id)
        present.discard(record.id)
    else:
        writer.change(record)


def table_after(steps: int) -> dict[str, Record]:
    """What the index must hold after so many steps."""
    table: dict[str, Record] = {}
    for step in range(steps):
        record = record_after(step)
        if record.id in table and step % 5 == 3:
            del table[record.id]
        else:
            table[record.id] = record
    return table


def write_until_killed(folder: str, first: int, told: str) -> None:
    """Go on with the steps for ever; the number of steps done is the length of the file `told`."""
    handle = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    present = set(table_after(first))
    with Writer(Path(folder), WordKeys(), fold_at=FOLD_AT) as writer:
        for step in range(first, 1_000_000):
            apply_step(step, writer, present)
            os.write(handle, b".")


def write_and_die(folder: str, first: int, told: str, calls: int) -> None:
    """Take twelve steps, fold, take one more and join everything, but die at the n-th call that touches the disk."""
    handle = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    tell = os.write
    _die_at(calls)
    present = set(table_after(first))
    with Writer(Path(folder), WordKeys(), fold_at=FOLD_AT) as writer:
        for step in range(first, first + 13):
            apply_step(step, writer, present)
            tell(handle, b".")
        writer.fold()
        apply_step(first + 13, writer, present)
        tell(handle, b".")
        writer.fold(everything=True)


def _die_at(calls: int) -> None:
    """Make the process kill itself at the n-th call; a write is cut in the middle."""
    left = [calls]

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def dies(*args: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                if call is os_write:
                    os_write(args[0], bytes(args[1])[: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)

        return dies

    os_write = os.write
    for owner, name in (
        (os, "write"), (os, "fsync"), (os, "ftruncate"), (shutil, "rmtree"), (Path, "mkdir"), (Path, "replace"),
        (Path, "unlink"), (Path, "write_bytes"), (Path, "write_text"), (segments, "_checksum"),
        (JournalWriter, "append"),
    ):  # fmt: skip
        setattr(owner, name, dying(getattr(owner, name)))
