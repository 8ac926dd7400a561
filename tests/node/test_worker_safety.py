"""The worker goes on whatever happens to one of its steps."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from noharbor.node import worker as node_worker
from noharbor.node.worker import Worker


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
