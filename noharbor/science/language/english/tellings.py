"""What one sentence tells: drafts of events with their arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from noharbor.science.language.discourse import period_end
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english import actors, whenwhere
from noharbor.science.language.english.acceptance import TRANSFERS, evidence, log_odds, total_evidence
from noharbor.science.language.english.arguments import Patient, agents, describe_patient, patient_heads
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.inflection import verb_lemmas
from noharbor.science.language.english.modality import Standing, standing_of
from noharbor.science.language.english.predicates import Trigger, find_triggers
from noharbor.science.language.english.quantities import PEOPLE, Quantity
from noharbor.science.language.english.transfers import arrival_country, arrives, route_of, transfer_type
from noharbor.science.language.events import Bound, Count, EventPlace, EventType, Item
from noharbor.science.language.lexicons import word_set
from noharbor.science.moments.mention import Role
from noharbor.science.moments.moment import Precision

_PEOPLE_TYPES = frozenset({"arrest", "rescue", "transfer", "sentence"})
_UNCOUNTED = frozenset({EventType.MEETING, EventType.WARNING, EventType.LEGISLATION})
_SPOKEN = frozenset(
    {
        EventType.WARNING,
        EventType.COMMITMENT,
        EventType.MEETING,
        EventType.SENTENCE,
        EventType.LEGISLATION,
        EventType.SANCTION,
    }
)
_KINDS = (
    "arrest",
    "rescue",
    "transfer",
    "operation",
    "seizure",
    "sentence",
    "sanction",
    "legislation",
    "warning",
    "meeting",
    "commitment",
)


@dataclass(slots=True)
class ArticleContext:
    """What the whole article says, for sentences that do not say it themselves.

    Attributes:
        lean: Above 0 when it speaks of suspects, below when of victims.
        published: Day of publication.
        dateline: The place the report is filed from: "here".
        carried_total: The sentence before told totals.
        paragraph: The block of the sentence before.
    """

    lean: float = 0.0
    published: date | None = None
    dateline: EventPlace | None = None
    carried_total: bool = False
    paragraph: int = -1


def tell(context: SentenceContext, article: ArticleContext) -> list[EventDraft]:
    """The drafts of a sentence, in order of the words that tell them."""
    triggers = find_triggers(context.parsed)
    totals = _totals(context, article, triggers)
    drafts = [_total_draft(context, article, triggers, quantity, score) for quantity, score in totals]
    for kind in _KINDS:
        drafts += _drafts_of(context, article, kind, [one for one in triggers if one.kind == kind], totals)
    article.carried_total = (
        _opens_period(context)
        or bool(totals)
        or (article.carried_total and article.paragraph == context.paragraph and not _one_day(context))
    )
    article.paragraph = context.paragraph
    return sorted(_one_promise([one for one in drafts if _specific(one)]), key=lambda draft: draft.start)


def _opens_period(context: SentenceContext) -> bool:
    """Whether the sentence sets a period for the figures that follow ("took stock of this year's results")."""
    periods = any(
        mention.role in (Role.SINCE, Role.DURING) or mention.moment.precision is Precision.YEAR
        for mention in context.mentions.moments
    )
    return periods and not _one_day(context)


def _one_day(context: SentenceContext) -> bool:
    return any(
        mention.role is Role.POINT and mention.moment.precision is Precision.DAY for mention in context.mentions.moments
    )


def _specific(draft: EventDraft) -> bool:
    """Whether an act is told as one act: "arrests follow data" names no one, no day and no place."""
    if draft.type in (EventType.COMMITMENT, EventType.WARNING, EventType.LEGISLATION, EventType.STATISTIC):
        return True
    told = draft.count or draft.amount or draft.people or (draft.moment and draft.moment.first) or draft.refers_back
    numbered = any(item.number is not None for item in draft.items)
    return bool(told or numbered or draft.place) or (draft.strength > 0.9 and not draft.in_title)


def _one_promise(drafts: list[EventDraft]) -> list[EventDraft]:
    """A sentence that plans a transfer promises once, and the number belongs to it."""
    promises = [one for one in drafts if one.type is EventType.COMMITMENT]
    if len(promises) < 2:
        return drafts
    kept = max(promises, key=lambda one: (one.count is not None, one.strength))
    return [one for one in drafts if one.type is not EventType.COMMITMENT or one is kept]


def _totals(context: SentenceContext, article: ArticleContext, triggers: list[Trigger]) -> list[tuple[Quantity, float]]:
    carried = article.carried_total and article.paragraph == context.paragraph
    found = []
    things = [one for one in context.quantities if not one.part and one.classes == {"thing"}]
    for quantity in context.quantities:
        if _is_setting(context, quantity) or (quantity in things and (len(things) > 1 or _hauled(context))):
            continue
        if quantity.part or quantity.classes & {"official", "measure", "law"} or (not quantity.noun and not triggers):
            continue
        score = total_evidence(context, quantity, carried=carried)
        # A noun that no list knows ("account-sellers") needs clearer words around it.
        if score > (0.8 if quantity.noun and not quantity.classes else 0.0):
            found.append((quantity, score))
    return found


_SIZES = word_set("english_words", "size_verbs")
_ACTS_COUNTED = frozenset({"raid", "raids", "operation", "operations", "flight", "flights", "mission", "missions"})


def _hauled(context: SentenceContext) -> bool:
    """Whether the sentence rather tells a seizure, which lists its things itself."""
    return context.chances.get("seizure", 0.0) > context.chances.get("statistic", 0.0)


def _is_setting(context: SentenceContext, quantity: Quantity) -> bool:
    """Whether a number is only the setting of another ("in 1,017 cases, 718 suspects …", "nine raids led to …")."""
    sentence = context.parsed
    head = sentence.words[quantity.head]
    above = sentence.words[head.head]
    if head.dep == "dobj" and above.lower in _SIZES:
        # "held as many as 400 call centers": a size, not something done.
        return "site" in quantity.classes or above.lower in ("lose", "lost", "cost", "estimated", "face", "wanted")
    others = [one for one in context.quantities if one is not quantity and not one.part and one.people]
    if not others:
        return False
    if quantity.noun in _ACTS_COUNTED:
        return True
    return (
        head.dep == "pobj"
        and above.lower in ("in", "from", "at", "across", "on", "over", "during", "after")
        and not quantity.surely_people
    )


def _total_draft(
    context: SentenceContext, article: ArticleContext, triggers: list[Trigger], quantity: Quantity, score: float
) -> EventDraft:
    sentence = context.parsed
    draft = _blank(context, EventType.STATISTIC, quantity.number, score)
    draft.count = quantity.count
    noun = context.text[sentence.words[quantity.number].end : sentence.words[quantity.head].end].strip()
    verb = next(
        (
            sentence.words[at].text
            for at in sentence.ancestors(quantity.head)
            if sentence.words[at].tag.startswith("VB")
        ),
        "",
    )
    draft.measure = " ".join(part for part in (noun, verb) if part) or None
    period = whenwhere.period_of(context, quantity.number)
    if period is not None and period.role is not Role.SINCE:
        draft.moment = period_end(period.moment, article.published)
    _fill(context, article, draft, quantity.number)
    if any(one.kind == "transfer" and one.strong and abs(one.word - quantity.number) <= 9 for one in triggers):
        _route(context, draft, "transfer", quantity.number)
    return draft


def _drafts_of(
    context: SentenceContext,
    article: ArticleContext,
    kind: str,
    triggers: list[Trigger],
    totals: list[tuple[Quantity, float]],
) -> list[EventDraft]:
    drafts = []
    for trigger in triggers:
        score = evidence(context, kind, trigger)
        standing = standing_of(context.parsed, trigger.word, in_title=context.in_title)
        if standing is Standing.NOT or (score <= 0 and standing is Standing.DONE):
            continue
        draft = _draft(context, article, kind, trigger, score, standing)
        if (
            draft is not None
            and kind == "arrest"
            and _held_captive(context)
            and (draft.count is None or draft.count.value == 1)
        ):
            continue
        if draft is not None and not _belongs_to_total(draft, context, totals):
            drafts.append(draft)
    if not drafts and not triggers and evidence(context, kind, None) > 0:
        draft = _without_trigger(context, article, kind)
        if draft is not None and not _belongs_to_total(draft, context, totals):
            drafts.append(draft)
    if (
        kind in ("meeting", "commitment", "warning", "legislation", "sanction", "operation", "seizure")
        and len(drafts) > 1
    ):
        drafts = _one_per_clause(drafts)
    return drafts


def _held_captive(context: SentenceContext) -> bool:
    """ "He was beaten and detained until the embassy rescued him": captors detain, too."""
    return context.chances.get("rescue", 0.0) > 0.5 > context.chances.get("arrest", 0.0)


def _one_per_clause(drafts: list[EventDraft]) -> list[EventDraft]:
    """One sentence seldom tells two meetings; the surest word stands for them, unless days or sums differ."""
    kept: list[EventDraft] = []
    for draft in sorted(drafts, key=lambda one: -one.strength):
        differs = all(
            (draft.moment and other.moment and draft.moment.first != other.moment.first)
            or (draft.count and other.count and draft.count.value != other.count.value)
            for other in kept
        )
        if not kept or differs:
            kept.append(draft)
    return kept


def _belongs_to_total(draft: EventDraft, context: SentenceContext, totals: list[tuple[Quantity, float]]) -> bool:
    if not totals or draft.type in (EventType.MEETING, EventType.COMMITMENT, EventType.LEGISLATION, EventType.WARNING):
        return False
    if draft.count is not None:
        return any(quantity.count.value == draft.count.value for quantity, _ in totals)
    if draft.items and any(item.number is not None for item in draft.items):
        return False
    return draft.type is not EventType.OPERATION or log_odds(context.chances.get("operation", 0.0)) < 1.0


def _draft(
    context: SentenceContext, article: ArticleContext, kind: str, trigger: Trigger, score: float, standing: Standing
) -> EventDraft | None:
    lemma = verb_lemmas().get(context.parsed.words[trigger.word].lower, "")
    patient = describe_patient(context, patient_heads(context.parsed, trigger, lemma))
    if not _fits(kind, trigger, patient, context):
        return None
    planned = standing is Standing.PLANNED
    if planned and kind in _PEOPLE_TYPES:
        score = max(score, evidence(context, "commitment", trigger))
        if kind == "sentence" or score <= 0:
            return None
        type_ = EventType.COMMITMENT
    else:
        if planned and score <= 0:
            return None
        type_ = transfer_type(context, article.lean) if kind == "transfer" else EventType(kind)
    if type_ is EventType.SANCTION and patient.classes & {"thing"} and not patient.classes & PEOPLE:
        # An issuer that blacklists wallets freezes them; only a state sanctions names.
        type_, kind = EventType.SEIZURE, "seizure"
    draft = _blank(context, type_, trigger.word, score)
    _count(context, draft, kind, patient, trigger)
    if (
        type_ is EventType.SEIZURE
        and not (draft.items or draft.amount or draft.count)
        and patient.classes
        and "thing" not in patient.classes
    ):
        return None
    mention = whenwhere.moment_for(
        context,
        trigger.word,
        spoken=type_ in _SPOKEN,
        planned=planned or type_ in (EventType.OPERATION, EventType.COMMITMENT),
    )
    draft.moment = mention.moment if mention else None
    known_people = kind in _PEOPLE_TYPES and patient.refers_back and patient.count is None
    draft.refers_back = known_people or _definite(context, trigger)
    _fill(context, article, draft, trigger.word)
    _route(context, draft, kind, trigger.word)
    return draft


def _fits(kind: str, trigger: Trigger, patient: Patient, context: SentenceContext) -> bool:
    """Whether those acted on can be acted on so."""
    people = bool(patient.classes & PEOPLE)
    things = bool(patient.classes & {"thing"}) and not people
    if kind in _PEOPLE_TYPES and patient.heads:
        return _people_fit(kind, patient, context, people=people, things=things)
    if kind == "seizure":
        counted = any("thing" in one.classes for one in context.quantities)
        return things or counted or bool(context.money) or (not people and patient.count is None)
    if kind == "operation" and patient.heads and not trigger.noun:
        return trigger.strong or not people or bool(patient.classes & {"site"})
    if kind == "commitment" and trigger.entry.startswith("commit"):
        # "committed fraud" promises nothing.
        return not (patient.heads and patient.heads[0] > trigger.word and not trigger.noun)
    if kind == "meeting" and not trigger.strong and not trigger.noun:
        # "received 38 suspects" is no audience.
        return not (people and patient.count is not None and patient.count.value > 1)
    return True


def _people_fit(kind: str, patient: Patient, context: SentenceContext, *, people: bool, things: bool) -> bool:
    if people:
        return True
    if patient.classes and patient.count is None:
        return kind == "sentence" and not things
    nouns = [context.parsed.words[head] for head in patient.heads]
    unknown = not patient.classes and all(word.tag == "NNS" and word.text[:1].islower() for word in nouns)
    return not things and not (unknown and patient.count is not None)


def _count(context: SentenceContext, draft: EventDraft, kind: str, patient: Patient, trigger: Trigger) -> None:
    if draft.type in _UNCOUNTED:
        return
    if kind in _PEOPLE_TYPES or kind == "sanction":
        draft.count = patient.count or _counted_noun(context, trigger) or _nearest(context, trigger.word, patient)
        if draft.count is None and kind != "sanction" and not patient.plural and not patient.heads:
            draft.count = _lone_person(context, trigger.word)
        if kind == "sanction" and draft.count is None:
            names = [
                one for one in context.quantities if not one.part and not one.classes & {"measure", "law", "official"}
            ]
            named = any(context.parsed.words[head].tag == "NNP" for head in patient.heads)
            draft.count = names[0].count if names else Count(1, Bound.EXACT, "one") if named else None
    elif kind == "operation":
        sites = [one for one in context.quantities if not one.part and "site" in one.classes]
        near = [one for one in sites if one.head in patient.heads] or [
            one for one in sites if _same_clause(context, one, trigger.word)
        ]
        draft.count = near[0].count if near else _single_site(context, trigger, patient)
    elif kind == "seizure":
        _take(context, draft, trigger)


def _single_site(context: SentenceContext, trigger: Trigger, patient: Patient) -> Count | None:
    """ "barged into a condotel", "a raid on an office block": one site."""
    sentence = context.parsed
    heads = list(patient.heads)
    for child in sentence.children(trigger.word, "prep"):
        if sentence.words[child].lower in ("into", "on", "at", "in", "of", "against", "through"):
            heads += sentence.children(child, "pobj")
    for head in heads:
        word = sentence.words[head]
        articles = {sentence.words[child].lower for child in word.children}
        if word.tag == "NN" and "site" in _classes(word.lower) and articles & {"a", "an", "one"}:
            return Count(1, Bound.EXACT, context.text[word.start : word.end])
    return None


def _lone_person(context: SentenceContext, index: int) -> Count | None:
    """One named person, or "him", in a sentence that counts nobody."""
    if any(one.people for one in context.quantities):
        return None
    words = context.parsed.words
    if any(word.lower in ("they", "them", "we", "us", "people", "suspects", "workers") for word in words):
        return None
    spans = [
        *context.mentions.places,
        *context.mentions.bodies,
        *context.mentions.nationalities,
        *context.mentions.moments,
    ]
    for word in words[max(0, index - 25) : index + 10]:
        after = words[word.index + 1] if word.index + 1 < len(words) else None
        named = word.tag == "NNP" and after is not None and after.tag == "NNP" and word.text[1:].islower()
        free = not any(span.start <= word.start < span.end or span.start <= word.end < span.end for span in spans)
        if (named and free) or word.lower in ("he", "him", "she", "her", "his"):
            return Count(1, Bound.EXACT, context.text[word.start : word.end])
    return None


def _counted_noun(context: SentenceContext, trigger: Trigger) -> Count | None:
    """ "38 arrests"."""
    if not trigger.noun:
        return None
    counted = [one for one in context.quantities if one.head == trigger.word and not one.part]
    return counted[0].count if counted else None


def _nearest(context: SentenceContext, index: int, patient: Patient) -> Count | None:
    """The people counted nearest to the word, when its own argument is not counted."""
    if patient.heads and (patient.plural or patient.refers_back) and not patient.classes:
        return None
    if patient.heads and patient.refers_back:
        return None
    near = [
        one
        for one in context.quantities
        if not one.part and one.people and (one.surely_people or _same_clause(context, one, index))
    ]
    near = [one for one in near if not one.classes & {"official"}]
    best = min(near, key=lambda one: (not _same_clause(context, one, index), abs(one.number - index)), default=None)
    return best.count if best and (abs(best.number - index) <= 14 or _same_clause(context, best, index)) else None


def _same_clause(context: SentenceContext, quantity: Quantity, index: int) -> bool:
    words = context.parsed.words
    return words[quantity.number].clause == words[index].clause


def _take(context: SentenceContext, draft: EventDraft, trigger: Trigger) -> None:
    things = [
        one
        for one in context.quantities
        if not one.part and one.noun and not one.surely_people and one.classes & {"thing", "site"}
    ]
    draft.items = tuple(
        Item(
            context.text[context.parsed.words[one.number].end : context.parsed.words[one.head].end].strip(" -"),
            one.count.value,
        )
        for one in things
    )
    if not draft.items:
        nouns = [word for word in context.parsed.words if word.tag == "NNS" and "thing" in _classes(word.lower)]
        draft.items = tuple(Item(word.text, None) for word in nouns[:4])
    elif len(things) == 1 and not context.money:
        draft.count = things[0].count
    near = sorted(context.money, key=lambda one: abs(context.word_of(one.start) - trigger.word))
    draft.amount = near[0].amount if near else None


def _classes(noun: str) -> frozenset[str]:
    from noharbor.science.language.english.inflection import noun_classes

    return noun_classes().get(noun, frozenset())


def _definite(context: SentenceContext, trigger: Trigger) -> bool:
    if not trigger.noun:
        return False
    return any(
        context.parsed.words[child].lower in ("the", "this", "that", "these", "those")
        for child in context.parsed.words[trigger.word].children
    )


def _without_trigger(context: SentenceContext, article: ArticleContext, kind: str) -> EventDraft | None:
    """The classifier is sure, but no known word tells it: the sentence's main verb and its people must do."""
    sentence = context.parsed
    roots = [word.index for word in sentence.words if word.dep == "ROOT"]
    index = roots[0] if roots else 0
    people = [one for one in context.quantities if not one.part and one.people and not one.classes & {"official"}]
    if kind in _PEOPLE_TYPES and people:
        index = next(
            (above for above in sentence.ancestors(people[0].head) if sentence.words[above].tag.startswith("VB")), index
        )
    if standing_of(sentence, index, in_title=context.in_title) is not Standing.DONE:
        return None
    trigger = Trigger(kind, index, strong=False, noun=False, entry="")
    type_ = transfer_type(context, article.lean) if kind == "transfer" else EventType(kind)
    draft = _blank(context, type_, index, evidence(context, kind, None))
    if kind in _PEOPLE_TYPES:
        draft.count = people[0].count if people else None
    else:
        _count(context, draft, kind, Patient((), None, False, False, frozenset()), trigger)
    mention = whenwhere.moment_for(context, index, spoken=True)
    draft.moment = mention.moment if mention else None
    _fill(context, article, draft, index)
    _route(context, draft, kind, index)
    return draft


def _blank(context: SentenceContext, type_: EventType, index: int, score: float) -> EventDraft:
    start, end = _clause_span(context, index)
    strength = 1.0 / (1.0 + 2.718281828**-score)
    return EventDraft(
        type_, start, end, context.number, context.paragraph, in_title=context.in_title, strength=strength
    )


def _clause_span(context: SentenceContext, index: int) -> tuple[int, int]:
    """The compact clause around a word: its clause's words, without a leading connective or a trailing mark."""
    sentence = context.parsed
    head = sentence.words[index].clause
    chosen = [at for at in sentence.subtree(head, within_clause=True)] or [index]
    start, end = sentence.span([*chosen, index])
    piece = context.text[start:end]
    lead = re.match(r"(?:[\s,;:–—\"“”'‘’-]|\b(?:and|but|while|also|then)\b\s)*", piece)
    start += lead.end() if lead else 0
    trimmed = context.text[start:end].rstrip(" .,;:–—-\n")
    if len(trimmed) < 12:
        return sentence.start, sentence.end
    return start, start + len(trimmed)


_HERE = re.compile(r"\bhere\b", re.IGNORECASE)


def _no_preposition(context: SentenceContext, place: whenwhere.PlaceSpan) -> bool:
    return whenwhere.preposition_of(context.parsed, context.word_of(place.end - 1)) is None


def _fill(context: SentenceContext, article: ArticleContext, draft: EventDraft, index: int) -> None:
    transfer = draft.type in (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
    rescued = draft.type is EventType.RESCUE
    judged = draft.type is EventType.SENTENCE
    place = whenwhere.place_for(context, index, transfer=transfer, judged=judged, rescued=rescued)
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


def _route(context: SentenceContext, draft: EventDraft, kind: str, index: int) -> None:
    if kind != "transfer":
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


__all__ = ["TRANSFERS", "ArticleContext", "agents", "tell"]
