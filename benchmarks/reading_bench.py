"""What the readers find on annotated articles, field by field, and how fast. Sets not in the checkout are skipped."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks.reading.scoring import Tally
from noharbor.science.language.events import EventType
from noharbor.science.language.lines import event_line, publication_day
from noharbor.science.language.readers import Article, reader_for

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("NOHARBOR_SHARED", ROOT.parent / "shared")) / "data" / "reading"
#: Name of each set and its folder. `held` is never read by whoever writes the rules.
SETS = (
    ("dev", ROOT / "benchmarks" / "reading" / "dev"),
    ("held", ROOT / "benchmarks" / "reading" / "held"),
    ("real pages retold", SHARED),
)
LANGUAGES = ("en", "zh")
#: Read once before the clock runs, so that loading is not counted as reading.
SAMPLE = {
    "en": "Police in Poipet arrested five telecom fraud suspects in a raid on a scam compound on Monday.",
    "zh": "波贝警方周一突击搜查电信诈骗园区，抓获五名犯罪嫌疑人。",
}
FIELDS = ("count", "date", "place", "country", "from", "to")


@dataclass(frozen=True)
class Annotated:
    """An article and the events in it."""

    article: Article
    gold: list[dict]


def articles(folder: Path) -> Iterator[Annotated]:
    """Every annotated article below a folder."""
    for listing in sorted(folder.rglob("gold.jsonl")):
        gold = {row["id"]: row["events"] for row in _rows(listing)}
        for meta in _rows(listing.with_name("meta.jsonl")):
            path = listing.parent / meta["file"]
            if meta["id"] in gold and path.is_file():
                day, precision = publication_day(meta.get("published"))
                article = Article(path.read_text("utf-8"), day, meta["lang"], precision)
                yield Annotated(article, gold[meta["id"]])


def measure(chosen: list[Annotated]) -> tuple[Tally, float]:
    """Read all, compare; return the tally and the processor seconds reading took."""
    tally, seconds = Tally(), 0.0
    for one in chosen:
        reader = reader_for(one.article.language)
        assert reader is not None
        begun = process_time()
        events = reader.read(one.article)
        seconds += process_time() - begun
        tally.add(one.gold, [event_line(event, one.article.text) for event in events])
    return tally, seconds


def main() -> None:
    """Print a row per set and language, then a row per type for the held set, then speed."""
    _warm_up()
    print(
        f"{'set':20}{'lang':>5}{'articles':>9}{'F1':>7}{'count+date':>11}"
        + "".join(f"{name:>9}" for name in FIELDS)
        + "  false in empty"
    )
    held: dict[str, Tally] = {}
    characters, seconds = dict.fromkeys(LANGUAGES, 0), dict.fromkeys(LANGUAGES, 0.0)
    for name, folder in SETS:
        for language in LANGUAGES:
            chosen = [one for one in articles(folder) if one.article.language.split("-")[0] == language]
            if chosen:
                tally, taken = measure(chosen)
                seconds[language] += taken
                characters[language] += sum(len(one.article.text) for one in chosen)
                _print_row(name, language, len(chosen), tally)
                if name == "held":
                    held[language] = tally
    _print_types(held)
    for language in LANGUAGES:
        rate = characters[language] / 2000 / seconds[language]
        print(f"speed {language}: {rate:.0f} articles of 2,000 characters a second on one core (floor 20)")


def _print_row(name: str, language: str, count: int, tally: Tally) -> None:
    fields = "".join(f"{_percent(tally.accuracy(field)):>9}" for field in FIELDS)
    empty = f"{tally.empty_articles_disturbed}/{tally.empty_articles}"
    print(f"{name:20}{language:>5}{count:9}{tally.f1():7.3f}{tally.strict_f1:11.3f}{fields}{empty:>16}")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _print_types(held: dict[str, Tally]) -> None:
    print("\nheld, F1 by type" + "".join(f"{language:>8}" for language in held))
    for kind in EventType:
        print(f"{kind.value:24}" + "".join(f"{tally.f1(kind.value):8.3f}" for tally in held.values()))


def _warm_up() -> None:
    for language in LANGUAGES:
        reader = reader_for(language)
        assert reader is not None
        reader.read(Article(SAMPLE[language], None, language))


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
