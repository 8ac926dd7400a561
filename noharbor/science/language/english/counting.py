"""How many people, sites, names or things an event concerns."""

from __future__ import annotations

import re

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.inflection import classes_of_noun
from noharbor.science.language.english.listing import names_listed, same_clause, with_company
from noharbor.science.language.english.patients import Patient
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import Quantity
from noharbor.science.language.english.sizes import sites_of
from noharbor.science.language.events import Bound, Count, EventType, Item

_UNCOUNTED = frozenset({EventType.MEETING, EventType.WARNING, EventType.LEGISLATION})


PEOPLE_KINDS = frozenset({"arrest", "rescue", "transfer", "sentence"})


def add_count(context: SentenceContext, draft: EventDraft, kind: str, patient: Patient, trigger: Trigger) -> None:
    """Give a draft its count, items and sum, as its kind of event asks for."""
    if draft.type in _UNCOUNTED:
        return
    if kind in PEOPLE_KINDS or kind == "sanction":
        draft.count = patient.count or _counted_noun(context, trigger) or nearest_people(context, trigger.word, patient)
        if draft.count is not None and kind == "arrest":
            draft.count = with_company(context, trigger, draft.count)
        if draft.count is None and draft.type is EventType.COMMITMENT:
            draft.count = _promised(context)
        if draft.count is None and kind != "sanction" and not patient.plural and not patient.heads:
            draft.count = lone_person(context, trigger.word)
        if kind == "sanction":
            draft.count = names_listed(context, patient)
    elif kind == "operation":
        draft.count = sites_of(context, patient, trigger)
    elif kind == "commitment":
        draft.count = _promised(context)
    elif kind == "seizure":
        _take(context, draft, trigger)


_PLANNED_MOVE = re.compile(
    r"\b(?:deport\w*|extradit\w*|repatriat\w*|return\w*|fly|flown|hand\w* over|bring|brought|send|sent|"
    r"transfer\w*|free|rescue|evacuat\w*|on a (?:plane|flight)|follow|home|release\w*|transport\w*)\b",
    re.IGNORECASE,
)


#: What was done leaves some over; they are who a promise is about.
_REST = re.compile(r"\b(?:remaining|other)\s$", re.IGNORECASE)
_DEFINITE_NUMBER = re.compile(r"\b(?:the|all|remaining|these|those|other)\s$", re.IGNORECASE)


def _promised(context: SentenceContext) -> Count | None:
    """The people a promise is about, when it plans to move them: "all thirty-eight will be on a plane"."""
    if not _PLANNED_MOVE.search(context.words):
        return None
    words = context.parsed.words
    for one in context.quantities:
        before = context.text[max(context.parsed.start, one.start - 12) : one.start]
        definite = not one.noun and bool(_DEFINITE_NUMBER.search(before))
        group = _MEMBERS.match(context.text, words[one.number].end)
        left = _REST.search(before) is not None
        if (one.surely_people and (left or not one.part) and not group) or definite:
            return one.count
    return None


_MEMBERS = re.compile(r"-(?:member|strong|man|person)\b")


def lone_person(context: SentenceContext, index: int) -> Count | None:
    """One named person, or "him", in a sentence that counts nobody."""
    if any(one.people for one in context.quantities):
        return None
    words = context.parsed.words
    opening = _opening_person(context)
    if opening is not None:
        return opening
    if any(word.lower in ("they", "them", "we", "us", "people", "suspects", "workers") for word in words):
        return None
    spans = context.mentions.named() + [(one.start, one.end) for one in context.mentions.moments]
    acting = _acting(context, index)
    for word in words[max(0, index - 25) : index + 10]:
        if word.index in acting:
            continue
        after = words[word.index + 1] if word.index + 1 < len(words) else None
        named = word.tag == "NNP" and after is not None and after.tag == "NNP" and word.text[1:].islower()
        free = not any(start <= word.start < end or start <= word.end < end for start, end in spans)
        someone = word.tag == "NN" and _is_someone(context, word.index)
        if (named and free) or someone or word.lower in ("he", "him", "she", "her", "his"):
            return Count(1, Bound.EXACT, context.text[word.start : word.end])
    return None


def _opening_person(context: SentenceContext) -> Count | None:
    """So "A 28-year-old man who …, was on Jan 6 sentenced": the subject stands too far off for the tree."""
    for word in context.parsed.words[:9]:
        if word.tag == "NN" and classes_of_noun(word.lower) & {"person", "suspect"}:
            alone = _is_someone(context, word.index) or _is_known_suspect(context, word.index)
            return Count(1, Bound.EXACT, context.text[word.start : word.end]) if alone else None
    return None


def _is_known_suspect(context: SentenceContext, index: int) -> bool:
    """So "The alleged kingpin of a call centre that …"."""
    words = context.parsed.words
    return "suspect" in classes_of_noun(words[index].lower) and any(
        words[child].lower == "the" for child in words[index].children
    )


def _is_someone(context: SentenceContext, index: int) -> bool:
    """So "a man", "an agent": one person not named."""
    words = context.parsed.words
    person = classes_of_noun(words[index].lower) & {"person", "suspect"}
    return bool(person) and any(words[child].lower in ("a", "an") for child in words[index].children)


def _acting(context: SentenceContext, index: int) -> set[int]:
    """The words of who does what a noun names: "Judge Lee passed sentence" judges nobody called Lee."""
    sentence = context.parsed
    word = sentence.words[index]
    if not word.tag.startswith("NN") or word.dep != "dobj":
        return set()
    return {inner for subject in sentence.children(word.head, "nsubj") for inner in sentence.subtree(subject)}


def _counted_noun(context: SentenceContext, trigger: Trigger) -> Count | None:
    """So "38 arrests"."""
    if not trigger.noun:
        return None
    counted = [one for one in context.quantities if one.head == trigger.word and not one.part]
    return counted[0].count if counted else None


def nearest_people(context: SentenceContext, index: int, patient: Patient) -> Count | None:
    """The people counted nearest to the word, when its own argument is not counted."""
    if patient.heads and (patient.plural or patient.refers_back) and not patient.classes:
        return None
    if patient.heads and patient.refers_back:
        return None
    near = [
        one
        for one in context.quantities
        if not one.part and one.people and (one.surely_people or same_clause(context, one, index))
    ]
    near = [one for one in near if not one.classes & {"official"}]
    best = min(near, key=lambda one: (not same_clause(context, one, index), abs(one.number - index)), default=None)
    return best.count if best and (abs(best.number - index) <= 14 or same_clause(context, best, index)) else None


def _take(context: SentenceContext, draft: EventDraft, trigger: Trigger) -> None:
    things = [
        one
        for one in context.quantities
        if not one.part
        and one.noun
        and not one.surely_people
        and (one.classes == {"thing"} or (one.classes & {"thing", "site"} and not _is_spot(context, one, trigger)))
    ]
    if not things:
        things = [one for one in context.quantities if one.classes == {"thing"} and _bracketed(context, one)]
    draft.items = tuple(
        Item(
            context.text[context.parsed.words[one.number].end : context.parsed.words[one.head].end].strip(" -"),
            one.count.value,
        )
        for one in things
    )
    if not draft.items:
        nouns = [word for word in context.parsed.words if word.tag == "NNS" and "thing" in classes_of_noun(word.lower)]
        draft.items = tuple(Item(word.text, None) for word in nouns[:4])
    elif len(things) == 1:
        draft.count = things[0].count
    near = sorted(context.money, key=lambda one: abs(context.word_of(one.start) - trigger.word))
    draft.amount = near[0].amount if near else None


def _bracketed(context: SentenceContext, quantity: Quantity) -> bool:
    """So "froze 373 million baht (28 items, among them …)"."""
    return context.text[quantity.start - 1 : quantity.start] == "("


def _is_spot(context: SentenceContext, quantity: Quantity, trigger: Trigger) -> bool:
    """Whether counted houses are where something was taken ("raids on two apartments"), not what was taken."""
    if "thing" not in quantity.classes and not same_clause(context, quantity, trigger.word):
        return True
    head = context.parsed.words[quantity.head]
    return head.dep == "pobj" and context.parsed.words[head.head].lower in ("on", "in", "at", "from", "into", "inside")
