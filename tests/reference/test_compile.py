"""The command that makes the compiled tables; `make check` asks whether the committed ones are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from noharbor.reference import compile as compiling
from noharbor.reference.compile_places import PlaceIsWrong, places
from noharbor.reference.tables import TablesAreMissing, simplify, table


def test_a_difference_ends_the_check_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "COMPILED", tmp_path)
    monkeypatch.setattr(compiling, "TABLES", {"currencies": compiling.TABLES["currencies"]})
    assert compiling.main(["--check"]) == 1
    assert compiling.main([]) == 0
    assert compiling.main(["--check"]) == 0
    (tmp_path / "currencies.json").write_text("{}", encoding="utf-8")
    assert compiling.main(["--check"]) == 1


def test_each_table_stays_small() -> None:
    sizes = [(compiling.COMPILED / f"{name}.json").stat().st_size for name in compiling.TABLES]
    assert max(sizes) < 2_600_000


def test_a_missing_table_says_what_to_do() -> None:
    with pytest.raises(TablesAreMissing, match=r"python -m noharbor\.reference\.compile"):
        table("nothing")


def test_simplifying_keeps_the_length() -> None:
    text = "緬甸妙瓦底，８月12日移交1,207名疑犯"
    assert simplify(text) == "缅甸妙瓦底，8月12日移交1,207名疑犯"
    assert len(simplify(text)) == len(text)


def row(identifier: str, **more: object) -> dict[str, object]:
    return {"id": identifier, "kind": "town", "country": "MM", "names": {"en": [identifier]}, "source": "hand", **more}


def test_an_id_used_twice_is_refused() -> None:
    with pytest.raises(PlaceIsWrong, match="twice"):
        places({"a.yaml": [row("mm-x"), row("mm-x")]}, [], [])


def test_a_missing_parent_is_refused() -> None:
    with pytest.raises(PlaceIsWrong, match="parent"):
        places({"a.yaml": [row("mm-x", parent="mm-y")]}, [], [])


def test_an_alias_of_nothing_is_refused() -> None:
    with pytest.raises(PlaceIsWrong, match="no such place"):
        places({"aliases.yaml": [row("mm-y")]}, [], [])
