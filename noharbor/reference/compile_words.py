"""Make the tables of countries, bodies, fraud types and currencies."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]


class EntryIsWrong(ValueError):
    """An entry in the YAML files cannot stand as it is; mend the line that is named."""

    def __init__(self, entry: str, what: str) -> None:
        super().__init__(f"{entry}: {what}")


def countries(rows: list[Row]) -> dict[str, Row]:
    """Countries by ISO 3166-1 alpha-2 code, without what the table of places holds already."""
    _once([row["code"] for row in rows])
    kept = ("adjectives", "people", "short_zh", "territory")
    return {row["code"]: {key: row[key] for key in kept if row.get(key)} for row in rows}


def bodies(files: dict[str, list[Row]]) -> dict[str, Row]:
    """Bodies by id."""
    rows = [row for name in sorted(files) for row in files[name]]
    _once([row["id"] for row in rows])
    return {row["id"]: {key: value for key, value in row.items() if key not in ("id", "source")} for row in rows}


def fraud_types(content: Row) -> Row:
    """The lists of fraud types, each with its name and version, by list name."""
    lists = content["lists"]
    _once([f"{one['name']} {one['version']}" for one in lists])
    for one in lists:
        _once([entry["code"] for entry in one["types"]])
    return {one["name"]: one for one in lists}


def currencies(rows: list[Row]) -> dict[str, Row]:
    """Currencies by ISO 4217 code or ticker."""
    _once([row["code"] for row in rows])
    return {row["code"]: {key: value for key, value in row.items() if key not in ("code", "source")} for row in rows}


def _once(ids: list[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise EntryIsWrong(one, "stands twice")
        seen.add(one)
