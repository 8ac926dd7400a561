"""Scored pairs weighed by the evidence of the desk: names compared in full, fields in the words of `agreement`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.batch import given
from noharbor.science.matching.batch.clusters import CANNOT_BE_ONE
from noharbor.science.matching.batch.model import Together
from noharbor.science.matching.batch.prepare import person_of
from noharbor.science.matching.people.agreement import Kind, agreements
from noharbor.science.matching.people.judged import Judged
from noharbor.science.matching.people.named_rows import in_letters
from noharbor.science.matching.people.person import Person
from noharbor.science.names.comparison import compare_pairs
from noharbor.science.names.evidence import Level
from noharbor.science.names.prepared import Prepared

#: Kinds that stand against one person. A passport is renewed: another number forbids nothing, but speaks against.
_AGAINST = CANNOT_BE_ONE | {Kind.OTHER_PASSPORT}
#: Log-odds of names beyond this, either way, say no more.
_MOST_OF_NAMES = 8.0


def judged_pairs(said: Sequence[dict[str, Any]], together: Together) -> list[Judged]:
    """Weigh pairs of records, by the columns that `scoring` wrote."""
    columns = given.schema().names
    ones, others = (
        [person_of({name: row[f"{name}_{side}"] for name in columns}) for row in said] for side in ("l", "r")
    )
    judged = []
    for row, one, other, (odds, level, names) in zip(said, ones, others, _best_names(ones, others), strict=True):
        fields = agreements(one, other)
        log_odds = (
            together.constant
            + together.fields * (row["match_weight"] - row["weight_names"]) * math.log(2)
            + together.names * row["weight_names"] * math.log(2)
            + together.name_odds * max(-_MOST_OF_NAMES, min(_MOST_OF_NAMES, odds))
            + together.against * any(field.kind in _AGAINST for field in fields)
            + together.customary * (level >= Level.CUSTOMARY_ROMANISATION)
        )
        score = 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
        judged.append(Judged(row["row_l"], row["row_r"], names, odds, Level(level), fields, log_odds, score))
    return judged


def _best_names(ones: Sequence[Person], others: Sequence[Person]) -> list[tuple[float, int, tuple[str, str]]]:
    """For each pair of people the names that agree best: log-odds, level, names."""
    texts: dict[str, int] = {}
    of_pair, pairs = [], []
    for at, (one, other) in enumerate(zip(ones, others, strict=True)):
        for mine in one.names or ("",):
            for theirs in other.names or ("",):
                of_pair.append(at)
                pairs.append([texts.setdefault(in_letters(name), len(texts)) for name in (mine, theirs)])
    prepared = Prepared(texts)
    found: NDArray[np.int64]
    distinct, found = np.unique(np.array(pairs, np.int64).reshape(-1, 2), axis=0, return_inverse=True)
    odds, levels = compare_pairs(prepared, prepared, distinct)
    best: list[tuple[float, int, tuple[str, str]]] = [(-np.inf, 0, ("", ""))] * len(ones)
    for at, number in zip(of_pair, found.tolist(), strict=True):
        if odds[number] > best[at][0]:
            one, other = distinct[number].tolist()
            best[at] = float(odds[number]), int(levels[number]), (prepared[one], prepared[other])
    return best
