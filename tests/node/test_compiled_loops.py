"""Compiled loops find a folder wherever the program may run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from noharbor.node import compiled_loops


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch, tmp_path):
    """Neither the package nor the home folder can be written."""
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    package = Path(compiled_loops.noharbor.__file__).parent
    writable = compiled_loops._is_writable
    monkeypatch.setattr(compiled_loops, "_is_writable", lambda folder: folder != package and writable(folder))
    yield
    # What the program sets for itself is no business of the next test.
    os.environ.pop("NUMBA_CACHE_DIR", None)


def test_the_node_keeps_them_for_itself_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("NOHARBOR_HOME", str(tmp_path))
    compiled_loops.find_room()
    folder = Path(os.environ["NUMBA_CACHE_DIR"])
    assert folder == tmp_path / "compiled"
    assert folder.stat().st_mode & 0o077 == 0


def test_without_a_node_they_last_as_long_as_the_process(monkeypatch):
    monkeypatch.delenv("NOHARBOR_HOME", raising=False)
    compiled_loops.find_room()
    assert Path(os.environ["NUMBA_CACHE_DIR"]).is_dir()


def test_a_choice_of_the_owner_stands(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    compiled_loops.find_room()
    assert os.environ["NUMBA_CACHE_DIR"] == str(tmp_path)


def test_nothing_is_set_where_numba_finds_room_itself(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    compiled_loops.find_room()
    assert "NUMBA_CACHE_DIR" not in os.environ
