"""The parties of a statement, in one column that an index can hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

#: More states than this act together in nothing that is told as one event; a column and an index have their widths.
MOST_PARTIES = 40


def parties_of(acting: Iterable[object], left: str, reached: str) -> str:
    """Write who has a part in an event, once each.

    Args:
        acting: The states whose authorities act, ISO 3166-1 alpha-2, as a statement's detail lists them.
        left: The state people move from; empty where it is not said.
        reached: The state they move to; empty where it is not said.

    Returns:
        Codes with spaces between; empty where no state is named.
    """
    codes = dict.fromkeys(str(code) for code in (*acting, left, reached) if code)
    return " ".join([code for code in codes if len(code) == 2][:MOST_PARTIES])


class PartiesField(models.CharField):  # type: ignore[type-arg]
    """The states that have a part in a statement, taken from its other columns whenever it is written.

    A column that the database makes of others would do the same, but SQLite reads the whole row for such a one, even
    where an index holds it.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        named |= {"max_length": 3 * MOST_PARTIES, "blank": True, "default": "", "editable": False}
        super().__init__(*arguments, **named)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002 Django passes it
        """Return what is written; called by Django for single rows and for many at once."""
        row: Any = model_instance
        parties = parties_of(row.detail.get("countries", ()), row.from_country, row.to_country)
        setattr(row, self.attname, parties)
        return parties
