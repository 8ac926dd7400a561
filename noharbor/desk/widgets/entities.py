"""An entity as its page shows it: its names, where each is written, and what each list says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from noharbor.desk.widgets.addresses import lit_at
from noharbor.desk.widgets.pairs import Value, name_value, said_of
from noharbor.desk.widgets.places import NamesOfLanguage, names_by_language
from noharbor.record.linkage.models import Appearance
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.lists import list_name
from noharbor.record.linkage.queries.standing import Standing
from noharbor.record.linkage.queries.written import Place, Written
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.reference.tables import table
from noharbor.science.matching.people.person import Person
from noharbor.science.places.place import Place as GazetteerPlace
from noharbor.science.places.place import all_places


@dataclass(frozen=True, slots=True)
class WrittenIn:
    """Where a name is written: the words people see, and the lit passage or the list behind them."""

    words: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name as written, with some of the places where it is.

    Attributes:
        name: With its spelling in Latin letters where it is in another script.
        times: In how many places.
        places: The oldest of them.
    """

    name: Value
    times: int
    places: tuple[WrittenIn, ...]

    @property
    def further(self) -> int:
        """How many places are not shown."""
        return self.times - len(self.places)


@dataclass(frozen=True, slots=True)
class Appearing:
    """One appearance with all that a list says there: label and values."""

    standing: Standing
    facts: tuple[tuple[str, tuple[Value, ...]], ...]


def names_shown(names: Sequence[Written], kind: EntityKind) -> tuple[NameShown, ...]:
    """Lay out names as written; those of people with how they are spelled in Latin letters."""
    values = (name_value(one.name) for one in names)
    shown = values if kind is EntityKind.PERSON else (replace(value, spellings=()) for value in values)
    return tuple(
        NameShown(value, one.times, tuple(map(_written_in, one.places)))
        for value, one in zip(shown, names, strict=True)
    )


def appearing(appearances: Iterable[Appearance]) -> tuple[Appearing, ...]:
    """Lay out where an entity stands, in their order, with what lists say of people beside their names."""
    return tuple(Appearing(_standing(row), _facts(row)) for row in appearances)


def _standing(row: Appearance) -> Standing:
    """Where it stands; what names it there is told elsewhere on the page."""
    name = list_name(row.list_reading.table) if row.list_reading else str(row.source)
    return Standing(row, row.source, name, row.list_reading, ())


def _facts(row: Appearance) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """What a list says of somebody; names are told with all others."""
    person = from_json(row.said) if row.kind == EntityKind.PERSON else Person()
    return tuple(said_of(replace(person, names=())))


def _written_in(place: Place) -> WrittenIn:
    row = place.appearance
    if row.list_reading is not None:
        return WrittenIn(
            list_name(row.list_reading.table), "", reverse("list", kwargs={"table": row.list_reading.table_id})
        )
    if place.statement is not None:
        address = lit_at(row.source_id, place.statement)
    else:
        address = reverse("source", kwargs={"source": row.source_id})
    return WrittenIn(str(row.source), row.source.language, address)


def body_names(key: str) -> tuple[NamesOfLanguage, ...]:
    """Return the names of a body that the reference has; none for what it does not know.

    Args:
        key: The canonical form of an entity.
    """
    row = table("bodies").get(key.removeprefix("body:")) if key.startswith("body:") else None
    return names_by_language(row["names"]) if row else ()


def site_of(key: str) -> GazetteerPlace | None:
    """Return the place of the gazetteer that an entity is; None where it is none.

    Args:
        key: The canonical form of an entity.
    """
    return all_places().get(key.removeprefix("site:")) if key.startswith("site:") else None
