"""The workers in their own process: there as long as the desk is, and no longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from noharbor.node import beside
from noharbor.node.beside import WorkersBeside
from tests.science.matching.people.test_helping import is_alive


@pytest.fixture
def begun(monkeypatch):
    """Processes that were begun; each only waits for the end of what it is told, as the real one does."""
    processes: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str):
        waits = [sys.executable, "-S", "-c", "import sys; sys.stdin.read()", *arguments]
        processes.append(subprocess.Popen(waits, stdin=subprocess.PIPE))
        return processes[-1]

    monkeypatch.setattr(beside, "_begin", begin)
    monkeypatch.setattr(beside, "_LOOK_SECONDS", 0.01)
    return processes


def kill_the_first(workers: WorkersBeside, begun: list[subprocess.Popen[bytes]]) -> None:
    """Begin, kill the process that was begun, and stop once another is there."""
    workers.start()
    until(lambda: begun)
    begun[0].kill()
    until(lambda: len(begun) == 2)
    workers.stop()


def test_a_worker_that_ended_is_followed_by_another_until_it_is_stopped(begun, caplog):
    kill_the_first(WorkersBeside(), begun)
    assert [process.returncode for process in begun] == [-signal.SIGKILL, 0]
    assert "another takes its place" in caplog.text


def test_where_there_was_no_room_for_a_worker_one_is_begun_later(begun, monkeypatch, caplog):
    begin, refused = beside._begin, []

    def begin_once_there_is_room(*arguments: str):
        if len(begun) == 1 and not refused:
            refused.append(arguments)
            raise OSError("no memory")
        return begin(*arguments)

    monkeypatch.setattr(beside, "_begin", begin_once_there_is_room)
    kill_the_first(WorkersBeside(), begun)
    assert refused
    assert "it is tried again shortly" in caplog.text


def test_a_worker_and_whoever_follows_it_are_told_of_the_demo(begun):
    kill_the_first(WorkersBeside(demo=True), begun)
    assert [process.args[-1] for process in begun] == [beside.DEMO] * 2


def test_a_worker_that_does_not_finish_in_time_is_ended(begun, monkeypatch):
    monkeypatch.setattr(beside, "_FINISH_SECONDS", 0.0)
    workers = WorkersBeside()
    workers.start()
    until(lambda: begun)
    begun[0].send_signal(signal.SIGSTOP)
    workers.stop()
    assert begun[0].returncode == -signal.SIGKILL


def test_the_worker_ends_when_the_desk_was_killed(tmp_path):
    code = "import time; from noharbor.node import beside\nprint(beside._begin().pid, flush=True)\ntime.sleep(60)"
    environment = os.environ | {"NOHARBOR_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "noharbor.node.settings"}
    desk = subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with desk:
        assert desk.stdout is not None
        worker = int(desk.stdout.readline())
        until(lambda: is_working(worker))
        desk.kill()
    until(lambda: not is_alive(worker))


#: The worker's process with nothing to do, so that it is ready at once and says when it is through.
IDLE_WORKER = """
import sys
from types import SimpleNamespace
from noharbor.node import beside
from noharbor.node.commands import node
node.open_node = beside.make_loops = lambda: None
says = lambda words: lambda: print(words, flush=True)
workers = SimpleNamespace(start=says("begun"), stop=says("finished"))
sys.modules["noharbor.node.worker"] = SimpleNamespace(Workers=lambda first: workers)
beside.main()
"""


def test_the_worker_leaves_it_to_the_desk_when_a_service_is_ended():
    worker = subprocess.Popen(
        [sys.executable, "-c", IDLE_WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "begun\n"
    worker.terminate()
    time.sleep(0.1)
    said, _ = worker.communicate(timeout=30)
    assert (said, worker.returncode) == ("finished\n", 0)


def is_working(process: int) -> bool:
    """Whether it came so far as to begin its workers: two threads beside the first."""
    return len(list(Path(f"/proc/{process}/task").iterdir())) >= 3


def until(happens, seconds: float = 30.0) -> None:
    waited = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < waited
        time.sleep(0.01)
