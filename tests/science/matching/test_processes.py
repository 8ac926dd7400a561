"""Several processes read while one writes."""

from __future__ import annotations

import time
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from noharbor.science.matching.errors import IndexBusy
from noharbor.science.matching.index import Index
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.writer import Writer
from tests.science.matching.plain import WordJudgements, WordKeys

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.science.matching.test_processes"])


def _record(number: int) -> Record:
    return Record(str(number), (f"Aung {number}", f"Hla {number // 10}"), (Identifier("phone", str(number)),))


def _read(folder: str, stop: Event, told: Queue[str]) -> None:
    """Look again and again: what was there stays, what comes is whole."""
    index = Index.open(Path(folder), WordKeys(), WordJudgements)
    held = looks = 0
    while not stop.is_set() or not looks:
        index.refresh()
        looks += 1
        count = len(index)
        if count < held:
            told.put(f"{held} records became {count}")
            return
        held = count
        for number in {0, held // 2, held - 1}:
            best = index.search(f"aung {number}", limit=1).candidates
            if [one.id for one in best] != [str(number)] or index.by_identifier("phone", str(number)) != [
                _record(number)
            ]:
                told.put(f"record {number} of {held} is not found: {best}")
                return
    told.put("sound" if held > 1 else "saw nothing new")


def _write_second(folder: str, told: Queue[str]) -> None:
    try:
        with Writer(Path(folder), WordKeys()):
            told.put("wrote")
    except IndexBusy:
        told.put("busy")


@pytest.mark.slow
def test_readers_see_whole_records_while_a_writer_adds_and_folds(tmp_path: Path) -> None:
    Index.build(tmp_path, [_record(0)], WordKeys())
    stop, told = PROCESSES.Event(), PROCESSES.Queue()
    readers = [PROCESSES.Process(target=_read, args=(str(tmp_path), stop, told)) for _ in range(3)]
    for reader in readers:
        reader.start()
    end, number = time.monotonic() + 4, 1
    with Writer(tmp_path, WordKeys(), fold_at=4000) as writer:
        while time.monotonic() < end:
            writer.add(_record(number))
            number += 1
        stop.set()
        answers = [told.get(timeout=30) for _ in readers]
    for reader in readers:
        reader.join()
    assert answers == ["sound"] * 3
    assert int(str(max(tmp_path.glob("segment-*")))[-8:]) > 5


@pytest.mark.slow
def test_a_second_process_can_not_write(tmp_path: Path) -> None:
    Index.build(tmp_path, [], WordKeys())
    told = PROCESSES.Queue()
    for expected in ("busy", "wrote"):
        second = PROCESSES.Process(target=_write_second, args=(str(tmp_path), told))
        if expected == "busy":
            with Writer(tmp_path, WordKeys()):
                second.start()
                assert told.get(timeout=30) == expected
        else:
            second.start()
            assert told.get(timeout=30) == expected
        second.join()
