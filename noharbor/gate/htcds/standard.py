"""The fields and codes of the standard, and those added to it, as `reference/htcds.yaml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from noharbor.reference.tables import table


class Sheet(StrEnum):
    """Where a field stands, alphabetical."""

    CASES = "cases"
    ORGANISATIONS = "organisations"
    PERSONS = "persons"
    RECORDS = "records"


class ToldBy(StrEnum):
    """Who can tell what a field holds, alphabetical."""

    BODY = "body"
    CASE = "case"
    LIST = "list"
    NODE = "node"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Field:
    """A field.

    Attributes:
        name: As other machines know it.
        label: As people read it.
        sheets: Where it stands.
        values: The list of its codes, or the form in which it is written; "" for words.
        told_by: Who can tell it.
    """

    name: str
    label: str
    sheets: tuple[Sheet, ...]
    values: str
    told_by: ToldBy


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a list.

    Attributes:
        list: The name of its list.
        version: The version of its list.
        code: The code.
        nearest: For a code that is added: the standard's own code that says most of it; "" for the standard's own.
    """

    list: str
    version: str
    code: str
    nearest: str


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard.

    Attributes:
        name: Its short name.
        version: Of the standard.
        added: What the names of fields and codes begin with that are not the standard's.
        credit: The line its licence asks for.
        licence: Under which it may be used.
    """

    name: str
    version: str
    added: str
    credit: str
    licence: str

    def has(self, name: str) -> bool:
        """Whether a field or code is the standard's own."""
        return not name.startswith(self.added)


@cache
def standard() -> Standard:
    """Return the standard."""
    return Standard(**table("htcds")["standard"])


@cache
def fields() -> tuple[Field, ...]:
    """Return all fields in the order in which they stand."""
    return tuple(
        Field(
            row["name"], row["label"], tuple(map(Sheet, row["sheets"])), row.get("list", ""), ToldBy(row["told_by"])
        )
        for row in table("htcds")["fields"]
    )  # fmt: skip


def fields_of(sheet: Sheet) -> tuple[Field, ...]:
    """Return the fields of one sheet."""
    return tuple(field for field in fields() if sheet in field.sheets)


@cache
def codes() -> tuple[Code, ...]:
    """Return the codes of all lists, those that are added behind the standard's own."""
    return tuple(
        Code(one["name"], one["version"], code, nearest)
        for one in table("htcds")["lists"]
        for code, nearest in [*((code, "") for code in one["codes"]), *one.get("added", {}).items()]
    )
