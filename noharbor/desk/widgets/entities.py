"""An entity as its page shows it: its names, and what each source says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from noharbor.desk.widgets.pairs import Value, name_value, said_of
from noharbor.record.linkage.models import Appearance
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.standing import Standing
from noharbor.record.linkage.vocabulary import EntityKind

_WITH_NAMES = (EntityKind.GROUP, EntityKind.PERSON)


@dataclass(frozen=True, slots=True)
class NameUsed:
    """A name, and how many of the appearances bear it."""

    name: Value
    times: int


@dataclass(frozen=True, slots=True)
class Appearing:
    """One appearance with all that is said there: label and values."""

    standing: Standing
    facts: tuple[tuple[str, tuple[Value, ...]], ...]


def names_of(appearances: Iterable[Appearance]) -> tuple[NameUsed, ...]:
    """Return every name that is used, the most used first."""
    counted: dict[str, int] = {}
    for row in appearances:
        names = row.said.get("names", ()) if row.kind in _WITH_NAMES else ()
        for name in dict.fromkeys(names or (row.name,)):
            counted[name] = counted.get(name, 0) + 1
    ordered = sorted(counted.items(), key=lambda one: -one[1])
    return tuple(NameUsed(name_value(name), times) for name, times in ordered)


def appearing(appearances: Iterable[Appearance], stand: Mapping[UUID, Standing]) -> tuple[Appearing, ...]:
    """Return what is said of each, in their order."""
    return tuple(
        Appearing(stand[row.pk], tuple(said_of(from_json(row.said))) if row.kind in _WITH_NAMES else ())
        for row in appearances
    )
