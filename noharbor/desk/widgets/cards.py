"""Statements as cards beside their text: in order, with what may be done and where their words stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noharbor.desk.widgets.passages import Line, Marked, lines, parts
from noharbor.record.intake.models import SourceText
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING
from noharbor.record.reading.vocabulary import StatementState

#: Characters of a text shown on one page; a report is one part, a book many.
PART_SIZE = 20_000
#: States folded away: something else stands in their place.
FOLDED = (StatementState.CORRECTED, StatementState.SUPERSEDED, StatementState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Beside:
    """One part of a text with its statements.

    Attributes:
        lines: The part, cut where passages begin and end.
        part: Its number, from 1.
        part_count: How many parts the text has.
        standing: Statements that stand or were rejected, in the order of their words.
        folded: Statements something else stands in the place of.
    """

    lines: list[Line]
    part: int
    part_count: int
    standing: list[Statement]
    folded: list[Statement]


def beside(text: SourceText | None, statements: Iterable[Statement], *, lit: Statement | None, part: int) -> Beside:
    """Lay a text and its statements side by side.

    Args:
        text: The source's current text; None where it has none.
        statements: Those of the source that the member may see.
        lit: The chosen one, whose part is shown.
        part: The part asked for, from 1, where none is chosen.

    Returns:
        The part with the statements whose words stand in it.
    """
    everything = list(statements)
    if text is None:
        return _sorted_out([], 1, 1, everything)
    spans = {statement.pk: span for statement in everything if (span := _span(statement, text))}
    limits = parts(text.text, size=PART_SIZE)
    number = _part_of(spans.get(lit.pk), limits) if lit else min(max(part, 1), len(limits))
    start, end = limits[number - 1]
    here = [statement for statement in everything if _is_here(spans.get(statement.pk), start, end, number)]
    drawn = [statement for statement in here if statement.state in STANDING or (lit and statement.pk == lit.pk)]
    marks = [mark for statement in drawn for mark in _marks(statement, spans.get(statement.pk), text)]
    return _sorted_out(lines(text.text, marks, start=start, end=end), number, len(limits), here)


def _sorted_out(found: list[Line], part: int, part_count: int, statements: list[Statement]) -> Beside:
    standing = [statement for statement in statements if statement.state not in FOLDED]
    folded = [statement for statement in statements if statement.state in FOLDED]
    return Beside(found, part, part_count, standing, folded)


def _span(statement: Statement, text: SourceText) -> tuple[int, int] | None:
    """Where a statement's words stand in the text shown; None when they stand in an older one only."""
    if statement.text_id == text.pk:
        return statement.passage_start, statement.passage_end
    start = text.text.find(statement.quote)
    return (start, start + len(statement.quote)) if start >= 0 else None


def _part_of(span: tuple[int, int] | None, limits: list[tuple[int, int]]) -> int:
    start = span[0] if span else 0
    return next((number for number, (_, end) in enumerate(limits, start=1) if start < end), len(limits))


def _is_here(span: tuple[int, int] | None, start: int, end: int, number: int) -> bool:
    if span is None:
        return number == 1
    return start <= span[0] < end


def _marks(statement: Statement, span: tuple[int, int] | None, text: SourceText) -> list[Marked]:
    if span is None:
        return []
    identifier = str(statement.pk)
    marks = [Marked(*span, identifier, statement.state)]
    if statement.text_id == text.pk:
        for start, end in statement.detail.get("mentions", ()):
            if (start, end) != span:
                marks.append(Marked(start, end, identifier, statement.state, main=False))
    return marks
