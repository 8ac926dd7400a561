"""A person as a row of a list gives them, beside the row itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell, is_unknown, written
from noharbor.science.lists.problems import Problem
from noharbor.science.matching.people.person import Person


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A person as a row of a list gives them.

    Attributes:
        row: As the file numbers it, from 1.
        person: What could be read.
        problems: What could not be taken as it stands.
        cells: The row itself, never changed.
        fields: The field of each of its columns.
    """

    row: int
    person: Person
    problems: tuple[Problem, ...]
    cells: Sequence[Cell]
    fields: Sequence[Field]

    @property
    def written(self) -> dict[Field, tuple[str, ...]]:
        """Every cell that holds something, as written, by its field; columns of one field in their order."""
        found: dict[Field, tuple[str, ...]] = {}
        for cell, field in zip(self.cells, self.fields, strict=False):
            text = written(cell)
            if text:
                found[field] = (*found.get(field, ()), text)
        return found

    @property
    def given_and_family(self) -> tuple[str, str]:
        """The given and the family name, where the list has a column for each; "" where it has not, or several."""
        parts = (Field.GIVEN_NAME, Field.FAMILY_NAME)
        if any(list(self.fields).count(part) != 1 for part in parts):
            return "", ""
        given, family = (next(iter(self.written.get(part, ())), "") for part in parts)
        return "" if is_unknown(given) else given, "" if is_unknown(family) else family
