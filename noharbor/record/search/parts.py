"""A long text in parts that are indexed and found one by one."""

from __future__ import annotations

import re

#: Characters of a part. PostgreSQL counts no further than 256 places of a word in one row; ordinary words stay below.
PART_SIZE = 4_000
#: Where a text is best parted, the best first: between paragraphs, behind a sentence, at the end of a line, at a space.
_CUTS = tuple(map(re.compile, (r"\n\s*\n", r"[.!?][”\"')\]]*\s|[。！？။។]|\n(?=\s)", r"\n", r"\s")))


def parts_of(text: str) -> list[tuple[int, int]]:
    """Divide a text where it is least likely to part what belongs together.

    Returns:
        Start and end of each part, without gaps; at least one.
    """
    found = []
    start = 0
    while len(text) - start > PART_SIZE:
        end = _cut(text, start)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def _cut(text: str, start: int) -> int:
    for cut in _CUTS:
        places = [match.end() for match in cut.finditer(text, start + PART_SIZE // 2, start + PART_SIZE)]
        if places:
            return places[-1]
    return start + PART_SIZE
