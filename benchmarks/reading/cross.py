"""How well English is read on articles that were not learnt from, without touching those held back.

    python -m benchmarks.reading.cross

Each folder of benchmarks/reading/dev is read with clause and venue weights learnt from the other folders. The rules
were written with these articles in sight, so this is kinder than the held ones; it is the measure to tune by.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from unittest import mock

from benchmarks.reading.articles import Annotated, articles, read
from benchmarks.reading.measure import print_tally
from benchmarks.reading.scoring import Tally
from benchmarks.reading.train import DEV, article_examples, fit, pruned, sentence_examples
from benchmarks.reading.train_venues import Question, questions
from benchmarks.reading.train_venues import fit as fit_venues
from noharbor.science.language.english import reader as english_reader
from noharbor.science.language.english import venues
from noharbor.science.language.linear import LinearModel


def cross_read() -> tuple[Tally, int]:
    """Read every dev folder with weights learnt from the others; return the tally and the number of articles."""
    folders = sorted(path.parent for path in DEV.rglob("gold.jsonl"))
    chosen = {folder: [one for one in articles(folder) if one.language == "en"] for folder in folders}
    models = {folder: _clauses_without(folder, folders) for folder in folders}
    asked = {folder: _asked(chosen[folder], models[folder]) for folder in folders}
    tally = Tally()
    for folder in folders:
        weights = fit_venues([one for other in folders if other != folder for one in asked[other]])
        with _reading_with(models[folder]), mock.patch.object(venues, "_weights", return_value=weights):
            for one in chosen[folder]:
                tally.add(one.gold, read(one), identifier=one.identifier)
        print(f"{folder.name}: read with weights of the others", flush=True)
    return tally, sum(map(len, chosen.values()))


def _clauses_without(left_out: Path, folders: list[Path]) -> LinearModel:
    learnt = sentence_examples("en") + article_examples("en", [one for one in folders if one != left_out])
    return pruned(fit(learnt, "en"))


def _asked(chosen: list[Annotated], model: LinearModel) -> list[Question]:
    with _reading_with(model):
        return questions(chosen)


def _reading_with(model: LinearModel) -> mock._patch[mock.MagicMock]:
    return mock.patch.object(english_reader, "_model", return_value=model)


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    print_tally(*cross_read())


if __name__ == "__main__":
    main()
