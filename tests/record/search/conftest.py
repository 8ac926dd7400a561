"""Fixtures of the search stage."""

from __future__ import annotations

import pytest

from noharbor.record.search import jobs


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    """Begin as a process does that has looked at nothing yet."""
    monkeypatch.setattr(jobs, "_settled", (None, 0.0))
    monkeypatch.setattr(jobs, "_tripped", set())
