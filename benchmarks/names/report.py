"""Writes what a run found as docs/names-beside-peers.md and its plot."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.names.calibration import even_error, expected_error, plot
from benchmarks.names.floors import FLOORS, PLACES_ABOVE_BEST
from benchmarks.names.measure import COLUMNS, Figures, average
from benchmarks.names.results import Results, Shown, Whole, loads, machine

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "names-beside-peers.md"
PLOT = ROOT / "docs" / "pictures" / "names-calibration.svg"
_BELOW = " ▼"

_HEAD = """# Names beside the peers

Written by `make bench` (`python -m benchmarks.names`); not edited by hand.

{when}; commit {commit}; {machine}, one core used.
Load before {before}, after {after}; seed {seed}; {minutes:.0f} minutes.
{releases}.

Every matcher gets one name on each side and nothing else, in its default configuration, on the same pairs in the same
run. nomenklatura gets persons with fresh identifiers for each pair, since it remembers names by identifier. The names
are those of public figures and of places as their sources write them, faults and titles included; they are read at run
time and are not kept here.
"""
_SHOWN = """
## Among the shown candidates

Each name is shown with its true other spelling and up to forty names of others: the twenty that look closest in
uroman's letters (which is hardest on matchers that read those letters) and twenty random ones; both directions.

- *top-1*, *top-5*: the true spelling is scored highest, or among the five highest; a tie counts as its expected place.
- *recall at precision 0.95*: share of true pairs accepted while 19 of 20 accepted pairs are right, with one true pair
  among eighty false ones.
- *recall at 1 % false*: the same while 1 % of the false pairs are accepted.

Means are over pairs of scripts, each counted alike. `Qaag` is Burmese in Zawgyi's encoding, `Latn-vi` Vietnamese with
its marks, `Hani` Chinese in both forms.
"""
_AHEAD = """
### Where a peer is ahead
"""
_WHOLE = """
## Against whole galleries

The same sets by the rules of the scorer that lies beside them: each name is ranked among all names of its group in the
other script. *First · recall*: share of true spellings ranked first, mean of both directions, and recall at precision
0.95. nomenklatura would take hours here and is left to the tables above. "▼" marks a figure below its floor. *unseen*:
ours again, asked only for people and places that were put aside, with tables of spellings learnt without them; everyone
else stays in the galleries.
"""
_HOMOPHONES = """
## Different people who sound alike

Pairs of invented Chinese names of different people that share their toneless pinyin. None may be taken for the same
without a person looking; nomenklatura is asked at its customary 0.70, rapidfuzz at 0.90.
"""
_SPEED = """
## Speed

Pairs a second on one core, lists of 1,000 names in mixed scripts against one query.
"""
_STARTS = """
Until the first answer, in a process of its own, best of three:
"""
_CALIBRATION = """
## Do scores mean what they say?

{aside} true pairs of names of people put aside and the {against} false ones shown with them, scored with spellings and
weights that were learnt without these people. Of pairs scored about 0.8, 80 % should be the same. Mean distance from
that, by pairs: {expected:.3f}; with every tenth counted alike: {even:.3f}.

![Shares of same pairs by score](pictures/names-calibration.svg)
"""


def write(results: Results) -> None:
    """Write the page and its plot."""
    parts = [
        _head(results),
        _shown(results),
        _whole(results),
        _homophones(results),
        _speed(results),
        _calibration(results),
    ]
    PAGE.write_text("".join(parts), encoding="utf-8")
    if results.bins:
        PLOT.write_text(plot(results.bins, "Names of people put aside"), encoding="utf-8")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first to the right."""
    lines = [list(heads), ["---", *["---:"] * (len(heads) - 1)], *map(list, rows)]
    return "\n" + "".join("| " + " | ".join(line) + " |\n" for line in lines)


def number(value: float | None, digits: int = 3) -> str:
    """A figure, or a dash where there is none."""
    return "–" if value is None or value != value else f"{value:.{digits}f}"


def _head(results: Results) -> str:
    return _HEAD.format(
        when=time.strftime("%d %B %Y, %H:%M UTC", time.gmtime(results.begun)).lstrip("0"),
        commit=_commit(),
        machine=machine(),
        before=loads(results.load),
        after=loads(os.getloadavg()),
        seed=results.seed,
        minutes=(time.time() - results.begun) / 60,
        releases="; ".join(dict.fromkeys(results.releases[title] for title in results.titles[1:])),
    )


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty=, with changes"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def _ahead(results: Results) -> str:
    """Every pair of scripts where a peer does better than ours, so that nobody has to look for it."""
    rows = [
        (f"{row.title}, {row.pair}", head, number(ours), number(best), title)
        for row in results.shown
        for name, head in COLUMNS
        for ours in [getattr(row.figures[results.ours], name)]
        for best, title in [max((np.nan_to_num(getattr(row.figures[one], name)), one) for one in results.titles[1:])]
        if best > ours
    ]
    return _AHEAD + table(("set and pair", "figure", results.ours, "best peer", "which"), rows) if rows else ""


def _shown(results: Results) -> str:
    titles = list(dict.fromkeys(one.title for one in results.shown))
    parts = [_SHOWN] if titles else []
    for title in titles:
        rows = [one for one in results.shown if one.title == title]
        parts += [
            f"\n### {title[0].upper()}{title[1:]}\n",
            _means(results, rows),
            _pairs(results, rows),
            _details(results, rows),
        ]
    return "".join(parts) + _ahead(results)


def _means(results: Results, rows: Sequence[Shown]) -> str:
    return table(
        ("mean", *(head for _, head in COLUMNS)),
        (
            (title, *(number(getattr(average([row.figures[title] for row in rows]), name)) for name, _ in COLUMNS))
            for title in results.titles
        ),
    )


def _pairs(results: Results, rows: Sequence[Shown]) -> str:
    def cell(figures: Figures) -> str:
        return f"{number(figures.top1, 2)} · {number(figures.at_precision, 2)}"

    return "\ntop-1 · recall at precision 0.95\n" + table(
        ("pair", "names", *results.titles),
        ((row.pair, str(row.positives), *(cell(row.figures[title]) for title in results.titles)) for row in rows),
    )


def _details(results: Results, rows: Sequence[Shown]) -> str:
    lines = (
        (f"{row.pair}, {title}", *(number(getattr(row.figures[title], name)) for name, _ in COLUMNS))
        for row in rows
        for title in results.titles
    )
    inside = table(("pair, matcher", *(head for _, head in COLUMNS)), lines)
    return f"\n<details><summary>All figures</summary>\n{inside}\n</details>\n"


def _whole(results: Results) -> str:
    parts = [_WHOLE] if results.whole else []
    for title in dict.fromkeys(one.title for one in results.whole):
        rows = [one for one in results.whole if one.title == title]
        parts.append(f"\n### {title[0].upper()}{title[1:]}\n" + _galleries(results, rows))
    if results.origins:
        parts.append("\n### Chinese–Latin by origin\n" + _origins(results))
    return "".join(parts)


def _galleries(results: Results, rows: Sequence[Whole]) -> str:
    titles = list(rows[0].rows)
    unseen = {(row.group, row.pair): row for row in results.unseen}
    return table(
        ("pair", "names", "galleries", "floor", titles[0], "unseen", *titles[1:]),
        (
            (
                row.pair,
                f"{row.positives} of {row.total}",
                f"{row.gallery[0]} / {row.gallery[1]}",
                _floor(row),
                _first(row, results.ours, ours=True),
                _unseen(unseen.get((row.group, row.pair)), results.ours),
                *(_first(row, title, ours=False) for title in titles[1:]),
            )
            for row in rows
        ),
    )


def _unseen(row: Whole | None, ours: str) -> str:
    return "–" if row is None else f"{_first(row, ours, ours=False)} ({row.positives})"


def least(row: Whole, ours: str) -> tuple[float | None, float | None]:
    """The floors of first places and of recall for a pair of scripts; for places they rest on the best peer."""
    floor = FLOORS.get((row.group, row.pair))
    if floor is not None:
        return floor.first, floor.recall
    peers = [row.first(title) for title in row.rows if title != ours]
    native = set(row.pair.split("-")) - {"Latn"}
    if row.group == "all" and row.pair.count("Latn") == 1 and "vi" not in native and peers:
        return max(peers) + PLACES_ABOVE_BEST, None
    return None, None


def _floor(row: Whole) -> str:
    first, recall = least(row, next(iter(row.rows)))
    return "–" if first is None else f"{number(first, 2)} · {number(recall, 2)}"


def _first(row: Whole, title: str, *, ours: bool) -> str:
    first, recall = least(row, title) if ours else (None, None)
    found, kept = row.first(title), row.rows[title][2]
    marks = [_BELOW if floor is not None and value < floor else "" for value, floor in ((found, first), (kept, recall))]
    return f"{number(found, 3)}{marks[0]} · {number(kept, 3)}{marks[1]}"


def _origins(results: Results) -> str:
    return table(
        ("origin", "names", "to Latin", "from Latin", "recall at precision 0.95"),
        (
            (row.title, f"{row.positives} of {row.total}", *(number(value) for value in row.rows[results.ours]))
            for row in results.origins
        ),
    )


def _homophones(results: Results) -> str:
    if not results.homophones:
        return ""
    return _HOMOPHONES + table(
        ("matcher", "wrongly accepted", "pairs"),
        ((title, str(one.accepted), str(one.pairs)) for title, one in results.homophones.items()),
    )


def _speed(results: Results) -> str:
    parts = []
    if results.speed:
        parts.append(
            _SPEED
            + table(
                ("matcher", "prepared", "from strings"),
                ((title, f"{one.prepared:,.0f}", f"{one.raw:,.0f}") for title, one in results.speed.items()),
            )
        )
    if results.starts:
        parts.append(
            _STARTS
            + table(
                ("start", "seconds", "memory, MB"),
                ((one.title, number(one.seconds, 2), number(one.megabytes, 0)) for one in results.starts),
            )
        )
    return "".join(parts)


def _calibration(results: Results) -> str:
    if not results.bins:
        return ""
    text = _CALIBRATION.format(
        aside=results.aside,
        against=results.against,
        expected=expected_error(results.bins),
        even=even_error(results.bins),
    )
    return text + table(
        ("score", "pairs", "mean score", "same", "95 % interval"),
        (
            (
                f"{one.low:.1f} to {one.high:.1f}",
                str(one.pairs),
                number(one.score),
                number(one.same),
                f"{number(one.error_low)} to {number(one.error_high)}",
            )
            for one in results.bins
        ),
    )
