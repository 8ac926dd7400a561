"""Work shared with another process."""

from __future__ import annotations

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


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = reconciling.against(HANDOVER, EMBASSY), reconciling.reconcile([HANDOVER, EMBASSY])
    monkeypatch.setattr(reconciling, "_FOR_TWO", 0)
    assert reconciling.against(HANDOVER, EMBASSY) == alone[0]
    assert reconciling.reconcile([HANDOVER, EMBASSY]) == alone[1]
