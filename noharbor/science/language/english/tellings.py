"""What one sentence tells: drafts of events with their arguments."""

from __future__ import annotations

import re

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english import whenwhere
from noharbor.science.language.english.acceptance import evidence
from noharbor.science.language.english.antecedents import remember_people, size_known
from noharbor.science.language.english.arguments import patient_heads
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.counting import PEOPLE_KINDS, add_count, lone_person
from noharbor.science.language.english.drafting import ArticleContext, add_route, blank_draft, fill_draft
from noharbor.science.language.english.fitting import fits, held_by_captors, held_captive, told_as_known
from noharbor.science.language.english.inflection import verb_lemmas
from noharbor.science.language.english.listing import listed_with
from noharbor.science.language.english.modality import Standing, standing_of
from noharbor.science.language.english.patients import Patient, describe_patient
from noharbor.science.language.english.predicates import Trigger, find_triggers
from noharbor.science.language.english.quantities import PEOPLE, Quantity
from noharbor.science.language.english.totals import (
    belongs_to_total,
    find_totals,
    on_one_day,
    opens_period,
    total_draft,
)
from noharbor.science.language.english.transfers import transfer_type
from noharbor.science.language.events import EventType

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


def tell(context: SentenceContext, article: ArticleContext) -> list[EventDraft]:
    """The drafts of a sentence, in order of the words that tell them."""
    if _HISTORY.search(context.words):
        return []
    triggers = find_triggers(context.parsed)
    totals = find_totals(context, article, triggers)
    drafts = [total_draft(context, article, triggers, quantity, score) for quantity, score in totals]
    for kind in _KINDS:
        drafts += _drafts_of(context, article, kind, [one for one in triggers if one.kind == kind], totals)
    article.carried_total = (
        opens_period(context)
        or bool(totals)
        or (article.carried_total and article.paragraph == context.paragraph and not on_one_day(context))
    )
    article.paragraph = context.paragraph
    remember_people(context, article)
    return sorted(_one_promise([one for one in drafts if _specific(one)]), key=lambda draft: draft.start)


#: What was done before the nineties was no fraud by network: a sentence that tells it tells history.
_HISTORY = re.compile(r"\bin (?:1[5-8]\d\d|19[0-8]\d)\b", re.IGNORECASE)


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
        if score <= 0 and kind == "arrest" and _told_beside(context, trigger):
            score = _BESIDE
        standing = standing_of(context.parsed, trigger.word, in_title=context.in_title)
        if standing is Standing.NOT or (score <= 0 and standing is Standing.DONE):
            continue
        draft = _draft(context, article, kind, trigger, score, standing)
        if draft is not None and kind == "arrest" and _is_captivity(context, draft, trigger):
            continue
        if draft is not None and not belongs_to_total(draft, context, totals):
            drafts.append(draft)
    if not drafts and not triggers and evidence(context, kind, None) > 0:
        draft = _without_trigger(context, article, kind)
        if draft is not None and not belongs_to_total(draft, context, totals):
            drafts.append(draft)
    if (
        kind in ("meeting", "commitment", "warning", "legislation", "sanction", "operation", "seizure")
        and len(drafts) > 1
    ):
        drafts = _one_per_clause(drafts)
    return drafts


#: Beside a telling that is sure, the classifier overlooks a second one; this is what plain words for it are worth.
_SURE, _BESIDE = 0.8, 0.3


def _told_beside(context: SentenceContext, trigger: Trigger) -> bool:
    """So "They arrested 41 suspects and seized 120 phones": several people caught, by a plain verb, beside a haul."""
    total = context.chances.get("statistic", 0.0) > _SURE
    if trigger.noun or not trigger.strong or total or max(context.chances.values(), default=0.0) < _SURE:
        return False
    lemma = verb_lemmas().get(context.parsed.words[trigger.word].lower, "")
    patient = describe_patient(context, patient_heads(context.parsed, trigger, lemma))
    return patient.count is not None and patient.count.value > 1


def _is_captivity(context: SentenceContext, draft: EventDraft, trigger: Trigger) -> bool:
    """Whether captors hold people here, and no police."""
    word = context.parsed.words[trigger.word]
    own = context.text[max(context.parsed.start, word.start - 12) : word.end + 60]
    alone = draft.count is None or draft.count.value == 1
    return held_by_captors(own) or (alone and held_captive(context))


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
        elif draft.type is EventType.OPERATION and kept[0].count is None:
            kept[0].count = draft.count
    return kept


def _draft(
    context: SentenceContext, article: ArticleContext, kind: str, trigger: Trigger, score: float, standing: Standing
) -> EventDraft | None:
    lemma = verb_lemmas().get(context.parsed.words[trigger.word].lower, "")
    patient = describe_patient(context, patient_heads(context.parsed, trigger, lemma))
    if not fits(kind, trigger, patient, context):
        return None
    planned = standing is Standing.PLANNED
    if planned and kind in PEOPLE_KINDS:
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
    draft = blank_draft(context, type_, trigger.word, score)
    add_count(context, draft, kind, patient, trigger)
    if kind in PEOPLE_KINDS and draft.count is None and patient.refers_back:
        draft.count = size_known(context, article, patient)
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
    known_people = kind in PEOPLE_KINDS and patient.refers_back and patient.count is None
    draft.refers_back = known_people or told_as_known(context, trigger)
    fill_draft(context, article, draft, trigger.word)
    add_route(context, draft, kind, trigger.word)
    return draft


#: Talks "to discuss ways to enhance cooperation" have agreed on nothing yet.
_DELIBERATES = re.compile(
    r"\b(?:discuss\w*|talk\w* about|explor\w+|exchang\w+ (?:views|ideas) on|consider\w*)"
    r" (?:\w+ )?(?:ways|how|measures|options|means)\b",
    re.IGNORECASE,
)


def _without_trigger(context: SentenceContext, article: ArticleContext, kind: str) -> EventDraft | None:
    """The classifier is sure, but no known word tells it: the sentence's main verb and its people must do."""
    if kind == "commitment" and _DELIBERATES.search(context.words):
        return None
    sentence = context.parsed
    roots = [word.index for word in sentence.words if word.dep == "ROOT"]
    index = roots[0] if roots else 0
    people = [one for one in context.quantities if not one.part and one.people and not one.classes & {"official"}]
    if kind in PEOPLE_KINDS and people:
        index = next(
            (above for above in sentence.ancestors(people[0].head) if sentence.words[above].tag.startswith("VB")), index
        )
    standing = standing_of(sentence, index, in_title=context.in_title)
    # "Myanmar will step up coordination" promises without a word of promising.
    promised = kind == "commitment" and standing is Standing.PLANNED
    if standing is not Standing.DONE and not promised:
        return None
    trigger = Trigger(kind, index, strong=False, noun=False, entry="")
    type_ = transfer_type(context, article.lean) if kind == "transfer" else EventType(kind)
    draft = blank_draft(context, type_, index, evidence(context, kind, None))
    if kind in PEOPLE_KINDS:
        draft.count = listed_with(context, people[0], people[1:]) if people else lone_person(context, index)
    else:
        add_count(context, draft, kind, Patient((), None, False, False, frozenset()), trigger)
    mention = whenwhere.moment_for(context, index, spoken=True)
    draft.moment = mention.moment if mention else None
    fill_draft(context, article, draft, index)
    add_route(context, draft, kind, index)
    return draft
