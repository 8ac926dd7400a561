"""Speakers as a chart shows them: each with a letter, a shape and a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from noharbor.desk.widgets.figures_words import say_speaker
from noharbor.record.figures.snapshots import Snapshot
from noharbor.record.figures.speakers import Speaker

#: Speakers with a letter of their own; the others share the ring.
LETTERS = "ABCDEFGHIJKLMNOP"
#: The shapes, around their middle. They come again with another colour: the letter alone is never the same.
SHAPES = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-4.6-4.6h9.2v9.2h-9.2z",
    "M0-6.4 5.6 4.2h-11.2z",
    "M0-6.4 6.4 0 0 6.4-6.4 0z",
    "M0 6.4 5.6-4.2h-11.2z",
    "M-3-5.4h6L6 0 3 5.4h-6L-6 0z",
    "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "M0-6.6 1.8-2.2 6.4-2 2.8 1 4 5.6 0 3-4 5.6-2.8 1-6.4-2-1.8-2.2z",
)
RING = "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as the drawing shows them.

    Attributes:
        speaker: Who.
        name: What they are called.
        letter: Beside the marks; empty for those who share the ring.
        shape: As the `d` of a path.
        number: Of the colour, from 1; 0 for those who share the ring.
        snapshots: How many.
    """

    speaker: Speaker
    name: str
    letter: str
    shape: str
    number: int
    snapshots: int

    @property
    def query(self) -> str:
        """What asks for this speaker alone."""
        return urlencode({"speaker": self.speaker.key})


def voices_of(snapshots: Iterable[Snapshot]) -> dict[str, Voice]:
    """Return the speakers by their keys, those with most totals first, with letters as far as these go.

    Args:
        snapshots: In any order.
    """
    speakers: dict[str, Speaker] = {}
    counts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for one in snapshots:
        key = one.best.speaker.key
        speakers.setdefault(key, one.best.speaker)
        counts[key] += 1
        totals[key] += one.best.cumulative
    found = {}
    for at, key in enumerate(sorted(counts, key=lambda key: (-totals[key], -counts[key], key))):
        turn, place = divmod(at, len(SHAPES))
        own = at < len(LETTERS)
        found[key] = Voice(
            speaker=speakers[key],
            name=say_speaker(speakers[key]),
            letter=LETTERS[at] if own else "",
            shape=SHAPES[place] if own else RING,
            # The second turn of shapes takes its colours from the middle on.
            number=(place + turn * len(SHAPES) // 2) % len(SHAPES) + 1 if own else 0,
            snapshots=counts[key],
        )
    return found
