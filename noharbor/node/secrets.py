"""The node's own secret: made once, kept in its folder, never in the repository."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def node_secret(home: Path) -> str:
    """Return the node's secret, making it at the first start.

    The file is readable by its owner only. Two processes that start at once end with one secret: the file is created
    exclusively, and whoever comes second reads what the first has written.
    """
    given = os.environ.get("NOHARBOR_SECRET")
    if given:
        return given
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = home / "secret"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
