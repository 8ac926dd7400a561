"""Many values, a few hundred at a time: databases take only so many in one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

_AT_ONCE = 500


def in_portions(identifiers: Iterable[UUID]) -> Iterator[list[UUID]]:
    """Give identifiers in order, in lists that fit into one question."""
    ordered = sorted(identifiers)
    return (ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))
