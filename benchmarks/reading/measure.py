"""Measures the readers on annotated articles: right events, right fields, articles per second.

    python -m benchmarks.reading.measure benchmarks/reading/dev              # every annotated folder below
    python -m benchmarks.reading.measure benchmarks/reading/dev --errors 40  # and what went wrong
    python -m benchmarks.reading.measure ../shared/data/reading --lang en

A folder holds meta.jsonl (id, file, published, lang), gold.jsonl and the texts. The scorer is score.py of the reading
set, looked for in $NOHARBOR_SHARED/data/reading and in ../shared/data/reading beside the checkout. Folders named
"held" are the final measure: their errors are never listed, so that nobody tunes to them.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from datetime import date
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

from noharbor.science.language.english import reader as english_reader
from noharbor.science.language.events import Bound, ReadEvent
from noharbor.science.language.linear import unpack_model
from noharbor.science.language.readers import Article, reader_for

ROOT = Path(__file__).resolve().parents[2]
HELD = "held"


def scorer() -> ModuleType:
    """The reading set's own scorer."""
    places = [Path(os.environ["NOHARBOR_SHARED"])] if "NOHARBOR_SHARED" in os.environ else []
    for shared in [*places, ROOT.parent / "shared"]:
        path = shared / "data" / "reading" / "score.py"
        if path.is_file():
            spec = importlib.util.spec_from_file_location("score", path)
            assert spec is not None
            assert spec.loader is not None
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    sys.exit("score.py was not found: set NOHARBOR_SHARED to the folder that holds data/reading/score.py.")


def published(text: str | None) -> tuple[date | None, str]:
    """A publication date as written in meta.jsonl, and how much of it is known."""
    if not text:
        return None, "day"
    parts = [int(part) for part in text.split("-")]
    precision = ("year", "month", "day")[len(parts) - 1]
    return date(*[*parts, 1, 1][:3]), precision


def as_row(event: ReadEvent, text: str) -> dict[str, Any]:
    """An event in the shape of gold.jsonl."""
    row: dict[str, Any] = {
        "type": str(event.type),
        "date": event.moment.iso if event.moment else None,
        "place": {"name": event.place.name, "country": event.place.country} if event.place else None,
        "count": event.count.value if event.count else None,
        "people": [{"name": person.name, "role": person.role} for person in event.people],
        "organisations": list(event.organisations),
        "countries": list(event.countries),
        "nationalities": list(event.nationalities),
        "from_country": event.from_country,
        "to_country": event.to_country,
        "fraud_types": list(event.fraud_types),
        "amount": event.amount.value if event.amount else None,
        "currency": event.amount.currency if event.amount else None,
        "items": [{"what": item.what, "n": item.number} for item in event.items],
        "measure": event.measure,
        "quote": text[event.passage.start : event.passage.end],
    }
    if event.count and event.count.bound is Bound.AT_LEAST:
        row["at_least"] = True
    return row


def read_folder(
    folder: Path, languages: set[str] | None
) -> tuple[dict[str, Any], dict[str, Any], dict[str, str], float]:
    """Gold rows, predicted rows and texts of one folder, and the seconds that reading took."""
    gold_all = {row["id"]: row for row in _rows(folder / "gold.jsonl")}
    gold, predicted, texts = {}, {}, {}
    seconds = 0.0
    for meta in _rows(folder / "meta.jsonl"):
        path = folder / meta["file"]
        reader = reader_for(meta["lang"])
        if meta["id"] not in gold_all or not path.is_file() or reader is None:
            continue
        if languages and meta["lang"].split("-")[0] not in languages:
            continue
        text = path.read_text(encoding="utf-8")
        day, precision = published(meta.get("published"))
        begun = perf_counter()
        events = reader.read(Article(text, day, meta["lang"], precision))
        seconds += perf_counter() - begun
        gold[meta["id"]] = gold_all[meta["id"]] | {"lang": meta["lang"]}
        predicted[meta["id"]] = {"id": meta["id"], "events": [as_row(event, text) for event in events]}
        texts[meta["id"]] = text
    return gold, predicted, texts, seconds


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def report(result: dict[str, Any], texts: dict[str, str], seconds: float) -> None:
    """Print the table: types, fields, articles without events, speed."""
    print(f"{'type':26}{'right':>6}{'false':>6}{'missed':>7}{'prec':>8}{'recall':>8}{'F1':>8}")
    for name, row in [*result["per_type"].items(), ("MICRO", result["micro"])]:
        counts = f"{row['tp']:6}{row['fp']:6}{row['fn']:7}"
        print(f"{name:26}{counts}{row['precision']:8.3f}{row['recall']:8.3f}{row['f1']:8.3f}")
    strict = result["strict_f1"]
    print(f"with count and date right {strict['count_and_date']:.3f}; place too {strict['count_date_and_place']:.3f}")
    for name, row in result["fields_on_matched"].items():
        print(f"{name:26}{row['correct']:8}/{row['of']:<6}{row['accuracy']:.3f}")
    print("filled where gold is null:", result["filled_where_gold_is_null"])
    none = result["negatives"]
    print(f"articles {len(texts)}; without events {none['articles']}, left empty {none['clean']}", end="; ")
    print(f"false events in them {none['false_events']}")
    if result["type_confusions"]:
        shown = (f"{row['gold']}->{row['predicted']} x{row['n']}" for row in result["type_confusions"][:10])
        print("confusions:", "; ".join(shown))
    if result["quotes_verbatim"]:
        print("quotes found in the text: {found}/{of}".format(**result["quotes_verbatim"]))
    characters = sum(map(len, texts.values()))
    rate = characters / 2000 / max(seconds, 1e-9)
    print(f"{seconds:.2f} s for {characters:,} characters: {rate:.1f} articles of 2,000 characters a second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--lang", help="only these, as en,zh")
    parser.add_argument("--errors", type=int, default=0, help="list so many misses and false events")
    parser.add_argument("--weights", type=Path, help="read English with these weights instead of the committed ones")
    parser.add_argument("--id", help="list errors of this article only")
    options = parser.parse_args()
    folders = sorted({path.parent.resolve() for folder in options.folders for path in folder.rglob("gold.jsonl")})
    if (options.errors or options.id) and any(HELD in folder.parts for folder in folders):
        sys.exit("Articles that are held back must stay unseen: --errors is refused for them.")
    if options.weights:
        english_reader.load_model = lambda _: unpack_model(options.weights.read_bytes())
    gold, predicted, texts, seconds = {}, {}, {}, 0.0
    _warm_up(options.lang)
    for folder in folders:
        more = read_folder(folder, set(options.lang.split(",")) if options.lang else None)
        gold |= more[0]
        predicted |= more[1]
        texts |= more[2]
        seconds += more[3]
    result = scorer().score(gold, predicted, texts)
    unread = sum(bool(row["events"]) and not predicted[key]["events"] for key, row in gold.items())
    print(f"articles with events in which none was found: {unread}")
    report(result, texts, seconds)
    errors = [error for error in result["errors"] if not options.id or error["id"] == options.id]
    for error in errors[: options.errors]:
        print(json.dumps(error, ensure_ascii=False))


def _warm_up(languages: str | None) -> None:
    """Load the models before the clock runs."""
    for language in (languages or "en,zh").split(","):
        reader = reader_for(language)
        if reader is not None:
            reader.read(
                Article(
                    "Police arrested 12 scam suspects in Poipet on Monday. 警方抓获12名电信诈骗嫌疑人。", None, language
                )
            )


if __name__ == "__main__":
    main()
