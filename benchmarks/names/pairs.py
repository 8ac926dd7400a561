"""Pairs of a native name and its Latin spelling to learn from, and who is put aside."""

from __future__ import annotations

import csv
import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Persons and places whose digest falls here are put aside: nothing is learnt from them when aside figures are told.
ASIDE_OF_TEN = 4
HAN = {"Hans", "Hant", "Hani"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one person or place."""

    who: str
    name: str
    core: str
    script: str
    group: str
    origin: str
    variant: str


def data_folder() -> Path:
    """Return the folder of the evaluation sets: NOHARBOR_NAMES_DATA, or ../shared/data/names beside the checkout."""
    given = os.environ.get("NOHARBOR_NAMES_DATA")
    return Path(given) if given else Path(__file__).parents[3] / "shared" / "data" / "names"


def is_aside(who: str) -> bool:
    """Tell whether a person or place belongs to the 40 % put aside."""
    return int(hashlib.sha256(who.encode()).hexdigest(), 16) % 10 < ASIDE_OF_TEN


def persons(folder: Path | None = None) -> list[Entry]:
    """Read the persons of the set."""
    rows = _rows((folder or data_folder()) / "dev_persons.tsv")
    return [
        Entry(
            who=row["person_id"],
            name=row["name"],
            core=row["name_core"],
            script="Hani" if row["script"] in HAN else row["script"],
            group="name_type"
            if row["kind"] == "name_type"
            else ("foreign" if row["origin"].startswith("foreign") else "local"),
            origin=row["origin"],
            variant=row["variant"],
        )
        for row in rows
    ]


def places(folder: Path | None = None) -> list[Entry]:
    """Read the places of the set, countries left out: their names are rarely spelled by sound."""
    rows = _rows((folder or data_folder()) / "dev_places.tsv")
    return [
        Entry(
            row["place_id"],
            row["name"],
            row["name"],
            "Hani" if row["script"] in HAN else row["script"],
            row["kind"],
            row["country"],
            "0",
        )
        for row in rows
        if row["kind"] != "country"
    ]


def couples(entries: list[Entry], script: str, latin: tuple[str, ...] = ("Latn",)) -> Iterator[tuple[Entry, Entry]]:
    """Go through the pairs of a name in this script and a Latin name of the same person or place."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.who].append(entry)
    for names in found.values():
        for native in names:
            if native.script != script:
                continue
            for other in names:
                if other.script in latin and other.variant == native.variant:
                    yield native, other


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
