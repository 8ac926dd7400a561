"""Fixtures of the linkage stage."""

from __future__ import annotations

import pytest

from noharbor.record.linkage.jobs import statements


@pytest.fixture
def linkage(db, settings, tmp_path, monkeypatch):
    """The step that links, with an index of its own, as in a process that has just begun."""
    settings.HOME = tmp_path
    monkeypatch.setattr(statements, "_settled", False)
    monkeypatch.setattr(statements, "_tripped", set())
    statements._identifiers.cache_clear()
    return statements
