"""Where a question's words stand in a text, and the passage around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noharbor.science.words.question import Phrase, Question
from noharbor.science.words.tokens import Token, tokens_of

Span = tuple[int, int]


def spans_of(text: str, question: Question) -> tuple[Span, ...]:
    """Return where phrases of a question stand in a text.

    Args:
        text: Any text.
        question: What is looked for.

    Returns:
        First and one past the last character of each place, in order; places that touch or overlap are one.
    """
    tokens = tokens_of(text)
    found = sorted(span for phrase in question.phrases for span in spans_in(tokens, phrase))
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def answers(texts: Sequence[str], question: Question) -> bool:
    """Return whether every phrase of a question stands in one of the texts; what the indexes must agree with."""
    cut = [tokens_of(text) for text in texts]
    return all(any(True for tokens in cut for _ in spans_in(tokens, phrase)) for phrase in question.phrases)


def spans_in(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Span]:
    """Give where one phrase stands among the tokens of a text."""
    first, *others = phrase.tokens
    size = len(phrase.tokens)
    for at, token in enumerate(tokens):
        if not (token.text.startswith(first) if size == 1 and phrase.is_open else token.text == first):
            continue
        rest = tokens[at + 1 : at + size]
        if len(rest) == len(others) and _go_on(rest, others, is_open=phrase.is_open):
            # A line broken inside a word is part of it.
            yield token.start, tokens[min(at + phrase.length, len(tokens)) - 1].end


def _go_on(rest: Sequence[Token], others: Sequence[str], *, is_open: bool) -> bool:
    if not others:
        return True
    if any(token.text != other for token, other in zip(rest[:-1], others[:-1], strict=True)):
        return False
    return rest[-1].text.startswith(others[-1]) if is_open else rest[-1].text == others[-1]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a shown passage, lit where it is what was looked for."""

    text: str
    is_lit: bool


def excerpt(text: str, spans: Sequence[Span], *, size: int) -> tuple[Stretch, ...]:
    """Cut the passage around the first place where something was found.

    Args:
        text: The whole text.
        spans: What to light, in order, not overlapping.
        size: About how many characters to show.

    Returns:
        Stretches; "…" where the text goes on. The beginning of the text where nothing is to be lit.
    """
    start, end = _window(text, spans, size)
    stretches: list[Stretch] = []
    place = start
    for first, after in spans:
        if first >= end or after <= start:
            continue
        stretches.append(Stretch(text[place:first], is_lit=False))
        stretches.append(Stretch(text[first : min(after, end)], is_lit=True))
        place = min(after, end)
    stretches.append(Stretch(text[place:end], is_lit=False))
    before, behind = "… " if start else "", " …" if end < len(text) else ""
    around = (Stretch(before, is_lit=False), *stretches, Stretch(behind, is_lit=False))
    return tuple(stretch for stretch in around if stretch.text)


def _window(text: str, spans: Sequence[Span], size: int) -> Span:
    if len(text) <= size * 1.25:
        return 0, len(text)
    first = spans[0][0] if spans else 0
    start = max(first - size // 3, 0)
    end = min(max(start + size, spans[0][1] + 1 if spans else 0), len(text))
    # The word that the cut goes through is left out on both sides.
    before, behind = tokens_of(text[start:first]), tokens_of(text[first:end])
    if start:
        start = start + before[1].start if len(before) > 1 else first
    if end < len(text) and len(behind) > 1 and first + behind[-2].end > (spans[0][1] if spans else 0):
        end = first + behind[-2].end
    return start, end
