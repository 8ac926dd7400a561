"""Science stands on its own: every module of it loads, and reads, in a process that never loads Django."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import noharbor.science
for module in pkgutil.walk_packages(noharbor.science.__path__, "noharbor.science."):
    importlib.import_module(module.name)
from noharbor.science.language.readers import Article, reader_for
text = "Cambodian police rescued nine Thai nationals from a scam compound in Poipet on Monday."
events = reader_for("en").read(Article(text, None, "en"))
assert [event.type.value for event in events] == ["rescue"], events
loaded = sorted({name.split(".")[0] for name in sys.modules} & {"django", "noharbor.record"})
assert not loaded, loaded
"""


def test_science_loads_and_reads_without_django():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
