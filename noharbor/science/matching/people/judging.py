"""Two lists row by row: candidates found, their names and fields weighed, a score and a proposal for each pair."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people.agreement import agreements, odds_against_chance
from noharbor.science.matching.people.judged import NAMING, WORTH_A_LOOK, Judged
from noharbor.science.matching.people.named_rows import NamedRows, in_letters
from noharbor.science.matching.people.person import Person
from noharbor.science.names.comparison import compare_pairs
from noharbor.science.names.evidence import Level
from noharbor.science.names.frequencies import bearers_per_million
from noharbor.science.names.parsing import parse
from noharbor.science.names.prepared import Prepared
from noharbor.science.scripts.scripts import Script

__all__ = ["Judged", "NamedRows", "judge", "weigh"]

#: Rows that names and fields together leave further apart are not told.
_WORTH_WEIGHING = -2.0
#: What names that say nothing for one person take off a pair that numbers bring together.
_NAMES_AT_LEAST = -5.0
#: A shared number brings rows together; one that more rows than this share is a firm's or an office's.
_MOST_SHARING = 50


def judge(one: NamedRows, other: NamedRows) -> tuple[list[Judged], int]:
    """Weigh the rows of two lists that may be one person.

    Args:
        one: A list.
        other: Another, or the same: then each pair of its rows once.

    Returns:
        Every pair that is worth a look; and how many names shared keys with more names than were looked at.
    """
    same = one is other
    turned = not same and len(one.names) > len(other.names)
    first, second = (other, one) if turned else (one, other)
    likely = first.keyed.likely_pairs(second.keyed)
    pairs = likely.pairs
    if same:
        pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    best = _best_names(first, second, pairs, same=same)
    for row, its_match in _sharing_numbers(first, second, same=same):
        if (row, its_match) not in best:
            best[row, its_match] = _names_of(first.people[row], second.people[its_match])
    judged = []
    for (row, its_match), found in best.items():
        if turned:
            at = its_match, row
            found = (found[0], found[1], (found[2][1], found[2][0]))
        else:
            at = row, its_match
        weighed = _weighed(at, found, (one, other))
        if weighed is not None:
            judged.append(weighed)
    return judged, likely.cut


#: Log-odds, level, and the two names.
_Best = tuple[float, int, tuple[str, str]]


def _best_names(
    first: NamedRows, second: NamedRows, pairs: NDArray[np.int64], *, same: bool
) -> dict[tuple[int, int], _Best]:
    """The names by which rows agree best, of all pairs of rows whose names are worth a look."""
    if not len(pairs):
        return {}
    used = [np.unique(pairs[:, side], return_inverse=True) for side in (0, 1)]
    prepared = [
        Prepared([rows.names[number] for number in numbers.tolist()])
        for rows, (numbers, _) in zip((first, second), used, strict=True)
    ]
    places = np.stack([used[0][1], used[1][1]], axis=1).astype(np.int64)
    odds, levels = compare_pairs(prepared[0], prepared[1], places)
    best: dict[tuple[int, int], _Best] = {}
    for at in np.flatnonzero(odds > WORTH_A_LOOK).tolist():
        name, its_match = int(pairs[at, 0]), int(pairs[at, 1])
        found = float(odds[at]), int(levels[at]), (first.names[name], second.names[its_match])
        for rows in _pairs_of_rows(first.owners(name), second.owners(its_match), same=same):
            if rows not in best or best[rows][0] < found[0]:
                best[rows] = found
    return best


def _pairs_of_rows(ones: Iterable[int], others: Sequence[int], *, same: bool) -> Iterator[tuple[int, int]]:
    for one in ones:
        for other in others:
            if not same:
                yield one, other
            elif one != other:
                yield min(one, other), max(one, other)


def _sharing_numbers(first: NamedRows, second: NamedRows, *, same: bool) -> Iterator[tuple[int, int]]:
    """Rows that share a passport, a national number or a telephone."""
    for number, ones in first.by_number.items():
        others = second.by_number.get(number, ())
        if len(ones) <= _MOST_SHARING and len(others) <= _MOST_SHARING:
            yield from _pairs_of_rows(ones, others, same=same)


def _names_of(one: Person, other: Person) -> _Best:
    """The names of two rows that numbers bring together, by which they agree best."""
    ones, others = (Prepared(map(in_letters, person.names or ("",))) for person in (one, other))
    pairs = np.array([(a, b) for a in range(len(ones)) for b in range(len(others))], dtype=np.int64)
    odds, levels = compare_pairs(ones, others, pairs)
    at = int(np.argmax(odds))
    return float(odds[at]), int(levels[at]), (ones[pairs[at, 0]], others[pairs[at, 1]])


def _weighed(at: tuple[int, int], found: _Best, lists: tuple[NamedRows, NamedRows]) -> Judged | None:
    """Two rows weighed; None where names and fields leave them apart."""
    odds, level, names = found
    one, other = (rows.people[place] for rows, place in zip(lists, at, strict=True))
    fields = agreements(one, other)
    said = sum(field.weight for field in fields)
    paper = any(field.kind in NAMING for field in fields)
    if max(odds, _NAMES_AT_LEAST) + said < _WORTH_WEIGHING and not paper:
        return None
    # On a long list somebody else bears the name, unless it is rare.
    most = (
        min(
            odds_against_chance(_bearers(name, is_alias=name != in_letters(person.names[0])), len(rows.people))
            for name, person, rows in zip(names, (one, other), lists, strict=True)
            if person.names
        )
        if one.names or other.names
        else 0.0
    )
    name_odds = max(min(odds, most), _NAMES_AT_LEAST)
    log_odds = name_odds + said
    if log_odds < _WORTH_WEIGHING and not paper:
        return None
    return Judged(*at, names, odds, Level(level), fields, log_odds, _score(log_odds))


def _score(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


@lru_cache(maxsize=50_000)
def _bearers(name: str, *, is_alias: bool) -> float:
    """How many of a million bear a name; a guess by its words where no table tells."""
    parsed = parse(name)
    if len(parsed.bare) == 1 and parsed.script is Script.LATIN:
        # Budi; and Andy beside a name of one's own, by which thousands go.
        return _SINGLE_ALIAS if is_alias else _SINGLE_WORD
    known = bearers_per_million(parsed.bare, parsed.language) if parsed.language else None
    return known if known is not None else _UNKNOWN_WORDS / len(parsed.bare or (name,)) ** 3


#: How many of a million bear a name no table knows: a single word, a single word beside another name, and several.
_SINGLE_WORD, _SINGLE_ALIAS, _UNKNOWN_WORDS = 500.0, 5_000.0, 60.0
