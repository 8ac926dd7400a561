"""An event as it is being put together: what one sentence tells, before sentences are brought together.

Every language module makes drafts; `noharbor.science.language.coreference` merges them into events.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from noharbor.science.language.events import (
    Amount,
    Count,
    EventPlace,
    EventType,
    Item,
    Passage,
    PersonMention,
    ReadEvent,
)
from noharbor.science.moments.moment import Moment


@dataclass(slots=True)
class EventDraft:
    """What one clause tells of one event.

    Attributes:
        type: The kind of event.
        start: First character of the telling clause.
        end: Character after its last.
        sentence: Running number of the sentence in the text.
        paragraph: Running number of the block.
        in_title: Told in a title or heading, which repeat what the body tells.
        refers_back: Told as known already ("the raid", "the six"): joins an event told before.
        strength: 0..1, how sure the clause makes us.
        moment_inherited: The moment was taken from the surroundings, not from the clause itself.
        moves: People go from one state to another (also in a plan or in a total).
        place_inherited: The place was taken from the surroundings, not from the clause itself.
        place_scores: How close to the telling word, by grammar, each place of its sentence stands, by first character.
    """

    type: EventType
    start: int
    end: int
    sentence: int
    paragraph: int
    in_title: bool = False
    refers_back: bool = False
    strength: float = 0.5
    moment: Moment | None = None
    moment_inherited: bool = False
    place: EventPlace | None = None
    place_inherited: bool = False
    place_scores: dict[int, float] = field(default_factory=dict)
    count: Count | None = None
    amount: Amount | None = None
    items: tuple[Item, ...] = ()
    people: tuple[PersonMention, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    from_country: str | None = None
    to_country: str | None = None
    fraud_types: tuple[str, ...] = ()
    measure: str | None = None
    speaker: str | None = None
    moves: bool = False
    mentions: list[Passage] = field(default_factory=list)

    def finished(self) -> ReadEvent:
        """The event this draft tells, as a value that can no longer change."""
        own = Passage(self.start, self.end)
        return ReadEvent(
            type=self.type,
            passage=own,
            moment=self.moment,
            place=self.place,
            count=self.count,
            people=self.people,
            organisations=self.organisations,
            countries=self.countries,
            nationalities=self.nationalities,
            from_country=self.from_country,
            to_country=self.to_country,
            fraud_types=self.fraud_types,
            amount=self.amount,
            items=self.items,
            measure=self.measure,
            cumulative=self.type is EventType.STATISTIC,
            speaker=self.speaker,
            mentions=tuple(sorted({own, *self.mentions}, key=lambda passage: (passage.start, passage.end))),
            moment_inherited=self.moment is not None and self.moment_inherited,
            place_inherited=self.place is not None and self.place_inherited,
            confidence=round(min(max(self.strength, 0.0), 1.0), 3),
        )
