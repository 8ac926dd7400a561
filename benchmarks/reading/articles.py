"""Annotated articles, and reading them: what every measurement of the readers stands on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.reading.scoring import Tally
from noharbor.science.language.lines import event_line, publication_day
from noharbor.science.language.readers import Article, reader_for

#: Articles in folders of this name are the final measure: nobody who writes rules reads them.
HELD = "held"
#: Read once before the clock runs, so that loading is not counted as reading.
SAMPLES = {
    "en": "Police in Poipet arrested five telecom fraud suspects in a raid on a scam compound on Monday.",
    "zh": "波贝警方周一突击搜查电信诈骗园区，抓获五名犯罪嫌疑人。",
}


@dataclass(frozen=True)
class Annotated:
    """An article and the events in it."""

    identifier: str
    article: Article
    gold: list[dict[str, Any]]

    @property
    def language(self) -> str:
        """Primary subtag."""
        return self.article.language.split("-")[0]


def articles(folder: Path) -> Iterator[Annotated]:
    """Every annotated article below a folder, of a language that can be read."""
    for listing in sorted(folder.rglob("gold.jsonl")):
        gold = {row["id"]: row["events"] for row in rows(listing)}
        for meta in rows(listing.with_name("meta.jsonl")):
            path = listing.parent / meta["file"]
            if meta["id"] in gold and path.is_file() and reader_for(meta["lang"]):
                day, precision = publication_day(meta.get("published"))
                article = Article(path.read_text("utf-8"), day, meta["lang"], precision)
                yield Annotated(meta["id"], article, gold[meta["id"]])


def read(one: Annotated) -> list[dict[str, Any]]:
    """The events a reader finds in an article, in the shape of gold."""
    reader = reader_for(one.article.language)
    assert reader is not None
    return [event_line(event, one.article.text) for event in reader.read(one.article)]


def measure(chosen: Iterable[Annotated]) -> tuple[Tally, float]:
    """Read all, compare; return the tally and the processor seconds reading took."""
    tally, seconds = Tally(), 0.0
    for one in chosen:
        begun = process_time()
        events = read(one)
        seconds += process_time() - begun
        tally.add(one.gold, events, identifier=one.identifier)
    return tally, seconds


def warm_up() -> None:
    """Load every reader before the clock runs."""
    for language, words in SAMPLES.items():
        read(Annotated("", Article(words, None, language), []))


def rows(path: Path) -> list[dict[str, Any]]:
    """Lines of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
