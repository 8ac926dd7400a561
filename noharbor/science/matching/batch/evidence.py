"""Scored pairs weighed by the evidence of the desk: names compared in full, fields in the words of `agreement`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from noharbor.science.matching.batch import given
from noharbor.science.matching.batch.model import Together
from noharbor.science.matching.batch.prepare import person_of
from noharbor.science.matching.people.agreement import agreements
from noharbor.science.matching.people.best_names import names_of_pairs
from noharbor.science.matching.people.judged import AGAINST, Judged, score_of
from noharbor.science.matching.people.person import Person
from noharbor.science.names.evidence import Level

#: Log-odds of names beyond this, either way, say no more.
_MOST_OF_NAMES = 8.0


def judged_pairs(said: Sequence[dict[str, Any]], together: Together) -> list[Judged]:
    """Weigh pairs of records, by the columns that `scoring` wrote."""
    people = [(_person(row, "l"), _person(row, "r")) for row in said]
    judged = []
    for row, pair, (odds, level, names) in zip(said, people, names_of_pairs(people), strict=True):
        fields = agreements(*pair)
        log_odds = (
            together.constant
            + together.fields * (row["match_weight"] - row["weight_names"]) * math.log(2)
            + together.names * row["weight_names"] * math.log(2)
            + together.name_odds * max(-_MOST_OF_NAMES, min(_MOST_OF_NAMES, odds))
            + together.against * any(field.kind in AGAINST for field in fields)
            + together.customary * (level >= Level.CUSTOMARY_ROMANISATION)
        )
        judged.append(
            Judged(row["row_l"], row["row_r"], names, odds, Level(level), fields, log_odds, score_of(log_odds))
        )
    return judged


def _person(row: Mapping[str, Any], side: str) -> Person:
    return person_of({name: row[f"{name}_{side}"] for name in given.schema().names})
