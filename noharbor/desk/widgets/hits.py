"""What was found, as the search page shows it: the words lit, the passage around them, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from django.urls import reverse

from noharbor.desk.widgets.addresses import lit_address
from noharbor.desk.widgets.cards import PART_SIZE
from noharbor.desk.widgets.passages import parts
from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Appearance
from noharbor.record.reading.models import Statement
from noharbor.record.search.models import Findable
from noharbor.record.search.queries import Asked
from noharbor.record.search.saying import named_by
from noharbor.science.words.finding import Span, Stretch, excerpt, spans_of
from noharbor.science.words.question import Question

#: Characters of the passage that is shown.
PASSAGE_SIZE = 200

Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that was found.

    Attributes:
        statement: The statement, with its source.
        address: Its lit passage on the page of its source.
        passage: Its words, or the part of them around what was found.
        named: People and organisations it names that were found, each lit.
        place: Where, as said.
        speaker: Who said so.
    """

    statement: Statement
    address: str
    passage: Stretches
    named: tuple[Stretches, ...]
    place: Stretches
    speaker: Stretches


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A part of a source that was found.

    Attributes:
        source: The source.
        address: The part on the source's page; browsers that can do so light the words there.
        title: Its title, or its name.
        passage: The words around what was found.
        publisher: Who published it.
    """

    source: Source
    address: str
    title: Stretches
    passage: Stretches
    publisher: Stretches


@dataclass(frozen=True, slots=True)
class NameHit:
    """Somebody or something that was found by name.

    Attributes:
        entity: The entity the names belong to.
        appearance: The newest of its appearances that were found.
        names: Each spelling that was found, lit.
        sources: The sources where it was found, each once, newest first.
    """

    entity: UUID
    appearance: Appearance
    names: tuple[Stretches, ...]
    sources: tuple[Source, ...]


def statement_hits(rows: Iterable[Findable], asked: Asked) -> list[StatementHit]:
    """Lay out statements that were found."""
    return [_statement_hit(row.statement, asked) for row in rows if row.statement is not None]


def _statement_hit(statement: Statement, asked: Asked) -> StatementHit:
    named = [_lit(name, asked.words) for name in dict.fromkeys(named_by(statement))]
    return StatementHit(
        statement=statement,
        address=lit_address(statement),
        passage=excerpt(statement.quote, spans_of(statement.quote, asked.words), size=PASSAGE_SIZE),
        named=tuple(name for name in named if any(stretch.is_lit for stretch in name)),
        place=_lit(statement.place_name, asked.words, asked.place),
        speaker=_lit(statement.speaker, asked.words, asked.speaker),
    )


def source_hits(rows: Iterable[Findable], asked: Asked) -> list[SourceHit]:
    """Lay out parts of sources that were found."""
    return [_source_hit(row, asked) for row in rows]


def _source_hit(row: Findable, asked: Asked) -> SourceHit:
    text = row.text.text if row.text else ""
    part = text[row.start : row.end]
    # A title that begins the text stands above it, lit, and need not be read twice.
    title = str(row.source)
    body = part.removeprefix(title)
    spans = spans_of(body, asked.words)
    return SourceHit(
        source=row.source,
        address=_address(row, text, [(row.end - len(body) + start, row.end - len(body) + end) for start, end in spans]),
        title=_lit(title, asked.words),
        passage=excerpt(body, spans, size=PASSAGE_SIZE),
        publisher=_lit(row.source.publisher, asked.words, asked.speaker),
    )


def _address(row: Findable, text: str, spans: Sequence[Span]) -> str:
    start, end = spans[0] if spans else (row.start, row.start)
    limits = parts(text, size=PART_SIZE)
    number = next((number for number, (_, after) in enumerate(limits, start=1) if start < after), len(limits))
    address = reverse("source", kwargs={"source": row.source_id})
    # A text fragment: the browser scrolls to these words and lights them; one that cannot opens the page.
    fragment = f"#:~:text={quote(text[start:end], safe='')}" if spans else "#text"
    return f"{address}{f'?part={number}' if len(limits) > 1 else ''}{fragment}"


def name_hits(rows: Iterable[Findable], asked: Asked) -> list[NameHit]:
    """Lay out names that were found, those of one entity together."""
    together: dict[UUID, list[Findable]] = {}
    for row in rows:
        if row.appearance is not None:
            together.setdefault(row.appearance.entity, []).append(row)
    return [_name_hit(entity, some, asked) for entity, some in together.items()]


def _name_hit(entity: UUID, rows: Sequence[Findable], asked: Asked) -> NameHit:
    appearances = [row.appearance for row in rows if row.appearance is not None]
    written = dict.fromkeys(name for one in appearances for name in (one.name, *one.said.get("names", ())))
    lit = [_lit(name, asked.words) for name in written]
    return NameHit(
        entity=entity,
        appearance=appearances[0],
        names=tuple(name for name in lit if any(one.is_lit for one in name)) or tuple(lit[:1]),
        sources=tuple(dict.fromkeys(row.source for row in rows)),
    )


def _lit(text: str, *questions: Question) -> Stretches:
    """The whole of a short text, with what was found in it lit."""
    phrases = tuple(dict.fromkeys(phrase for question in questions for phrase in question.phrases))
    return excerpt(text, spans_of(text, Question(phrases)), size=len(text))
