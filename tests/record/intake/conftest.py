"""Every test seals into a folder of its own, so that tests side by side do not see each other's bytes."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path_factory):
    settings.HOME = tmp_path_factory.mktemp("home")
