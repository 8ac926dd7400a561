"""A list as `science` understood it becomes columns of the database: nothing of it is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from noharbor.record.intake.models import Source, SourceTable
from noharbor.record.linkage.identity import row_identity
from noharbor.record.linkage.models import Appearance, ListReading, RememberedShape
from noharbor.record.linkage.persons import as_json
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.science.lists.columns import Column
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell, written
from noharbor.science.lists.listed_row import ListedRow
from noharbor.science.lists.problems import Aside, Problem, ProblemCode, RowAside
from noharbor.science.lists.understanding import Understood, understand
from noharbor.science.names.reasons import Saying
from noharbor.science.names.reasons import untranslated as _

_LONGEST_NAME = 300
#: Rows of people that are shown with what their columns are taken for.
_SAMPLES = 4
_LONGEST_SAMPLE = 60
#: Columns that a reading of a list brings anew to people who were on it before.
AGAIN = ("name", "said", "list_reading", "row", "at", "stands")


def understood_of(table: SourceTable, told: Mapping[int, Field], region: str) -> Understood:
    """Understand a table; where nobody said anything of it, what was said of an earlier list of its shape is taken."""
    day = dated_by(table.source)
    understood = understand(table.rows, region=region, today=day, told=told)
    if told:
        return understood
    remembered = remembered_for(table.source, understood.shape)
    return understand(table.rows, region=region, today=day, told=remembered) if remembered else understood


def dated_by(source: Source) -> date:
    """The day to which ages count where the list itself has none."""
    return source.published or source.received_at.date()


def remembered_for(source: Source, shape: str) -> dict[int, Field]:
    """What members of the owning body said last of a list of this shape; empty where nobody did."""
    shapes = RememberedShape.objects.filter(owner=source.owner_id, shape=shape).order_by("-at", "-pk")
    kept = shapes.first()
    return told_from_json(kept.fields) if kept else {}


def told_from_json(said: Mapping[str, str]) -> dict[int, Field]:
    """What a person said of columns, as `told_as_json` wrote it; fields of a newer version are left aside."""
    return {int(index): Field(field) for index, field in said.items() if field in set(Field)}


def told_as_json(told: Mapping[int, Field]) -> dict[str, str]:
    """The same as plain values."""
    return {str(index): field.value for index, field in sorted(told.items())}


def columns_of(understood: Understood) -> dict[str, Any]:
    """What a `ListReading` holds of a list, but for who read it and when."""
    samples = [row.cells for row in understood.rows[:_SAMPLES]]
    return {
        "told": told_as_json(understood.told),
        "shape": understood.shape,
        "columns": [_column(column, samples) for column in understood.columns],
        "dated": understood.dated,
        "is_dated_by_itself": understood.is_dated_by_itself,
        "asides": list(_asides(understood.asides)),
        "problems": [_problem(problem) for problem in understood.problems],
        "people": len(understood.rows),
    }


def appearances_of(reading: ListReading, understood: Understood) -> Iterator[Appearance]:
    """Give somebody for each person of a list, by an identifier that outlives a re-reading."""
    nth: dict[int, int] = {}
    source, position = reading.table.source_id, reading.table.position
    for at, row in enumerate(understood.rows):
        nth[row.row] = nth.get(row.row, -1) + 1
        identity = row_identity(source, position, row.row, nth[row.row])
        yield Appearance(
            id=identity,
            source_id=source,
            kind=EntityKind.PERSON,
            name=next(iter(row.person.names), "")[:_LONGEST_NAME],
            said=_said(row),
            list_reading=reading,
            row=row.row,
            at=at,
            entity=identity,
            stands=True,
            made_at=reading.at,
        )


def _said(row: ListedRow) -> dict[str, Any]:
    """What a row says of a person, and the parts of the name where the list has a column for each."""
    given, family = row.given_and_family
    return as_json(row.person) | ({"given": given} if given else {}) | ({"family": family} if family else {})


def saying_of(kept: Mapping[str, Any]) -> Saying:
    """Why a row stands aside, or what was wrong with a cell, as it was kept."""
    if "code" in kept:
        return Problem(kept["row"], kept["column"], ProblemCode(kept["code"]), kept["shown"]).saying
    if kept.get("last", kept["row"]) > kept["row"]:
        return Saying(_("this row and those up to row %(last)s are empty"), {"last": str(kept["last"])})
    return RowAside(kept["row"], Aside(kept["why"]), kept["shown"]).saying


def _column(column: Column, samples: Sequence[Sequence[Cell]]) -> dict[str, Any]:
    at = column.index
    return {
        "sample": [written(row[at])[:_LONGEST_SAMPLE] if at < len(row) else "" for row in samples],
        "index": column.index,
        "heading": column.heading,
        "field": column.field.value,
        "sureness": round(column.sureness, 3),
        "why": {"template": column.why.template, "values": dict(column.why.values)},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"row": problem.row, "column": problem.column, "code": problem.code.value, "shown": problem.written}


def _asides(asides: Sequence[RowAside]) -> Iterator[dict[str, Any]]:
    """Rows that are no person; of empty ones side by side the first and the last, since there may be 100,000."""
    empty: dict[str, Any] | None = None
    for aside in asides:
        if aside.why is not Aside.EMPTY:
            empty = None
            yield {"row": aside.row, "why": aside.why.value, "shown": aside.written}
        elif empty is not None and empty["last"] == aside.row - 1:
            empty["last"] = aside.row
        else:
            empty = {"row": aside.row, "last": aside.row, "why": aside.why.value, "shown": ""}
            yield empty
