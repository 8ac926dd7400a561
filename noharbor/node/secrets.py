"""The node's own secret: made once, kept in its folder, never in the repository."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def node_secret(home: Path) -> str:
    """Return the node's secret, making it at the first start.

    The file is readable by its owner only. Two processes that start at once end with one secret: each writes a draft,
    and only the first link to the final name holds.
    """
    given = os.environ.get("NOHARBOR_SECRET")
    if given:
        return given
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = home / "secret"
    if not path.exists():
        draft = home / f"secret.{os.getpid()}"
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
