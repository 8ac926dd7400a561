"""The number of a findable thing: its kind, its day, its source and its place there, in one.

The rows of one kind stand together in the order of their numbers, the newest last. Both databases read an index from
its end and stop when a page is full, however common the word that is looked for.
"""

from __future__ import annotations

import datetime

from noharbor.record.search.vocabulary import FoundKind

_KINDS = {FoundKind.NAME: 1, FoundKind.SOURCE: 2, FoundKind.STATEMENT: 3}
_DAY_BITS, _SOURCE_BITS, _PLACE_BITS = 16, 26, 19
#: The day before the first that can be told apart; what has no day stands before all others.
_BEGINNING = datetime.date(1900, 1, 1)
#: Sources of a node, and things of one kind in one source.
MOST_SOURCES, MOST_PLACES = 1 << _SOURCE_BITS, 1 << _PLACE_BITS


def number_of(kind: FoundKind, day: datetime.date | None, *, source: int, place: int) -> int:
    """Return the number of a thing.

    Args:
        kind: What it is.
        day: When it happened or was published; days outside 1900 to 2079 count as the nearest of these.
        source: The serial number of its source, below `MOST_SOURCES`.
        place: Which of the things of its kind in that source it is, from 0, below `MOST_PLACES`; the first comes first.

    Returns:
        A positive number of 63 bits.
    """
    days = min(max((day - _BEGINNING).days, 1), (1 << _DAY_BITS) - 1) if day else 0
    number = _KINDS[kind] << _DAY_BITS | days
    number = number << _SOURCE_BITS | source
    return number << _PLACE_BITS | (MOST_PLACES - 1 - place)


def range_of(kind: FoundKind) -> tuple[int, int]:
    """Return the lowest and the highest number that things of a kind may have."""
    bits = _DAY_BITS + _SOURCE_BITS + _PLACE_BITS
    return _KINDS[kind] << bits, ((_KINDS[kind] + 1) << bits) - 1
