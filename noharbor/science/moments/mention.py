"""A moment where a text states it: the characters that say it, and the part it plays in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.moments.moment import Moment


class Role(StrEnum):
    """The part a moment plays, alphabetical.

    DATELINE stands before a report ("YANGON, June 19 --") and is the day of the report, not of the event. DEADLINE
    binds something ("by 25 August", "4月底以前"). DURING is a period that passed ("in the past six months"). POINT is
    when something happened. SINCE opens a period ("since January", 今年以来). UNTIL closes one ("as of Monday",
    截至).
    """

    DATELINE = "dateline"
    DEADLINE = "deadline"
    DURING = "during"
    POINT = "point"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class MomentMention:
    """One moment in a text.

    Attributes:
        start: First character of the words.
        end: One past the last character; `text[start:end] == moment.words`.
        moment: The days it means.
        role: The part it plays in its sentence.
        explicit_year: The words themselves give the year, so nothing had to be worked out.
    """

    start: int
    end: int
    moment: Moment
    role: Role = Role.POINT
    explicit_year: bool = False

    @property
    def words(self) -> str:
        """The original words."""
        return self.moment.words
