"""Characters of a page put together: into lines, stretches of a line, and the words of a cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from noharbor.record.intake.formats.lines import glue
from noharbor.record.intake.formats.pdf_marks import Glyph

#: Everything here is in sizes of the font. A gap wider than this stands for a blank that nobody wrote.
_BLANK = 0.18
#: Where a blank was written, less is enough.
_WRITTEN_BLANK = 0.08
#: A gap wider than this parts two columns.
_COLUMN_GAP = 1.2
#: Of a letter of several glyphs some fonts tell the place of the first alone, so that the next seems far away.
_GAP_IN_RUN = 2.5
#: Characters on one line stand less than this apart in height.
_SAME_LINE = 0.5
#: A Burmese letter that is killed ends a syllable: no blank stands before it.
_KILLERS = "\u1039\u103a"


@dataclass(slots=True)
class Stretch:
    """Characters of one line that stand together."""

    glyphs: list[Glyph] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0

    def add(self, glyph: Glyph) -> None:
        """Add the next character."""
        self.left = min(self.left, glyph.left) if self.glyphs else glyph.left
        self.right = max(self.right, glyph.right) if self.glyphs else glyph.right
        self.glyphs.append(glyph)

    @property
    def words(self) -> str:
        """What it says."""
        return _joined(self.glyphs)

    @property
    def y(self) -> float:
        """Where it stands."""
        return self.glyphs[0].y

    @property
    def height(self) -> float:
        """The size of its font."""
        return self.glyphs[0].size


@dataclass(slots=True)
class Line:
    """Stretches at one height, from left to right."""

    stretches: list[Stretch]

    @property
    def y(self) -> float:
        """Where it stands."""
        return self.stretches[0].y

    @property
    def height(self) -> float:
        """Its height."""
        return max(stretch.height for stretch in self.stretches)

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(stretch.words for stretch in self.stretches)


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Put characters into lines, from top to bottom.

    Characters stay in the order of the file within a stretch: the signs above and below Thai, Burmese and Khmer letters
    have places of their own, by which they could not be sorted.
    """
    lines: list[list[Stretch]] = []
    for stretch in sorted(_stretches(glyphs), key=lambda one: -one.y):
        if lines and abs(lines[-1][0].y - stretch.y) < _SAME_LINE * stretch.height:
            lines[-1].append(stretch)
        else:
            lines.append([stretch])
    return [Line(_together(line)) for line in lines]


def words_of_cell(glyphs: Sequence[Glyph]) -> str:
    """Give the words of a cell; lines that its width broke are joined."""
    words = ""
    for line in lines_of(glyphs):
        words += (glue(words[-1], line.words[0]) if words and line.words else "") + line.words
    return words


def _stretches(glyphs: Sequence[Glyph]) -> list[Stretch]:
    stretches: list[Stretch] = []
    for number, glyph in enumerate(glyphs):
        last = stretches[-1] if stretches else None
        if last is None or not _follows(last, glyph, leans=_leans(glyphs, number)):
            last = Stretch()
            stretches.append(last)
        last.add(glyph)
    return stretches


def _follows(stretch: Stretch, glyph: Glyph, *, leans: bool) -> bool:
    last = stretch.glyphs[-1]
    gap = (glyph.left - stretch.right) / stretch.height
    widest = _GAP_IN_RUN if leans or (glyph.run and glyph.run == last.run) else _COLUMN_GAP
    return -2 < gap <= widest and abs(stretch.y - glyph.y) < _SAME_LINE * stretch.height


def _leans(glyphs: Sequence[Glyph], number: int) -> bool:
    """Whether a character cannot begin a word: a sign at a letter, or a Burmese letter that is killed."""
    following = glyphs[number + 1].words if number + 1 < len(glyphs) else ""
    char = glyphs[number].words
    return unicodedata.category(char) in ("Mn", "Mc") or (following != "" and following in _KILLERS)


def _together(stretches: list[Stretch]) -> list[Stretch]:
    """From left to right; what the file wrote piece by piece is one stretch again."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: one.left):
        if joined and stretch.left - joined[-1].right <= _COLUMN_GAP * stretch.height:
            for glyph in stretch.glyphs:
                joined[-1].add(glyph)
        else:
            joined.append(stretch)
    return joined


def _joined(glyphs: Sequence[Glyph]) -> str:
    words = ""
    right = glyphs[0].left
    for number, glyph in enumerate(glyphs):
        gap = (glyph.left - right) / glyph.size
        apart = gap > _BLANK or (glyph.spaced and gap > _WRITTEN_BLANK)
        if apart and words and not _leans(glyphs, number):
            words += " "
        words += glyph.words
        right = max(right, glyph.right)
    return words
