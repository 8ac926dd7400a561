"""Takes a text apart into blocks: address, title, headings, paragraphs, and page furniture that tells nothing.

Language-neutral: what counts as furniture is a list in reference/lexicons/furniture.yaml that every language adds to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from noharbor.science.language.lexicons import lexicon


class BlockKind(StrEnum):
    """What a block of text is, alphabetical."""

    ADDRESS = "address"
    FURNITURE = "furniture"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: characters `start` to `end` (end excluded) of the text."""

    kind: BlockKind
    start: int
    end: int


_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?。！？…:：;；၊။।\"”’」』)）]\s*$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●○◦‣]|\(?\d{1,2}[.)、])\s*")
_CONTINUES = re.compile(r"[a-z]")
# A wrapped line is long; a short one that ends without a stop is a heading or a list entry.
_WRAP_MINIMUM = 45
_TITLE_MAXIMUM = 220


@cache
def _furniture() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon("furniture")
    starts, whole, ends = (words["line_starts"], words["whole_lines"], words["text_ends_at"])
    return (
        re.compile(r"\s*(?:" + "|".join(starts) + ")", re.IGNORECASE),
        re.compile(r"\s*(?:" + "|".join(whole) + r")\s*$", re.IGNORECASE),
        re.compile(r"\s*(?:" + "|".join(ends) + r")\s*$", re.IGNORECASE),
    )


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the text: share buttons, credits, comment forms, newsletters."""
    starts, whole, _ = _furniture()
    return bool(starts.match(line) or whole.match(line))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in order.

    Lines that an editor or a mail program wrapped are joined again. Everything after a comment form is furniture.

    Args:
        text: Any text; offsets count its characters.

    Returns:
        Blocks without surrounding white space; empty lines belong to none.
    """
    _, _, ends = _furniture()
    blocks: list[Block] = []
    closed = False
    for start, end in _joined_lines(text):
        line = text[start:end]
        closed = closed or (bool(ends.match(line)) and bool(blocks))
        blocks.append(Block(_kind(line, blocks, closed=closed), start, end))
    return _settle_titles(text, blocks)


def _joined_lines(text: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + line.index(stripped[0])
        end = start + len(stripped)
        if lines and _goes_on(text, lines[-1], start):
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    return lines


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    previous = text[before[0] : before[1]]
    if gap.count("\n") > 1 or _ADDRESS.match(previous) or _CLOSED.search(previous):
        return False
    return len(previous) >= _WRAP_MINIMUM and bool(_CONTINUES.match(text[start]))


def _kind(line: str, before: list[Block], *, closed: bool) -> BlockKind:
    if _ADDRESS.match(line):
        return BlockKind.ADDRESS
    if closed or is_furniture(line):
        return BlockKind.FURNITURE
    told = [block for block in before if block.kind not in (BlockKind.ADDRESS, BlockKind.FURNITURE)]
    if not told:
        return BlockKind.TITLE if len(line) <= _TITLE_MAXIMUM else BlockKind.PARAGRAPH
    if len(line) <= _TITLE_MAXIMUM and not _CLOSED.search(line) and not _BULLET.match(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _settle_titles(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """A text of one block has no title; a title told twice is a title twice."""
    told = [block for block in blocks if block.kind not in (BlockKind.ADDRESS, BlockKind.FURNITURE)]
    if not told:
        return tuple(blocks)
    first = told[0]
    title = text[first.start : first.end]
    sentence_like = bool(re.search(r"[.。]\s*$", title)) and len(title.split()) > 8
    settled: list[Block] = []
    for block in blocks:
        if block is first and (len(told) == 1 or (sentence_like and len(title) > 120)):
            settled.append(Block(BlockKind.PARAGRAPH, block.start, block.end))
        elif block in told[1:2] and text[block.start : block.end] == title:
            settled.append(Block(BlockKind.TITLE, block.start, block.end))
        else:
            settled.append(block)
    return tuple(settled)
