"""Pairs of different people whose names sound alike in Mandarin without tones: 王伟 and 汪伟, 张伟 and 章炜.

Names are put together by lot from the tables of family names and given-name characters, as often as these are borne, so
that any likeness to a living person is chance. None of the pairs may be taken for one person by name alone.
`python -m benchmarks.names.homophones` prints some.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, islice

from noharbor.reference.tables import table
from noharbor.science.scripts.han import canonical, to_traditional
from noharbor.science.scripts.han_readings import family_readings, mandarin

NUMBER = 2000
#: Of a hundred pairs so many have their second name in traditional characters.
_TRADITIONAL = 15
#: A family name with fewer bearers per million is left out: readers would not think of it.
_RARE = 5.0

Shares = dict[str, float]


def family_sound(char: str) -> str:
    """How a family name sounds, without tone."""
    return (family_readings(char) or mandarin(char))[0][:-1]


def given_sound(char: str) -> str:
    """How a character of a given name most often sounds, without tone."""
    return mandarin(char)[0][:-1]


@cache
def _tables() -> tuple[Shares, Shares]:
    """Family names of one character, and characters of given names that are read in one way only, with their shares."""
    shares = table("chinese_shares")
    families = {name: share for name, share in shares["family"].items() if len(name) == 1 and share >= _RARE}
    given = {char: share for char, share in shares["given"].items() if len({one[:-1] for one in mandarin(char)}) == 1}
    return families, given


@cache
def _alike() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Family names and given-name characters by their sound."""
    families, given = _tables()
    by_family: dict[str, list[str]] = defaultdict(list)
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in families:
        by_family[family_sound(name)].append(name)
    for char in given:
        by_given[given_sound(char)].append(char)
    return by_family, by_given


class Lot:
    """Draws from a table as often as its shares say.

    Args:
        shares: What to draw with its share.
    """

    def __init__(self, shares: Shares) -> None:
        self._names = list(shares)
        self._sums = list(accumulate(shares.values()))

    def draw(self, dice: random.Random) -> str:
        """One of the names."""
        return dice.choices(self._names, cum_weights=self._sums)[0]


def _drawn(dice: random.Random, lots: tuple[Lot, Lot]) -> str:
    families, given = lots
    shares = table("chinese_shares")["length_of_given"]
    length = dice.choices([int(one) for one in shares], weights=list(shares.values()))[0]
    return families.draw(dice) + "".join(given.draw(dice) for _ in range(length))


def _namesake(name: str, dice: random.Random) -> str:
    """Another name of the same sound without tones, or the same name where there is none."""
    by_family, by_given = _alike()
    choices = [by_family[family_sound(name[0])], *(by_given[given_sound(char)] for char in name[1:])]
    changing = [place for place, alike in enumerate(choices) if len(alike) > 1]
    if not changing:
        return name
    # Most pairs of life differ in one character; some in more.
    many = 1 + (dice.random() < 0.3)
    chars = list(name)
    for place in dice.sample(changing, min(many, len(changing))):
        chars[place] = dice.choice([one for one in choices[place] if one != name[place]])
    return "".join(chars)


def _endless(dice: random.Random) -> Iterator[tuple[str, str]]:
    families, given = _tables()
    lots = Lot(families), Lot(given)
    seen: set[tuple[str, str]] = set()
    while True:
        name = _drawn(dice, lots)
        other = _namesake(name, dice)
        if dice.randrange(100) < _TRADITIONAL:
            other = to_traditional(other)
        if canonical(name) != canonical(other) and (name, other) not in seen:
            seen.add((name, other))
            yield name, other


def pairs(number: int = NUMBER, seed: int = 85) -> list[tuple[str, str]]:
    """So many pairs of names of different people with the same toneless pinyin.

    Args:
        number: How many.
        seed: Of the dice; the same seed gives the same pairs.
    """
    return list(islice(_endless(random.Random(seed)), number))


if __name__ == "__main__":
    for first, second in pairs(20):
        print(first, second)
