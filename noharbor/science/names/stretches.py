"""A native name read in Latin letters: which of its syllables took which letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from noharbor.science.names.forms import Form
from noharbor.science.names.trace import Step, trace
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writings import WRITINGS, pieces_of

HAN, LATIN = Script.HAN.value, Script.LATIN.value
#: A syllable whose letters are so much less likely (natural logarithm) than any others was not met.
_MET_FROM = -3.0


class Stretch(NamedTuple):
    """A part of a native name and the letters it took, `start` to `end` of all letters in their own order."""

    text: str
    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def is_known(self) -> bool:
        """Whether the table of spellings knows every step."""
        return bool(self.steps) and all(step.known for step in self.steps)

    @property
    def gain(self) -> float:
        """Natural logarithm of how much likelier these letters are here than in any name."""
        return sum(step.gain for step in self.steps)

    @property
    def met(self) -> bool:
        """Whether the part took letters that write it."""
        return self.end > self.start and self.is_known and self.gain > _MET_FROM


class Read(NamedTuple):
    """A native name read in letters: its parts, words of letters that nothing writes, and where the reading began."""

    gain: float
    stretches: list[Stretch]
    extra: list[tuple[int, int]]
    start: int


def shortened(words: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the first words up to so many letters or signs, the last of them cut where it must be."""
    kept: list[str] = []
    left = most
    for word in words:
        if left > 0:
            kept.append(word[:left])
        left -= len(word)
    return tuple(kept)


def parts_of(form: Form) -> list[tuple[str, int]]:
    """Cut a form into the parts that are told, each with its number of pieces: characters, syllables or Latin words."""
    parts: list[tuple[str, int]] = []
    for word, shown in zip(form.words, shown_words(form), strict=True):
        pieces = pieces_of(form.script, word)
        heads = [place for place, piece in enumerate(pieces) if place == 0 or not piece.startswith("-")]
        texts = WRITINGS[Script(form.script)].syllables(shown) if form.script != LATIN else (shown,)
        if len(texts) == len(heads):
            ends = [*heads[1:], len(pieces)]
            parts += [(text, end - head) for text, head, end in zip(texts, heads, ends, strict=True)]
        else:
            parts.append((shown, len(pieces)))
    return parts


def shown_words(form: Form) -> tuple[str, ...]:
    """The words as they were written where that is certain: characters keep their form."""
    written = form.written.replace(" ", "")
    if form.script != HAN or len(written) != len("".join(form.words)):
        return form.words
    shown, at = [], 0
    for word in form.words:
        shown.append(written[at : at + len(word)])
        at += len(word)
    return tuple(shown)


def read_in(native: Form, latin: Sequence[str]) -> Read:
    """Read a form in Latin words; the stretches stand in the order of the form's parts."""
    pieces = [pieces_of(native.script, word) for word in native.words]
    gain, steps = trace(native.script, pieces, latin)
    start = _start(steps, latin)
    length = max(1, sum(map(len, latin)))
    parts = parts_of(native)
    owner = [number for number, (_, count) in enumerate(parts) for _ in range(count)]
    taken: list[list[Step]] = [[] for _ in parts]
    spans: list[list[int]] = [[] for _ in parts]
    extra: list[tuple[int, int]] = []
    starts = _word_starts(latin)
    piece, at, number = 0, start, 0
    for step in steps:
        end = at + len(step.letters)
        if not step.pieces and at % length in starts and (end % length in starts or end % length == 0):
            extra.append((at % length, at % length + len(step.letters)))
        elif parts:
            numbers = {owner[place] for place in range(piece, piece + len(step.pieces))} or {number}
            for number in sorted(numbers):
                taken[number].append(step)
            spans[number] += [at, end] if step.letters else []
        piece += len(step.pieces)
        at = end
    stretches = []
    for (text, _), used, span in zip(parts, taken, spans, strict=True):
        begin = min(span) % length if span else 0
        # Letters that nothing writes may reach over the end, where the words stand in another order.
        end = min(begin + max(span) - min(span), length) if span else 0
        stretches.append(Stretch(text, begin, end, tuple(used)))
    return Read(gain, stretches, sorted(set(extra)), start % length)


def _word_starts(latin: Sequence[str]) -> set[int]:
    starts, at = set(), 0
    for word in latin:
        starts.add(at)
        at += len(word)
    return starts


def _start(steps: Sequence[Step], latin: Sequence[str]) -> int:
    """Where the reading began: the letters of all steps are those of the words, from some word on."""
    text, read = "".join(latin), "".join(step.letters for step in steps)
    starts = sorted(_word_starts(latin))
    return next((start for start in starts if text[start:] + text[:start] == read), 0)
