"""Cuts Chinese paragraphs into sentences and sentences into clauses, keeping their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A closing mark after the stop belongs to the sentence; a stop inside quotes that go on does not end it.
_BOUNDARY = re.compile(
    r"[。！？!?]+[”’」』）)】]*|；|(?<=[^\d\s])[;]\s*|\s{2,}|(?<=[\u4e00-\u9fff”」])\s(?=[\u4e00-\u9fff“「]{8,})"
)
_CLAUSE = re.compile(r"[，,](?!\d{3})|：|:(?!\d)|——|；|;")
_ONE_JUDGEMENT = re.compile(r"[判获獲]處|判处|获刑|獲刑|徒刑|判囚|判監|判监|死刑|领刑|領刑")
_REST = re.compile(r"\s*(?:其余|其餘|其他|余下|餘下|其中)")
_OPEN, _CLOSE = "（(「『“【〔", "）)」』”】〕"

#: What goes on longer is no sentence of prose: it is cut, so that the time for a text grows with its length only.
LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` (end excluded) of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `start` to `end` (end excluded) of the text, between commas or colons."""

    start: int
    end: int


def split_sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of a paragraph; a semicolon ends one too, for parallel clauses tell separate things.

    Args:
        text: The whole text.
        start: First character of the paragraph.
        end: Character after its last.

    Returns:
        Sentences without surrounding white space, in order.
    """
    sentences: list[Sentence] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.start() == begin or (match.group().startswith("；") and _goes_on(text, begin, match.end(), end)):
            continue
        _add(sentences, text, begin, match.end())
        begin = match.end()
    _add(sentences, text, begin, end)
    return sentences


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Whether what follows a semicolon belongs to what stands before: one judgement, or the rest of a group."""
    return bool(_ONE_JUDGEMENT.search(text, start, at) or _REST.match(text, at, end))


def _add(sentences: list[Sentence], text: str, start: int, end: int) -> None:
    for first in range(start, end, LONGEST_SENTENCE):
        piece = text[first : min(first + LONGEST_SENTENCE, end)]
        stripped = piece.strip()
        if stripped:
            begin = first + piece.index(stripped[0])
            sentences.append(Sentence(begin, begin + len(stripped)))


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of a sentence: cut at commas and colons, not inside brackets or short quoted names.

    Args:
        text: The whole text.
        start: First character of the sentence.
        end: Character after its last.

    Returns:
        Clauses in order; together they cover every character that is not a comma.
    """
    clauses: list[Clause] = []
    begin, seen, bracket = start, start, ""
    for match in _CLAUSE.finditer(text, start, end):
        bracket = _still_open(bracket, text[seen : match.start()])
        seen = match.start()
        if bracket and bracket in "（(〔【":
            continue
        if text[begin : match.start()].strip():
            clauses.append(Clause(begin, match.start()))
        begin, bracket = match.end(), ""
    if text[begin:end].strip():
        clauses.append(Clause(begin, end))
    return clauses


def _still_open(bracket: str, piece: str) -> str:
    """Return the bracket or quotation that stands open after a piece, given the one before it; empty for none."""
    for char in piece:
        if char in _OPEN:
            bracket = char
        elif char in _CLOSE:
            bracket = ""
    return bracket
