"""Compare names of places: as persons' names are, but no word is a title, and words for kinds of place are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.place_words import bare_names
from noharbor.science.names.comparison import compare_forms
from noharbor.science.names.evidence import Level
from noharbor.science.names.forms import Form
from noharbor.science.names.forms import _by_script as by_script
from noharbor.science.names.numbers import take_numbers
from noharbor.science.names.prepared import Group

#: Log-odds against names with other numbers: Friendship Bridge 1 and 2; the most where only one has a number.
_OTHER_NUMBERS, _NUMBER_MISSING = 5.0, 0.0
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
        rows: list[int] = []
        forms: list[Form] = []
        for number, name in enumerate(self.names):
            for bare in bare_names(name):
                doubtful = bare.doubtful + (_WITH_WORDS_ASIDE if bare.aside else 0.0)
                found = [form._replace(doubtful=doubtful) for form in _forms(bare.text)]
                rows += [number] * len(found)
                forms += found
        self.groups = _groups(rows, forms)

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
    for mine in PreparedPlaces([one]).groups:
        for theirs in gallery.groups:
            pairs = _all_pairs(len(mine.forms), len(theirs.forms))
            odds = compare_forms(mine, theirs, pairs)[0] - mine.doubtful[pairs[:, 0]] - theirs.doubtful[pairs[:, 1]]
            np.maximum.at(log_odds, theirs.rows[pairs[:, 1]], odds)
    numbers = _numbers(one)
    for number, other in enumerate(gallery.names):
        if log_odds[number] > -_OTHER_NUMBERS and _numbers(other) != numbers:
            log_odds[number] = _with_numbers(float(log_odds[number]), numbers, _numbers(other))
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
    numbers = _numbers(text)
    for row, (log_odds, level, one, other) in best.items():
        theirs_too = _numbers(names[row])
        if numbers != theirs_too:
            log_odds, level = _with_numbers(log_odds, numbers, theirs_too), min(level, Level.SIMILAR_SOUND)
        yield Met(row, log_odds, Level(level), (one, other))


def _with_numbers(log_odds: float, one: tuple[int, ...], other: tuple[int, ...]) -> float:
    if one and other:
        return min(log_odds - _OTHER_NUMBERS, -_OTHER_NUMBERS)
    return min(log_odds, _NUMBER_MISSING)


def _all_pairs(ones: int, others: int) -> NDArray[np.int32]:
    return np.stack([np.repeat(np.arange(ones), others), np.tile(np.arange(others), ones)], axis=1).astype(np.int32)


@lru_cache(maxsize=100_000)
def _forms(text: str) -> tuple[Form, ...]:
    # Place names hold no titles: the Ko of Ko Samui and the Nang of Nang Rong are parts of them.
    return tuple(by_script(tuple(text.split()), 0.0))


@lru_cache(maxsize=100_000)
def _numbers(text: str) -> tuple[int, ...]:
    return take_numbers(text)[1] if any(map(str.isdigit, text)) else ()


def _groups_of(names: Iterable[str]) -> list[Group]:
    found = [(number, form) for number, name in enumerate(names) for form in _forms(name)]
    return _groups([number for number, _ in found], [form for _, form in found])


def _groups(rows: Sequence[int], forms: Sequence[Form]) -> list[Group]:
    scripts = sorted({form.script for form in forms})
    return [
        Group(
            script,
            [row for row, form in zip(rows, forms, strict=True) if form.script == script],
            [form for form in forms if form.script == script],
        )
        for script in scripts
    ]
