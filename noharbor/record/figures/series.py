"""What makes figures one series: the same thing counted, of people who moved the same way or in the same state.

This is the one definition. A series is worked out from what a statement says and stands nowhere in the tables.

- People handed over or sent home: by the state they left and the state they reached. "Out of Myanmar", whichever state
  they reached, holds what is said of each state they reached too, told apart by its scope.
- All else: by the state it happened in, as far as one is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Q

from noharbor.record.figures.counted import may_count
from noharbor.record.figures.vocabulary import Counted

#: How addresses write a state that is not named.
NOT_NAMED = "any"
_STATE = r"(?:[A-Z]{2}|any)"


class NoSuchSeries(ValueError):
    """No series is called so. Follow a link from the list of figures."""


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """A series of figures.

    Attributes:
        counted: What is counted.
        left: The state people left, ISO 3166-1 alpha-2; empty where none is named. Only of people who moved.
        reached: The state they reached, the same way.
        country: The state it happened in, the same way; empty for people who moved.
    """

    counted: Counted
    left: str = ""
    reached: str = ""
    country: str = ""

    @property
    def scope(self) -> str:
        """How addresses write whom it is about: "MM-CN", "MM-any", "KH"."""
        if self.counted is Counted.MOVED:
            return f"{self.left or NOT_NAMED}-{self.reached or NOT_NAMED}"
        return self.country or NOT_NAMED

    @property
    def condition(self) -> Q:
        """That a statement may belong to it; what a total counts is told by its words and not by this."""
        of_kind = may_count(self.counted)
        if self.counted is not Counted.MOVED:
            return of_kind & Q(place_country=self.country)
        if not self.left and not self.reached:
            return of_kind & Q(from_country="", to_country="")
        route = {"from_country": self.left, "to_country": self.reached}
        return of_kind & Q(**{column: state for column, state in route.items() if state})

    def wider(self) -> tuple[Series, ...]:
        """The series it is a part of: out of one state, into one state."""
        if not self.left or not self.reached:
            return ()
        return Series(self.counted, left=self.left), Series(self.counted, reached=self.reached)


def series_of(counted: Counted, left: str, reached: str, country: str) -> Series:
    """Return the series of a figure.

    Args:
        counted: What it counts.
        left: State people left, ISO 3166-1 alpha-2, or empty.
        reached: State they reached, or empty.
        country: State of its place, or empty.
    """
    return Series(counted, left, reached) if counted is Counted.MOVED else Series(counted, country=country)


def series_called(counted: str, scope: str) -> Series:
    """Return the series an address names.

    Raises:
        NoSuchSeries: When it is written in another way than `Series.scope` writes it.
    """
    if counted not in Counted.values:
        raise NoSuchSeries(counted)
    moved = counted == Counted.MOVED
    if not re.fullmatch(rf"{_STATE}-{_STATE}" if moved else _STATE, scope):
        raise NoSuchSeries(scope)
    states = ["" if state == NOT_NAMED else state for state in scope.split("-")]
    return Series(Counted(counted), *states) if moved else Series(Counted(counted), country=states[0])
