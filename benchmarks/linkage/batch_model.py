"""The model that comes with batch linkage, learnt on invented worlds and on FEBRL's addresses; and its charts.

    python -m benchmarks.linkage.batch_model learn          # writes noharbor/science/matching/batch/model.json
    python -m benchmarks.linkage.batch_model draw 30011     # writes docs/pictures/linkage-*.svg, of an unseen seed

In the peers' environment (`make .make/bench`). Seeds that are measured are not learnt from.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage import febrl
from benchmarks.linkage.batch_worlds import Unwatched, records_of_febrl, records_of_world
from benchmarks.linkage.lists import lists
from noharbor.science.matching.batch import charts
from noharbor.science.matching.batch.evidence import judged_pairs
from noharbor.science.matching.batch.given import schema
from noharbor.science.matching.batch.job import Wanted, link
from noharbor.science.matching.batch.model import Model, Together, shipped, write_model
from noharbor.science.matching.people.agreement import Kind
from noharbor.science.names.evidence import Level

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "noharbor" / "science" / "matching" / "batch" / "model.json"
PICTURES = ROOT / "docs" / "pictures"
#: Seeds and people of the worlds that are learnt from: the prior of a pair differs by size, and so none is of one size.
LEARNT_FROM = ((601, 4_000), (602, 20_000), (603, 60_000))
_AGAINST = {
    Kind.BORN_YEARS_APART, Kind.OTHER_NATIONALITY, Kind.OTHER_NATIONAL_ID, Kind.OTHER_PASSPORT, Kind.OTHER_SEX,
}  # fmt: skip


class Linked(NamedTuple):
    """Pairs of a world as they were scored.

    Attributes:
        features: (pairs, 5) in the order of `Together`, without its constant.
        right: (pairs,) whether they are one person.
        model: What was learnt.
    """

    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    model: Model


@contextmanager
def _linked(rows: list[dict[str, Any]]) -> Iterator[tuple[Wanted, Model]]:
    from pyarrow import Table, parquet

    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.parquet"
        parquet.write_table(Table.from_pylist(rows, schema=schema()), given)
        wanted = Wanted((given,), Path(folder) / "links.parquet", memory=3.0, workers=1, keep=True)
        yield wanted, link(wanted, Unwatched()).model


def scored_world(seed: int, people: int) -> Linked:
    """Link a world, and give its scored pairs with the truth."""
    from pyarrow import parquet

    kept = lists(people, seed)
    human = {(str(number), str(row.row)): row.human for number, one in enumerate(kept) for row in one.rows}
    features, right = [], []
    with _linked(records_of_world(kept)) as (wanted, model):
        for path in sorted((wanted.work / "scored").glob("*.parquet")):
            for batch in parquet.ParquetFile(path).iter_batches(20_000):
                said = batch.to_pylist()
                for row, judged in zip(said, judged_pairs(said, model.together), strict=True):
                    kinds = {agreement.kind for agreement in judged.agreements}
                    features.append(
                        (
                            (row["match_weight"] - row["weight_names"]) * math.log(2),
                            row["weight_names"] * math.log(2),
                            max(-8.0, min(8.0, judged.name_odds)),
                            bool(kinds & _AGAINST),
                            judged.level >= Level.CUSTOMARY_ROMANISATION,
                        )
                    )
                    right.append(human[row["source_l"], row["id_l"]] == human[row["source_r"], row["id_r"]])
    return Linked(np.array(features, float), np.array(right), model)


def fitted(worlds: list[Linked]) -> Together:
    """The logistic of all worlds together; a world counts by the root of its pairs."""
    from sklearn.linear_model import LogisticRegression

    weights = [np.full(len(one.right), 1 / math.sqrt(len(one.right))) for one in worlds]
    logistic = LogisticRegression(C=100, max_iter=1_000)
    logistic.fit(
        np.concatenate([one.features for one in worlds]),
        np.concatenate([one.right for one in worlds]),
        sample_weight=np.concatenate(weights) * 100,
    )
    fields, names, name_odds, against, customary = (round(float(one), 3) for one in logistic.coef_[0])
    return Together(round(float(logistic.intercept_[0]), 3), fields, names, name_odds, against, customary)


def learn() -> None:
    """Write the model."""
    worlds = [scored_world(seed, people) for seed, people in LEARNT_FROM]
    with _linked(records_of_febrl(febrl.load("3"))) as (_, of_febrl):
        address = of_febrl.chances["address"]
    largest = worlds[-1].model
    about = dict(largest.about) | {
        "learnt from": "an invented world (benchmarks/linkage, seed 603, 60,000 people)",
        "address": "learnt from FEBRL 3, since the world has no addresses",
        "together": "fitted on invented worlds of seeds 601, 602 and 603 with 4,000, 20,000 and 60,000 people",
    }
    chances = dict(largest.chances) | {"address": address}
    write_model(replace(largest, chances=chances, together=fitted(worlds), about=about), MODEL)


def draw(seed: int, people: int = 8_000) -> None:
    """Draw the model, and precision and recall over the score on a world that was not learnt from."""
    (PICTURES / "linkage-weights.svg").write_text(charts.weights(shipped()), encoding="utf-8")
    (PICTURES / "linkage-chances.svg").write_text(charts.chances(shipped()), encoding="utf-8")
    kept = lists(people, seed)
    human = {(str(number), str(row.row)): row.human for number, one in enumerate(kept) for row in one.rows}
    true = sum(count * (count - 1) // 2 for count in Counter(human.values()).values())
    from pyarrow import parquet

    with _linked(records_of_world(kept)) as (wanted, _):
        links = parquet.read_table(wanted.out).to_pylist()
    scored = [
        (
            pair["score"],
            pair["proposal"] == "same",
            human[pair["source_l"], pair["id_l"]] == human[pair["source_r"], pair["id_r"]],
        )
        for pair in links
    ]
    drawn = []
    for name, only_same, colours in (("all pairs", False, ("#1f5f8b", "#9bbcd3")),
                                     ("proposed as the same", True, ("#b4532a", "#e0b49c"))):  # fmt: skip
        precision, recall = [], []
        for step in range(30, 100):
            found = [right for score, same, right in scored if score >= step / 100 and (same or not only_same)]
            if found:
                precision.append(charts.Point(step / 100, sum(found) / len(found)))
                recall.append(charts.Point(step / 100, sum(found) / true))
        drawn += [(f"precision, {name}", colours[0], precision), (f"recall, {name}", colours[1], recall)]
    picture = charts.lines(f"Right and found by score (seed {seed})", "score from which on", drawn)
    (PICTURES / "linkage-scores.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["learn"]:
        learn()
    elif len(sys.argv) == 3 and sys.argv[1] == "draw":
        draw(int(sys.argv[2]))
    else:
        sys.exit(__doc__)
