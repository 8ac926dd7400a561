"""Finding identifiers in running text: by what announces them, or by a form that nothing else has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from noharbor.science.identifiers.identifier import Identifier, Reader
from noharbor.science.identifiers.written import Written

#: What may stand between the word that announces and what it announces.
_GAP = (
    r"[ \t]{0,3}(?:(?:nos?\b\.?|num(?:ber)?s?\b|\#|№|id\b|is\b|was\b|[号號][码碼]?|[为為是]|账号|帳號)[ \t]{0,3}){0,2}"
    r"[:;=\-\"'“”「(\[（]{0,2}[ \t]{0,3}"
)


@lru_cache(maxsize=256)
def pattern_of(shape: str, announced_by: tuple[str, ...], *, edge: str = "A-Za-z0-9") -> re.Pattern[str]:
    """Build the pattern that `found` takes.

    Args:
        shape: Regular expression of what is looked for in plain text; each repetition bounded.
        announced_by: Words that come before it; where they begin or end with a Latin letter, no other may touch them.
        edge: Characters that may not touch what is found.

    Returns:
        A pattern with the groups `said` (what announces, may be empty) and `value`.
    """
    said = "|".join(_alone(word) for word in sorted(announced_by, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?:(?P<said>{said}){_GAP}|(?<![{edge}]))(?P<value>{shape})(?![{edge}])", re.IGNORECASE | re.ASCII
    )


def _alone(word: str) -> str:
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return before + re.escape(word).replace(r"\ ", r"[ \t]?") + after


def always(identifier: Identifier) -> bool:
    """For `found`: a form that nothing else has."""
    return True


def never(identifier: Identifier) -> bool:
    """For `found`: a form that much else has."""
    return False


def _is_right(identifier: Identifier) -> bool:
    return identifier.checked is True


def found(
    reader: Reader,
    pattern: re.Pattern[str],
    text: str,
    region: str = "",
    alone: Callable[[Identifier], bool] = _is_right,
) -> Iterator[tuple[int, int, Identifier]]:
    """Find what a pattern points at and a reader accepts.

    Args:
        reader: Reads what was pointed at.
        pattern: As `pattern_of` builds it.
        text: Running text as written.
        region: For the reader.
        alone: Whether an identifier speaks for itself where no word announces it: if its check digit is right.

    Yields:
        First character, one past the last, and the identifier.
    """
    written = Written(text)
    for match in pattern.finditer(written.plain):
        identifier = reader.read(match["value"], region)
        if identifier is not None and (match["said"] or alone(identifier)):
            yield (*written.span(*match.span("value")), identifier)


def in_order(*finds: Iterator[tuple[int, int, Identifier]]) -> Iterator[tuple[int, int, Identifier]]:
    """Put several finds in order; of two that overlap, the longer stays, of two as long the earlier named."""
    every = [(start - end, turn, start, end, what) for turn, find in enumerate(finds) for start, end, what in find]
    taken: dict[int, tuple[int, int, Identifier]] = {}
    covered: set[int] = set()
    for _, _, start, end, what in sorted(every, key=lambda one: one[:4]):
        if start not in covered and end - 1 not in covered:
            covered.update(range(start, end))
            taken[start] = (start, end, what)
    yield from (taken[start] for start in sorted(taken))
