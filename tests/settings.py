"""Settings of the tests: a node of their own, cheap passwords, SQLite unless NOHARBOR_DATABASE names PostgreSQL."""

import os
import tempfile

os.environ.setdefault("NOHARBOR_HOME", tempfile.mkdtemp(prefix="noharbor-test-"))
os.environ.setdefault("NOHARBOR_SECRET", "a secret for tests only, never for a node")

from noharbor.node.settings import *  # noqa: F403

PASSWORD_HASHERS = ["tests.hashers.CheapArgon2"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # On disk, as on a node: a database in memory has no queue for its writers, so a browser's requests would clash.
    DATABASES["default"]["TEST"] = {"NAME": HOME / "test.sqlite3"}  # noqa: F405
