"""Whatever moment a writer is killed at, the index opens and holds every change that was reported as done."""

from __future__ import annotations

import random
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from noharbor.science.matching.index import Index
from noharbor.science.matching.records import Record
from tests.science.matching.crashing import record_after, table_after, write_and_die, write_until_killed
from tests.science.matching.plain import WordJudgements, WordKeys

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.science.matching.crashing"])


def _index(folder: Path) -> Index:
    return Index.open(folder, WordKeys(), WordJudgements)


def _table(index: Index) -> dict[str, Record]:
    held = {f"p{number}": index.get(f"p{number}") for number in range(40)}
    table = {id_: record for id_, record in held.items() if record is not None}
    assert len(index) == len(table)
    return table


def _assert_sound(folder: Path, told: int) -> int:
    """Check the index against the steps told to be done, or one more; returns how many are."""
    index = _index(folder)
    table = _table(index)
    done = told if table == table_after(told) else told + 1
    assert table == table_after(done)
    assert index.damaged_files() == []
    for record in table.values():
        best = index.search(record.names[0], limit=1).candidates
        assert [candidate.id for candidate in best] == [record.id]
        assert index.by_identifier("phone", record.identifiers[0].value) == [record]
    index.close()
    return done


@pytest.mark.slow
def test_a_writer_killed_at_random_moments_loses_nothing_it_reported(tmp_path: Path) -> None:
    folder, told = tmp_path / "index", tmp_path / "told"
    Index.build(folder, [], WordKeys())
    moments, done = random.Random(3), 0  # noqa: S311
    for _ in range(25):
        told.write_bytes(b"")
        writer = PROCESSES.Process(target=write_until_killed, args=(str(folder), done, str(told)))
        writer.start()
        while not told.stat().st_size and writer.is_alive():
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.06))
        writer.kill()
        writer.join()
        done = _assert_sound(folder, done + told.stat().st_size)
    assert done > 100


@pytest.mark.slow
def test_a_writer_that_dies_at_any_step_on_the_disk_loses_nothing_it_reported(tmp_path: Path) -> None:
    folder, told = tmp_path / "index", tmp_path / "told"
    Index.build(folder, [], WordKeys())
    done = calls = 0
    finished = False
    while not finished:
        calls += 1
        told.write_bytes(b"")
        writer = PROCESSES.Process(target=write_and_die, args=(str(folder), done, str(told), calls))
        writer.start()
        writer.join()
        finished = writer.exitcode == 0
        assert finished or writer.exitcode == -9
        done = _assert_sound(folder, done + told.stat().st_size)
    assert calls > 60
    assert len(list(folder.glob("segment-*"))) == 1
    assert len(list(folder.glob("journal-*"))) == 1


def _with_journal(folder: Path) -> Path:
    """An index with three records in a segment and four changes in the journal."""
    Index.build(folder, [record_after(step) for step in range(3)], WordKeys())
    with _index(folder).writer() as writer:
        for step in range(3, 7):
            writer.add(record_after(step))
    return next(folder.glob("journal-*"))


def test_a_journal_cut_short_anywhere_gives_the_changes_before_the_cut(tmp_path: Path) -> None:
    journal = _with_journal(tmp_path)
    content, held = journal.read_bytes(), 0
    for cut in range(len(content) + 1):
        journal.write_bytes(content[:cut])
        table = _table(_index(tmp_path))
        assert table == table_after(len(table))
        assert len(table) >= held
        held = len(table)
    assert held == 7


def test_a_writer_goes_on_behind_a_torn_change(tmp_path: Path) -> None:
    journal = _with_journal(tmp_path)
    journal.write_bytes(journal.read_bytes()[:-5])
    index = _index(tmp_path)
    with index.writer() as writer:
        assert writer.torn_bytes > 0
        assert writer.lost_bytes == 0
        writer.add(record_after(6))
    index.refresh()
    assert _table(index) == _table(_index(tmp_path)) == table_after(7)


@pytest.mark.parametrize("where", [0.1, 0.4, 0.6, 0.99])
def test_a_flipped_bit_costs_one_change_and_is_told(tmp_path: Path, where: float) -> None:
    journal = _with_journal(tmp_path)
    content = bytearray(journal.read_bytes())
    content[int(len(content) * where)] ^= 4
    journal.write_bytes(content)
    index = _index(tmp_path)
    assert len(_table(index)) == 6
    with index.writer() as writer:
        assert writer.lost_bytes + writer.torn_bytes > 0
        lost = next(step for step in range(7) if index.get(record_after(step).id) is None)
        writer.add(record_after(lost))
        writer.fold()
    index.refresh()
    assert _table(index) == table_after(7)


def test_a_build_cut_short_leaves_no_index_and_may_be_repeated(tmp_path: Path) -> None:
    def broken() -> object:
        yield record_after(0)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Index.build(tmp_path, broken(), WordKeys())  # type: ignore[arg-type]
    Index.build(tmp_path, [record_after(0)], WordKeys())
    assert _table(_index(tmp_path)) == table_after(1)
