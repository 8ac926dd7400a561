"""What the numbers of all states have in common: a form, perhaps a check digit, perhaps a birth date inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from noharbor.science.identifiers.finding import pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind, SaidInside
from noharbor.science.identifiers.written import Written, compact, typed

#: Words that announce a number of any state.
_ANY_STATE = ("ID card", "ID card number", "ID number", "ID no", "identity card", "identity number", "national ID")

#: A canonical number, and whether its check digit is right; None where a text is no number of the state.
Taken = tuple[str, bool | None] | None


def unchecked(value: str) -> None:
    """What is known of numbers without a check digit."""


def nothing_inside(value: str) -> SaidInside:
    """What a number says that only counts."""
    return SaidInside()


@dataclass(frozen=True)
class NationalNumber:
    """Reads the numbers of one state.

    Attributes:
        name: ISO 3166-1 alpha-2 of the state.
        take: Makes a canonical number of text that is supposed to be one.
        shape: Regular expression of the number in plain text, repetitions bounded.
        announced_by: Words that come before it, in the languages of its people.
        sure: Regular expression of a form that is taken for a number without any word; "" where none is sure enough.
        inside: What a canonical number says itself.
        tells: Whether its form tells the state, so that a number of an unknown state may be one.
    """

    name: str
    take: Callable[[str], Taken]
    shape: str
    announced_by: tuple[str, ...]
    sure: str = ""
    inside: Callable[[str], SaidInside] = nothing_inside
    tells: bool = True
    kind: IdentifierKind = IdentifierKind.NATIONAL_ID

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a number of this state, alone or with words around it; the region plays no part."""
        written = typed(text)
        whole = self._of(written)
        if whole is not None:
            return whole
        stretches = pattern_of(self.shape, ()).finditer(written)
        return next((number for match in stretches if (number := self._of(match["value"]))), None)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced numbers, those in a form that is sure, and in the state's own texts those that check."""
        written = Written(text)
        for match in self._pattern().finditer(written.plain):
            number = self._of(match["value"])
            if number is not None and (match["said"] or self._is_sure(match["value"], number, region)):
                yield (*written.span(*match.span("value")), number)

    def _pattern(self) -> re.Pattern[str]:
        return pattern_of(self.shape, (*_ANY_STATE, *self.announced_by))

    def _of(self, written: str) -> Identifier | None:
        taken = self.take(written)
        return Identifier(self.kind, taken[0], country=self.name, checked=taken[1]) if taken else None

    def _is_sure(self, words: str, number: Identifier, region: str) -> bool:
        if self.name == region.upper() and number.checked:
            return True
        return number.checked is not False and self.is_surely(words)

    def is_surely(self, words: str) -> bool:
        """Whether plain text is written in a form that only this state's numbers have."""
        return bool(self.sure) and re.fullmatch(self.sure, words, re.IGNORECASE | re.ASCII) is not None


def taken_by(form: str, check: Callable[[str], bool | None]) -> Callable[[str], Taken]:
    """A `take` for numbers whose canonical form is their capitals and digits.

    Args:
        form: Regular expression of all of it.
        check: Whether the check digit is right.
    """
    whole = re.compile(form, re.ASCII)

    def take(text: str) -> Taken:
        value = compact(text)
        return (value, check(value)) if whole.fullmatch(value) else None

    return take


def day(year: int, month: int, day_of_month: int) -> date | None:
    """A day of the calendar; None where there is none such."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def born_on(*days: date | None) -> tuple[tuple[date, date], ...]:
    """Spans of one day each, those that are none left out."""
    return tuple((one, one) for one in days if one is not None)


def born_in(year: int) -> tuple[tuple[date, date], ...]:
    """The span of one year."""
    return ((date(year, 1, 1), date(year, 12, 31)),)
