"""The model: how likely each level of agreement is among records of one person, and among those of two.

Written as JSON that a person can read. It holds no SQL: the levels are those of `comparisons`, so that one model serves
both engines, and a level that has changed its meaning is told by its name.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from noharbor.science.matching.batch.comparisons import COMPARED, Compared
from noharbor.science.matching.batch.errors import NotModel

#: No name is worth more than one that a person in a million bears.
_RAREST = 1e-6
#: No level is taken to be rarer than this among records of one person: a slip nobody has seen yet still happens.
_LEAST_M = 1e-3
#: What is left at least of what random pairs showed, when those of one person are taken off.
_LEFT_AT_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a level is where both records say something.

    Attributes:
        m: Among records of one person.
        u: Among records of two.
    """

    m: float
    u: float


@dataclass(frozen=True, slots=True)
class Together:
    """How Splink's weights and the desk's comparison of the names make one score: a logistic, in natural logarithms.

    Splink takes fields as independent, so that together they say too much; and its levels of names are coarser than an
    alignment in full. Both are mended by what these weights were fitted on (docs/linkage-at-size.md).

    Attributes:
        constant: Added to the sum.
        fields: Weight of what Splink says of all but the names, the prior among it.
        names: Weight of what Splink says of the names.
        name_odds: Weight of what `science.names` says of them, in log-odds within -8 and 8.
        against: Added where a field stands against one person.
        customary: Added where the names agree by a customary spelling or better.
    """

    constant: float
    fields: float
    names: float
    name_odds: float
    against: float
    customary: float


@dataclass(frozen=True, slots=True)
class Model:
    """A model.

    Attributes:
        prior: That two records drawn by chance are of one person.
        chances: By field and level.
        together: How a score is made of them and of the names.
        about: Where it came from, in words.
    """

    prior: float
    chances: Mapping[str, Mapping[str, Chances]]
    together: Together
    about: Mapping[str, Any] = field(default_factory=dict)


def shipped() -> Model:
    """The model that comes with the project, learnt from an invented world; it stands in where data cannot teach."""
    return _of(json.loads((resources.files(__package__) / "model.json").read_text(encoding="utf-8")))


def read_model(path: Path) -> Model:
    """Read a model.

    Raises:
        NotModel: The file is none, or its levels are not those of this version.
    """
    try:
        return _of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotModel(path, repr(error)) from error


def write_model(model: Model, path: Path) -> None:
    """Write a model, to be read by people and by `read_model`."""
    said = {
        "about": dict(model.about),
        "prior": model.prior,
        "together": asdict(model.together),
        "fields": {
            name: {level: {"m": chances.m, "u": chances.u} for level, chances in levels.items()}
            for name, levels in model.chances.items()
        },
    }
    path.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _of(said: Mapping[str, Any]) -> Model:
    chances = {
        compared.name: {level.name: Chances(**said["fields"][compared.name][level.name]) for level in compared.levels}
        for compared in COMPARED
    }
    return Model(said["prior"], chances, Together(**said["together"]), said["about"])


def settings(model: Model | None = None) -> dict[str, Any]:
    """What Splink is told: the same for both engines.

    Args:
        model: What it knows already; None for a model that is to be learnt.
    """
    said: dict[str, Any] = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "row",
        "comparisons": [
            _comparison(compared, model.chances[compared.name] if model else None) for compared in COMPARED
        ],
        # Pairs are given by `candidates`; Splink wants a rule all the same.
        "blocking_rules_to_generate_predictions": ["l.passport = r.passport"],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }
    if model is not None:
        said["probability_two_random_records_match"] = model.prior
    return said


def quieten() -> None:
    """Have Splink say only what went wrong: levels that no pair showed are completed here."""
    logging.getLogger("splink").setLevel(logging.ERROR)


def _comparison(compared: Compared, chances: Mapping[str, Chances] | None) -> dict[str, Any]:
    levels: list[dict[str, Any]] = [
        {"sql_condition": compared.missing, "label_for_charts": "not said", "is_null_level": True}
    ]
    for level in compared.levels:
        said: dict[str, Any] = {"sql_condition": level.condition or "ELSE", "label_for_charts": level.name}
        if level.frequency_of:
            said |= {
                "tf_adjustment_column": level.frequency_of,
                "tf_minimum_u_value": _RAREST,
                "disable_tf_exact_match_detection": True,
            }
        if chances is not None:
            said |= {"m_probability": chances[level.name].m, "u_probability": chances[level.name].u}
        levels.append(said)
    return {"output_column_name": compared.name.replace(" ", "_"), "comparison_levels": levels}


def completed(
    prior: float, agree: Mapping[str, Mapping[str, float]], by_chance: Mapping[str, Mapping[str, float]], records: int
) -> Model:
    """A whole model of what was learnt; levels that the data did not show get what the shipped model says.

    Args:
        prior: That two records drawn by chance are of one person.
        agree: m by field and level, as far as it is known.
        by_chance: u by field and level, as far as it is known.
        records: How many records there were: what no random pair showed is rarer than one in so many.
    """
    stand_in = shipped()
    chances: dict[str, dict[str, Chances]] = {}
    for compared in COMPARED:
        mine, theirs = agree.get(compared.name, {}), by_chance.get(compared.name, {})
        other = stand_in.chances[compared.name]
        chances[compared.name] = {}
        for level in compared.levels:
            m = max(mine.get(level.name, other[level.name].m), _LEAST_M)
            u = theirs.get(level.name, min(other[level.name].u, 1 / max(records, 2)))
            chances[compared.name][level.name] = Chances(m, _of_strangers(u, prior * m))
    return Model(prior, chances, stand_in.together)


def _of_strangers(by_chance: float, of_one: float) -> float:
    """How likely strangers agree: some random pairs of a short list are one person's, and these are taken off."""
    return max(by_chance - of_one, by_chance * _LEFT_AT_LEAST)
