"""Identifiers of appearances, made from where they stand: the same after every re-run, on every machine."""

from __future__ import annotations

from uuid import UUID, uuid5

from noharbor.record.linkage.vocabulary import EntityKind

#: The name space of this stage; any fixed value does.
_SPACE = UUID("6b1f2f0e-4d61-5c55-9c0a-3a1f4f0d9e27")
_BETWEEN = "\x1f"


def row_identity(source: UUID, table: int, row: int, nth: int) -> UUID:
    """The identifier of somebody on a list.

    Args:
        source: The list's source.
        table: Position of the sheet within it, from 0.
        row: As the file numbers it.
        nth: Which person of that row, from 0: lists printed in two columns have two.
    """
    return _made_of(source, "row", table, row, nth)


def named_identity(source: UUID, kind: EntityKind, key: str) -> UUID:
    """The identifier of what a text names, once for each canonical form: a person by the name as written."""
    return _made_of(source, kind.value, key)


def entity_of_key(kind: EntityKind, key: str) -> UUID:
    """The entity of all appearances that share a canonical form: one telephone number, one site."""
    return uuid5(_SPACE, _BETWEEN.join(("entity", kind.value, key)))


def _made_of(source: UUID, *parts: object) -> UUID:
    return uuid5(_SPACE, _BETWEEN.join((str(source), *map(str, parts))))
