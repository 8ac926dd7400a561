"""The parts of a run, one after the other, printed as they are found."""

from __future__ import annotations

import argparse
import os
import re
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

import numpy as np

from benchmarks.names import calibration, homophones, measure, peers, report, sets, speed
from benchmarks.names.apart import tables_apart
from benchmarks.names.floors import FLOORS
from benchmarks.names.pairs import data_folder, is_aside
from benchmarks.names.results import Homophones, Results, Shown, Whole, loads, machine
from benchmarks.names.scorer import GROUPS, Group, Rules, Scorer, scorer_of

#: Of places at most so many pairs and so many ranked queries: their galleries hold up to 20,000 names.
PLACES = (100, 30)
_TITLES = {group.title for group in GROUPS}
#: Origins with fewer pairs of Chinese and Latin names tell nothing.
FEWEST_OF_ORIGIN = 8


def run(chosen: argparse.Namespace) -> None:
    """Run what was asked for; a whole run of ours beside all peers writes the page in docs/."""
    whole = not (chosen.ours or chosen.pairs or chosen.group or chosen.only or chosen.matcher)
    wanted = set(chosen.only.split(",")) if chosen.only else {"whole", "unseen"} if chosen.ours else set(PARTS)
    matchers = _matchers(chosen)
    results = Results(chosen.seed, tuple(matchers), {title: one.release for title, one in matchers.items()})
    print(f"{machine()}; load {loads(results.load)}; seed {chosen.seed}")
    print("; ".join(dict.fromkeys(results.releases.values())), flush=True)
    scorer = scorer_of(chosen.data or data_folder())
    with scorer or nullcontext():
        for part, measured in PARTS.items():
            if part in wanted:
                begun = time.perf_counter()
                measured(results, matchers, scorer, chosen)
                print(f"[{part}: {time.perf_counter() - begun:.0f} s]", flush=True)
    print(f"load {loads(os.getloadavg())}; {(time.time() - results.begun) / 60:.1f} minutes")
    if whole and scorer is not None:
        report.write(results)
        print(f"written: {report.PAGE.relative_to(report.ROOT)}")


def _matchers(chosen: argparse.Namespace) -> dict[str, peers.Peer]:
    ours: peers.Peer = peers.Ours(chosen.matcher or peers.OURS)
    others = () if chosen.ours else (make() for _, make in peers.PEERS)
    return {one.title: one for one in (ours, *others)}


def _rules(group: Group, chosen: argparse.Namespace, positives: int) -> Rules:
    pairs = tuple(one for one in chosen.pairs.split(",") if one)
    if group.group == "all":
        return Rules(min(positives, PLACES[0]), PLACES[1], pairs, seed=chosen.seed)
    return Rules(positives, 150, pairs, seed=chosen.seed)


def _groups(chosen: argparse.Namespace) -> list[Group]:
    return sets.groups([one for one in chosen.group.split(",") if one])


def measure_speed(results: Results, matchers: dict, scorer: Scorer | None, chosen: argparse.Namespace) -> None:
    """Pairs a second; first of all, while no matcher has seen any name."""
    if scorer is None:
        return
    lists = speed.galleries(list(scorer.owners(GROUPS[0])), chosen.seed)
    print(f"\n{'pairs a second, one core':32}{'prepared':>12}{'from strings':>14}")
    for title, one in matchers.items():
        found = results.speed[title] = speed.measure_speed(one, lists)
        print(f"{title:32}{found.prepared:12,.0f}{found.raw:14,.0f}", flush=True)


def measure_shown(results: Results, matchers: dict, scorer: Scorer | None, chosen: argparse.Namespace) -> None:
    """Every matcher on the same shown candidates."""
    found: list[sets.PairSet] = []
    for group in _groups(chosen) if scorer is not None else ():
        found += sets.third_party(scorer, group, _rules(group, chosen, chosen.positives))
    if not chosen.pairs and not chosen.group:
        found += sets.febrl(chosen.positives, chosen.seed)
    if chosen.cases is not None and (judged := sets.cases(chosen.cases)) is not None:
        found.append(judged)
    heads = "".join(f"{head:>8}" for head in ("top-1", "top-5", "AUC", "R@P95", "R@1%"))
    title = ""
    for pairs in found:
        if pairs.title != title:
            title = pairs.title
            print(f"\n== {title}, shown candidates\n{'pair':16}{'names':>6}  {'matcher':30}{heads}")
        row = Shown(title, pairs.pair, len(pairs.forth), {})
        for name, one in matchers.items():
            row.figures[name] = measure.figures(measure.ask(one, pairs))
            _print_figures(row, name)
        results.shown.append(row)
    for title in dict.fromkeys(one.title for one in results.shown):
        rows = [one.figures for one in results.shown if one.title == title]
        print(f"\n== {title}, mean of {len(rows)}")
        for name in matchers:
            _print_figures(Shown(title, "mean", 0, {name: measure.average([row[name] for row in rows])}), name)


def _print_figures(row: Shown, name: str) -> None:
    figures = row.figures[name]
    values = "".join(f"{getattr(figures, column):8.3f}" for column, _ in measure.COLUMNS)
    print(f"{row.pair:16}{row.positives or '':>6}  {name:30}{values}", flush=True)


def measure_whole(results: Results, matchers: dict, scorer: Scorer | None, chosen: argparse.Namespace) -> None:
    """Ours and the quick peers against whole galleries, by the scorer's own rules."""
    if scorer is None:
        return
    quick = {title: one for title, one in matchers.items() if not isinstance(one, peers.Nomenklatura)}
    for group in _groups(chosen):
        print(
            f"\n== {group.title}, whole galleries\n{'pair':16}{'names':>12}{'galleries':>14}"
            "  first (a to b/b to a), recall at precision 0.95"
        )
        rules = _rules(group, chosen, 400)
        by_title = {title: _evaluated(scorer, group, rules, one) for title, one in quick.items()}
        for rows in zip(*by_title.values(), strict=True):
            results.whole.append(_whole(group, group.title, dict(zip(by_title, rows, strict=True))))
            _print_whole(results.whole[-1])
        if chosen.misses:
            _print_misses(scorer, group, rules, next(iter(matchers.values())), chosen.misses)
    if not chosen.pairs or "Hani-Latn" in chosen.pairs:
        _measure_origins(results, scorer, next(iter(matchers.items())), chosen)


def _evaluated(scorer: Scorer, group: Group, rules: Rules, one: peers.Peer) -> list[dict]:
    prepared: dict[tuple[str, ...], object] = {}

    def many(query: str, names: Sequence[str]) -> list[float]:
        # A whole gallery is prepared once; a list of forty is asked as it comes.
        if len(names) <= sets.CLOSEST + sets.RANDOM:
            return list(one.ask(query, names))
        key = tuple(names)
        if key not in prepared:
            prepared.clear()
            prepared[key] = one.prepare(names)
        return list(one.compare(query, prepared[key]))

    return scorer.evaluate(group, rules, lambda query, name: one.ask(query, [name])[0], many)


def _whole(group: Group, title: str, rows: dict[str, dict]) -> Whole:
    first = next(iter(rows.values()))
    return Whole(
        group.group,
        title,
        first["pair"],
        first["n_pos"],
        first["n_pos_total"],
        tuple(first["gallery"]),
        {name: (*row["hit1"], row["recall_at_p95"]) for name, row in rows.items()},
    )


def _print_whole(row: Whole) -> None:
    floor = FLOORS.get((row.group, row.pair)) if row.title in _TITLES else None
    start = f"{row.pair:16}{f'{row.positives} of {row.total}':>12}{f'{row.gallery[0]}/{row.gallery[1]}':>14}"
    for title, (forth, back, recall) in row.rows.items():
        line = f"{start}  {(forth + back) / 2:.3f} ({forth:.3f}/{back:.3f}) {recall:.3f}  {title}"
        if floor is not None and title == next(iter(row.rows)):
            line += f"  floor {floor.first:.2f}" + (f", {floor.recall:.2f}" if floor.recall is not None else "")
            low = (forth + back) / 2 < floor.first or (floor.recall is not None and recall < floor.recall)
            line += "  BELOW" if low else ""
        print(line, flush=True)
        start = " " * len(start)


def measure_unseen(results: Results, matchers: dict, scorer: Scorer | None, chosen: argparse.Namespace) -> None:
    """Ours on people and places put aside, with tables learnt without them, against everyone."""
    if scorer is None:
        return
    title, ours = next(iter(matchers.items()))
    with tables_apart():
        for group in _groups(chosen):
            print(f"\n== {group.title}, those put aside, tables learnt without them, everyone in the galleries")
            rules = _rules(group, chosen, 400)
            rules = replace(rules, queries=rules.queries // 2, aside=is_aside)
            for row in _evaluated(scorer, group, rules, ours):
                results.unseen.append(_whole(group, group.title, {title: row}))
                _print_whole(results.unseen[-1])


def is_second_half(who: str) -> bool:
    """Tell whether somebody was put aside both when spellings and when weights were learnt."""
    from benchmarks.names.calibrate import hash_half

    return is_aside(who) and hash_half(who) == 1


def _print_misses(scorer: Scorer, group: Group, rules: Rules, one: peers.Peer, limit: int) -> None:
    """List what keeps first places down (true names below others) and what keeps recall down (others scored high)."""
    for pairs in sets.third_party(scorer, group, rules):
        missed, taken = [], []
        for question in pairs.questions:
            mine, *others = (float(score) for score in one.ask(question.query, (question.true, *question.others)))
            highest = max(range(len(others)), key=others.__getitem__)
            line = f"{question.query} | {question.true} {mine:.3f}, {question.others[highest]} {others[highest]:.3f}"
            taken.append((others[highest], line))
            if others[highest] > mine:
                missed.append((others[highest] - mine, line))
        print(f"\n{pairs.pair}: another of forty shown above the true name in {len(missed)} of {len(pairs.questions)}")
        for heading, found in (("furthest below", missed), ("others scored highest", taken)):
            print(f" {heading}: query | true name and its score, other and its score")
            for _, line in sorted(found, reverse=True)[:limit]:
                print(f"  {line}")


def _measure_origins(
    results: Results, scorer: Scorer, ours: tuple[str, peers.Peer], chosen: argparse.Namespace
) -> None:
    group = GROUPS[0]
    if group not in _groups(chosen):
        return
    print("\n== Chinese–Latin by origin, ours, each against its own gallery")
    for origin in scorer.origins(group):
        rules = Rules(400, 150, ("Hani-Latn",), f"^{re.escape(origin)}$", chosen.seed)
        rows = _evaluated(scorer, group, rules, ours[1])
        if rows and rows[0]["n_pos"] >= FEWEST_OF_ORIGIN:
            results.origins.append(_whole(group, origin, {ours[0]: rows[0]}))
            print(f"{origin:24}", end="")
            _print_whole(results.origins[-1])


def measure_homophones(results: Results, matchers: dict, _: Scorer | None, chosen: argparse.Namespace) -> None:
    """How often different people of one toneless pinyin are taken for the same without a person looking."""
    pairs = homophones.pairs(seed=chosen.seed)
    print(f"\n== different people who sound alike: {len(pairs)} pairs, wrongly accepted")
    for title, one in matchers.items():
        accepted = sum(bool(one.accepts(first, [second])[0]) for first, second in pairs)
        results.homophones[title] = Homophones(accepted, len(pairs))
        print(f"{title:32}{accepted:6}", flush=True)


def measure_calibration(results: Results, matchers: dict, scorer: Scorer | None, chosen: argparse.Namespace) -> None:
    """Whether our scores mean what they say, on people from whom neither spellings nor weights were learnt."""
    if scorer is None:
        return
    ours = next(iter(matchers.values()))
    with tables_apart():
        answers = [
            measure.ask(ours, pairs)
            for group in GROUPS[:2]
            for pairs in sets.third_party(scorer, group, Rules(400, seed=chosen.seed, aside=is_second_half))
        ]
    same = np.concatenate([one.positives for one in answers])
    different = np.concatenate([one.negatives for one in answers])
    results.aside, results.against = len(same), len(different)
    results.bins = calibration.reliability(same, different)
    print(f"\n== calibration on people put aside: {len(same)} true pairs, {len(different)} others")
    print(f"{'score':12}{'pairs':>8}{'mean':>8}{'same':>8}")
    for one in results.bins:
        print(f"{one.low:.1f} to {one.high:.1f}  {one.pairs:8}{one.score:8.3f}{one.same:8.3f}")
    distances = calibration.expected_error(results.bins), calibration.even_error(results.bins)
    print(f"mean distance {distances[0]:.3f}, each tenth alike {distances[1]:.3f}")


def measure_starts(results: Results, *_: object) -> None:
    """How long until the first answer."""
    results.starts = speed.starts()
    print(f"\n{'until the first answer':40}{'seconds':>8}{'MB':>6}")
    for one in results.starts:
        print(f"{one.title:40}{one.seconds:8.2f}{one.megabytes or float('nan'):6.0f}")


#: Every part, in the order it is run.
PARTS = {
    "speed": measure_speed,
    "shown": measure_shown,
    "whole": measure_whole,
    "unseen": measure_unseen,
    "homophones": measure_homophones,
    "calibration": measure_calibration,
    "starts": measure_starts,
}
