"""How one entry is sealed to the one before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noharbor.record.audit.models import Entry

#: What stands before the first entry.
BEGINNING = "0" * 64


def canonical_bytes(entry: Entry) -> bytes:
    """Return the bytes an entry's digest is made of: a JSON array of its columns in a fixed order, in UTF-8."""
    columns = [
        entry.sequence,
        entry.at,
        entry.verb,
        entry.member,
        entry.member_name,
        entry.thing_kind,
        entry.thing,
        entry.detail,
        entry.previous,
    ]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def digest(entry: Entry) -> str:
    """Return the SHA-256 of an entry's canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(entry)).hexdigest()
