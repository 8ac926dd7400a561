"""What the readers find on annotated articles, field by field, and how fast. Sets not in the checkout are skipped."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.reading.articles import HELD, articles, measure, warm_up
from benchmarks.reading.scoring import Tally
from noharbor.science.language.events import EventType

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("NOHARBOR_SHARED", ROOT.parent / "shared")) / "data" / "reading"
#: Name of each set and its folder. `held` is never read by whoever writes the rules.
SETS = (
    ("dev", ROOT / "benchmarks" / "reading" / "dev"),
    (HELD, ROOT / "benchmarks" / "reading" / HELD),
    ("real pages retold", SHARED),
)
LANGUAGES = ("en", "zh")
FIELDS = ("count", "date", "place", "country", "from", "to")


def main() -> None:
    """Print a row per set and language, then a row per type for the held set, then speed."""
    warm_up()
    print(
        f"{'set':20}{'lang':>5}{'articles':>9}{'F1':>7}{'count+date':>11}"
        + "".join(f"{name:>9}" for name in FIELDS)
        + "  false in empty"
    )
    held: dict[str, Tally] = {}
    characters, seconds = dict.fromkeys(LANGUAGES, 0), dict.fromkeys(LANGUAGES, 0.0)
    for name, folder in SETS:
        for language in LANGUAGES:
            chosen = [one for one in articles(folder) if one.language == language]
            if chosen:
                tally, taken = measure(chosen)
                seconds[language] += taken
                characters[language] += sum(len(one.article.text) for one in chosen)
                _print_row(name, language, len(chosen), tally)
                if name == HELD:
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


if __name__ == "__main__":
    main()
