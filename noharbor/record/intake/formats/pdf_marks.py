"""What stands on a page of a PDF: characters with their places and ruled lines, turned so that words read upright."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

#: More ruled lines than this are a drawing or a map.
_MOST_RULES = 20_000
#: Filled boxes thinner than this, in points, are lines.
_THIN = 3.0
_ANGLES_LOOKED_AT = 200
#: The smallest table has three rows of two columns.
_FEWEST_GAPS = 3
_WRITTEN_GAP = re.compile(r"\S(?: {3,}|\t+ *)\S")
#: A font repeats a letter within this many characters.
_REPEATED_WITHIN = 6
#: Control characters by which PDFium parts lines, and the one it puts where it knows no character.
_BREAKS = frozenset((10, 13))
_NOTHING = frozenset((0, 2, 0xFFFE, 0xFFFF))


@dataclass(slots=True)
class Glyph:
    """A character and its place, in points; y grows upwards.

    Attributes:
        words: The character.
        left: Where it begins.
        right: Where the next may begin.
        x: Where its glyph begins, which it may share with other characters.
        y: The line it stands on.
        size: Of the font.
        spaced: Whether a blank stands before it.
        run: The piece of text that the file wrote at once; 0 where that does not matter.
    """

    words: str
    left: float
    right: float
    x: float
    y: float
    size: float
    spaced: bool
    run: int

    @property
    def middle(self) -> tuple[float, float]:
        """About the centre of what is seen of it."""
        return (self.left + self.right) / 2, self.y + 0.3 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis.

    Attributes:
        at: Its y where it is level, its x where it is upright.
        start: Where it begins on the other axis.
        end: Where it ends there.
    """

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a page, upright."""

    glyphs: list[Glyph]
    level: list[Rule]
    upright: list[Rule]


def may_hold_tables(page: Any, words: Any, text: str) -> bool:
    """Whether looking at every character of a page is worth the time, which for a page of prose it is not.

    Args:
        page: A page of pypdfium2.
        words: Its text page.
        text: Its words.
    """
    if len(_WRITTEN_GAP.findall(text)) >= _FEWEST_GAPS or _turns(words) or _gaps(words) >= _FEWEST_GAPS:
        return True
    return _drawn(page) >= _FEWEST_GAPS


def _gaps(words: Any) -> int:
    """Number of gaps between pieces of text on one line."""
    from pypdfium2 import raw

    numbers = [ctypes.c_double() for _ in range(4)]
    places = [ctypes.byref(number) for number in numbers]
    gaps = 0
    end = height = middle = 0.0
    for index in range(max(0, raw.FPDFText_CountRects(words, 0, -1))):
        raw.FPDFText_GetRect(words, index, *places)
        left, top, right, bottom = (number.value for number in numbers)
        same_line = abs((top + bottom) / 2 - middle) < max(height, top - bottom) / 2
        gaps += same_line and abs(left - end) > 0.8 * height
        end, height, middle = right, top - bottom, (top + bottom) / 2
    return gaps


def _drawn(page: Any) -> int:
    """Number of paths on a page; what is packed into a form counts as many."""
    from pypdfium2 import raw

    drawn = 0
    for index in range(max(0, raw.FPDFPage_CountObjects(page))):
        kind = raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
        drawn += _FEWEST_GAPS if kind == raw.FPDF_PAGEOBJ_FORM else kind == raw.FPDF_PAGEOBJ_PATH
        if drawn >= _FEWEST_GAPS:
            break
    return drawn


def marks_of(page: Any, words: Any) -> Marks:
    """Take characters and ruled lines off a page.

    Args:
        page: A page of pypdfium2.
        words: Its text page.
    """
    turns = _turns(words)
    level: list[Rule] = []
    upright: list[Rule] = []
    for (x0, y0), (x1, y1) in _lines(page):
        x0, y0 = _turned(x0, y0, turns)
        x1, y1 = _turned(x1, y1, turns)
        if abs(y1 - y0) <= 1 and abs(x1 - x0) > 1:
            level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= 1 and abs(y1 - y0) > 1:
            upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Marks(list(_glyphs(words, turns)), level, upright)


def _turns(words: Any) -> int:
    """Quarter turns, with the clock, that most characters have taken."""
    from pypdfium2 import raw

    number = min(raw.FPDFText_CountChars(words), _ANGLES_LOOKED_AT)
    angles = (raw.FPDFText_GetCharAngle(words, index) for index in range(number))
    turns = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else 0


def _turned(x: float, y: float, turns: int) -> tuple[float, float]:
    return ((x, y), (-y, x), (-x, -y), (y, -x))[turns]


def _glyphs(words: Any, turns: int) -> Iterator[Glyph]:
    """Characters in the order of the file, without those that a font repeats."""
    before: list[Glyph] = []
    after_repeated = False
    for glyph in _read(words, turns):
        if is_complex(glyph.words) and any(_repeats(glyph, other) for other in before):
            # What the sign at a letter pulled apart is no blank.
            after_repeated = True
            continue
        if after_repeated:
            glyph.spaced = False
        after_repeated = False
        before = [*before[-_REPEATED_WITHIN:], glyph]
        yield glyph


def is_complex(char: str) -> bool:
    """Whether a character is Thai, Lao, Burmese or Khmer, whose signs stand around their letters."""
    return "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"


def _repeats(glyph: Glyph, other: Glyph) -> bool:
    # Browsers write a letter and its sign as two glyphs and say of each that it is both.
    near = other.left - other.size < glyph.left and glyph.right < other.right + other.size / 3
    # What begins at one place is one glyph that stands for several characters, which may well be alike.
    return glyph.words == other.words and near and glyph.x != other.x and abs(glyph.y - other.y) < 0.1 * glyph.size


def _read(words: Any, turns: int) -> Iterator[Glyph]:
    from pypdfium2 import raw

    measured = _Measured(words, turns)
    spaced = False
    pending = 0
    for index in range(max(0, raw.FPDFText_CountChars(words))):
        code = raw.FPDFText_GetUnicode(words, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if pending and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((pending - 0xD800) << 10) + code - 0xDC00
        pending = 0
        if code in _BREAKS or code in _NOTHING or 0xD800 <= code < 0xE000 or chr(code).isspace():
            spaced = spaced or code not in _NOTHING
            continue
        yield measured.glyph(index, chr(code), spaced=spaced)
        spaced = False


class _Measured:
    """Asks PDFium where characters stand, with the same few places in memory for all of them."""

    def __init__(self, words: Any, turns: int) -> None:
        from pypdfium2 import raw

        self._raw, self._words, self._turns = raw, words, turns
        self._box = raw.FS_RECTF()
        self._origin = [ctypes.c_double(), ctypes.c_double()]
        self._places = [ctypes.byref(number) for number in self._origin]
        self._matrix = raw.FS_MATRIX()
        self._scaled = (0.0, 0.0)
        self._scale = 1.0

    def glyph(self, index: int, char: str, *, spaced: bool) -> Glyph:
        """Measure one character."""
        raw, words, box = self._raw, self._words, self._box
        raw.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box))
        raw.FPDFText_GetCharOrigin(words, index, *self._places)
        left, right = box.left, box.right
        x, y = self._origin[0].value, self._origin[1].value
        if self._turns:
            (left, _), (right, _) = _turned(left, box.bottom, self._turns), _turned(right, box.top, self._turns)
            x, y = _turned(x, y, self._turns)
        size = raw.FPDFText_GetFontSize(words, index)
        if (size, y) != self._scaled:
            # What stands on one line is scaled alike, so that the question is asked once for each line.
            raw.FPDFText_GetMatrix(words, index, ctypes.byref(self._matrix))
            self._scale = math.hypot(self._matrix.c, self._matrix.d)
            self._scaled = (size, y)
        run = ctypes.cast(raw.FPDFText_GetTextObject(words, index), ctypes.c_void_p).value if is_complex(char) else 0
        return Glyph(
            words=char,
            left=min(left, right),
            right=max(left, right),
            x=x,
            y=y,
            size=max(size * self._scale, 1.0),
            spaced=spaced,
            run=run or 0,
        )


def _lines(page: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Straight strokes, and boxes so thin that they are strokes."""
    from pypdfium2 import raw

    for found in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]), _MOST_RULES):
        points = list(_points(found))
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(found, ctypes.byref(fill), ctypes.byref(stroke))
        if stroke.value:
            yield from ((start, end) for start, end in points if start != end)
        elif fill.value and points:
            yield from _thin(points)


def _thin(points: list[tuple[tuple[float, float], tuple[float, float]]]) -> Iterator[Any]:
    xs = [x for line in points for x, _ in line]
    ys = [y for line in points for _, y in line]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom <= _THIN < right - left:
        middle = (top + bottom) / 2
        yield (left, middle), (right, middle)
    elif right - left <= _THIN < top - bottom:
        middle = (left + right) / 2
        yield (middle, bottom), (middle, top)


def _points(found: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of a path, in the coordinates of the page."""
    from pypdfium2 import raw

    matrix = found.get_matrix()
    container = found.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = before = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(found), _MOST_RULES)):
        part = raw.FPDFPath_GetPathSegment(found, index)
        raw.FPDFPathSegment_GetPoint(part, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield before, point
        before = point
        if raw.FPDFPathSegment_GetClose(part):
            yield point, begun
            before = begun
