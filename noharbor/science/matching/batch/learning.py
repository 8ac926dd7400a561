"""A model learnt from the records themselves by Splink's estimators, without anybody saying who is who.

It is always learnt on DuckDB, whichever engine links: Splink draws its samples by the engine's own hash, and the same
records must not give another model because they were linked on another machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

from noharbor.science.matching.batch.comparisons import COLUMNS, COMPARED
from noharbor.science.matching.batch.engines import DuckDB
from noharbor.science.matching.batch.model import Model, completed, quieten, settings

#: Random pairs from which is learnt how often strangers agree.
_RANDOM_PAIRS = 4_000_000
#: Pairs that agree in one thing, from which is learnt how often one person's records agree in the others.
_AGREEING_PAIRS = 1_000_000
_SEED = 1
#: Records that are learnt from, about.
_LESSONS = 1_500_000
#: What is shared by pairs from which the other fields are learnt: SQL of the key, and the fields it says nothing of.
_SHARED: dict[str, frozenset[str]] = {
    "passport": frozenset({"passport"}),
    "national_id": frozenset({"national id"}),
    "sound, day": frozenset({"names", "born"}),
}
#: Fewer pairs than this teach nothing.
_ENOUGH = 200
#: Share of true pairs taken to agree on a key, where nothing tells.
_ASSUMED = 0.5


def learn(engine: DuckDB) -> Model:
    """Learn a model of the table `records`."""
    from splink import Linker

    quieten()
    ((records,),) = engine.ask("select count(*) from records")
    pairs = {key: _pairs_sharing(engine, key) for key in _SHARED}
    prior = _prior(engine, pairs, records)
    engine.ask(f"create or replace temp table lessons as {_lessons(records)}")
    lessons = engine.splink().register("lessons", dataset_display_name="records")
    linker = Linker(lessons, settings(), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=_SEED)
    by_chance = _learnt(linker, "u")
    begin = completed(prior, {}, by_chance, records)
    lesson: list[dict[str, dict[str, float]]] = []
    for key, count in pairs.items():
        if count < _ENOUGH:
            continue
        # Each begins anew: what one lesson never showed must not be impossible in the next.
        linker = Linker(lessons, settings(begin), log_level=None)
        rule = " and ".join(f"l.{column} = r.{column}" for column in key.split(", "))
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True, max_pairs=_AGREEING_PAIRS
        )
        learnt = _learnt(linker, "m")
        lesson.append({name: levels for name, levels in learnt.items() if name not in _SHARED[key]})
    model = completed(prior, _together(lesson), by_chance, records)
    return replace(model, about={"records": records, "pairs sharing": pairs})


def _lessons(records: int) -> str:
    """SQL for the records that are learnt from: all, or of millions some, those that share a key always together."""
    parts = -(-records // _LESSONS)
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    some = " or ".join(f"hash({key}) % {parts} = 0" for key in _SHARED)
    return f"select {columns} from records where {some if parts > 1 else 'true'}"  # noqa: S608 - own words.


def _pairs_sharing(engine: DuckDB, key: str) -> int:
    present = " and ".join(f"{column} is not null" for column in key.split(", "))
    ((pairs,),) = engine.ask(
        f"""select sum(n * (n - 1) / 2) from
            (select count(*) as n from records where {present} group by {key} having count(*) <= 50) as shared"""  # noqa: S608 - own words.
    )
    return int(pairs or 0)


def _prior(engine: DuckDB, pairs: Mapping[str, int], records: int) -> float:
    """That two random records are of one person: true pairs are counted as fish in a pond are.

    Pairs that share a passport are one catch, pairs that share the sound of a name and a day of birth another; how many
    are in both tells how many there are (Petersen 1896).
    """
    all_pairs = records * (records - 1) / 2
    by_passport, by_name = pairs["passport"], pairs["sound, day"]
    ((both,),) = engine.ask(
        """select sum(n * (n - 1) / 2) from (select count(*) as n from records
           where passport is not null and sound is not null and day is not null
           group by passport, sound, day having count(*) <= 50) as shared"""
    )
    caught = bool(both) and both >= _ENOUGH / 10
    matches = by_passport * by_name / both if caught else max(*pairs.values(), 1) / _ASSUMED
    return float(min(matches / max(all_pairs, 1), 0.5))


def _learnt(linker: Any, kind: str) -> dict[str, dict[str, float]]:
    """What Splink has learnt of m or u, by the names of fields and levels; what it has not seen is left out."""
    said = linker.misc.save_model_to_json()["comparisons"]
    found: dict[str, dict[str, float]] = {}
    for compared, comparison in zip(COMPARED, said, strict=True):
        levels = {
            level["label_for_charts"]: level.get(f"{kind}_probability") for level in comparison["comparison_levels"]
        }
        found[compared.name] = {
            level.name: levels[level.name] for level in compared.levels if isinstance(levels[level.name], float)
        }
    return found


def _together(lessons: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, dict[str, float]]:
    """The mean of what several lessons taught of each level."""
    found: dict[str, dict[str, float]] = {}
    for compared in COMPARED:
        taught = [lesson[compared.name] for lesson in lessons if compared.name in lesson]
        found[compared.name] = {
            level.name: fmean(one[level.name] for one in taught if level.name in one)
            for level in compared.levels
            if any(level.name in one for one in taught)
        }
    return found
