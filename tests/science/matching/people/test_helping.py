"""Work shared with another process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from noharbor.science.matching.people import reconciling
from noharbor.science.matching.people.helping import another_process, shared
from tests.science.matching.people.test_reconciling import EMBASSY, HANDOVER


def test_results_come_in_the_order_of_tasks() -> None:
    with ThreadPoolExecutor(1) as other:
        assert list(shared(abs, range(-50, 0), other)) == list(range(50, 0, -1))
    assert list(shared(abs, [], None)) == []


def test_what_one_task_raises_is_raised() -> None:
    with ThreadPoolExecutor(1) as other, pytest.raises(ZeroDivisionError):
        list(shared((1).__truediv__, [1, 2, 0], other))


def test_nobody_is_asked_where_it_is_not_worth_it() -> None:
    with another_process(worth_it=False) as other:
        assert other is None


def test_the_other_process_ends_when_the_one_that_gave_it_work_is_killed() -> None:
    code = (
        "import os, time; from noharbor.science.matching.people.helping import processes\n"
        "with processes(1) as other: print(other.submit(os.getpid).result(), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        other = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    waited = time.monotonic() + 10
    while is_alive(other):
        assert time.monotonic() < waited
        time.sleep(0.01)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = reconciling.against(HANDOVER, EMBASSY), reconciling.reconcile([HANDOVER, EMBASSY])
    monkeypatch.setattr(reconciling, "_FOR_TWO", 0)
    assert reconciling.against(HANDOVER, EMBASSY) == alone[0]
    assert reconciling.reconcile([HANDOVER, EMBASSY]) == alone[1]
