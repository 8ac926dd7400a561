"""What a run found as tables, and as docs/linkage-beside-peers.md."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.linkage import febrl
from benchmarks.linkage.linkers import LINKERS
from benchmarks.linkage.measure import CEILING_WRONG, FLOOR_DOUBLES, FLOOR_FIRST, Figures
from benchmarks.linkage.run import ROOT, Results, rows_of_scripts
from benchmarks.linkage.size import MOST_MEGABYTES, MOST_SECONDS
from benchmarks.names.report import number, table
from benchmarks.names.results import loads, machine

PAGE = ROOT / "docs" / "linkage-beside-peers.md"
_TITLES = {name: title for name, title, _ in LINKERS}
_MISSED = " ▼"
_HEAD = """# Linkage beside its peers

Written by `make bench` (`python -m benchmarks.linkage`); not edited by hand.

{when}; commit {commit}; {machine}.
Load before {before}, after {after}; {minutes:.0f} minutes; {releases}.
"""
_WORLDS = """
## Lists of invented worlds

Worlds of {people:,} people, seeds {seeds}; four lists of each (handed over, the missing of embassies, an aid group's,
the police's), {rows:,} rows in all. Names stand in six scripts; Latin spellings are by ear or from passports, by clerks
whose spelling shares nothing with this project's tables (see `benchmarks/linkage/ear.py`); how common a name is comes
from the project's tables of frequencies, and traditional characters from OpenCC. Lists have the faults of real ones, at
rates that are estimates.

- *right first*: the person stands on the other list too, and their row is scored highest of that list; ties count by
  parts. Floor {first:.0%}.
- *wrongly merged*: the person stands on no other list, and a row of one was merged with theirs without asking. At most
  {wrong:.0%}.
- *doubles*: two rows of one person on one list were proposed. Floor {doubles:.0%}. *merged*: without asking.
- *precision*: of pairs across lists that were merged, the right ones. "▼": missed.

Splink has the same columns, its own comparisons, names in anyascii's letters, is trained on the lists themselves, and
merges from a probability of 0.95. Exact matching merges rows of one passport or national id, or one name and birth.
"""
_FEBRL = """
## FEBRL's sets

F1 at merge level · at the threshold that is best for the linker on that set. Splink's comparisons and blocking are
those of its own examples on these sets.
"""
_SIZE = """
## Ten thousand rows against a register of a million

Within {seconds} s and {megabytes:,} MB on two cores, reading files and learning included. "Of the processors": the
seconds that both cores worked for it, added up, whatever else the machine did. MB: of all its processes together.
"""


def tables(results: Results) -> str:
    """All tables of a run."""
    parts = (_worlds(results), _febrl(results), _size(results))
    return "".join(text for part in parts for text in part)


def write(results: Results) -> Path:
    """Write the page."""
    PAGE.write_text(_head(results) + tables(results), encoding="utf-8")
    return PAGE


def _head(results: Results) -> str:
    described = ["git", "describe", "--always", "--dirty=, with changes"]
    commit = subprocess.run(described, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return _HEAD.format(
        when=time.strftime("%d %B %Y, %H:%M UTC", time.gmtime(results.begun)).lstrip("0"),
        commit=commit or "unknown",
        machine=machine(),
        before=loads(results.load),
        after=loads(os.getloadavg()),
        minutes=(time.time() - results.begun) / 60,
        releases=", ".join(f"{one} {version(one)}" for one in ("splink", "duckdb", "recordlinkage", "anyascii")),
    )


def _worlds(results: Results) -> Iterator[str]:
    if not results.worlds:
        return
    yield _WORLDS.format(
        people=results.people,
        seeds=", ".join(map(str, results.seeds)),
        rows=max(one.rows for one in results.worlds.values()),
        first=FLOOR_FIRST,
        wrong=CEILING_WRONG,
        doubles=FLOOR_DOUBLES,
    )
    heads = (
        "linker",
        "right first",
        "wrongly merged",
        "doubles",
        "doubles merged",
        "precision",
        "seconds a world",
        "MB",
    )
    yield table(
        heads,
        (
            (
                _TITLES[name],
                *_cells(one.figures),
                number(sum(one.seconds) / len(one.seconds), 1),
                number(one.megabytes, 0),
            )
            for name, one in results.worlds.items()
        ),
    )
    yield "\nRight first, by the scripts of the two names:\n"
    yield table(
        ("scripts", "rows", *(_TITLES[name] for name in results.worlds)),
        (
            (
                pair,
                str(next(iter(results.worlds.values())).figures.scripts[pair].all),
                *(number(one.figures.scripts[pair].value) for one in results.worlds.values()),
            )
            for pair in rows_of_scripts(results)
        ),
    )
    yield "\nWorld by world:\n"
    yield table(
        ("world, linker", *heads[1:6]),
        (
            (f"{seed}, {_TITLES[name]}", *_cells(figures))
            for name, one in results.worlds.items()
            for seed, figures in one.worlds.items()
        ),
    )


def _cells(figures: Figures) -> tuple[str, ...]:
    first, wrong, doubles = figures.first.value, figures.wrong.value, figures.doubles.value
    return (
        number(first) + _MISSED * (first < FLOOR_FIRST),
        number(wrong, 4) + _MISSED * (wrong > CEILING_WRONG),
        number(doubles) + _MISSED * (doubles < FLOOR_DOUBLES),
        number(figures.doubles_same.value),
        number(figures.merged.value, 4),
    )


def _febrl(results: Results) -> Iterator[str]:
    if not results.febrl:
        return
    yield _FEBRL
    yield table(
        ("linker", *(f"FEBRL {one}" for one in febrl.SETS), "seconds"),
        (
            (
                _TITLES[name],
                *(f"{number(one['scores']['f1'])} · {number(one['scores']['best'])}" for one in found.values()),
                number(sum(one["seconds"] for one in found.values()), 1),
            )
            for name, found in results.febrl.items()
        ),
    )


def _size(results: Results) -> Iterator[str]:
    if not results.size:
        return
    yield _SIZE.format(seconds=MOST_SECONDS, megabytes=MOST_MEGABYTES)
    yield table(
        ("linker", "seconds", "of the processors", "MB", "right first", "rows with a partner", "stages"),
        (
            (
                _TITLES[name],
                number(one["seconds"], 1) + _MISSED * (one["seconds"] > MOST_SECONDS),
                number(one["processor"], 1),
                number(one["megabytes"], 0) + _MISSED * (one["megabytes"] > MOST_MEGABYTES),
                number(one["first"]),
                str(one["held"]),
                "; ".join(f"{stage} {seconds:.1f} s" for stage, seconds in one["stages"].items()),
            )
            for name, one in results.size.items()
        ),
    )
