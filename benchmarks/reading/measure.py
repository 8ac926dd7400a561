"""Measures the readers on annotated articles: right events, right fields, articles per second.

    python -m benchmarks.reading.measure benchmarks/reading/dev              # every annotated folder below
    python -m benchmarks.reading.measure benchmarks/reading/dev --errors 40  # and what went wrong
    python -m benchmarks.reading.measure ../shared/data/reading --lang en

A folder holds meta.jsonl (id, file, published, lang), gold.jsonl and the texts; docs/annotation-guide.md says how they
are annotated. Folders named "held" are the final measure: their errors are never listed, so that nobody tunes to them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.reading.articles import HELD, articles, measure, warm_up
from benchmarks.reading.scoring import Tally
from noharbor.science.language.events import EventType

FIELDS = ("count", "date", "place", "country", "from", "to", "amount")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--lang", help="only these, as en,zh")
    parser.add_argument("--errors", type=int, default=0, help="list so many misses and false events")
    parser.add_argument("--id", help="list errors of this article only")
    options = parser.parse_args()
    if (options.errors or options.id) and any(_is_held(folder) for folder in options.folders):
        sys.exit("Articles that are held back must stay unseen: --errors is refused for them.")
    languages = set(options.lang.split(",")) if options.lang else None
    chosen = [one for folder in options.folders for one in articles(folder)]
    chosen = [one for one in chosen if not languages or {one.language, one.article.language} & languages]
    warm_up()
    tally, seconds = measure(chosen)
    print_tally(tally, len(chosen))
    rate = sum(len(one.article.text) for one in chosen) / 2000 / max(seconds, 1e-9)
    print(f"{rate:.0f} articles of 2,000 characters a second on one core")
    _print_errors(tally, options.errors, options.id)


def _is_held(folder: Path) -> bool:
    return any(HELD in listing.resolve().parts for listing in folder.rglob("gold.jsonl"))


def print_tally(tally: Tally, count: int) -> None:
    print(f"{'type':26}{'right':>6}{'false':>6}{'missed':>7}{'F1':>8}")
    for kind in (kind.value for kind in EventType):
        print(f"{kind:26}{tally.hits[kind]:6}{tally.false[kind]:6}{tally.missed[kind]:7}{tally.f1(kind):8.3f}")
    sums = (sum(one.values()) for one in (tally.hits, tally.false, tally.missed))
    print(f"{'ALL':26}{next(sums):6}{next(sums):6}{next(sums):7}{tally.f1():8.3f}")
    print(f"counting only pairs with count and date right: F1 {tally.strict_f1:.3f}")
    for field in FIELDS:
        if tally.of[field]:
            print(f"{field:26}{tally.right[field]:6} of {tally.of[field]:<6}{tally.accuracy(field):.3f}")
    disturbed = tally.empty_articles_disturbed
    print(f"{count} articles; {tally.empty_articles} without events, false events in {disturbed} of them")


def _print_errors(tally: Tally, limit: int, identifier: str | None) -> None:
    found = [{"kind": kind} | event for kind, events in tally.problems.items() for event in events]
    shown = [error for error in found if not identifier or error["id"] == identifier]
    for error in sorted(shown, key=lambda error: error["id"])[: limit or (len(shown) if identifier else 0)]:
        print(json.dumps(error, ensure_ascii=False))


if __name__ == "__main__":
    main()
