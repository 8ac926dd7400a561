"""Lines that a page broke because it was full, made whole again: a sentence does not end where paper does."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

#: A paragraph may end here.
_CLOSED = re.compile(r"[.!?:;。！？：；…၊။។]['\"”’」』)）\]]*$")
_NEW_ITEM = re.compile(r"(?:[-–—•*·▪●○◦‣]|\(?\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]+[、)）.])\s*\S")
#: Below this many columns a page holds a list or a table, whose lines stand for themselves.
_NARROW = 40
#: A line at least this full was broken by the page, a shorter one by somebody.
_FULL = 0.8


def unwrapped(page: str) -> str:
    """Join the lines of a page that were broken only because they were full.

    Args:
        page: The words of one page as they stand on paper.

    Returns:
        The same words; lines end where paragraphs, headings and list entries do, as far as that shows.
    """
    lines = [line.rstrip() for line in page.split("\n")]
    widths = sorted(width_of(line) for line in lines if line)
    full = widths[int(len(widths) * 0.9)] if widths else 0
    if full < _NARROW:
        return "\n".join(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        broken = before and line and width_of(before) >= _FULL * full and not _ends_without_stops(before)
        if broken and not _CLOSED.search(before) and not _NEW_ITEM.match(line):
            joined[-1] += glue(before[-1], line[0]) + line
        else:
            joined.append(line)
    return "\n".join(joined)


def width_of(line: str) -> int:
    """Return the columns a line takes: two for a Han character, none for a sign that sits on another."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char) for char in line)


def _ends_without_stops(line: str) -> bool:
    # Thai, Lao, Burmese and Khmer paragraphs need no stop at their end, so nothing tells a full line from a last one.
    return "\u0e00" <= line[-1] <= "\u109f" or "\u1780" <= line[-1] <= "\u17ff"


def glue(end: str, start: str) -> str:
    """What stands between the last character of a broken line and the first of the next: no blank in Chinese."""
    wide = unicodedata.east_asian_width
    return "" if wide(end) in "WF" and wide(start) in "WF" else " "
