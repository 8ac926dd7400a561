"""All that is known of one sentence before it is asked what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from noharbor.science.language.english.money import Money
from noharbor.science.language.english.parsing import ParsedSentence
from noharbor.science.language.english.quantities import Quantity
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.moments.mention import MomentMention


@dataclass(frozen=True, slots=True)
class CountrySpan:
    """A nationality in the text and the states it stands for; `of_people` when its words name people."""

    start: int
    end: int
    countries: tuple[str, ...]
    of_people: bool = True


@dataclass(frozen=True, slots=True)
class BodySpan:
    """An acting body named in the text, with the kind of body it is."""

    start: int
    end: int
    name: str
    country: str | None
    kind: str = ""


@dataclass(slots=True)
class Mentions:
    """What the gazetteers and the calendar find in a whole text."""

    places: list[PlaceSpan] = field(default_factory=list)
    nationalities: list[CountrySpan] = field(default_factory=list)
    bodies: list[BodySpan] = field(default_factory=list)
    moments: list[MomentMention] = field(default_factory=list)

    def named(self) -> list[tuple[int, int]]:
        """The characters of every place, nationality and body."""
        spans = [(one.start, one.end) for one in self.places]
        spans += [(one.start, one.end) for one in self.nationalities]
        return spans + [(one.start, one.end) for one in self.bodies]

    def within(self, start: int, end: int) -> Mentions:
        """Those between two characters."""
        return Mentions(
            [one for one in self.places if start <= one.start < end],
            [one for one in self.nationalities if start <= one.start < end],
            [one for one in self.bodies if start <= one.start < end],
            [one for one in self.moments if start <= one.start < end],
        )


@dataclass(slots=True)
class SentenceContext:
    """One sentence with everything found in it.

    Attributes:
        text: The whole text.
        parsed: Its words and tree.
        number: Running number of the sentence.
        paragraph: Running number of the block.
        in_title: It is a title or heading.
        chances: Probability of each event type by the clause classifier.
        cues: Signs it carries.
        mentions: Places, nationalities, bodies and moments in it.
        quantities: Counts in it.
        money: Sums in it.
        bulleted: It is an entry of a list.
    """

    text: str
    parsed: ParsedSentence
    number: int
    paragraph: int
    in_title: bool
    chances: dict[str, float]
    cues: set[str]
    mentions: Mentions
    quantities: list[Quantity]
    money: list[Money]
    bulleted: bool = False

    @property
    def words(self) -> str:
        """The sentence as written."""
        return self.text[self.parsed.start : self.parsed.end]

    def word_of(self, character: int) -> int:
        """Index of the word at a character; the first word when there is none."""
        found = self.parsed.word_at(character)
        return found if found is not None else 0
