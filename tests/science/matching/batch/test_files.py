"""Files made by several processes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from noharbor.science.matching.batch.files import ToMake, make_files


def make(path: Path, seconds: float) -> None:
    if not seconds:
        raise ZeroDivisionError
    time.sleep(seconds)
    path.touch()


def test_what_one_file_lacks_is_told_before_all_others_are_made(tmp_path: Path) -> None:
    files = [ToMake(tmp_path / str(number), (0.05 if number else 0,)) for number in range(60)]
    with pytest.raises(ZeroDivisionError):
        make_files(make, files, 2, lambda *_: None)
    assert len(list(tmp_path.iterdir())) < 30
