"""Check the place files and make the table of places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]

#: The file that adds names to places of the others.
ALIASES = "aliases.yaml"


class PlaceIsWrong(ValueError):
    """A place in the YAML files cannot stand as it is; mend the line that is named."""

    def __init__(self, place_id: str, what: str) -> None:
        super().__init__(f"{place_id}: {what}")


def places(files: dict[str, list[Row]], countries: list[Row], ambiguous: list[Row]) -> list[list[Any]]:
    """One row per place: id, kind, country, parent, latitude, longitude, precision, names, weak, and what is rare.

    Raises:
        PlaceIsWrong: An id is used twice, or a parent is missing.
    """
    rows = [_country(row) for row in countries]
    for name in sorted(files):
        rows += [_row(row) for row in files[name] if name != ALIASES]
    _check(rows)
    _add_names(rows, files.get(ALIASES, []))
    weak = {word for entry in ambiguous for word in entry["words"]}
    return sorted((_compact(row, weak) for row in rows), key=lambda row: str(row[0]))


def _country(row: Row) -> Row:
    return {
        "id": f"country-{row['code'].lower()}",
        "kind": "country",
        "country": row["code"],
        "names": row["names"],
        "weak": row.get("weak", []),
        "source": row["source"],
    }


def _row(row: Row) -> Row:
    # The GeoNames id is in the id, so the long list of cities need not repeat its source on every line.
    source = row.get("source") or f"GeoNames {row['id'].removeprefix('gn-')}"
    return {**row, "source": source}


def _check(rows: Iterable[Row]) -> None:
    rows = list(rows)
    ids: set[str] = set()
    for row in rows:
        if row["id"] in ids:
            raise PlaceIsWrong(row["id"], "the id is used twice")
        ids.add(row["id"])
    for row in rows:
        if row.get("parent") and row["parent"] not in ids:
            raise PlaceIsWrong(row["id"], f"its parent {row['parent']} is not there")


def _add_names(rows: list[Row], aliases: list[Row]) -> None:
    by_id = {row["id"]: row for row in rows}
    for alias in aliases:
        row = by_id.get(alias["id"])
        if row is None:
            raise PlaceIsWrong(alias["id"], "further names are given, but there is no such place")
        names = {language: list(these) for language, these in row["names"].items()}
        for language, these in alias["names"].items():
            names[language] = [*names.get(language, []), *(one for one in these if one not in names.get(language, []))]
        row["names"] = names


def _compact(row: Row, ambiguous: set[str]) -> list[Any]:
    latitude, longitude = row.get("at") or (None, None)
    weak = list(row.get("weak") or [])
    if row["id"].startswith("gn-"):
        weak += [name for name in _all_names(row) if name in ambiguous or (name.isascii() and len(name) <= 3)]
    rare = {key: row[key] for key in ("countries", "periods") if row.get(key)}
    if row.get("checked") is False:
        rare["checked"] = False
    if not row["source"].startswith(("GB T 2260", "GeoNames ")) or not row["id"].startswith(("gn-", "cn-")):
        rare["source"] = row["source"]
    return [
        row["id"],
        row["kind"],
        row.get("country"),
        row.get("parent"),
        latitude,
        longitude,
        row.get("precision_metres"),
        row["names"],
        sorted(set(weak)),
        rare,
    ]


def _all_names(row: Row) -> Iterable[str]:
    for names in row["names"].values():
        yield from names


def named_places(files: dict[str, list[Row]], known: list[list[Any]]) -> list[list[Any]]:
    """Places that only a search by name may find, since texts hold their names as ordinary words; rows as of `places`.

    Args:
        files: Rows of place_names/, by file; those with a kind are places.
        known: The table of places.

    Raises:
        PlaceIsWrong: An id is used twice, or a parent is missing.
    """
    rows = [_row(row) for name in sorted(files) for row in files[name] if "kind" in row]
    _check([*({"id": row[0]} for row in known), *rows])
    return sorted((_compact(row, set()) for row in rows), key=lambda row: str(row[0]))


def further_names(files: dict[str, list[Row]], known: list[list[Any]]) -> dict[str, Row]:
    """What only a search by name knows of known places: by id, further `names` by language, and a nearer `parent`.

    Args:
        files: Rows of place_names/, by file; those without a kind speak of places that are given elsewhere.
        known: The table of places.

    Raises:
        PlaceIsWrong: There is no such place, or no such parent.
    """
    ids = {str(row[0]) for row in known}
    ids |= {row["id"] for rows in files.values() for row in rows if "kind" in row}
    found: dict[str, Row] = {}
    for row in (row for name in sorted(files) for row in files[name] if "kind" not in row):
        if row["id"] not in ids:
            raise PlaceIsWrong(row["id"], "further names are given, but there is no such place")
        if row.get("parent") and row["parent"] not in ids:
            raise PlaceIsWrong(row["id"], f"its parent {row['parent']} is not there")
        one = found.setdefault(row["id"], {"names": {}, "parent": None})
        one["parent"] = row.get("parent") or one["parent"]
        for language, these in row.get("names", {}).items():
            given = one["names"].setdefault(language, [])
            given += [name for name in these if name not in given]
    return found
