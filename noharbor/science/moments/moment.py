"""A moment as a text states it: a span of days, how exact it is, and the words that said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a moment is known, finest first."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"
    RECENT = "recent"


#: How a moment is resolved that the text does not state: by the day on which the text came out.
DAY_OF_PUBLICATION = "day of publication"


class Calendar(StrEnum):
    """The calendar the words were written in."""

    BUDDHIST = "buddhist"
    GREGORIAN = "gregorian"
    MINGUO = "minguo"
    REIWA = "reiwa"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as far as the words say.

    Attributes:
        first: First day the words allow; None when they only say "recently" or cannot be resolved.
        last: Last day the words allow, equal to `first` for a single day.
        precision: How exact the words are. A range ("May 2 to 5") keeps both days.
        words: The original words, never empty.
        resolved_by: How the words became days: "written", "weekday before publication", … One short phrase.
        calendar: The calendar of the words.
    """

    first: date | None
    last: date | None
    precision: Precision
    words: str
    resolved_by: str = "written"
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def iso(self) -> str | None:
        """YYYY, YYYY-MM or YYYY-MM-DD by precision (a range gives its first day); None when unresolved."""
        if self.first is None or self.precision is Precision.RECENT:
            return None
        if self.precision is Precision.YEAR:
            return f"{self.first.year:04d}"
        if self.precision is Precision.MONTH:
            return f"{self.first.year:04d}-{self.first.month:02d}"
        return self.first.isoformat()
