"""Every test seals into a folder of its own, so that tests side by side do not see each other's bytes."""

from __future__ import annotations

import json

import pytest

from noharbor.record.intake import extraction, sandbox
from noharbor.record.intake.names import clean_name


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path_factory):
    settings.HOME = tmp_path_factory.mktemp("home")


@pytest.fixture
def read(tmp_path):
    """Read bytes in a child process, as a node does."""

    def read_bytes(content: bytes, name: str) -> extraction.Reading:
        path = tmp_path / "sealed"
        path.write_bytes(content)
        folder = tmp_path / "carried"
        folder.mkdir(exist_ok=True)
        return extraction.read(path, clean_name(name), folder)

    return read_bytes


@pytest.fixture
def read_here(tmp_path):
    """Read bytes as the child process would, without its start, which takes longer than the reading."""

    def read_bytes(content: bytes, name: str) -> extraction.Reading:
        path = tmp_path / "sealed"
        path.write_bytes(content)
        return extraction._reading(json.loads(json.dumps(sandbox.answer(path, name, tmp_path))))

    return read_bytes
