"""How well a language is read on articles that were not learnt from, without touching those held back.

    python -m benchmarks.reading.cross en
    python -m benchmarks.reading.cross zh

Each folder of benchmarks/reading/dev is read with weights learnt from the other folders. The rules were written with
these articles in sight, so this is kinder than the held ones; it is the measure to tune by.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from benchmarks.reading.articles import Annotated, articles, read
from benchmarks.reading.measure import print_tally
from benchmarks.reading.scoring import Tally
from benchmarks.reading.train import DEV, LANGUAGES, article_examples, fit, pruned, sentence_examples
from benchmarks.reading.train_venues import Question, questions
from benchmarks.reading.train_venues import fit as fit_venues
from noharbor.science.language import venues
from noharbor.science.language.chinese import view as chinese_view
from noharbor.science.language.english import reader as english_reader
from noharbor.science.language.linear import LinearModel


def cross_read(language: str) -> tuple[Tally, int]:
    """Read every dev folder with weights learnt from the others; return the tally and the number of articles."""
    folders = sorted(path.parent for path in DEV.rglob("gold.jsonl"))
    chosen = {folder: [one for one in articles(folder) if one.language == language] for folder in folders}
    chosen = {folder: found for folder, found in chosen.items() if found}
    models = {folder: _clauses_without(folder, folders, language) for folder in chosen}
    asked = {folder: _asked(found, models[folder]) for folder, found in chosen.items()}
    tally = Tally()
    for folder, found in chosen.items():
        others = [one for other in chosen if other != folder for one in asked[other]]
        with _reading_with(models[folder]), _placing_with(others):
            for one in found:
                tally.add(one.gold, read(one), identifier=one.identifier)
        print(f"{folder.name}: read with weights of the others", flush=True)
    return tally, sum(map(len, chosen.values()))


def _clauses_without(left_out: Path, folders: list[Path], language: str) -> LinearModel:
    learnt = sentence_examples(language) + article_examples(language, [one for one in folders if one != left_out])
    return pruned(fit(learnt, language))


def _asked(chosen: list[Annotated], model: LinearModel) -> list[Question]:
    with _reading_with(model):
        return questions(chosen)


@contextmanager
def _reading_with(model: LinearModel) -> Iterator[None]:
    with (
        mock.patch.object(english_reader, "_model", return_value=model),
        mock.patch.object(chinese_view, "clause_model", return_value=model),
    ):
        yield


@contextmanager
def _placing_with(asked: list[Question]) -> Iterator[None]:
    weights = fit_venues(asked) if asked else {}
    with mock.patch.object(venues, "_weights", return_value=weights):
        yield


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(LANGUAGES))
    print_tally(*cross_read(parser.parse_args().language))


if __name__ == "__main__":
    main()
