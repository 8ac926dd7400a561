"""A person of `science` as plain values, for a row of the database, and back."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from noharbor.science.matching.people.person import Born, Person

_SEVERAL = frozenset({"names", "passports", "national_ids", "phones"})
_KNOWN = frozenset(one.name for one in fields(Person))


def as_json(person: Person) -> dict[str, Any]:
    """Return what is said of a person as JSON-ready values; what is not said is left out."""
    said = {name: value for name, value in asdict(person).items() if value and name != "born"}
    if person.born is not None:
        said["born"] = [person.born.earliest.isoformat(), person.born.latest.isoformat()]
    return said


def from_json(said: dict[str, Any]) -> Person:
    """Return the person that `as_json` wrote; fields of a newer version are left aside."""
    values: dict[str, Any] = {
        name: tuple(value) if name in _SEVERAL else value
        for name, value in said.items()
        if name in _KNOWN and name != "born"
    }
    born = said.get("born")
    return Person(**values, born=Born(*map(date.fromisoformat, born)) if born else None)
