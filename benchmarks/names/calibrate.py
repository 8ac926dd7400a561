"""Fit the weights that turn features into log-odds, on people put aside when the tables of spellings were learnt.

`python -m benchmarks.names.calibrate` writes reference/compiled/name_scores.json. Half of the people put aside fit the
weights; the other half say how well they hold.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.linear_model import LogisticRegression

from benchmarks.names.apart import APART, tables_apart
from benchmarks.names.pairs import Entry, couples, data_folder, is_aside, persons
from benchmarks.names.scorer import scorer_of
from noharbor.reference import tables
from noharbor.science.names.alignment import GAIN
from noharbor.science.names.engine import compare_groups, kind_of
from noharbor.science.names.features import FEATURES
from noharbor.science.names.prepared import Group, Prepared
from noharbor.science.scripts.latin_letters import latin_words

#: For each true pair and direction: names that look alike when romanised by somebody else, names that our own
#: alignment takes for alike, and names by chance.
LOOKING, OWN, CHANCE = 20, 3, 20
COMPILED = Path(tables.__file__).parent / "compiled"
#: Features that must not count against their sense, whatever few data say: the sign each may have.
SIGNS = {
    "gain": 1,
    "share_of_letters": 1,
    "share_of_pieces": 1,
    "letters_left": -1,
    "unknown": -1,
    "words": -1,
    "syllables": -1,
    "turned": -1,
    "fault": -1,
    "faults": -1,
    "information_met": 1,
    "shared_short": 1,
    "shared_long": 1,
    "characters": -1,
}


class Side:
    """The names of one script and group, ready."""

    def __init__(self, entries: list[Entry], script: str) -> None:
        prepared = Prepared([entry.name for entry in entries])
        groups = [group for group in prepared.groups if group.script == script]
        self.entries = entries
        self.group = groups[0] if groups else Group(script, [], [])
        self.romanised = [romanised(entry.core) for entry in entries]
        self.forms: dict[int, list[int]] = defaultdict(list)
        for form, row in enumerate(self.group.rows):
            self.forms[int(row)].append(form)


def best_features(one: Side, other: Side, pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features and gains of pairs of names (their best forms), and which pairs could be compared."""
    expanded, owner = [], []
    for number, (a, b) in enumerate(pairs):
        for x in one.forms.get(a, ()):
            for y in other.forms.get(b, ()):
                expanded.append((x, y))
                owner.append(number)
    compared = compare_groups(one.group, other.group, np.array(expanded, dtype=np.int32).reshape(-1, 2))
    best = np.full(len(pairs), -1)
    for at, number in enumerate(owner):
        if best[number] < 0 or compared.rows[at, 0] > compared.rows[best[number], 0]:
            best[number] = at
    kept = best >= 0
    return compared.rows[best[kept]], compared.out[best[kept], GAIN], np.flatnonzero(kept)


def examples(
    one: Side, other: Side, positives: list[tuple[int, int]], alike: dict[str, set[str]], seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return features and truth of true pairs and, for each and both ways, look-alikes and chance names."""
    dice = random.Random(seed)
    rows, truth = [], []
    features, _, _ = best_features(one, other, positives)
    rows.append(features)
    truth += [1] * len(features)
    for way, (here, there) in enumerate(((one, other), (other, one))):
        for pair in positives:
            at = pair[way]
            who = here.entries[at].who
            pool = [number for number, entry in enumerate(there.entries) if entry.who not in alike[who]]
            found, gains, kept = best_features(here, there, [(at, number) for number in pool])
            if not len(found):
                continue
            candidates = [there.romanised[pool[number]] for number in kept]
            looks = process.cdist([here.romanised[at]], candidates, scorer=fuzz.token_sort_ratio)[0]
            chance = np.array(dice.sample(range(len(found)), min(CHANCE, len(found))))
            chosen = np.concatenate([np.argsort(-looks, kind="stable")[:LOOKING], np.argsort(-gains)[:OWN], chance])
            rows.append(found[chosen])
            truth += [0] * len(chosen)
    return np.concatenate(rows), np.array(truth)


def alike_names(entries: list[Entry]) -> dict[str, set[str]]:
    """Return for each person those who share a name with them, in whatever order: never taken for different.

    Some people stand in the set twice, from two sources that nobody linked.
    """
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    keys: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in entries:
        for key in (tuple(sorted(latin_words(entry.core))), (entry.core.casefold().replace(" ", ""),)):
            if key:
                bearers[key].add(entry.who)
                keys[entry.who].add(key)
    return {who: set().union(*(bearers[key] for key in mine)) for who, mine in keys.items()}


def gather(people: list[Entry], one: str, other: str, limit: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features, truth and half (0 fits, 1 tests) of a kind of pair."""
    found = []
    for group in ("local", "foreign"):
        members = [entry for entry in people if entry.group == group]
        alike = alike_names(members)
        sides = [Side([entry for entry in members if entry.script == script], script) for script in (one, other)]
        numbers = [{id(entry): number for number, entry in enumerate(side.entries)} for side in sides]
        pairs = [
            pair for pair in couples(members, one, (other,)) if is_aside(pair[0].who) and pair[0].name != pair[1].name
        ]
        random.Random(7).shuffle(pairs)
        for half in range(2):
            mine = [pair for pair in pairs if hash_half(pair[0].who) == half][: limit // 2]
            positives = [(numbers[0][id(a)], numbers[1][id(b)]) for a, b in mine]
            if positives:
                rows, truth = examples(*sides, positives, alike, seed=half)
                found.append((rows, truth, np.full(len(truth), half)))
    if not found:
        return np.zeros((0, len(FEATURES))), np.zeros(0), np.zeros(0)
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


@cache
def romanised(name: str) -> str:
    """Return uroman's letters of a name."""
    scorer = _scorer()
    return scorer.romanised(name)


@cache
def _scorer():  # type: ignore[no-untyped-def]
    return scorer_of(data_folder())


def hash_half(who: str) -> int:
    """Return which half of those put aside a person belongs to."""
    return sum(map(ord, who)) % 2


def fit(rows: np.ndarray, truth: np.ndarray) -> tuple[float, np.ndarray]:
    """Fit a logistic whose signs stay sensible: a feature that turns against its sense is left out."""
    active = list(range(len(FEATURES)))
    while True:
        scale = rows[:, active].std(axis=0) + 1e-6
        model = LogisticRegression(C=0.3, max_iter=2000).fit(rows[:, active] / scale, truth)
        found = model.coef_[0] / scale
        wrong = [
            (abs(value * scale[at]), feature)
            for at, (feature, value) in enumerate(zip(active, found, strict=True))
            if SIGNS.get(FEATURES[feature], 0) * value < 0
        ]
        if not wrong:
            break
        active.remove(max(wrong)[1])
    weights = np.zeros(len(FEATURES))
    weights[active] = found
    return float(model.intercept_[0]), weights


def report(kind: str, odds: np.ndarray, truth: np.ndarray) -> None:
    """Print how well odds tell true from false pairs."""
    from sklearn.metrics import precision_recall_curve, roc_auc_score

    precision, recall, _ = precision_recall_curve(truth, odds)
    at = recall[precision >= 0.95]
    score = 1 / (1 + np.exp(-odds))
    bins = " ".join(
        f"{truth[(score >= low) & (score < low + 0.2)].mean():.2f}({((score >= low) & (score < low + 0.2)).sum()})"
        if ((score >= low) & (score < low + 0.2)).any()
        else "-"
        for low in (0.0, 0.2, 0.4, 0.6, 0.8)
    )
    sys.stdout.write(
        f"{kind:10} {int(truth.sum()):4} true  AUC {roc_auc_score(truth, odds):.3f}  recall at precision 0.95 "
        f"{at.max() if len(at) else 0:.3f}   true share by fifths of score: {bins}\n"
    )


def main() -> None:
    """Fit all kinds of pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scripts", default="Hang,Hani,Jpan,Khmr,Laoo,Latn,Mymr,Thai")
    parser.add_argument("--kinds", default="", help="only these, and write nothing")
    parser.add_argument("--limit", type=int, default=500)
    arguments = parser.parse_args()
    people = [replace(entry, script="Latn" if entry.script == "Latn-vi" else entry.script) for entry in persons()]
    scripts = arguments.scripts.split(",")
    only = arguments.kinds.split(",") if arguments.kinds else []
    pooled: list[tuple[np.ndarray, np.ndarray]] = []
    fitted, halved = [], []
    with tables_apart():
        for index, one in enumerate(scripts):
            for other in scripts[index:]:
                if (one == other and one != "Latn") or (only and kind_of(one, other) not in only):
                    continue
                rows, truth, half = gather(people, one, other, arguments.limit)
                if truth.sum() < 8:
                    continue
                kind = kind_of(one, other)
                if "Latn" not in kind:
                    pooled.append((rows, truth))
                few = truth[half == 0].sum() < 20
                train = np.ones(len(truth), bool) if few else half == 0
                constant, weights = fit(rows[train], truth[train])
                halved.append((kind, constant, weights))
                test = np.ones(len(truth), bool) if few else half == 1
                report(kind + ("*" if few else ""), rows[test] @ weights + constant, truth[test])
                constant, weights = fit(rows, truth)
                fitted.append((kind, constant, weights))
    if only:
        return
    constant, weights = (
        fit(*(np.concatenate(parts) for parts in zip(*pooled, strict=True))) if pooled else fitted[0][1:]
    )
    fitted.append(("any", constant, weights))
    write(fitted, COMPILED)
    # Weights of the first half judge the second in benchmarks/names/run.py; kinds with too few pairs share all.
    write([*halved, fitted[-1]], APART)


def write(fitted: list[tuple[str, float, np.ndarray]], folder: Path) -> None:
    """Write weights as a table, one kind of pair a line."""
    lines = ",\n".join(
        json.dumps(
            {
                "kind": kind,
                "constant": round(constant, 4),
                "weights": {name: round(float(value), 4) for name, value in zip(FEATURES, weights, strict=True)},
            }
        )
        for kind, constant, weights in fitted
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "name_scores.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
