"""Models as files that people read; what data did not teach is taken from the one that comes with the project."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from noharbor.science.matching.batch.comparisons import COLUMNS, COMPARED
from noharbor.science.matching.batch.errors import NotModel
from noharbor.science.matching.batch.model import Model, completed, read_model, settings, shipped, write_model
from noharbor.science.matching.batch.prepare import schema
from noharbor.science.matching.people.agreement import YEARS_APART, Kind, agreements
from noharbor.science.matching.people.person import Born, Person
from tests.science.matching.batch.people import SHIPPED


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_model(shipped(), tmp_path / "model.json")
    assert read_model(tmp_path / "model.json") == shipped()


def test_agreement_speaks_for_one_person_and_disagreement_against() -> None:
    for compared in COMPARED:
        levels = shipped().chances[compared.name]
        first, last = levels[compared.levels[0].name], levels[compared.levels[-1].name]
        assert first.m > first.u, compared.name
        assert last.m < last.u, compared.name


def test_births_are_years_apart_where_the_desk_says_so() -> None:
    born = next(compared for compared in COMPARED if compared.name == "born")
    within = next(level.condition for level in born.levels if level.name == "born within two years")
    for gap in (YEARS_APART - 1, YEARS_APART, YEARS_APART + 1):
        first = Born(date(1990, 1, 1), date(1990, 1, 10))
        later = Born(first.latest + timedelta(days=gap), first.latest + timedelta(days=gap + 9))
        days = {
            f"born_{name}_{side}": day.toordinal()
            for side, span in (("l", first), ("r", later))
            for name, day in (("from", span.earliest), ("to", span.latest))
        }
        apart = [said.kind for said in agreements(Person(born=first), Person(born=later))] == [Kind.BORN_YEARS_APART]
        assert eval(within, days) is not apart  # noqa: S307 - a condition of our own.


@pytest.mark.parametrize("broken", ["{", "{}", '{"prior": 1e-6, "fields": {}, "about": {}}'])
def test_what_is_no_model_is_refused(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(NotModel, match=r"broken\.json"):
        read_model(path)


def test_a_model_of_other_levels_is_refused(tmp_path: Path) -> None:
    said = json.loads(SHIPPED.read_text(encoding="utf-8"))
    del said["fields"]["names"]["same writing"]
    (tmp_path / "old.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(NotModel, match="same writing"):
        read_model(tmp_path / "old.json")


def test_levels_that_were_not_seen_come_from_the_shipped_model() -> None:
    model = completed(1e-6, {"names": {"same writing": 0.9}}, {}, 1_000)
    assert model.chances["names"]["same writing"].m == 0.9
    assert model.chances["born"] == pytest.approx(model.chances["born"])
    assert model.chances["sex"]["same sex"].m == shipped().chances["sex"]["same sex"].m


def test_pairs_of_one_person_are_taken_off_what_random_pairs_show() -> None:
    model = completed(1e-4, {"phone": {"same phone": 0.5}}, {"phone": {"same phone": 6e-5}}, 1_000)
    assert model.chances["phone"]["same phone"].u == pytest.approx(1e-5)
    model = completed(1e-4, {"phone": {"same phone": 0.9}}, {"phone": {"same phone": 6e-5}}, 1_000)
    assert model.chances["phone"]["same phone"].u == pytest.approx(3e-6)


def test_settings_speak_only_of_columns_that_are_prepared() -> None:
    assert set(COLUMNS) <= set(schema().names)
    said = settings(shipped())
    assert [one["output_column_name"] for one in said["comparisons"]] == [
        compared.name.replace(" ", "_") for compared in COMPARED
    ]
    assert "m_probability" not in str(settings())


def test_a_model_says_where_it_came_from() -> None:
    assert isinstance(shipped(), Model)
    assert shipped().about["records"] > 50_000
