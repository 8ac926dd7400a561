"""The worker goes on whatever happens to one of its steps."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import OperationalError

from noharbor.node import worker as node_worker
from noharbor.node.worker import Worker, Workers


@pytest.mark.parametrize("trouble", [ValueError("odd"), OSError("disk full"), OperationalError("away")])
def test_a_step_that_fails_does_not_end_the_worker_nor_keep_the_next_from_its_turn(monkeypatch, trouble):
    worker = Worker(idle_seconds=0)
    turns = []

    def fails(_limit):
        raise trouble

    def works(_limit):
        turns.append("turn")
        if len(turns) == 3:
            worker.stop()
        return 0

    monkeypatch.setattr(node_worker, "STEPS", (fails, works))
    monkeypatch.setattr(node_worker, "close_old_connections", lambda: None)
    worker.run()
    assert turns == ["turn"] * 3


def test_what_is_to_be_done_first_is_done_before_all_else_and_its_failure_ends_nothing(monkeypatch, caplog):
    done = []

    def first(is_ending):
        done.append(is_ending())
        raise ValueError("odd")

    worker = Worker(idle_seconds=0, first=first)

    def works(_limit):
        done.append("turn")
        worker.stop()
        return 0

    monkeypatch.setattr(node_worker, "STEPS", (works,))
    monkeypatch.setattr(node_worker, "close_old_connections", lambda: None)
    worker.run()
    assert done == [False, "turn"]
    assert "tried again at the next start" in caplog.text


def test_long_work_is_told_when_to_end_and_nothing_waits_for_it(monkeypatch):
    begun, ended, turns = threading.Event(), threading.Event(), []

    def works_long(is_leaving):
        begun.set()
        while not is_leaving():
            time.sleep(0.001)
        ended.set()
        return 1

    def works(_limit):
        turns.append("turn")
        return 0

    monkeypatch.setattr(node_worker, "STEPS", (works,))
    monkeypatch.setattr(node_worker, "LONG_STEPS", (works_long,))
    monkeypatch.setattr(node_worker, "close_old_connections", lambda: None)
    workers = Workers()
    workers.start()
    assert begun.wait(timeout=10)
    before = len(turns)
    while len(turns) == before:
        time.sleep(0.001)
    workers.stop()
    assert ended.is_set()
