"""A text cut where passages begin and end, so that passages may overlap and each can still be lit.

A browser can only mark what is nested cleanly; statements know nothing of that. So every line becomes a row of
segments, and every segment knows all passages it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text that tells what one statement says.

    Attributes:
        start: First character.
        end: Character after the last.
        statement: The statement's identifier.
        state: Its state.
        main: False for a further mention of the same event elsewhere in the text.
    """

    start: int
    end: int
    statement: str
    state: str
    main: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line that belongs to the same passages throughout.

    Attributes:
        text: Its characters.
        marks: The passages it belongs to, the shortest first, which is the most telling; empty for plain text.
        anchors: Statements whose passage begins here.
    """

    text: str
    marks: tuple[Marked, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def statements(self) -> str:
        """Identifiers of the statements told here, separated by blanks, each once."""
        return " ".join(dict.fromkeys(mark.statement for mark in self.marks))

    @property
    def first(self) -> Marked:
        """The most telling passage here."""
        return self.marks[0]

    @property
    def state(self) -> str:
        """How the segment is drawn: a mention only, or the state of the most telling passage."""
        main = [mark for mark in self.marks if mark.main]
        return main[0].state if main else "mention"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, as segments."""

    start: int
    segments: tuple[Segment, ...] = field(default=())


def lines(text: str, marks: Iterable[Marked], *, start: int = 0, end: int | None = None) -> list[Line]:
    """Cut a text, or the part of it between two characters, into lines of segments.

    Args:
        text: The whole text; passages count its characters.
        marks: Passages in any order; they may overlap, repeat, and reach over several lines. What lies outside the text
            is ignored.
        start: First character of the part.
        end: Character after the part's last; the end of the text without it.

    Returns:
        Lines that are not blank, in order. Their segments, joined, are the line.
    """
    end = len(text) if end is None else min(end, len(text))
    kept = sorted(
        (mark for mark in marks if mark.start < mark.end and mark.start < end and mark.end > start),
        key=lambda mark: (mark.start, mark.end - mark.start, not mark.main),
    )
    found = []
    position = start
    for content in text[start:end].split("\n"):
        if content.strip():
            here = [mark for mark in kept if mark.start < position + len(content) and mark.end > position]
            found.append(Line(position, _segments(content, position, here)))
        position += len(content) + 1
    return _with_anchors_once(found, kept)


def _segments(content: str, position: int, marks: Sequence[Marked]) -> tuple[Segment, ...]:
    if not marks:
        return (Segment(content),)
    limits = {0, len(content)}
    for mark in marks:
        limits.add(max(mark.start - position, 0))
        limits.add(min(mark.end - position, len(content)))
    segments = []
    for left, right in pairwise(sorted(limits)):
        over = [mark for mark in marks if mark.start - position <= left and mark.end - position >= right]
        over.sort(key=lambda mark: (not mark.main, mark.end - mark.start))
        segments.append(Segment(content[left:right], tuple(over)))
    return tuple(segments)


def _with_anchors_once(found: list[Line], marks: Sequence[Marked]) -> list[Line]:
    """Give each statement one place to jump to: the first segment of its main passage."""
    waiting = {mark.statement for mark in marks if mark.main}
    anchored = []
    for line in found:
        segments = []
        for segment in line.segments:
            here = tuple(mark.statement for mark in segment.marks if mark.main and mark.statement in waiting)
            waiting.difference_update(here)
            segments.append(Segment(segment.text, segment.marks, here) if here else segment)
        anchored.append(Line(line.start, tuple(segments)))
    return anchored


def parts(text: str, *, size: int) -> list[tuple[int, int]]:
    """Divide a long text at line ends into parts of about `size` characters, so that a page stays light.

    Args:
        text: The whole text.
        size: Characters of a part; a line longer than that stays whole.

    Returns:
        Start and end of each part, at least one, without gaps.
    """
    if len(text) <= size * 1.25:
        return [(0, len(text))]
    cuts = [0]
    while len(text) - cuts[-1] > size * 1.25:
        cut = text.find("\n", cuts[-1] + size)
        if cut < 0 or cut + 1 >= len(text):
            break
        cuts.append(cut + 1)
    return list(pairwise([*cuts, len(text)]))
