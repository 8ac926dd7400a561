"""Which numbers can both be true: "more than 300" and "312" can, "exactly 300" and "312" cannot.

It says nothing about which of two numbers is right, nor whether they count the same: both must be asked by whoever
compares them.
"""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.language.events import Bound

#: How far "about" reaches to either side, as a part of the number: "about 300" may be 240 to 360. It is wide on
#: purpose, for two numbers that somebody rounded are no contradiction.
ABOUT_REACHES = 0.2


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number as somebody stated it: people, sites, or money of one currency.

    Attributes:
        value: The number, at least 0.
        bound: How it binds.
    """

    value: float
    bound: Bound

    @property
    def lowest(self) -> float:
        """The smallest number that what was said allows."""
        return self.value * (1 - ABOUT_REACHES) if self.bound is Bound.ABOUT else self.value

    @property
    def highest(self) -> float | None:
        """The largest number that what was said allows; None where it has no upper end."""
        if self.bound is Bound.AT_LEAST:
            return None
        return self.value * (1 + ABOUT_REACHES) if self.bound is Bound.ABOUT else self.value


def can_both_be_true(one: Bounded, other: Bounded) -> bool:
    """Tell whether there is a number that both allow.

    Args:
        one: A number.
        other: Another, of the same thing.
    """
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Bounded, other: Bounded) -> bool:
    """Whether `one` goes up to where `other` begins."""
    return one.highest is None or other.lowest <= one.highest
