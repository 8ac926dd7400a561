"""An article as the stage of its events: which places it names, where in it they stand, and how."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan, contains


def place_key(place: EventPlace) -> str:
    """What tells one place of an article from another: its id, or its name where no gazetteer lists it."""
    return place.place_id or place.name.casefold()


def is_narrow(span: PlaceSpan) -> bool:
    """Whether a mention names a place narrower than a state, and neither a body's home nor people."""
    return span.kind not in ("country", "region") and not span.home and not span.demonym


@dataclass(frozen=True, slots=True)
class Standing:
    """One mention of a place and where in the article it stands.

    Attributes:
        span: The mention.
        sentence: Number of its sentence; that of the next one for a dateline.
        paragraph: Number of its block.
        in_title: In a title or heading.
        opens: It opens its paragraph, before the first sentence.
        role: What the word before it makes of it: "at", "from", "to" …; "" when that says nothing.
    """

    span: PlaceSpan
    sentence: int
    paragraph: int
    in_title: bool
    opens: bool
    role: str


@dataclass(frozen=True)
class Stage:
    """An article as seen by one who asks where things happened.

    Attributes:
        places: Every place named in it, in order.
        sentences: (start, end, paragraph, in a title) of each sentence, in order.
        drafts: The merged drafts, in order, with the places that the rules propose.
        role_of: What the words before a place make of it: "at", "from", "to", "of", "by" …; "" when they say nothing.
        courts: First characters of the places where courts sit.
    """

    places: Sequence[PlaceSpan]
    sentences: Sequence[tuple[int, int, int, bool]]
    drafts: Sequence[EventDraft]
    role_of: Callable[[PlaceSpan], str]
    courts: frozenset[int] = frozenset()

    @cached_property
    def choices(self) -> list[list[Standing]]:
        """Every place of the article once, with all its mentions."""
        found: dict[str, list[Standing]] = defaultdict(list)
        for span in self.places:
            found[place_key(span.place)].append(self._standing(span))
        return list(found.values())

    @cached_property
    def lede(self) -> int:
        """Number of the first sentence that is no title."""
        return next((number for number, one in enumerate(self.sentences) if not one[3]), 0)

    @cached_property
    def named_most(self) -> Counter[str]:
        """How often each place is named, its people and bodies left aside."""
        told = [one.place for one in self.places if not one.demonym and not one.home]
        return Counter(place_key(place) for place in told)

    @cached_property
    def inside(self) -> dict[str, tuple[str, ...]]:
        """The places of the article that lie in each of its places."""
        told = {place_key(one.place): one.place for one in self.places if not one.demonym and one.kind != "country"}
        return {
            key: found
            for key, place in told.items()
            if (found := tuple(other for other, within in told.items() if contains(place, within)))
        }

    @cached_property
    def first_narrow(self) -> str:
        """The first place of the body that is narrower than a state; "" when there is none."""
        body = self.sentences[self.lede][0] if self.sentences else 0
        narrow = (one for one in self.places if one.start >= body and is_narrow(one))
        return next((place_key(one.place) for one in narrow), "")

    @cached_property
    def states_most(self) -> Counter[str]:
        """How often places of each state are named."""
        return Counter(one.place.country for one in self.places if one.place.country and not one.demonym)

    @cached_property
    def starts(self) -> list[int]:
        """First character of each sentence."""
        return [one[0] for one in self.sentences]

    def sentence_at(self, character: int) -> int:
        """Number of the sentence that holds a character, or of the next one."""
        at = bisect_right(self.starts, character) - 1
        if at >= 0 and character < self.sentences[at][1]:
            return at
        return min(at + 1, len(self.sentences) - 1)

    def sentences_of(self, draft: EventDraft) -> frozenset[int]:
        """Numbers of the sentences that tell an event."""
        starts = [draft.start, *(passage.start for passage in draft.mentions)]
        return frozenset(self.sentence_at(start) for start in starts)

    def _standing(self, span: PlaceSpan) -> Standing:
        number = self.sentence_at(span.start)
        start, _, paragraph, in_title = self.sentences[number]
        return Standing(span, number, paragraph, in_title, span.start < start, self.role_of(span))
