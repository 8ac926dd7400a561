"""Read ages, and the births they leave."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from noharbor.science.lists.births import ABOUT_YEARS
from noharbor.science.lists.forms import Cell, any_of, plain, written
from noharbor.science.matching.people.person import Born

OLDEST = 120
_AGE = re.compile(r"(\d{1,3})(?:\.\d+)?(?:s|(?: *[-~至到] *(\d{1,3})))?\+?")
_LONGEST = 40


class Age(NamedTuple):
    """Full years somebody may have lived, lowest and highest."""

    lowest: int
    highest: int


def read_age(cell: Cell) -> Age | None:
    """Read an age: a number, with or without words for years, a range, or months of a baby; None where it is none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Age(int(cell), int(cell)) if 0 <= cell <= OLDEST else None
    return _read(written(cell))


@lru_cache(maxsize=16_384)
def _read(text: str) -> Age | None:
    if not text or len(text) > _LONGEST:
        return None
    form, is_about = any_of("about").subn(" ", plain(text))
    form, is_months = any_of("age_months").subn(" ", form)
    form = any_of("age_words").sub(" ", form).strip(" .,:()")
    found = _AGE.fullmatch(form)
    if not found:
        return None
    lowest = int(found[1])
    if is_months:
        return Age(lowest // 12, lowest // 12)
    highest = int(found[2]) if found[2] else lowest + 9 if form.endswith("s") else lowest
    if is_about:
        lowest, highest = max(0, lowest - ABOUT_YEARS), highest + ABOUT_YEARS
    return Age(lowest, highest) if lowest <= highest <= OLDEST + ABOUT_YEARS else None


def born_of_age(age: Age, on: date) -> Born:
    """The days on which somebody of this age on a day may have been born."""
    return Born(_years_before(on, age.highest + 1) + timedelta(days=1), _years_before(on, age.lowest))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
