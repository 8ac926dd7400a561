"""Fixtures of the search stage."""

from __future__ import annotations

import pytest

from noharbor.record.search import jobs


@pytest.fixture
def made_findable():
    """Bring the index up to date, as the worker does."""

    def run() -> int:
        return sum(jobs.index_one(source) for source in jobs.waiting().values_list("pk", flat=True))

    return run
