"""Settings of the tests: a node of their own, cheap passwords, SQLite unless NOHARBOR_DATABASE names PostgreSQL."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("NOHARBOR_HOME", tempfile.mkdtemp(prefix="noharbor-test-"))
# A folder for each process that runs tests beside others: one may take away the original that another hands out. A
# command that a test starts is told its folder by the test.
if "pytest" in sys.modules and (beside := os.environ.get("PYTEST_XDIST_WORKER")):
    os.environ["NOHARBOR_HOME"] = str(Path(os.environ["NOHARBOR_HOME"]) / beside)
    Path(os.environ["NOHARBOR_HOME"]).mkdir(exist_ok=True)
os.environ.setdefault("NOHARBOR_SECRET", "a secret for tests only, never for a node")

from noharbor.node.settings import *  # noqa: F403

PASSWORD_HASHERS = ["tests.hashers.CheapArgon2"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # On disk, as on a node: a database in memory has no queue for its writers, so a browser's requests would clash.
    DATABASES["default"]["TEST"] = {"NAME": HOME / "test.sqlite3"}  # noqa: F405
