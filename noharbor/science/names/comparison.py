"""Whether two names may be one person's: a score, the level of the evidence, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import GAIN, SYLLABLES, UNKNOWN, WORDS
from noharbor.science.names.characters import EQUAL, EXTRA, OTHER, WITH_TONE, WITHOUT_TONE, align_characters
from noharbor.science.names.engine import compare_groups, kind_of
from noharbor.science.names.evidence import MERGE_SCORE, POSSIBLE_SCORE, Level, Proposal
from noharbor.science.names.features import CHARACTERS
from noharbor.science.names.prepared import Group, Prepared
from noharbor.science.names.scoring import weights
from noharbor.science.names.spellings import HAN

#: Log-odds of names that are the same writing, or the same but for the form of their signs; each part adds to it, so
#: that long names stand above short ones.
_SAME, _VARIANT, _FOR_EACH_PART = 3.6, 3.4, 0.25
#: Log-odds of two names in characters: to begin with, and for each character of a column of `align_characters`.
_CHARACTERS_BEGIN = -3.5
_CHARACTERS = np.array([2.2, -0.6, -1.2, -3.0, -1.8], dtype=np.float32)
#: Names that agree by sound alone never get beyond this.
_SOUND_AT_MOST = 1.7
#: Below these log-odds, a score of about 0.02, names have nothing to do with each other.
_DIFFERENT_BELOW = -3.9
#: Log-odds against names with other numbers; the most for two bodies of which only one has a number.
_OTHER_NUMBERS, _NUMBER_MISSING = 5.0, 0.0
_NOTHING = np.float32(-30.0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names compare.

    Attributes:
        one: The first name as given.
        other: The second name as given.
        score: 0..1, calibrated: of pairs scored 0.8 about 80 % are the same where one true pair stands among eighty
            look-alikes.
        level: The strength of the evidence.
    """

    one: str
    other: str
    score: float
    level: Level

    @property
    def proposal(self) -> Proposal:
        """What a machine may propose; a person decides. Sound alone never makes it "same", whatever the score."""
        if self.score >= MERGE_SCORE and self.level >= Level.CUSTOMARY_ROMANISATION:
            return Proposal.SAME
        return Proposal.POSSIBLE if self.score >= POSSIBLE_SCORE else Proposal.DIFFERENT

    @property
    def reason(self) -> str:
        """One sentence that says why, for a person to read."""
        from noharbor.science.names.explain import reason

        return reason(self)


class Comparisons(Sequence[Comparison]):
    """The comparisons of one name with a list, in the list's order.

    Attributes:
        scores: (names,) 0..1.
        levels: (names,) numbers of Level.
    """

    def __init__(
        self, one: str, others: Sequence[str], log_odds: NDArray[np.float32], levels: NDArray[np.int8]
    ) -> None:
        self._one = one
        self._others = others
        self.log_odds = log_odds
        self.levels = levels
        self.scores: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds.astype(np.float64)))

    def __len__(self) -> int:
        return len(self._others)

    @overload
    def __getitem__(self, at: int) -> Comparison: ...
    @overload
    def __getitem__(self, at: slice) -> list[Comparison]: ...
    def __getitem__(self, at: int | slice) -> Comparison | list[Comparison]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        return Comparison(self._one, self._others[at], float(self.scores[at]), Level(int(self.levels[at])))

    def best(self, limit: int) -> list[int]:
        """Return the numbers of the best-scored names, best first; ties stand in the list's order."""
        return [int(number) for number in np.argsort(-self.log_odds, kind="stable")[:limit]]


def compare(one: str, other: str) -> Comparison:
    """Compare two names, in any scripts.

    Args:
        one: A name as found, with titles, aliases and faults.
        other: Another.

    Returns:
        Score, level and reason; score 0 where either has no letters.
    """
    return compare_many(one, [other])[0]


def compare_many(one: str | Prepared, names: Iterable[str] | Prepared) -> Comparisons:
    """Compare a name with each of a list.

    Args:
        one: A name as found, or a Prepared with one name.
        names: Names as found; a `Prepared` list is many times faster when it is used again.

    Raises:
        ValueError: `one` is a Prepared with no name or with several.
    """
    query = one if isinstance(one, Prepared) else _asked(one)
    if len(query) != 1:
        raise ValueError(f"one name is compared with a list, and here are {len(query)}; call once for each of them")
    gallery = names if isinstance(names, Prepared) else Prepared(names)
    pairs = np.stack([np.zeros(len(gallery), np.int64), np.arange(len(gallery))], axis=1)
    return Comparisons(query.names[0], gallery, *compare_pairs(query, gallery, pairs))


@lru_cache(maxsize=64)
def _asked(name: str) -> Prepared:
    """One name, ready; who asks for it asks in one list after the other."""
    return Prepared([name])


def compare_pairs(
    ones: Prepared, others: Prepared, pairs: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Compare chosen pairs of names of two lists, which may be the same list.

    Args:
        ones: Names.
        others: Names.
        pairs: (pairs, 2) number of a name of `ones` and of one of `others`; each pair once.

    Returns:
        (pairs,) log-odds of the calibrated score, and (pairs,) numbers of Level.
    """
    log_odds = np.full(len(pairs), _NOTHING, dtype=np.float32)
    levels = np.zeros(len(pairs), dtype=np.int8)
    for mine in ones.groups:
        for theirs in others.groups:
            owner, forms = _pairs_of_forms(mine, theirs, pairs)
            if not len(owner):
                continue
            odds, found = compare_forms(mine, theirs, forms)
            odds = odds - mine.doubtful[forms[:, 0]] - theirs.doubtful[forms[:, 1]]
            if len(owner) > 1 and bool((owner[1:] == owner[:-1]).any()):
                # Later ones win where a name has several forms, and those are the better ones.
                order = np.argsort(odds, kind="stable")
                owner, odds, found = owner[order], odds[order], found[order]
            better = np.flatnonzero(odds > log_odds[owner])
            log_odds[owner[better]] = odds[better]
            levels[owner[better]] = found[better]
    return _with_numbers(ones, others, pairs, log_odds, levels)


def _pairs_of_forms(
    mine: Group, theirs: Group, pairs: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The pairs of forms of two groups that pairs of names come to: which pair of names each is of, and the forms."""
    first, second = mine.bounds[pairs[:, 0]], theirs.bounds[pairs[:, 1]]
    others = theirs.bounds[pairs[:, 1] + 1] - second
    many = (mine.bounds[pairs[:, 0] + 1] - first) * others
    if not many.any():
        return np.zeros(0, np.int64), np.zeros((0, 2), np.int32)
    if many.max() == 1:
        owner = np.flatnonzero(many)
        forms = np.empty((len(owner), 2), np.int32)
        forms[:, 0], forms[:, 1] = first[owner], second[owner]
        return owner, forms
    owner = np.repeat(np.arange(len(pairs)), many)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
    forms = np.stack([first[owner] + within // others[owner], second[owner] + within % others[owner]], axis=1)
    return owner, forms.astype(np.int32)


def _with_numbers(
    ones: Prepared,
    others: Prepared,
    pairs: NDArray[np.int64],
    log_odds: NDArray[np.float32],
    levels: NDArray[np.int8],
) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Let numbers speak: the 3rd brigade is not the 7th, however much else agrees."""
    if not ones.numbers.any() and not others.numbers.any():
        return log_odds, levels
    mine, theirs = ones.numbers[pairs[:, 0]], others.numbers[pairs[:, 1]]
    differ = mine != theirs
    other = differ & (mine != 0) & (theirs != 0)
    missing = differ & ~other & ones.bodies[pairs[:, 0]] & others.bodies[pairs[:, 1]]
    log_odds = np.where(other, np.minimum(log_odds - _OTHER_NUMBERS, -_OTHER_NUMBERS), log_odds)
    log_odds = np.where(missing, np.minimum(log_odds, _NUMBER_MISSING), log_odds)
    levels = np.where(other, Level.DIFFERENT, np.where(missing, np.minimum(levels, Level.SIMILAR_SOUND), levels))
    return log_odds.astype(np.float32), levels.astype(np.int8)


def compare_forms(one: Group, other: Group, pairs: NDArray[np.int32]) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Compare pairs of forms; log-odds and levels."""
    if one.script == other.script == HAN:
        odds, levels = _by_characters(one, other, pairs)
    else:
        odds, levels = _by_alignment(one, other, pairs)
    if one.script == other.script:
        parts = one.pieces_count[pairs[:, 0]]
        equal = one.words[pairs[:, 0]] == other.words[pairs[:, 1]]
        same = one.written[pairs[:, 0]] == other.written[pairs[:, 1]]
        odds = np.where(equal, np.maximum(odds, _VARIANT + _FOR_EACH_PART * parts), odds)
        odds = np.where(same, np.maximum(odds, _SAME + _FOR_EACH_PART * parts), odds)
        levels = np.where(same, Level.SAME_WRITING, np.where(equal, Level.SCRIPT_VARIANT, levels)).astype(np.int8)
    return odds.astype(np.float32), levels


def _by_alignment(one: Group, other: Group, pairs: NDArray[np.int32]) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    compared = compare_groups(one, other, pairs)
    odds = weights(kind_of(one.script, other.script)).log_odds(compared.rows)
    out = compared.out
    whole = (out[:, UNKNOWN] == 0) & (out[:, WORDS] == 0) & (out[:, SYLLABLES] == 0) & (out[:, GAIN] > 0)
    # Two spellings that meet only in characters both may write (Teo, Trương) are no ways to write one another.
    whole &= compared.rows[:, CHARACTERS] == 0
    levels = np.where(whole, Level.CUSTOMARY_ROMANISATION, Level.SIMILAR_SOUND)
    levels = np.where(odds < _DIFFERENT_BELOW, Level.DIFFERENT, levels)
    return odds, levels.astype(np.int8)


def _by_characters(one: Group, other: Group, pairs: NDArray[np.int32]) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    out = np.empty((len(pairs), 5), dtype=np.float32)
    align_characters(*one.characters, *other.characters, np.ascontiguousarray(pairs), out)
    odds = np.minimum(out @ _CHARACTERS + np.float32(_CHARACTERS_BEGIN), _SOUND_AT_MOST)
    sounded = (
        (out[:, OTHER] == 0) & (out[:, EXTRA] == 0) & (out[:, EQUAL] + out[:, WITH_TONE] + out[:, WITHOUT_TONE] > 0)
    )
    levels = np.where(
        sounded,
        np.where(out[:, WITHOUT_TONE] > 0, Level.SAME_SOUND_WITHOUT_TONE, Level.SAME_SOUND_WITH_TONE),
        np.where(odds < _DIFFERENT_BELOW, Level.DIFFERENT, Level.SIMILAR_SOUND),
    )
    return odds, levels.astype(np.int8)
