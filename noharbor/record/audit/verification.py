"""Is the log as it was written? Walks the chain and names the first entry that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import DatabaseError

from noharbor.record.audit.chain import BEGINNING, digest
from noharbor.record.audit.models import Entry

CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Finding:
    """What a walk over the log found.

    Attributes:
        entries: How many entries were found whole.
        head: Digest of the last whole entry. Noted elsewhere, it also proves that no later entry was cut off.
        broken: Sequence of the first broken entry; None when all are whole.
        why: One sentence about the break.
    """

    entries: int
    head: str
    broken: int | None = None
    why: str = ""

    @property
    def whole(self) -> bool:
        """True when nothing is broken."""
        return self.broken is None


def verify(
    *,
    head: str | None = None,
    entries: int | None = None,
    progress: Callable[[int], None] = lambda _done: None,
) -> Finding:
    """Walk the whole log.

    Args:
        head: A digest noted at an earlier walk; with it, a log that was cut short or written anew is found out.
        entries: How many entries there were at that walk.
        progress: Called with the number of entries walked, now and then.

    Returns:
        The first break, or none. Time grows with the log: about 100,000 entries a second on one core.
    """
    sequence, previous = 0, BEGINNING
    while True:
        chunk = _read(sequence)
        if chunk is None:
            return Finding(sequence, previous, sequence + 1, "the database cannot read this entry")
        for entry in chunk:
            why = _break(entry, sequence + 1, previous)
            if why:
                return Finding(sequence, previous, sequence + 1, why)
            sequence, previous = entry.sequence, entry.digest
            if sequence == entries and head and previous != head:
                return Finding(sequence, previous, sequence, "its digest is not the one noted earlier")
        progress(sequence)
        if len(chunk) < CHUNK:
            break
    if entries is not None and sequence < entries:
        return Finding(sequence, previous, sequence + 1, f"the log ends here, but {entries} entries were noted earlier")
    return Finding(sequence, previous)


def _read(after: int) -> list[Entry] | None:
    """Return the next entries, fewer than CHUNK at the end; None when the very next one cannot be read."""
    following = Entry.objects.filter(sequence__gt=after)
    try:
        return list(following[:CHUNK])
    except (DatabaseError, ValueError, TypeError):
        # One unreadable row spoils the chunk: go one by one, so that the first bad entry is named.
        found: list[Entry] = []
        for offset in range(CHUNK):
            try:
                found.extend(following[offset : offset + 1])
            except (DatabaseError, ValueError, TypeError):
                return [*found[: CHUNK - 1], _unreadable(after + len(found) + 1)] if found else None
        return found


def _unreadable(sequence: int) -> Entry:
    """Stand in for an entry the database cannot give: it can never verify."""
    return Entry(sequence=sequence, digest="")


def _break(entry: Entry, expected: int, previous: str) -> str:
    """Return what is wrong with an entry, or nothing."""
    if entry.sequence != expected:
        return f"entry {expected} is missing; the next one found is {entry.sequence}"
    if entry.previous != previous:
        return "it does not follow from the entry before it"
    try:
        sealed = digest(entry)
    except (TypeError, ValueError):
        return "a column no longer holds text"
    if sealed != entry.digest:
        return "its content is not what was sealed"
    return ""
