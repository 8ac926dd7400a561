"""Makes a draft of an event from a word that tells it: the clause, place, parties, people and route."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english import actors, whenwhere
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.transfers import arrival_country, arrives, held_in, route_of
from noharbor.science.language.events import Count, EventPlace, EventType
from noharbor.science.language.spans import PlaceSpan


@dataclass(slots=True)
class ArticleContext:
    """What the whole article says, for sentences that do not say it themselves.

    Attributes:
        lean: Above 0 when it speaks of suspects, below when of victims.
        published: Day of publication.
        dateline: The place the report is filed from: "here".
        carried_total: The sentence before told totals.
        paragraph: The block of the sentence before.
        told_people: The people counted last: "they", "the group".
        told_at: Number of the sentence that counted them.
        nations: How many of each nationality were counted last: "the Chinese".
    """

    lean: float = 0.0
    published: date | None = None
    dateline: EventPlace | None = None
    carried_total: bool = False
    paragraph: int = -1
    told_people: Count | None = None
    told_at: int = -9
    nations: dict[str, Count] = field(default_factory=dict)


def blank_draft(context: SentenceContext, type_: EventType, index: int, score: float) -> EventDraft:
    """A draft with its type, clause and strength and nothing else."""
    start, end = clause_span(context, index)
    strength = 1.0 / (1.0 + 2.718281828**-score)
    return EventDraft(
        type_, start, end, context.number, context.paragraph, in_title=context.in_title, strength=strength
    )


def clause_span(context: SentenceContext, index: int) -> tuple[int, int]:
    """The compact clause around a word: its clause's words, without a leading connective or a trailing mark."""
    sentence = context.parsed
    head = sentence.words[index].clause
    chosen = sentence.subtree(head, within_clause=True)
    start, end = sentence.span([*chosen, index])
    piece = context.text[start:end]
    lead = re.match(r"(?:[\s,;:–—\"“”'‘’-]|\b(?:and|but|while|also|then)\b\s)*", piece)
    start += lead.end() if lead else 0
    trimmed = context.text[start:end].rstrip(" .,;:–—-\n")
    if len(trimmed) < 12:
        return sentence.start, sentence.end
    return start, start + len(trimmed)


_HERE = re.compile(r"\bhere\b", re.IGNORECASE)


def _no_preposition(context: SentenceContext, place: PlaceSpan) -> bool:
    return whenwhere.preposition_of(context.parsed, context.word_of(place.end - 1)) is None


def fill_draft(context: SentenceContext, article: ArticleContext, draft: EventDraft, index: int) -> None:
    """Add place, acting states and bodies, nationalities, people and speaker to a draft."""
    transfer = draft.type in (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
    rescued = draft.type is EventType.RESCUE
    judged = draft.type is EventType.SENTENCE
    draft.place_scores = whenwhere.place_scores(context, index, transfer=transfer, judged=judged, rescued=rescued)
    place = whenwhere.place_for(context, draft.place_scores, transfer=transfer)
    draft.place = place.place if place else None
    talks = draft.type in (EventType.MEETING, EventType.COMMITMENT)
    if talks and place is not None and place.kind == "country" and _no_preposition(context, place):
        # States that talk are no place of the talks.
        draft.place = None
    if draft.place is None and article.dateline is not None and _HERE.search(context.words):
        draft.place = article.dateline
    draft.countries = actors.acting_countries(context, together=talks)
    draft.nationalities = actors.acted_on_nationalities(context)
    draft.organisations = actors.organisations(context.mentions.bodies)
    draft.people = actors.people_in(context, context.mentions.nationalities)
    draft.speaker = actors.speaker_of(context.words)


#: Promises that are about people who change states, whatever the word that promises.
_PLANS_TRANSFER = re.compile(
    r"\b(?:repatriat\w+|deport\w*|extradit\w+|fl(?:y|own) (?:home|back|out)|bring(?:ing)? (?:back|home)|"
    r"brought (?:back|home)|sen[dt] (?:back|home)|charter(?:ed)?|plane out|later flight|next flight|"
    r"evacuat\w+|travel (?:papers|documents)|transport to|take them home)\b"
)


def add_route(context: SentenceContext, draft: EventDraft, kind: str, index: int) -> None:
    """Add the states that people move from and to, for a move."""
    planned = draft.type is EventType.COMMITMENT and _PLANS_TRANSFER.search(context.text, draft.start, draft.end)
    if kind != "transfer" and not planned:
        return
    draft.moves = True
    draft.from_country, draft.to_country = route_of(context, index)
    arrival = arrival_country(context)
    if (
        arrival is None
        and draft.place
        and draft.place.place_id is None
        and len(draft.nationalities) == 1
        and arrives(context)
    ):
        # An airport that no gazetteer lists lies where the people are at home.
        draft.place = EventPlace(draft.place.name, draft.nationalities[0])
    if arrival is not None:
        draft.to_country = arrival
    if draft.from_country is None and draft.type is not EventType.STATISTIC:
        draft.from_country = held_in(context, draft.to_country)
