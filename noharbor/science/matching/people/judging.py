"""Two lists row by row: candidates found, their names and fields weighed, a score and a proposal for each pair."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.people import sayings
from noharbor.science.matching.people.agreement import Agreement, Kind, agreements, odds_against_chance
from noharbor.science.matching.people.candidates import KeyedNames
from noharbor.science.matching.people.person import Person
from noharbor.science.names.comparison import Comparison, compare_pairs
from noharbor.science.names.evidence import MERGE_SCORE, POSSIBLE_SCORE, Level, Proposal
from noharbor.science.names.explain import explain
from noharbor.science.names.frequencies import bearers_per_million
from noharbor.science.names.keys import NameKeys
from noharbor.science.names.parsing import parse
from noharbor.science.names.prepared import Prepared
from noharbor.science.names.reasons import Saying, joined
from noharbor.science.scripts.scripts import Script

#: Names further apart than this, in log-odds, are looked at again only where a number or a birth is shared.
_WORTH_A_LOOK = -4.0
#: Rows that names and fields together leave further apart are not told.
_WORTH_WEIGHING = -2.0
#: What names that say nothing for one person take off a pair that numbers bring together.
_NAMES_AT_LEAST = -5.0
#: A shared number brings rows together; one that more rows than this share is a firm's or an office's.
_MOST_SHARING = 50
#: Kinds that stand against one person so strongly that a machine never proposes "same" in their face.
_AGAINST = frozenset(
    {
        Kind.BORN_YEARS_APART,
        Kind.OTHER_NATIONALITY,
        Kind.OTHER_NATIONAL_ID,
        Kind.OTHER_PASSPORT,
        Kind.OTHER_SEX,
    }
)
#: Kinds without one of which names are never proposed as one person: a name, a sex and a nationality are many people's.
_TELLING = frozenset(
    {
        Kind.BORN_DAY_AND_MONTH_TURNED,
        Kind.BORN_IN_ANOTHER_ERA,
        Kind.BORN_MAY_AGREE,
        Kind.BORN_NEARLY,
        Kind.BORN_SAME_DAY,
        Kind.NATIONAL_ID_NEARLY,
        Kind.PASSPORT_NEARLY,
        Kind.SAME_NATIONAL_ID,
        Kind.SAME_PASSPORT,
        Kind.SAME_PHONE,
    }
)
#: Kinds that name one person by themselves.
_NAMING = frozenset({Kind.SAME_NATIONAL_ID, Kind.SAME_PASSPORT})


@dataclass(frozen=True, slots=True)
class Judged:
    """Two rows, weighed.

    Attributes:
        one: Place of the first row in its list, from 0.
        other: Place of the second in its.
        names: The two names that agree best.
        name_odds: What they say, in log-odds.
        level: How they agree.
        agreements: What the fields say.
        log_odds: What all says together.
        score: 0..1; less than the log-odds alone say where others fit about as well.
        has_rivals: Whether others do.
    """

    one: int
    other: int
    names: tuple[str, str]
    name_odds: float
    level: Level
    agreements: tuple[Agreement, ...]
    log_odds: float
    score: float
    has_rivals: bool = False

    @property
    def proposal(self) -> Proposal:
        """What a machine may propose; a person decides."""
        if self.score >= MERGE_SCORE and self._may_be_proposed:
            return Proposal.SAME
        # One paper in two rows is worth a person's look, whatever else they say.
        return Proposal.POSSIBLE if self.score >= POSSIBLE_SCORE or self._share_a_paper else Proposal.DIFFERENT

    @property
    def _share_a_paper(self) -> bool:
        return any(agreement.kind in _NAMING for agreement in self.agreements)

    @property
    def _may_be_proposed(self) -> bool:
        kinds = {agreement.kind for agreement in self.agreements}
        if kinds & _AGAINST or not kinds & _TELLING:
            return False
        # Sound alone never names anybody; with other names, not even a number does.
        return self.level >= Level.CUSTOMARY_ROMANISATION or (bool(kinds & _NAMING) and self.name_odds > _WORTH_A_LOOK)

    @property
    def conflicts(self) -> tuple[Saying, ...]:
        """What of these rows cannot be right together: one paper for two names, two years of birth or two sexes."""
        kinds = {agreement.kind for agreement in self.agreements}
        paper = next((sayings.IN_CONFLICT[kind] for kind in sorted(_NAMING) if kind in kinds), None)
        if paper is None:
            return ()
        against = [agreement.saying for agreement in self.agreements if agreement.kind in _AGAINST]
        if self.name_odds <= _WORTH_A_LOOK:
            against.insert(0, sayings.NAMES_DIFFER)
        return tuple(Saying(sayings.BUT, {"paper": Saying(paper), "against": Saying(one)}) for one in against)

    @property
    def reason(self) -> str:
        """One English sentence that says why."""
        return self.saying.told()

    @property
    def saying(self) -> Saying:
        """The same, still to be told in some language."""
        comparison = Comparison(*self.names, 1 / (1 + math.exp(-self.name_odds)), self.level)
        clauses = [*explain(comparison).clauses, *(Saying(agreement.saying) for agreement in self.agreements)]
        if self.has_rivals:
            clauses.append(Saying(sayings.NAMESAKES))
        return joined(clauses)


class NamedRows:
    """The people of one list, ready to be laid beside another.

    Args:
        people: In the list's order.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = tuple(people)
        texts: dict[str, int] = {}
        numbers = np.fromiter(
            (texts.setdefault(in_letters(name), len(texts)) for person in self.people for name in person.names),
            np.int64,
        )
        rows = np.repeat(np.arange(len(self.people)), [len(person.names) for person in self.people])
        order = np.argsort(numbers, kind="stable")
        self.names = tuple(texts)
        # Rows by name as two flat arrays: a list of Python's for each of a million names would take 100 MB.
        self._rows, self._bounds = rows[order], np.searchsorted(numbers[order], np.arange(len(texts) + 1))
        self.keyed = KeyedNames(self.names, NameKeys())

    def owners(self, name: int) -> list[int]:
        """The rows that have a name, by its number."""
        found: list[int] = self._rows[self._bounds[name] : self._bounds[name + 1]].tolist()
        return found

    @cached_property
    def by_number(self) -> dict[tuple[str, str], list[int]]:
        """Rows by each number that may name one person."""
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for row, person in enumerate(self.people):
            for kind, values in (
                ("passport", person.passports), ("national id", person.national_ids), ("phone", person.phones)
            ):  # fmt: skip
                for value in set(values):
                    found[kind, value].append(row)
        return dict(found)


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
    for at in np.flatnonzero(odds > _WORTH_A_LOOK).tolist():
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
    paper = any(field.kind in _NAMING for field in fields)
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


def in_letters(name: str) -> str:
    """Put letters where a scanner or a hurried clerk put figures within a word: TE1N, S0G."""
    return _FIGURE_IN_WORD.sub(lambda found: _LETTERS[found.group()], name) if _HAS_FIGURE.search(name) else name


_HAS_FIGURE = re.compile("[0158]")
_FIGURE_IN_WORD = re.compile("(?<=[A-Za-z])[0158](?![0-9])|(?<![0-9A-Za-z])[0158](?=[A-Za-z]{2})")
_LETTERS = {"0": "o", "1": "i", "5": "s", "8": "b"}


def rescored(judged: Judged, score: float) -> Judged:
    """The same with the score that rivals leave."""
    return replace(judged, score=score, has_rivals=score < 0.8 * judged.score)
