"""Two lists row by row: candidates found, their names and fields weighed, a score and a proposal for each pair."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from noharbor.science.matching.people.agreement import agreements, odds_against_chance
from noharbor.science.matching.people.best_names import Best, best_names, names_of_each, pairs_of_rows
from noharbor.science.matching.people.judged import NAMING, WORTH_A_LOOK, Judged
from noharbor.science.matching.people.named_rows import NamedRows, in_letters, numbers_of
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.telling import Told, part_of, unheard
from noharbor.science.names.evidence import Level
from noharbor.science.names.frequencies import bearers_per_million
from noharbor.science.names.parsing import parse
from noharbor.science.scripts.scripts import Script

__all__ = ["Judged", "NamedRows", "judge", "weigh"]

#: Rows that names and fields together leave further apart are not told.
_WORTH_WEIGHING = -2.0
#: What names that say nothing for one person take off a pair that numbers bring together.
_NAMES_AT_LEAST = -5.0
#: A shared number brings rows together; one that more rows than this share is a firm's or an office's.
_MOST_SHARING = 50
#: Pairs weighed between two words of how far the work is.
_TOLD_EVERY = 5_000


def judge(one: NamedRows, other: NamedRows, told: Told = unheard) -> tuple[list[Judged], int]:
    """Weigh the rows of two lists that may be one person.

    Args:
        one: A list.
        other: Another, or the same: then each pair of its rows once.
        told: Called every now and then with the part that is done, 0..1; whatever it raises stops the work.

    Returns:
        Every pair that is worth a look; and how many names shared keys with more names than were looked at.
    """
    same = one is other
    turned = not same and len(one.names) > len(other.names)
    first, second = (other, one) if turned else (one, other)
    likely = first.keyed.likely_pairs(second.keyed, told=part_of(told, 0.0, 0.2))
    pairs = likely.pairs
    if same:
        pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    best = best_names(first, second, pairs, part_of(told, 0.2, 0.8))
    for row, its_match in _sharing_numbers(first, second, same=same):
        if (row, its_match) not in best:
            [best[row, its_match]] = names_of_each(first.people[row], [second.people[its_match]])
    judged = []
    for done, ((row, its_match), found) in enumerate(best.items()):
        if done % _TOLD_EVERY == 0:
            told(0.8 + 0.2 * done / len(best))
        if turned:
            at = its_match, row
            found = Best(found.odds, found.level, (found.names[1], found.names[0]))
        else:
            at = row, its_match
        people = one.people[at[0]], other.people[at[1]]
        weighed = _weighed(at, found, people, (len(one.people), len(other.people)))
        if weighed is not None:
            judged.append(weighed)
    return judged, likely.cut


def weigh(person: Person, others: Sequence[Person], list_size: int) -> list[Judged]:
    """Weigh one person against a few, as `judge` does, without looking for candidates: some milliseconds for dozens.

    Args:
        person: Somebody new.
        others: Those who may be the same, found by whatever index.
        list_size: How many people those were found among: the more, the less a common name says.

    Returns:
        Those worth a look, in their order; `one` is 0, `other` the place among `others`.
    """
    judged, mine = [], set(numbers_of(person))
    for at, (other, found) in enumerate(zip(others, names_of_each(person, others), strict=True)):
        if found.odds > WORTH_A_LOOK or not mine.isdisjoint(numbers_of(other)):
            weighed = _weighed((0, at), found, (person, other), (1, list_size))
            if weighed is not None:
                judged.append(weighed)
    return judged


def _sharing_numbers(first: NamedRows, second: NamedRows, *, same: bool) -> Iterator[tuple[int, int]]:
    """Rows that share a passport, a national number or a telephone."""
    for number, ones in first.by_number.items():
        others = second.by_number.get(number, ())
        if len(ones) <= _MOST_SHARING and len(others) <= _MOST_SHARING:
            yield from pairs_of_rows(ones, others, same=same)


def _weighed(at: tuple[int, int], found: Best, people: tuple[Person, Person], sizes: tuple[int, int]) -> Judged | None:
    """Two rows weighed, of lists so long; None where names and fields leave them apart."""
    odds, level, names = found
    one, other = people
    fields = agreements(one, other)
    said = sum(field.weight for field in fields)
    paper = any(field.kind in NAMING for field in fields)
    if max(odds, _NAMES_AT_LEAST) + said < _WORTH_WEIGHING and not paper:
        return None
    # On a long list somebody else bears the name, unless it is rare.
    most = (
        min(
            odds_against_chance(_bearers(name, is_alias=name != in_letters(person.names[0])), size)
            for name, person, size in zip(names, people, sizes, strict=True)
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
