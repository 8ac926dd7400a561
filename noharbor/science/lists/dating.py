"""Find the day a list was made, in the titles above its header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from noharbor.reference.tables import table
from noharbor.science.lists.births import DateHabits, DateOrder, read_birth
from noharbor.science.lists.forms import LOOKED_INTO, alternatives, any_of, plain

#: Nobody made such lists before.
_EARLIEST = date(2000, 1, 1)
#: A list may be dated a little ahead: the day of a handover to come.
_AHEAD = timedelta(days=31)
_MOST_TITLES = 40


def day_of(titles: Iterable[str], today: date) -> date | None:
    """The day a list gives itself; None where it gives none.

    Args:
        titles: The cells above the header.
        today: Later days, but for a month, are not believed.
    """
    for number, title in enumerate(titles):
        if number >= _MOST_TITLES:
            return None
        form = plain(title)[:LOOKED_INTO]
        for found in _pattern().finditer(form):
            born = read_birth(found.group().strip(), DateHabits(today + _AHEAD, DateOrder.DAY_FIRST)).born
            if born and born.is_day and born.earliest >= _EARLIEST:
                return born.earliest
    return None


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers with signs, marks or names of months between them, or a month before them."""
    months = alternatives(plain(word) for words in table("list_cells")["months"] for word in words)
    between = rf"(?:[\s./,-]|[年月日号]|{any_of('date_words').pattern}|{months})"
    numbers = rf"\d{{1,4}}{between}{{1,6}}\d{{1,4}}(?:{between}{{1,6}}\d{{1,4}})?(?!\d)"
    return re.compile(rf"(?<!\d)(?:{numbers}|(?:{months})\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*\d{{4}}(?!\d))")
