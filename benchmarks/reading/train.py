"""Trains the clause classifier of one language from labelled sentences and annotated articles.

    python -m benchmarks.reading.train en            # writes noharbor/reference/compiled/clauses_en.npz
    python -m benchmarks.reading.train en --check    # cross-validation only

Sentences come from noharbor/reference/sentences/*.tsv (columns lang, labels, sentence) and from the articles of
benchmarks/reading/dev. Articles set aside for the final measure are never opened here.
"""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from noharbor.science.language.events import EventType
from noharbor.science.language.layout import BlockKind, blocks_of
from noharbor.science.language.linear import LinearModel, pack_model

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parents[1] / "noharbor" / "reference"
DEV = HERE / "dev"
LABELS = tuple(str(kind) for kind in EventType)
#: The modules that cut sentences and describe them, by language.
LANGUAGES = {"en": "noharbor.science.language.english", "zh": "noharbor.science.language.chinese"}
#: How hard each language's weights are held near zero; larger is looser. Found by cross-validation.
LOOSENESS = {"en": 30.0, "zh": 30.0}
LARGEST_BYTES = 1_400_000


class Example:
    """One sentence with its labels; `unsure` labels are neither learnt as present nor as absent."""

    def __init__(self, text: str, labels: set[str], *, unsure: set[str] | None = None, group: str = "") -> None:
        self.text, self.labels, self.unsure, self.group = text, labels, unsure or set(), group


def sentence_examples(language: str) -> list[Example]:
    """The labelled sentences of a language."""
    examples = []
    for path in sorted((REFERENCE / "sentences").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            parts = line.split("\t")
            if len(parts) == 3 and parts[0].split("-")[0] == language:
                labels = {label.strip() for label in parts[1].split(",")} & set(LABELS)
                examples.append(Example(parts[2], labels, group=path.stem))
    return examples


def article_examples(language: str, folders: list[Path]) -> list[Example]:
    """The sentences of annotated articles; the gold quotes label the sentences that hold them."""
    split = import_module(LANGUAGES[language] + ".sentences").split_sentences
    examples = []
    for folder in folders:
        gold = {row["id"]: row["events"] for row in _rows(folder / "gold.jsonl")}
        for row in _rows(folder / "meta.jsonl"):
            path = folder / row["file"]
            if row["lang"].split("-")[0] == language and row["id"] in gold and path.is_file():
                examples += _labelled(path.read_text(encoding="utf-8"), gold[row["id"]], split, row["id"])
    return examples


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


def _labelled(text: str, events: list[dict[str, Any]], split: Any, group: str) -> list[Example]:
    told = {event["type"] for event in events}
    examples = []
    for block in blocks_of(text):
        if block.kind in (BlockKind.ADDRESS, BlockKind.FURNITURE):
            continue
        for sentence in split(text, block.start, block.end):
            words = text[sentence.start : sentence.end]
            labels = {event["type"] for event in events if _overlap(event.get("quote") or "", words, text, sentence)}
            # A sentence may tell again what another one was quoted for.
            examples.append(Example(words, labels, unsure=told - labels, group=group))
    return examples


def _overlap(quote: str, words: str, text: str, sentence: Any) -> bool:
    at = text.find(quote)
    if not quote or at < 0:
        return False
    shared = min(at + len(quote), sentence.end) - max(at, sentence.start)
    return shared >= 0.5 * min(len(quote), len(words))


def matrix(
    examples: list[Example], language: str, *, known: dict[int, int] | None = None
) -> tuple[Any, dict[int, int]]:
    """Features of the examples as rows; a feature must occur in two examples to count."""
    features_of = import_module(LANGUAGES[language] + ".features").sentence_features
    hashed = [{crc32(name.encode()): value for name, value in features_of(one.text).items()} for one in examples]
    if known is None:
        seen: dict[int, int] = {}
        for row in hashed:
            for key in row:
                seen[key] = seen.get(key, 0) + 1
        known = {key: index for index, key in enumerate(sorted(key for key, times in seen.items() if times >= 2))}
    cells = [
        (row, known[key], value) for row, items in enumerate(hashed) for key, value in items.items() if key in known
    ]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(examples), len(known)), dtype=np.float64), known


def fit(examples: list[Example], language: str) -> LinearModel:
    """One logistic regression per label, leaving out the examples that are unsure of it."""
    features, known = matrix(examples, language)
    weights = np.zeros((len(known), len(LABELS)))
    bias = np.full(len(LABELS), -9.0)
    for column, label in enumerate(LABELS):
        chosen = [index for index, one in enumerate(examples) if label not in one.unsure]
        target = np.array([label in examples[index].labels for index in chosen])
        if target.sum() < 5:
            continue
        model = LogisticRegression(C=LOOSENESS[language], solver="liblinear", random_state=0, max_iter=200)
        model.fit(features[chosen], target)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return LinearModel(LABELS, known, weights.astype(np.float32), bias.astype(np.float32))


def pruned(model: LinearModel) -> LinearModel:
    """The model without its lightest features, small enough to commit."""
    strength = np.abs(model.weights).max(axis=1)
    keep = strength >= 0.02
    while True:
        rows = {key: index for key, index in model.rows.items() if keep[index]}
        order = sorted(rows)
        small = LinearModel(
            model.labels,
            {key: index for index, key in enumerate(order)},
            model.weights[[rows[key] for key in order]],
            model.bias,
        )
        if len(pack_model(small)) <= LARGEST_BYTES:
            return small
        keep &= strength >= np.quantile(strength[keep], 0.08)


def cross_validate(examples: list[Example], language: str, folds: int = 5) -> None:
    """Print precision, recall and F1 per label at 0.5, over folds that keep each article together."""
    counts = {label: [0, 0, 0] for label in LABELS}
    groups = [
        crc32((one.group if one.group[:1].isdigit() or len(one.group) < 8 else one.text).encode()) for one in examples
    ]
    for fold in range(folds):
        train = [one for one, group in zip(examples, groups, strict=True) if group % folds != fold]
        test = [one for one, group in zip(examples, groups, strict=True) if group % folds == fold]
        model = fit(train, language)
        features_of = import_module(LANGUAGES[language] + ".features").sentence_features
        for one in test:
            chances = model.probabilities(features_of(one.text))
            for label in LABELS:
                if label in one.unsure:
                    continue
                given, wanted = chances[label] >= 0.5, label in one.labels
                counts[label][0] += given and wanted
                counts[label][1] += given and not wanted
                counts[label][2] += wanted and not given
    for label, (right, false, missed) in [
        *counts.items(),
        ("ALL", [sum(c[k] for c in counts.values()) for k in range(3)]),
    ]:
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{label:26}{right:5}{false:5}{missed:5}{precision:8.3f}{recall:8.3f}{f1:8.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(LANGUAGES))
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args()
    folders = sorted({path.parent for path in DEV.rglob("gold.jsonl")})
    examples = sentence_examples(options.language) + article_examples(options.language, folders)
    print(f"{len(examples)} sentences, {sum(not one.labels for one in examples)} of them without an event")
    if options.check:
        cross_validate(examples, options.language)
        return
    packed = pack_model(pruned(fit(examples, options.language)))
    path = REFERENCE / "compiled" / f"clauses_{options.language}.npz"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(packed)
    print(f"{path.name}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
