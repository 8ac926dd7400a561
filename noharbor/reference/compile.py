"""Compile the YAML files of this folder into the tables that the science reads.

`python -m noharbor.reference.compile` writes `compiled/*.json`; `--check` writes nothing and ends with 1 when a table
differs from what the YAML files give. The tables are committed, so that a node needs no YAML at run time.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from noharbor.reference.compile_frequencies import latin_words
from noharbor.reference.compile_htcds import htcds
from noharbor.reference.compile_lists import list_cells, list_headings
from noharbor.reference.compile_names import (
    Spellings,
    chinese_shares,
    families,
    read_rows,
    readings,
    supplemented,
    variants,
)
from noharbor.reference.compile_outlines import outlines
from noharbor.reference.compile_parts import name_parts, name_shares
from noharbor.reference.compile_places import further_names, named_places, places
from noharbor.reference.compile_syllables import romanised, syllables
from noharbor.reference.compile_words import bodies, countries, currencies, fraud_types

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"

#: libyaml is ten times faster; the slow loader gives the same.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(name: str) -> Any:
    """One YAML file of this folder, by its path within it."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 — a safe loader, see above


def _characters() -> dict[str, str]:
    pairs = "".join(load("characters.yaml")["pairs"])
    return {"from": pairs[::2], "to": pairs[1::2]}


def _places() -> Any:
    files = sorted(path.name for path in (HERE / "places").glob("*.yaml"))
    return places(
        {name: load(f"places/{name}") for name in files}, load("countries.yaml"), load("ambiguous_places.yaml")
    )


def _outlines() -> dict[str, Any]:
    files = {path.name: load(f"outlines/{path.name}") for path in sorted((HERE / "outlines").glob("*.yaml"))}
    return outlines(files, _places())


def _place_names() -> dict[str, Any]:
    return {path.name: load(f"place_names/{path.name}") for path in sorted((HERE / "place_names").glob("*.yaml"))}


def _han_variants() -> dict[str, str]:
    return variants(load("characters.yaml"), load("names/han/variants.yaml"))


def _han_rows() -> dict[str, list[list[str]]]:
    return supplemented(read_rows(HERE / "names/han/readings.tsv"), load("names/han/supplements.yaml"))


def _chinese_shares() -> dict[str, dict[str, float]]:
    return chinese_shares(load("names/frequencies/chinese.yaml"))


def _han_families() -> dict[str, Any]:
    surnames, systems = load("names/han/surnames.yaml"), load("names/han/systems.yaml")
    return families(surnames, _chinese_shares()["family"], systems, _han_rows())


def _han_readings() -> dict[str, str]:
    return readings(_han_rows(), load("names/han/surnames.yaml"))


def _han_spellings() -> Any:
    names = ("surnames", "systems", "overseas", "sounds", "japanese")
    files = {name: load(f"names/han/{name}.yaml") for name in names}
    return Spellings(files, _han_rows(), _han_variants()).table()


#: Languages whose words are counted in the same way; Chinese has its own table.
COUNTED_LANGUAGES = ("burmese", "english", "khmer", "korean", "lao", "malay", "thai", "vietnamese")


def _name_shares() -> dict[str, Any]:
    return name_shares([load(f"names/frequencies/{name}.yaml") for name in COUNTED_LANGUAGES])


def _spelling_rules() -> dict[str, Any]:
    """For each script its pieces, for each piece its systems, for each system its chunks, all as text."""
    return {
        path.stem: {
            str(piece): {str(system): [str(chunk) for chunk in chunks] for system, chunks in systems.items()}
            for piece, systems in load(f"names/spellings/{path.name}")["pieces"].items()
        }
        for path in sorted((HERE / "names/spellings").glob("*.yaml"))
    }


#: Every table and what makes it.
TABLES: dict[str, Callable[[], Any]] = {
    "bodies": lambda: bodies({p.name: load(f"bodies/{p.name}") for p in sorted((HERE / "bodies").glob("*.yaml"))}),
    "characters": _characters,
    "countries": lambda: countries(load("countries.yaml")),
    "currencies": lambda: currencies(load("currencies.yaml")),
    "fraud_types": lambda: fraud_types(load("fraud_types.yaml")),
    "htcds": lambda: htcds(load("htcds.yaml")),
    "list_cells": lambda: list_cells(load("lists/cells.yaml")),
    "list_headings": lambda: list_headings(load("lists/headings.yaml")),
    "latin_words": lambda: latin_words(_name_shares(), _chinese_shares(), _han_readings()),
    "name_parts": lambda: name_parts(load),
    "name_shares": _name_shares,
    "chinese_shares": _chinese_shares,
    "han_families": _han_families,
    "han_readings": _han_readings,
    "han_spellings": _han_spellings,
    "han_variants": _han_variants,
    "han_syllables": lambda: syllables(_han_spellings(), _chinese_shares()),
    "named_places": lambda: named_places(_place_names(), _places()),
    "outlines": _outlines,
    "place_names": lambda: further_names(_place_names(), _places()),
    "place_words": lambda: load("place_words.yaml"),
    "places": _places,
    "spelling_rules": _spelling_rules,
    "romanised_syllables": lambda: romanised(_han_spellings(), _chinese_shares()),
}


def render(table: Any) -> str:
    """A table as JSON: one line per entry, so that differences can be read."""
    compact = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    if isinstance(table, list):
        return "[\n" + ",\n".join(json.dumps(row, **compact) for row in table) + "\n]\n"  # type: ignore[arg-type]
    rows = (f"{json.dumps(key)}:{json.dumps(table[key], **compact)}" for key in sorted(table))  # type: ignore[arg-type]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main(arguments: list[str] | None = None) -> int:
    """Compile, or check; the exit code."""
    parser = argparse.ArgumentParser(description="Compile the reference tables.")
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when a table differs")
    check = parser.parse_args(arguments).check
    differing = []
    for name, make in TABLES.items():
        path, text = COMPILED / f"{name}.json", render(make())
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        differing.append(name)
        if not check:
            COMPILED.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if check and differing:
        names = ", ".join(differing)
        sys.stderr.write(f"These tables differ from their YAML: {names}. Run python -m noharbor.reference.compile.\n")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
