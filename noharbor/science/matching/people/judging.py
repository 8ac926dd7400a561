"""Two lists row by row: candidates found, their names and fields weighed, a score and a proposal for each pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import lru_cache

import numpy as np

from noharbor.science.matching.people.agreement import Kind, agreement_of, agreements, name_odds
from noharbor.science.matching.people.best_names import Best, best_names, least_odds, names_of_pairs
from noharbor.science.matching.people.judged import NAMING, Judged, score_of
from noharbor.science.matching.people.named_rows import Crowd, NamedRows, days_of, in_letters
from noharbor.science.matching.people.person import Person
from noharbor.science.matching.people.shared_fields import rows_that_share, share_something
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
#: Kinds of such numbers.
_SHARED = frozenset({Kind.SAME_NATIONAL_ID, Kind.SAME_PASSPORT, Kind.SAME_PHONE, Kind.SAME_ADDRESS})
#: Where more rows than this have one address, it is a camp's or a firm's and no family's.
_A_HOUSE = 10
_ADDRESSES, _OF_MANY = frozenset({Kind.ADDRESS_NEARLY, Kind.SAME_ADDRESS}), agreement_of(Kind.ADDRESS_OF_MANY)
#: A family shares its telephone and its house, but seldom a whole name: both together say so much more.
_OF_A_HOUSE, _NOT_OF_THE_FAMILY = _ADDRESSES | {Kind.SAME_PHONE}, 2.0
#: Pairs weighed between two words of how far the work is.
_TOLD_EVERY = 5_000


def judge(
    one: NamedRows, other: NamedRows, told: Told = unheard, helper: Executor | None = None
) -> tuple[list[Judged], int]:
    """Weigh the rows of two lists that may be one person.

    Args:
        one: A list.
        other: Another, or the same: then each pair of its rows once.
        told: Called every now and then with the part that is done, 0..1; whatever it raises stops the work.
        helper: Another process that may do part of it.

    Returns:
        Every pair that is worth a look; and how many names shared keys with more names than were looked at.
    """
    turned = one is not other and len(one.names) > len(other.names)
    first, second = (other, one) if turned else (one, other)
    best, cut = _best_of_pairs(first, second, part_of(told, 0.0, 0.8), helper)
    longer = max(one, other, key=lambda rows: len(rows.people))
    judged = []
    for done, (rows, found) in enumerate(best.items()):
        if done % _TOLD_EVERY == 0:
            told(0.8 + 0.2 * done / len(best))
        at = (rows[1], rows[0]) if turned else rows
        people = one.people[at[0]], other.people[at[1]]
        weighed = _weighed(at, found.turned() if turned else found, people, longer.crowd(*people))
        if weighed is not None:
            judged.append(weighed)
    return judged, cut


def _best_of_pairs(
    first: NamedRows, second: NamedRows, told: Told, helper: Executor | None
) -> tuple[dict[tuple[int, int], Best], int]:
    """The names of all rows worth weighing, by pairs of rows; and how many names had too many others to look at."""
    likely = first.keyed.likely_pairs(second.keyed, part_of(told, 0.0, 0.25))
    pairs = likely.pairs
    if first is second:
        pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    best = best_names(first, second, pairs, part_of(told, 0.25, 0.9), helper)
    rows = dict.fromkeys(rows_that_share(first, second, part_of(told, 0.9, 1.0)))
    sharing = [pair for pair in rows if pair not in best]
    by_names = names_of_pairs([(first.people[row], second.people[its_match]) for row, its_match in sharing])
    return best | dict(zip(sharing, by_names, strict=True)), likely.cut


def weigh(person: Person, others: Sequence[Person], list_size: int) -> list[Judged]:
    """Weigh one person against a few, as `judge` does, without looking for candidates: some milliseconds for dozens.

    Args:
        person: Somebody new.
        others: Those who may be the same, found by whatever index.
        list_size: How many people those were found among: the more, the less a common name says.

    Returns:
        Those worth a look, in their order; `one` is 0, `other` the place among `others`.
    """
    judged = []
    for at, (other, found) in enumerate(
        zip(others, names_of_pairs([(person, other) for other in others]), strict=True)
    ):
        if found.odds > least_odds(days_of(person.born), days_of(other.born)) or share_something(person, other):
            weighed = _weighed((0, at), found, (person, other), Crowd(list_size, list_size))
            if weighed is not None:
                judged.append(weighed)
    return judged


def _weighed(at: tuple[int, int], found: Best, people: tuple[Person, Person], crowd: Crowd) -> Judged | None:
    """Two rows weighed, one of them among so many; None where names and fields leave them apart."""
    fields = agreements(*people)
    if crowd.at_the_address > _A_HOUSE:
        fields = tuple(_OF_MANY if field.kind in _ADDRESSES else field for field in fields)
    said = sum(field.weight for field in fields)
    kinds = {field.kind for field in fields}
    paper = not kinds.isdisjoint(NAMING)
    least = -math.inf if kinds.isdisjoint(_SHARED) else _NAMES_AT_LEAST
    # How many bear a name takes some time to find out, and is not asked where nobody else would have to.
    if max(name_odds(found.odds, 0.0, crowd.all), least) + said < _WORTH_WEIGHING and not paper:
        return None
    # On a long list somebody else bears the name, unless it is rare; the commoner of two names says how many do.
    namesakes = [_namesakes(*named, crowd) for named in zip(found.names, people, strict=True) if named[1].names]
    beside = name_odds(found.odds, max(namesakes), crowd.all) if namesakes else 0.0
    log_odds = max(beside, least) + said
    if found.level >= Level.CUSTOMARY_ROMANISATION and not kinds.isdisjoint(_OF_A_HOUSE):
        log_odds += _NOT_OF_THE_FAMILY
    if log_odds < _WORTH_WEIGHING and not paper:
        return None
    return Judged(*at, found.names, found.odds, Level(found.level), fields, log_odds, score_of(log_odds))


def _namesakes(name: str, person: Person, crowd: Crowd) -> float:
    """How many of a crowd may bear a name of a person."""
    bearers, of_one_people = _bearers(name, is_alias=name != in_letters(person.names[0]))
    return (crowd.of_the_people if of_one_people else crowd.all) * bearers / 1_000_000


@lru_cache(maxsize=50_000)
def _bearers(name: str, *, is_alias: bool) -> tuple[float, bool]:
    """How many of a million bear a name, by a guess where no table tells; whether that is a million of one people."""
    parsed = parse(name)
    if len(parsed.bare) == 1 and parsed.script is Script.LATIN:
        # Budi; and Andy beside a name of one's own, by which thousands go.
        return (_SINGLE_ALIAS if is_alias else _SINGLE_WORD), False
    known = bearers_per_million(parsed.bare, parsed.language) if parsed.language else None
    return (_UNKNOWN_WORDS / len(parsed.bare or (name,)) ** 3 if known is None else known), True


#: How many of a million bear a name no table knows: a single word, a single word beside another name, and several.
_SINGLE_WORD, _SINGLE_ALIAS, _UNKNOWN_WORDS = 500.0, 5_000.0, 60.0
