"""Trains the weights that choose where an event fell (noharbor.science.language.venues).

    python -m benchmarks.reading.train_venues en            # writes noharbor/reference/compiled/venues_en.json
    python -m benchmarks.reading.train_venues en --check    # cross-validation only, articles kept together

Every event that the reader finds and the annotation knows is one question: no place, or any place of the article. The
right answers are those the scorer counts as right. Articles set aside for the final measure are never opened here.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from scipy.optimize import minimize

from benchmarks.reading.articles import Annotated, articles
from benchmarks.reading.scoring import pair, place_country, place_words, same_place
from noharbor.science.language import venues
from noharbor.science.language.chinese import reader as chinese_reader
from noharbor.science.language.english import reader as english_reader
from noharbor.science.language.lines import event_line
from noharbor.science.language.readers import reader_for
from noharbor.science.language.stage import Stage

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parents[1] / "noharbor" / "reference"
#: How hard weights are held near zero (a Gaussian of this precision); found by cross-validation.
STIFFNESS = 8.0
#: What a question counts whose annotation names no place: to leave the place out matters less than to find it.
EMPTY_WORTH = 0.2
FOLDS = 10
#: Where each language's reader asks for places.
READING = {"en": english_reader, "zh": chinese_reader}


@dataclass(frozen=True)
class Question:
    """One event: the options, which are right and which in the right state, whether gold names a place, what rules say.

    None is right where the reader did not see the name that the annotation gives.
    """

    article: str
    options: list[venues.Features]
    right: list[bool]
    in_state: list[bool]
    stated: bool
    proposed: int


def questions(chosen: Sequence[Annotated]) -> list[Question]:
    """What the reader has to answer in annotated articles."""
    found: list[Question] = []
    for one in chosen:
        # The question is caught where the reader asks it, with all that it knows then and nothing that comes later.
        stages: list[Stage] = []
        reader = reader_for(one.language)
        assert reader is not None
        with mock.patch.object(READING[one.language], "settle_venues", lambda stage, _: stages.append(stage)):  # noqa: B023
            events = reader.read(one.article)
        if stages:
            found += _asked(one, stages[0], [event_line(event, one.article.text) for event in events])
    return found


def _asked(one: Annotated, stage: Stage, events: list[dict[str, Any]]) -> list[Question]:
    found = []
    for index, other in pair(one.gold, events):
        gold, draft = one.gold[index], stage.drafts[other]
        offered = venues.options(stage, draft)
        lines = [{"place": {"name": place.name, "country": place.country} if place else None} for place, _ in offered]
        stated = bool(place_words(gold))
        right = [same_place(gold, line) if stated else line["place"] is None for line in lines]
        state = [place_country(gold) == place_country(line) and line["place"] is not None for line in lines]
        proposed = next((at for at, (place, _) in enumerate(offered) if place == draft.place), 0)
        signs = [dict(features) for _, features in offered]
        found.append(Question(one.identifier, signs, right, state, stated, proposed))
    return found


def fit(asked: Sequence[Question]) -> dict[str, float]:
    """Weights under which the right options are most likely together (a conditional log-linear model)."""
    names = sorted({name for question in asked for option in question.options for name in option})
    column = {name: index for index, name in enumerate(names)}
    tables = []
    for question in (one for one in asked if any(one.right)):
        table = np.zeros((len(question.options), len(names)))
        for row, option in enumerate(question.options):
            for name, value in option.items():
                table[row, column[name]] = value
        tables.append((table, np.array(question.right), 1.0 if question.stated else EMPTY_WORTH))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = 0.5 * STIFFNESS * weights @ weights, STIFFNESS * weights
        for table, right, worth in tables:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            hit = chances[right].sum()
            total -= worth * np.log(hit)
            wanted = np.where(right, chances / hit, 0.0)
            gradient = gradient - worth * ((wanted - chances) @ table)
        return total, gradient

    solved = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(weight), 3) for name, weight in zip(names, solved.x, strict=True) if abs(weight) >= 0.01}


def answer(question: Question, weights: dict[str, float]) -> int:
    """Index of the option that weighs most."""
    worth = [sum(weights.get(name, 0.0) * value for name, value in option.items()) for option in question.options]
    return int(np.argmax(worth))


def cross_validate(asked: Sequence[Question]) -> None:
    """Print how often the rules alone and the weights learnt from other articles are right."""
    groups = sorted({question.article for question in asked})
    told = {"rules": [0, 0, 0], "learnt": [0, 0, 0]}
    for fold in range(FOLDS):
        test = set(groups[fold::FOLDS])
        weights = fit([one for one in asked if one.article not in test])
        for one in (one for one in asked if one.article in test and one.stated):
            for name, chosen in (("rules", one.proposed), ("learnt", answer(one, weights))):
                told[name][0] += one.right[chosen]
                told[name][1] += one.in_state[chosen]
                told[name][2] += 1
    for name, (place, state, of) in told.items():
        print(f"{name:8} place {place / of:.3f}  state {state / of:.3f}  of {of}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(READING))
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args()
    folders = sorted({path.parent for path in (HERE / "dev").rglob("gold.jsonl")})
    chosen = [one for folder in folders for one in articles(folder)]
    asked = questions([one for one in chosen if one.language == options.language])
    print(f"{len(asked)} events")
    if options.check:
        cross_validate(asked)
        return
    weights = fit(asked)
    path = REFERENCE / "compiled" / venues.weights_of(options.language)
    path.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(weights)} weights")


if __name__ == "__main__":
    main()
