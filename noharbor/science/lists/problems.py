"""What could not be read, row by row, and which rows are no person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.names.reasons import Saying, untranslated

_ = untranslated


class ProblemCode(StrEnum):
    """What is wrong with a cell or row, alphabetical."""

    AGE_AGAINST_BIRTH = "age_against_birth"
    AGE_UNREADABLE = "age_unreadable"
    BIRTH_IMPLAUSIBLE = "birth_implausible"
    BIRTH_ORDER_UNSURE = "birth_order_unsure"
    BIRTH_UNREADABLE = "birth_unreadable"
    BIRTHS_DIFFER = "births_differ"
    CELL_TOO_LONG = "cell_too_long"
    DIGITS_LOST = "digits_lost"
    LETTERS_AS_DIGITS = "letters_as_digits"
    NAME_UNREADABLE = "name_unreadable"
    NATIONALITY_UNREADABLE = "nationality_unreadable"
    NO_NAME = "no_name"
    PAPER_UNREADABLE = "paper_unreadable"
    PHONE_UNREADABLE = "phone_unreadable"
    SEX_UNREADABLE = "sex_unreadable"
    TWO_NATIONALITIES = "two_nationalities"


class Aside(StrEnum):
    """Why a row is no person, alphabetical."""

    EMPTY = "empty"
    HEADER = "header"
    HEADER_AGAIN = "header_again"
    NOTE = "note"
    NUMBER_ONLY = "number_only"
    SECTION = "section"
    SIGNATURE = "signature"
    TITLE = "title"
    TOTAL = "total"


#: Words for people; “%(written)s” is the cell.
PROBLEM_WORDS: dict[ProblemCode, str] = {
    ProblemCode.AGE_AGAINST_BIRTH: _("the age “%(written)s” does not fit the birth date; the birth date is taken"),
    ProblemCode.AGE_UNREADABLE: _("“%(written)s” is no age that can be read"),
    ProblemCode.BIRTH_IMPLAUSIBLE: _("“%(written)s” is no birth date of somebody alive"),
    ProblemCode.BIRTH_ORDER_UNSURE: _(
        "nothing tells day from month in “%(written)s”; both are kept as the earliest and the latest birth"
    ),
    ProblemCode.BIRTH_UNREADABLE: _("“%(written)s” is no date that can be read"),
    ProblemCode.BIRTHS_DIFFER: _("two columns give different births; “%(written)s” is left aside"),
    ProblemCode.CELL_TOO_LONG: _("a cell is too long to be looked into: “%(written)s”"),
    ProblemCode.DIGITS_LOST: _(
        "the spreadsheet has rounded the number “%(written)s”; ask for the list with this column as text"
    ),
    ProblemCode.LETTERS_AS_DIGITS: _("letters stand among the digits of “%(written)s”; they are taken for digits"),
    ProblemCode.NAME_UNREADABLE: _("“%(written)s” has no letters of a name"),
    ProblemCode.NATIONALITY_UNREADABLE: _("“%(written)s” is no nationality that is known"),
    ProblemCode.NO_NAME: _("the row has no name"),
    ProblemCode.PAPER_UNREADABLE: _("“%(written)s” is no number of a passport or other paper"),
    ProblemCode.PHONE_UNREADABLE: _("“%(written)s” is no phone number"),
    ProblemCode.SEX_UNREADABLE: _("“%(written)s” is no word for a sex that is known"),
    ProblemCode.TWO_NATIONALITIES: _("“%(written)s” names more than one nationality; none is taken"),
}
ASIDE_WORDS: dict[Aside, str] = {
    Aside.EMPTY: _("the row is empty"),
    Aside.HEADER: _("the row is the header"),
    Aside.HEADER_AGAIN: _("the row repeats the header"),
    Aside.NOTE: _("the row is a note: “%(written)s”"),
    Aside.NUMBER_ONLY: _("the row has only its running number"),
    Aside.SECTION: _("the row parts the list: “%(written)s”"),
    Aside.SIGNATURE: _("the row is for signatures: “%(written)s”"),
    Aside.TITLE: _("the row stands above the header: “%(written)s”"),
    Aside.TOTAL: _("the row is a total: “%(written)s”"),
}
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a row that could not be taken as it stands; the cell itself is kept as written.

    Attributes:
        row: As the file numbers it, from 1.
        column: Counted from 0; None where the row as a whole is meant.
        code: What is wrong.
        written: The cell, cut where it is long.
    """

    row: int
    column: int | None
    code: ProblemCode
    written: str = ""

    @property
    def saying(self) -> Saying:
        """The words for it, to be translated."""
        return Saying(PROBLEM_WORDS[self.code], {"written": shortened(self.written)})


@dataclass(frozen=True, slots=True)
class RowAside:
    """A row that is no person.

    Attributes:
        row: As the file numbers it, from 1.
        why: What it is instead.
        written: Its cells with " | " between, cut where they are long.
    """

    row: int
    why: Aside
    written: str = ""

    @property
    def saying(self) -> Saying:
        """The words for it, to be translated."""
        return Saying(ASIDE_WORDS[self.why], {"written": shortened(self.written)})


def shortened(text: str) -> str:
    """A text short enough to be shown within a sentence."""
    text = " ".join(text[: 4 * _SHOWN].split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
