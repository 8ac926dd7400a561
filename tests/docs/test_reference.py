"""The reference names every setting the code reads, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from tools.generated_docs import SETTINGS

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_the_code_reads_is_listed():
    read = {
        name
        for path in (ROOT / "noharbor").rglob("*.py")
        for name in re.findall(r"NOHARBOR_[A-Z_]+", path.read_text("utf-8"))
    }
    assert read == {name for name, _default, _what in SETTINGS}


def test_settings_are_sorted():
    names = [name for name, _default, _what in SETTINGS]
    assert names == sorted(names)
