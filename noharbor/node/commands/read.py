"""`noharbor read`: what a careful reader finds in a file, without a node."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    # Imported where they are used: the other commands need not wait for the readers.
    from noharbor.science.language.events import ReadEvent
    from noharbor.science.language.readers import Article


@dataclass(frozen=True, slots=True)
class Subject:
    """One file to read, with what is known of it."""

    path: Path
    identifier: str
    published: str | None
    language: str | None


def read(
    files: Annotated[list[Path], typer.Argument(help="Texts, web pages, PDF, Word, e-mail.", metavar="FILE…")],
    published: Annotated[
        str, typer.Option(help="Day of publication, YYYY-MM-DD (or YYYY-MM), for relative dates.", metavar="DATE")
    ] = "",
    lang: Annotated[str, typer.Option(help="Language of the texts: en, zh, zh-Hant …; found out without it.")] = "",
    meta: Annotated[
        Path | None,
        typer.Option(help="JSON lines with id, file, published and lang for each file.", exists=True, dir_okay=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines instead of a table.")] = False,
) -> None:
    """Read files into events: what happened, when, where, how many, who says so, and in which words."""
    known = dict(_known(meta)) if meta else {}
    _checked_date(published)
    failed = False
    for path in files:
        subject = _subject(path, known, published, lang)
        try:
            text, article, events = _events(subject)
        except _Unreadable as error:
            failed = True
            typer.echo(f"{path}: {error}", err=True)
            continue
        if as_json:
            from noharbor.science.language.lines import event_line

            line: dict[str, Any] = {"id": subject.identifier, "published": subject.published, "lang": article.language}
            line["events"] = [event_line(event, text) for event in events]
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        else:
            _print_table(path, article, events)
    if failed:
        raise typer.Exit(1)


class _Unreadable(Exception):
    """A file cannot be read; the message says what to do."""


def _known(meta: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each row of a meta file under the names its file may be called by."""
    for number, line in enumerate(meta.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            file = str(row.get("file") or row["id"])
        except (ValueError, KeyError, AttributeError) as error:
            raise typer.BadParameter(f"line {number} is not a JSON object with an id", param_hint="--meta") from error
        yield str((meta.parent / file).resolve()), row
        yield Path(file).name, row
        yield str(row.get("id")), row


def _subject(path: Path, known: dict[str, dict[str, Any]], published: str, lang: str) -> Subject:
    row = known.get(str(path.resolve())) or known.get(path.name) or known.get(path.stem) or {}
    return Subject(
        path=path,
        identifier=str(row.get("id") or path.stem),
        published=published or row.get("published"),
        language=lang or row.get("lang"),
    )


def _checked_date(words: str) -> None:
    from noharbor.science.language.lines import publication_day

    try:
        publication_day(words)
    except ValueError as error:
        raise typer.BadParameter("write it as YYYY-MM-DD, YYYY-MM or YYYY", param_hint="--published") from error


def _events(subject: Subject) -> tuple[str, Article, tuple[ReadEvent, ...]]:
    from noharbor.record.intake.errors import IntakeProblem
    from noharbor.record.intake.words import words_of
    from noharbor.science.language.lines import publication_day
    from noharbor.science.language.readers import Article, reader_for

    try:
        extracted = words_of(subject.path)
    except FileNotFoundError as error:
        raise _Unreadable("There is no such file. Check its name.") from error
    except (IntakeProblem, OSError) as error:
        raise _Unreadable(str(error)) from error
    subject_published = subject.published or extracted.published
    day, precision = publication_day(subject_published)
    article = Article(extracted.text, day, subject.language or extracted.language or "und", precision)
    reader = reader_for(article.language)
    if reader is None:
        raise _Unreadable(f"There is no reader for the language “{article.language}” yet. Name another with --lang.")
    return extracted.text, article, reader.read(article)


def _print_table(path: Path, article: Article, events: tuple[ReadEvent, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{path.name} ({article.language})", title_justify="left", show_lines=True)
    for heading in ("event", "when", "where", "how many"):
        table.add_column(heading, min_width=len(heading), max_width=16, overflow="fold")
    table.add_column("who", min_width=10, ratio=2, overflow="fold")
    table.add_column("words", min_width=20, ratio=5, overflow="fold")
    for event in events:
        table.add_row(*_cells(event, article.text))
    console = Console()
    console.print(table if events else f"{path.name} ({article.language}): no events found.")


def _cells(event: ReadEvent, text: str) -> tuple[str, ...]:
    from rich.markup import escape

    from noharbor.science.language.lines import event_line

    line = event_line(event, text)
    bound = "≥ " if line.get("at_least") else "≈ " if line.get("approx") else ""
    money = f" {line['currency'] or ''} {line['amount']:,.0f}" if line["amount"] else ""
    way = " → ".join(country or "?" for country in (event.from_country, event.to_country))
    who = [*line["organisations"], *(person["name"] for person in line["people"])]
    if event.from_country or event.to_country:
        who.append(way)
    place = line["place"]
    cells = (
        event.type.value.replace("_", " "),
        line["date"] or (f"“{event.moment.words}”" if event.moment else ""),
        ", ".join(part for part in (place["name"], place["country"]) if part) if place else "",
        f"{bound}{line['count']:,}{money}" if line["count"] is not None else money.strip(),
        ", ".join(who) or ", ".join(event.countries),
        line["quote"],
    )
    return tuple(escape(cell) for cell in cells)
