"""Tables that were loaded are taken out of the rounds of the garbage collector; what an answer leaves behind is not."""

from __future__ import annotations

import gc

import pytest

from noharbor.node import long_lived


@pytest.fixture
def spared(monkeypatch):
    """As in a process whose tables were taken out already."""
    gc.collect()
    gc.freeze()
    long_lived.spare_what_lives_long()
    yield gc.get_freeze_count()
    gc.callbacks.remove(long_lived._after_round)
    gc.unfreeze()


def test_much_that_stays_is_looked_at_once(spared):
    table = [[number] for number in range(long_lived.MANY)]
    gc.collect()
    assert gc.get_freeze_count() > spared + len(table)


def test_little_that_stays_is_looked_at_again(spared):
    answer = [[number] for number in range(1000)]
    gc.collect()
    # What was taken out and is no longer needed leaves: there may be fewer, never more.
    assert gc.get_freeze_count() <= spared
    assert answer
