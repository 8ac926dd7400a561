"""The questions, taken from a scorer by a matcher that only listens."""

import textwrap

import pytest

from benchmarks.names import scorer, sets

#: Asks as the scorer beside the third-party names does: positives, then for each direction forty others for each.
SCORER = """
    CACHE = None
    from pathlib import Path
    def read(path, group, field, origin):
        return [line.split("\\t") for line in Path(path).read_text("utf8").splitlines()[1:]]
    def rom(name): return name.lower()
    def save(): pass
    def evaluate(data, one, many, group, field, max_pos, rank_q, seed, pairs, quiet, origin):
        rows = read(data, group, field, origin)
        positives = [(row[1], row[1].upper()) for row in rows][:max_pos]
        for a, b in positives: one(a, b)
        for a, b in positives: many(a, ["x", "y"])
        for a, b in positives: many(b, ["z"])
        return [{"pair": "Latn-Latn", "n_pos": len(positives), "n_pos_total": len(rows), "gallery": (2, 2)}]
"""
PLACES = "place_id\tname\tscript\tkind\n1\tMae Sot\tLatn\ttown\n2\tLaos\tLatn\tcountry\n3\tBavet\tLatn\ttown\n"


@pytest.fixture
def used(folder):
    """The scorer of that folder."""
    with scorer.Scorer(folder) as used:
        yield used


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of names with a scorer, and a cache that is no one else's."""
    monkeypatch.setattr(scorer, "CACHE", tmp_path / "cache" / "uroman.json")
    names = tmp_path / "names"
    names.mkdir()
    (names / "match_eval.py").write_text(textwrap.dedent(SCORER), "utf8")
    (names / "dev_places.tsv").write_text(PLACES, "utf8")
    (names / "dev_persons.tsv").write_text(
        "person_id\tname\torigin\nP1\taye\tMyanmar\nP2\tbee\tThailand\nP3\tcee\tThailand\n", "utf8"
    )
    return names


def group(name):
    return next(one for one in scorer.GROUPS if one.group == name)


def test_every_positive_is_asked_both_ways_with_its_own_others(used):
    (pairs,) = sets.third_party(used, group("local"), scorer.Rules(positives=2))
    assert pairs.forth == (sets.Question("aye", "AYE", ("x", "y")), sets.Question("bee", "BEE", ("x", "y")))
    assert pairs.back == (sets.Question("AYE", "aye", ("z",)), sets.Question("BEE", "bee", ("z",)))


def test_countries_are_left_out_of_places(used):
    (pairs,) = sets.third_party(used, group("all"), scorer.Rules())
    assert [one.query for one in pairs.forth] == ["Mae Sot", "Bavet"]


def test_those_not_put_aside_stay_in_the_galleries_with_each_name_for_itself(used):
    def second(person: str) -> bool:
        return person == "P2"

    lines = used.data(group("local"), second).read_text("utf8").splitlines()
    assert [line.split("\t")[:2] for line in lines[1:]] == [["P1#0", "aye"], ["P2", "bee"], ["P3#2", "cee"]]


def test_nothing_is_written_beside_the_names(folder):
    before = sorted(folder.iterdir())
    with scorer.Scorer(folder) as used:
        sets.third_party(used, group("all"), scorer.Rules())
    assert sorted(folder.iterdir()) == before


def test_a_folder_without_a_scorer_is_skipped_with_a_line(tmp_path, capsys):
    assert scorer.scorer_of(tmp_path) is None
    assert "skipped" in capsys.readouterr().out


def test_origins_come_with_the_most_people_first(used):
    assert used.origins(group("local")) == ["Thailand", "Myanmar"]


def test_judged_pairs_keep_same_and_different_apart(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text("name1,name2,is_match\nSergei Lavrov,Sergey Lavrov,true\nPol Pot,Paul Murphy,false\n", "utf8")
    found = sets.cases(path)
    assert found is not None
    assert [one.true for one in found.forth] == ["Sergey Lavrov"]
    assert [(one.query, one.others) for one in found.back] == [("Pol Pot", ("Paul Murphy",))]
