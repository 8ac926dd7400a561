"""Labels on a map that do not cover each other: each is shown from the scale on at which it has room."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from noharbor.science.places.projection import WIDTH

#: Pixels to a unit of the map at which labels are laid out, from a phone to the closest view.
LEVELS = (0.35, 0.8, 1.7, 3.4, 6.8, 13.6, 27.2)
#: Pixels: the height of a line with the marks of Burmese and Khmer above and below it, and the way from dot to name.
LINE, GAP = 20.0, 8.0
#: Side of the squares in which neighbours are looked for, in pixels.
CELL = 120.0


class Side(StrEnum):
    """Where a label stands, seen from its point; in order of preference."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"
    OVER = "over"


#: Pixels from a dot to the middle of a line above or below it; as in the stylesheet.
OFF = {Side.ABOVE: -17.0, Side.BELOW: 17.0}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that asks for room.

    Attributes:
        text: What it says.
        x: Units of the map.
        y: Units of the map.
        sides: Where it may stand, best first.
        stretch: How much wider than usual it is set.
    """

    text: str
    x: float
    y: float
    sides: tuple[Side, ...]
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Room:
    """Where a label was put.

    Attributes:
        level: The first of `LEVELS` at which it is shown, by position.
        side: Where it stands.
    """

    level: int
    side: Side


Box = tuple[float, float, float, float]
#: The boxes that are taken at one scale, by the square they reach into.
Taken = defaultdict[tuple[int, int], list[Box]]


def lay_out(wanted: Iterable[Wanted]) -> list[Room]:
    """Give each label the first scale and side at which it covers none that came before it.

    Args:
        wanted: The most important first.

    Returns:
        One answer for each, in their order. What finds no room at all is shown at the last scale.
    """
    taken: list[Taken] = [defaultdict(list) for _ in LEVELS]
    rooms = []
    for label in wanted:
        width = width_of(label.text) * label.stretch
        room = _first_room(label, width, taken)
        # What is shown at one scale is shown at all closer ones.
        for level in range(room.level, len(LEVELS)):
            box = _box(label, width, LEVELS[level], room.side)
            for cell in _cells(box):
                taken[level][cell].append(box)
        rooms.append(room)
    return rooms


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """Roughly how wide a label is, in pixels of a letter 13 pixels high."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 13.5
    if unicodedata.combining(character) or unicodedata.category(character) == "Mn":
        return 0.0
    return 7.2 if character.isascii() else 9.0


def _first_room(label: Wanted, width: float, taken: list[Taken]) -> Room:
    """The farthest scale, and the side there, from which on the label has room at every closer scale too."""
    found = Room(len(LEVELS) - 1, label.sides[0])
    for side in label.sides:
        level = len(LEVELS)
        while level and _is_free(_box(label, width, LEVELS[level - 1], side), level - 1, taken):
            level -= 1
        if level < found.level:
            found = Room(level, side)
    return found


def _is_free(box: Box, level: int, taken: list[Taken]) -> bool:
    """Whether a label covers no other and is not cut by the left or right edge of the map.

    Written out in one: a map asks this some thousand times.
    """
    left, top, right, bottom = box
    if left < 0 or right > WIDTH * LEVELS[level]:
        return False
    here = taken[level]
    for cell in _cells(box):
        for other_left, other_top, other_right, other_bottom in here.get(cell, ()):
            if left < other_right and other_left < right and top < other_bottom and other_top < bottom:
                return False
    return True


def _box(label: Wanted, width: float, scale: float, side: Side) -> Box:
    x, y = label.x * scale, label.y * scale + OFF.get(side, 0.0)
    if side not in (Side.LEFT, Side.RIGHT):
        return x - width / 2, y - LINE / 2, x + width / 2, y + LINE / 2
    left = x - GAP if side is Side.RIGHT else x - GAP - width
    return left, y - LINE / 2, left + width + 2 * GAP, y + LINE / 2


def _cells(box: Box) -> list[tuple[int, int]]:
    columns = range(int(box[0] // CELL), int(box[2] // CELL) + 1)
    rows = range(int(box[1] // CELL), int(box[3] // CELL) + 1)
    return [(column, row) for column in columns for row in rows]
