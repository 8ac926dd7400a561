"""Fixtures every test may use."""

import pytest
from django.utils import translation
from hypothesis import settings

from tests.cast import Cast, make_cast

# The same examples on every machine and every run: what passes here passes there.
settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def english():
    """Begin every test in English, whatever language the page before it was asked for in."""
    with translation.override("en"):
        yield


@pytest.fixture
def cast(db) -> Cast:
    """Asha, Boun and Chai."""
    return make_cast()


@pytest.fixture
def linkage(db, settings, tmp_path, monkeypatch):
    """The step that links statements, with a folder and time of its own, as in a process that has just begun."""
    from noharbor.record.linkage.jobs import statements

    settings.HOME = tmp_path
    monkeypatch.setattr(statements, "_settled_until", 0.0)
    monkeypatch.setattr(statements, "STEP_SECONDS", 600.0)
    monkeypatch.setattr(statements, "_tripped", set())
    statements._search_of.cache_clear()
    return statements
