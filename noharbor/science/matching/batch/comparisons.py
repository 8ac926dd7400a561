"""What is compared of two records, level by level: this project's kinds of evidence as conditions of SQL.

Conditions use functions that Spark has or Splink brings it; `engines` teaches DuckDB their names. Names of columns are
those of `prepare.schema`, with `_l` and `_r` for the two records.
"""

from __future__ import annotations

from typing import NamedTuple

from noharbor.science.matching.people.agreement import LEAST_NEAR, YEARS_APART, Kind


class Level(NamedTuple):
    """One way a field of two records agrees, or does not.

    Attributes:
        name: What it is called in a model.
        condition: SQL; "" for whatever the levels above leave.
        frequency_of: Column whose commonness says how much an agreement is worth; "" where it does not matter.
    """

    name: str
    condition: str
    frequency_of: str = ""


class Compared(NamedTuple):
    """A field, the strongest agreement first.

    Attributes:
        name: What it is called in a model.
        missing: SQL that holds where one record does not say it.
        levels: Its levels; the last has no condition.
    """

    name: str
    missing: str
    levels: tuple[Level, ...]


def _either_missing(column: str) -> str:
    return f"{column}_l is null or {column}_r is null"


def _near(column: str, part: float) -> str:
    """That so small a part of the letters has to be changed.

    Not Jaro and Winkler's measure, which DuckDB and Splink's jar for Spark count each in its own way.
    """
    longer = f"greatest(length({column}_l), length({column}_r))"
    return f"levenshtein({column}_l, {column}_r) <= {part} * {longer}"


def _numbers(name: str, column: str, first: str, kinds: tuple[Kind, Kind, Kind]) -> Compared:
    same, nearly, other = kinds
    long = f"length({first}_l) >= {LEAST_NEAR} and length({first}_r) >= {LEAST_NEAR}"
    near = f"{long} and damerau_levenshtein({first}_l, {first}_r) <= 1"
    levels = (Level(same, f"arrays_overlap({column}_l, {column}_r)"), Level(nearly, near), Level(other, ""))
    return Compared(name, _either_missing(first), levels)


#: The columns that the conditions below speak of, and the record's number.
COLUMNS: tuple[str, ...] = (
    "row", "written", "letters", "sounds", "rough", "sound", "spelled", "day", "turned", "era", "born_from", "born_to",
    "passports", "passport", "national_ids", "national_id", "phones", "sex", "nationality", "town", "home",
    "home_words",
)  # fmt: skip


def _words_shared(part: float) -> str:
    """That two addresses share so many words, of the one that has more."""
    return (
        f"size(array_intersect(home_words_l, home_words_r)) >= {part}"
        " * greatest(size(home_words_l), size(home_words_r))"
    )


COMPARED: tuple[Compared, ...] = (
    Compared(
        "names",
        _either_missing("sound"),
        (
            Level("same writing", "arrays_overlap(written_l, written_r)", "sound"),
            Level("same letters when romanised", "arrays_overlap(letters_l, letters_r)", "sound"),
            Level("same syllables", "arrays_overlap(sounds_l, sounds_r)", "sound"),
            Level("nearly the same letters", _near("spelled", 0.12), "sound"),
            Level("same kinds of syllables", "arrays_overlap(rough_l, rough_r)"),
            Level("letters alike", _near("spelled", 0.25)),
            Level("letters somewhat alike", _near("spelled", 0.4)),
            Level("other names", ""),
        ),
    ),
    Compared(
        "born",
        _either_missing("born_from"),
        (
            Level(Kind.BORN_SAME_DAY, "day_l = day_r"),
            Level(Kind.BORN_DAY_AND_MONTH_TURNED, "day_l = turned_r"),
            Level(Kind.BORN_IN_ANOTHER_ERA, "day_l = era_r or era_l = day_r"),
            Level(
                Kind.BORN_NEARLY,
                "day_l is not null and day_r is not null"
                " and (damerau_levenshtein(day_l, day_r) <= 1 or abs(born_from_l - born_from_r) = 1)",
            ),
            Level(Kind.BORN_SAME_YEAR, "left(day_l, 4) = left(day_r, 4)"),
            Level(Kind.BORN_MAY_AGREE, "born_from_l <= born_to_r and born_from_r <= born_to_l"),
            Level(
                "born within two years",
                f"born_from_l <= born_to_r + {YEARS_APART} and born_from_r <= born_to_l + {YEARS_APART}",
            ),
            Level(Kind.BORN_YEARS_APART, ""),
        ),
    ),
    _numbers("passport", "passports", "passport", (Kind.SAME_PASSPORT, Kind.PASSPORT_NEARLY, Kind.OTHER_PASSPORT)),
    _numbers(
        "national id",
        "national_ids",
        "national_id",
        (Kind.SAME_NATIONAL_ID, Kind.NATIONAL_ID_NEARLY, Kind.OTHER_NATIONAL_ID),
    ),
    Compared(
        "phone",
        _either_missing("phones"),
        (Level(Kind.SAME_PHONE, "arrays_overlap(phones_l, phones_r)"), Level("other phone", "")),
    ),
    Compared("sex", _either_missing("sex"), (Level(Kind.SAME_SEX, "sex_l = sex_r"), Level(Kind.OTHER_SEX, ""))),
    Compared(
        "nationality",
        _either_missing("nationality"),
        (
            Level(Kind.SAME_NATIONALITY, "nationality_l = nationality_r", "nationality"),
            Level(Kind.OTHER_NATIONALITY, ""),
        ),
    ),
    Compared(
        "place",
        _either_missing("town"),
        (
            Level(Kind.SAME_PLACE, "town_l = town_r", "town"),
            Level("places alike", _near("town", 0.25)),
            Level("other place", ""),
        ),
    ),
    Compared(
        "address",
        _either_missing("home"),
        (
            Level(Kind.SAME_ADDRESS, "home_l = home_r"),
            Level("three quarters of the words", _words_shared(0.75)),
            Level("half the words", _words_shared(0.5)),
            Level("a quarter of the words", _words_shared(0.25)),
            Level(Kind.OTHER_ADDRESS, ""),
        ),
    ),
)
