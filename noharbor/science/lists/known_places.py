"""Names of places as they stand in cells of their own."""

from __future__ import annotations

from functools import cache

from noharbor.reference.tables import table
from noharbor.science.lists.forms import plain


def is_place(text: str) -> bool:
    """Whether all of a text is the name of a place in the gazetteer, other than a state."""
    return plain(text) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(
        name.casefold() for row in table("places") if row[1] != "country" for names in row[7].values() for name in names
    )
