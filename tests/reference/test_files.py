"""Every reference file, walked entry by entry."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import noharbor.reference
from noharbor.reference.compile import load

HERE = Path(noharbor.reference.__file__).parent
PLACE_FILES = sorted(path.name for path in (HERE / "places").glob("*.yaml"))
FILES = ["ambiguous_places.yaml", "characters.yaml", "countries.yaml", "currencies.yaml", "fraud_types.yaml"] + [
    f"{folder}/{path.name}"
    for folder in ("bodies", "place_names", "places")
    for path in sorted((HERE / folder).glob("*.yaml"))
]

Row = dict[str, Any]


@pytest.fixture(scope="module")
def places() -> dict[str, Row]:
    found: dict[str, Row] = {f"country-{row['code'].lower()}": row for row in load("countries.yaml")}
    for name in PLACE_FILES:
        for row in load(f"places/{name}"):
            if name != "aliases.yaml":
                assert row["id"] not in found, row["id"]
                found[row["id"]] = row
    return found


def names_of(row: Row) -> Iterator[str]:
    for these in row.get("names", {}).values():
        yield from [these] if isinstance(these, str) else these


def scripts_of(name: str) -> set[str]:
    """The scripts of a name's letters. Capitals may stand in a name of any script (KK园区, USDC稳定币)."""
    kinds = set()
    for character in name:
        if not character.isalpha() or (character.isascii() and character.isupper()):
            continue
        kinds.add(unicodedata.name(character, "?").split()[0])
    # Japanese and Korean names write several scripts side by side.
    return {"CJK"} if kinds <= {"CJK", "HANGUL", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"} and kinds else kinds


#: Files of the map: what they say of places is told by the places' own lines.
OUTLINE_FILES = [f"outlines/{path.name}" for path in sorted((HERE / "outlines").glob("*.yaml"))]


@pytest.mark.parametrize("name", FILES + OUTLINE_FILES)
def test_a_file_explains_its_columns_and_its_date(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    opening = text.split("\n-", 1)[0]
    assert text.startswith("# ")
    assert "olumns" in opening
    assert "Date:" in opening or "Date of this file:" in opening


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("characters.yaml", "ambiguous_places.yaml")])
def test_every_entry_has_a_source_and_names_in_composed_form_and_one_script(name: str) -> None:
    content = load(name)
    rows = content if isinstance(content, list) else [row for one in content["lists"] for row in [one, *one["types"]]]
    for row in rows:
        assert row.get("source") or row.get("id", "").startswith("gn-") or name == "fraud_types.yaml", row
        for one in names_of(row):
            assert isinstance(one, str), row
            assert one == one.strip() != "", row
            assert unicodedata.is_normalized("NFC", one), one
            assert len(scripts_of(one)) <= 1, one


def test_every_parent_is_there(places: dict[str, Row]) -> None:
    missing = {row["parent"] for row in places.values() if row.get("parent") and row["parent"] not in places}
    assert missing == set()


def test_every_point_lies_on_earth_and_says_how_exact_it_is(places: dict[str, Row]) -> None:
    for row in places.values():
        if "at" in row:
            latitude, longitude = row["at"]
            assert -90 <= latitude <= 90, row
            assert -180 <= longitude <= 180, row
            assert row["precision_metres"] > 0, row


def test_every_country_of_a_place_is_in_the_list(places: dict[str, Row]) -> None:
    codes = {row["code"] for row in load("countries.yaml")}
    for row in places.values():
        named = [row.get("country"), *row.get("countries", [])]
        assert {one for one in named if one} <= codes, row


def test_sites_that_hold_people_are_kept_at_town_precision(places: dict[str, Row]) -> None:
    long_public = {"mm-kk-park", "mm-shwe-kokko"}
    for identifier, row in places.items():
        if row.get("kind") == "site" and identifier not in long_public:
            assert row["precision_metres"] >= 5000, identifier


def test_weak_names_are_names_of_their_place(places: dict[str, Row]) -> None:
    for identifier, row in places.items():
        assert set(row.get("weak") or []) <= set(names_of(row)), identifier


def test_aliases_name_places_that_are_there(places: dict[str, Row]) -> None:
    assert {row["id"] for row in load("places/aliases.yaml")} <= set(places)


def test_bodies_have_distinct_ids_and_known_countries() -> None:
    codes = {row["code"] for row in load("countries.yaml")} | {None}
    rows = load("bodies/bodies.yaml")
    assert [one for one, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    assert {row["country"] for row in rows} <= codes
    for row in rows:
        assert set(row.get("shared", [])) <= set(names_of(row)), row


def test_every_list_of_fraud_types_ends_with_other() -> None:
    for one in load("fraud_types.yaml")["lists"]:
        assert one["name"]
        assert one["version"]
        assert one["types"][-1]["names"]["en"] == "other, stated"


def test_types_map_to_codes_of_the_reading_list() -> None:
    lists = {one["name"]: one for one in load("fraud_types.yaml")["lists"]}
    codes = {row["code"] for row in lists["reading"]["types"]}
    assert {code for row in lists["mps"]["types"] for code in row.get("same_as", [])} <= codes
