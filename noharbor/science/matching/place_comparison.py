"""Compare names of places: as persons' names are, but no word is a title, and words for kinds of place are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.place_words import bare_names
from noharbor.science.names.comparison import compare_forms
from noharbor.science.names.evidence import Level
from noharbor.science.names.forms import Form
from noharbor.science.names.forms import forms_by_script as by_script
from noharbor.science.names.numbers import take_numbers
from noharbor.science.names.prepared import Group

#: Log-odds against names with other numbers (Friendship Bridge 1 and 2), and against those of which only one has a
#: number; and a ceiling for the latter that still lets the nearer name stand first.
_OTHER_NUMBERS, _NUMBER_MISSING = 5.0, 2.5
_CEILING, _RISE = 0.5, 0.1
#: Log-odds against a name with a word for its kind, so that of two names the barer one is the nearer.
_WITH_WORDS_ASIDE = 0.05
_NOTHING = -30.0


class Met(NamedTuple):
    """How a name agrees with another.

    Attributes:
        number: Of the other name.
        log_odds: That both mean one place.
        level: The kind of evidence.
        forms: Of both names, those that agree best.
    """

    number: int
    log_odds: float
    level: Level
    forms: tuple[Form, Form]


class PreparedPlaces(Sequence[str]):
    """Names of places ready to be compared many times; behaves as the list of their texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        found: dict[str, list[tuple[int, Form, int]]] = {}
        for number, name in enumerate(self.names):
            for bare in bare_names(name):
                doubtful = bare.doubtful + (_WITH_WORDS_ASIDE if bare.aside else 0.0)
                for form in _forms(bare.text):
                    row = number, form._replace(doubtful=doubtful), _numbered(bare.text)
                    found.setdefault(form.script, []).append(row)
        #: By script, the forms, and for each what numbers it holds, 0 for none.
        self.groups: tuple[tuple[Group, NDArray[np.int64]], ...] = tuple(
            (
                Group(script, [number for number, _, _ in found[script]], [form for _, form, _ in found[script]]),
                np.array([numbers for _, _, numbers in found[script]], dtype=np.int64),
            )
            for script in sorted(found)
        )

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self.names[at]


def compare_places(one: str, names: Iterable[str]) -> NDArray[np.float64]:
    """Compare a place name with each of a list.

    Args:
        one: A place name as found, in any script, with or without words for its kind.
        names: Others; a `PreparedPlaces` is many times faster when it is used again.

    Returns:
        (names,) scores 0..1; 0 where a name has no letters.
    """
    gallery = names if isinstance(names, PreparedPlaces) else PreparedPlaces(names)
    log_odds = np.full(len(gallery), _NOTHING)
    for mine, my_numbers in PreparedPlaces([one]).groups:
        for theirs, their_numbers in gallery.groups:
            pairs = _all_pairs(len(mine.forms), len(theirs.forms))
            odds = compare_forms(mine, theirs, pairs)[0] - mine.doubtful[pairs[:, 0]] - theirs.doubtful[pairs[:, 1]]
            odds = _with_numbers(odds, my_numbers[pairs[:, 0]], their_numbers[pairs[:, 1]])
            np.maximum.at(log_odds, theirs.rows[pairs[:, 1]], odds)
    scores: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return scores


def compare_bare(text: str, names: Sequence[str]) -> Iterator[Met]:
    """Compare a place name with others, of all of which the words for kinds have been taken off.

    Args:
        text: A name.
        names: Others.

    Returns:
        How each agrees that has letters, in no order.
    """
    best: dict[int, tuple[float, int, Form, Form]] = {}
    mine = _groups_of([text])
    for theirs in _groups_of(names):
        for group in mine:
            pairs = _all_pairs(len(group.forms), len(theirs.forms))
            odds, levels = compare_forms(group, theirs, pairs)
            for at, (first, second) in enumerate(pairs.tolist()):
                row = int(theirs.rows[second])
                if row not in best or odds[at] > best[row][0]:
                    best[row] = float(odds[at]), int(levels[at]), group.forms[first], theirs.forms[second]
    mine_numbered = np.array([_numbered(text)], dtype=np.int64)
    for row, (log_odds, level, one, other) in best.items():
        numbered = np.array([_numbered(names[row])], dtype=np.int64)
        if numbered[0] != mine_numbered[0]:
            log_odds = float(_with_numbers(np.array([log_odds]), mine_numbered, numbered)[0])
            level = min(level, Level.SIMILAR_SOUND)
        yield Met(row, log_odds, Level(level), (one, other))


def _with_numbers(log_odds: NDArray[Any], ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[Any]:
    """Let numbers speak."""
    differ = ones != others
    if not differ.any():
        return log_odds
    both = differ & (ones != 0) & (others != 0)
    missing = np.minimum(log_odds - _NUMBER_MISSING, _CEILING + _RISE * log_odds)
    other = np.minimum(log_odds - _OTHER_NUMBERS, -_OTHER_NUMBERS)
    return np.where(both, other, np.where(differ, missing, log_odds))


def _all_pairs(ones: int, others: int) -> NDArray[np.int32]:
    return np.stack([np.repeat(np.arange(ones), others), np.tile(np.arange(others), ones)], axis=1).astype(np.int32)


@lru_cache(maxsize=100_000)
def _forms(text: str) -> tuple[Form, ...]:
    # Place names hold no titles: the Ko of Ko Samui and the Nang of Nang Rong are parts of them.
    return tuple(by_script(tuple(text.split()), 0.0))


@lru_cache(maxsize=100_000)
def _numbered(text: str) -> int:
    """What is equal for names with the same numbers; 0 for a name without."""
    numbers = take_numbers(text)[1] if any(map(str.isdigit, text)) else ()
    return hash(numbers) if numbers else 0


def _groups_of(names: Iterable[str]) -> list[Group]:
    rows: dict[str, list[int]] = {}
    forms: dict[str, list[Form]] = {}
    for number, name in enumerate(names):
        for form in _forms(name):
            rows.setdefault(form.script, []).append(number)
            forms.setdefault(form.script, []).append(form)
    return [Group(script, rows[script], forms[script]) for script in sorted(rows)]
