"""What the cells alone do not tell: counted while a table is read, told as notices at the end."""

from __future__ import annotations

from collections import defaultdict

from noharbor.record.intake.limits import MAX_CELL_CHARACTERS
from noharbor.record.intake.notices import Notice, NoticeCode

_PLACES_NAMED = 10


class Findings:
    """Places where something is to be told, by the code of its notice."""

    def __init__(self) -> None:
        self._places: defaultdict[NoticeCode, list[str]] = defaultdict(list)
        self._counts: defaultdict[NoticeCode, int] = defaultdict(int)

    def add(self, code: NoticeCode, place: str) -> None:
        """Note one place; only the first ones are named."""
        self._counts[code] += 1
        if len(self._places[code]) < _PLACES_NAMED:
            self._places[code].append(place)

    def notices(self) -> tuple[Notice, ...]:
        """Return one notice for each code that was noted, alphabetical."""
        return tuple(Notice(code, self._values(code)) for code in sorted(self._counts))

    def _values(self, code: NoticeCode) -> dict[str, int | str]:
        places = ", ".join(self._places[code]) + (" …" if self._counts[code] > _PLACES_NAMED else "")
        values: dict[str, int | str] = {"count": self._counts[code], "places": places}
        return values | {"limit_characters": MAX_CELL_CHARACTERS} if code == NoticeCode.CELLS_CUT else values


def place_of(sheet: str, row: int, column: int) -> str:
    """Name a cell as spreadsheets do.

    Args:
        sheet: Its name; "" where there is one table only.
        row: Counted from 0.
        column: Counted from 0.

    Returns:
        Such as "List!B3".
    """
    return sheet_place(sheet, f"{letters_of(column)}{row + 1}")


def sheet_place(sheet: str, place: object) -> str:
    """Put the sheet's name before a place in it."""
    return f"{sheet}!{place}" if sheet else str(place)


def letters_of(column: int) -> str:
    """Name a column, counted from 0, as spreadsheets do: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
