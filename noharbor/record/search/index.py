"""The index of words, in two databases with the same answers.

Words are cut by `science.words`, never by the database. SQLite gets them as a text whose tokens stand between spaces,
for a full-text table whose tokenizer leaves everything beyond ASCII as it is; PostgreSQL gets the tokens with their
positions. Four fields are kept apart: FTS5 has a column for each, a tsvector a weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from django.db import connection
from django.db.models import Lookup, TextField

from noharbor.science.words.question import Phrase, Question
from noharbor.science.words.tokens import tokens_of


class Field(Enum):
    """A field, with its column in SQLite and its weight in PostgreSQL."""

    TITLE = ("title", "A")
    WORDS = ("words", "B")
    PLACE = ("place", "C")
    SPEAKER = ("speaker", "D")


#: What is said in each field; phrases do not reach from one entry to the next.
Said = Mapping[Field, Sequence[str]]
#: Stands between two entries of a field. No question has it.
_BREAK = "¶"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words have to answer.

    Attributes:
        anywhere: Each of its phrases stands in some field. It may ask nothing where `within` asks something.
        within: Questions that one field has to answer.
        not_within: Questions that one field must not answer, although the rest does.
    """

    anywhere: Question
    within: tuple[tuple[Field, Question], ...] = ()
    not_within: tuple[tuple[Field, Question], ...] = ()


def put(rows: Iterable[tuple[int, Said]]) -> None:
    """Index the words of findable things by their numbers; what a number had before is forgotten."""
    entries = [(number, {field: _tokens(said.get(field, ())) for field in Field}) for number, said in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                "INSERT INTO search_words (rowid, search_words) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (rowid) DO UPDATE SET search_words = excluded.search_words",
                [(number, _vector(fields)) for number, fields in entries],
            )
        else:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_words (rowid, title, words, place, speaker) VALUES (%s, %s, %s, %s, %s)",
                [(number, *(" ".join(tokens) for tokens in fields.values())) for number, fields in entries],
            )


def drop(numbers: Sequence[int]) -> None:
    """Forget the words of findable things."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(number,) for number in numbers])


def _tokens(entries: Sequence[str]) -> list[str]:
    found: list[str] = []
    for entry in entries:
        if found:
            found.append(_BREAK)
        found += [token.text for token in tokens_of(entry)]
    return found


def _vector(fields: Mapping[Field, Sequence[str]]) -> str:
    """Write tokens with positions and weights as PostgreSQL reads them."""
    places: dict[str, list[str]] = {}
    position = 0
    for field, tokens in fields.items():
        for token in tokens:
            position += 1
            if token != _BREAK:
                places.setdefault(token, []).append(f"{position}{field.value[1]}")
        position += 1
    return " ".join(f"{_quoted(token)}:{','.join(at)}" for token, at in places.items())


def _quoted(token: str) -> str:
    doubled = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


@TextField.register_lookup
class Answers(Lookup):
    """`words__index__answers=Wanted(…)`: the words answer a question."""

    lookup_name = "answers"
    prepare_rhs = False

    def as_sql(self, compiler, connection):  # type: ignore[no-untyped-def]  # noqa: D102  Django's own signature.
        left, params = self.process_lhs(compiler, connection)
        return f"{left} MATCH %s", [*params, "".join(_for_sqlite(self.rhs))]

    def as_postgresql(self, compiler, connection):  # type: ignore[no-untyped-def]  # noqa: D102
        left, params = self.process_lhs(compiler, connection)
        return f"{left} @@ %s::tsquery", [*params, "".join(_for_postgresql(self.rhs))]


def _for_sqlite(wanted: Wanted) -> Iterator[str]:
    asked = [*_sqlite_phrases(wanted.anywhere)]
    asked += [f"{{{field.value[0]}}} : ({' AND '.join(_sqlite_phrases(one))})" for field, one in wanted.within]
    yield f"({' AND '.join(asked)})"
    for field, one in wanted.not_within:
        yield f" NOT {{{field.value[0]}}} : ({' AND '.join(_sqlite_phrases(one))})"


def _sqlite_phrases(question: Question) -> Iterator[str]:
    for phrase in question.phrases:
        # A token holds letters, digits and its joint, so nothing in it ends the quotation.
        yield f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_open else ""}'


def _for_postgresql(wanted: Wanted) -> Iterator[str]:
    asked = [_postgresql_phrase(phrase, "") for phrase in wanted.anywhere.phrases]
    asked += [_postgresql_phrase(phrase, field.value[1]) for field, one in wanted.within for phrase in one.phrases]
    yield " & ".join(asked)
    for field, one in wanted.not_within:
        yield f" & !({' & '.join(_postgresql_phrase(phrase, field.value[1]) for phrase in one.phrases)})"


def _postgresql_phrase(phrase: Phrase, weight: str) -> str:
    *before, last = map(_quoted, phrase.tokens)
    closed = [f"{token}:{weight}" if weight else token for token in before]
    ending = ("*" if phrase.is_open else "") + weight
    return "(" + " <-> ".join([*closed, f"{last}:{ending}" if ending else last]) + ")"
