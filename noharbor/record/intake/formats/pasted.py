"""Cells that somebody pasted: out of a spreadsheet, a page, a chat or a note. Small enough to be read in the node."""

from __future__ import annotations

import re
from collections.abc import Callable

from noharbor.record.intake.errors import NoWordsFound, TextTooLong
from noharbor.record.intake.formats.findings import Findings
from noharbor.record.intake.formats.format import Table, clean_text
from noharbor.record.intake.formats.markup_tables import tables_of_pasted
from noharbor.record.intake.formats.quoting import rows_of
from noharbor.record.intake.formats.separated import separator_of
from noharbor.record.intake.formats.tables import CellCount, table_of
from noharbor.record.intake.limits import MAX_IN_PROCESS_BYTES

_MARKUP = re.compile(r"<table[\s>]", re.IGNORECASE)
#: The line under the headings of a Markdown table, and the frames that programs draw around cells.
_RULE = re.compile(r"\s*[|+]?\s*:?[-=]{2,}:?\s*(?:[|+]\s*:?[-=]+:?\s*)*[|+]?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"\t| {2,}|\u3000{2,}")


def pasted_table(text: str) -> Table:
    """Make a table of pasted cells.

    Args:
        text: Lines with tabs, as spreadsheets give them; HTML; Markdown; or values with separators.

    Returns:
        The table, rows as they were pasted; of several tables in HTML the one with the most rows. Where nothing parts
        the words of a line, each line is one cell.

    Raises:
        NoWordsFound: Nothing was pasted.
        TableTooLarge: A limit is passed.
        TextTooLong: It is more than a page may take; such a list goes in as a file.
    """
    if len(text) > MAX_IN_PROCESS_BYTES:
        raise TextTooLong(limit_characters=MAX_IN_PROCESS_BYTES)
    text = clean_text(text)
    if not text.strip():
        raise NoWordsFound
    if _MARKUP.search(text):
        tables = tables_of_pasted(text)
        if tables:
            return max(tables, key=lambda table: len(table.rows))
    table = table_of("", _rows(text), CellCount())
    if table is None:
        raise NoWordsFound
    return table


def _rows(text: str) -> list[list[str]]:
    lines = text.split("\n")
    if "\t" in text:
        return list(rows_of(text, "\t", Findings()))
    if any(_RULE.fullmatch(line) and ("|" in line or "+" in line) for line in lines) and "|" in text:
        return [_between_bars(line) for line in lines if not _RULE.fullmatch(line)]
    separator = separator_of(text)
    if _parts_most(lines, lambda line: separator in line):
        return list(rows_of(text, separator, Findings()))
    if _parts_most(lines, lambda line: _GAP.search(line.strip()) is not None):
        return [_GAP.split(line.strip()) for line in lines]
    return [[line.strip()] for line in lines]


def _parts_most(lines: list[str], parts: Callable[[str], bool]) -> bool:
    worded = [line for line in lines if line.strip()]
    return bool(worded) and sum(map(parts, worded)) >= 0.6 * len(worded)


def _between_bars(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return (
        [cell.strip().replace("\\|", "|").replace("<br>", "\n") for cell in _BAR.split(inside)] if line.strip() else []
    )
