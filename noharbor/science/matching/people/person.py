"""One person as a list gives them: what was written, in a form that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Born:
    """When somebody was born, as exactly as it was said: a day, a month, a year, or the years that an age leaves.

    Attributes:
        earliest: The first day it may have been.
        latest: The last day it may have been.
    """

    earliest: date
    latest: date

    @property
    def is_day(self) -> bool:
        """Whether the day itself is said."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Person:
    """A person by one row of a list. What the row does not say is empty; nothing is guessed.

    Attributes:
        names: Names as written, titles on, the main one first; aliases and other scripts behind it.
        sex: "female", "male" or "".
        born: Birth as said; None where it is not.
        nationality: ISO 3166-1 alpha-2; "" where it is not said or no state is meant.
        passports: Passport numbers, capitals and digits only.
        national_ids: Numbers of other papers that states give, in the form `science.identifiers` gives them.
        phones: E.164 where the country is known, else digits.
        place: Where they are or come from, as written.
        group: Bus, room, case or group, as written.
        address: Where they live, as written: house, street, town, post; a town alone is a place.
    """

    names: tuple[str, ...] = ()
    sex: str = ""
    born: Born | None = None
    nationality: str = ""
    passports: tuple[str, ...] = ()
    national_ids: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    place: str = ""
    group: str = ""
    address: str = ""
