"""Whether those acted on can be acted on so: phones are not arrested, fraud is not promised."""

from __future__ import annotations

import re

from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.counting import PEOPLE_KINDS
from noharbor.science.language.english.patients import Patient
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import PEOPLE

_ALONE = re.compile(r"\b(?:by themselves|by himself|by herself|on (?:their|his|her) own|unaided)\b", re.IGNORECASE)

_ABUSED = re.compile(
    r"\b(?:beaten|tortured|starved|electrocuted|shocked|whipped|lured|smuggled into)\b",
    re.I,
)
_CAPTIVE = re.compile(
    r"\b(?:held|kept|detained|locked up|confined)\s(?:captive|hostage|prisoner|against (?:his|her|their) will)"
    r"|\b(?:held|kept|confined|locked up) (?:in|inside|at) (?:\w+[\s-]){0,4}"
    r"(?:compounds?|centres?|centers?|dens?|parks?|hubs?)\b"
    r"|\bformerly held\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:police|officers?|agents?|authorities|immigration|soldiers?|troops|court|prosecutors?)\b", re.I
)

_CANDIDATE = re.compile(r"\b(?:the opposition|if (?:re-?)?elected|campaigned in|election manifesto)\b", re.IGNORECASE)


_PUBLISHED = frozenset(
    {
        "announcement",
        "data",
        "details",
        "document",
        "documents",
        "figure",
        "figures",
        "film",
        "footage",
        "image",
        "images",
        "information",
        "list",
        "names",
        "notice",
        "photo",
        "photographs",
        "photos",
        "picture",
        "pictures",
        "report",
        "reports",
        "result",
        "results",
        "statement",
        "statements",
        "statistics",
        "text",
        "transcript",
        "video",
        "videos",
    }
)


def fits(kind: str, trigger: Trigger, patient: Patient, context: SentenceContext) -> bool:
    """Whether those acted on can be acted on so."""
    people = bool(patient.classes & PEOPLE)
    things = bool(patient.classes & {"thing"}) and not people
    if kind == "commitment" and _CANDIDATE.search(context.words):
        # Only who governs can promise what a state will do.
        return False
    if kind == "rescue" and not _can_be_rescued(patient, context):
        return False
    if kind == "transfer" and trigger.noun and _in_court(context, trigger.word):
        return False
    if kind in ("arrest", "rescue") and any(_is_money(context, head) for head in patient.heads):
        return False
    if kind in PEOPLE_KINDS and patient.heads:
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


_COURT_VERBS = frozenset(
    {
        "uphold",
        "upheld",
        "upholds",
        "ordered",
        "orders",
        "approved",
        "approves",
        "sought",
        "seek",
        "seeks",
        "seeking",
        "fought",
    }
    | {
        "fight",
        "fighting",
        "fights",
        "faces",
        "facing",
        "face",
        "awaiting",
        "awaits",
        "requested",
        "requests",
        "demanded",
    }
    | {
        "delayed",
        "blocked",
        "allowed",
        "allows",
        "granted",
        "grants",
        "refused",
        "appealed",
        "discussed",
        "discuss",
        "against",
    }
)


def _can_be_rescued(patient: Patient, context: SentenceContext) -> bool:
    """Not who gets away unaided, and not "a statement released by the embassy"."""
    told = any(context.parsed.words[head].lower in _PUBLISHED for head in patient.heads)
    return not told and not _ALONE.search(context.words)


def _in_court(context: SentenceContext, index: int) -> bool:
    """Whether a noun names a transfer that is only ruled on, asked for or talked about ("upheld his extradition")."""
    word = context.parsed.words[index]
    above = context.parsed.words[word.head]
    return word.dep in ("dobj", "nsubjpass", "pobj") and above.lower in _COURT_VERBS


def _is_money(context: SentenceContext, head: int) -> bool:
    word = context.parsed.words[head]
    return any(one.start < word.end and word.start < one.end for one in context.money)


def _people_fit(kind: str, patient: Patient, context: SentenceContext, *, people: bool, things: bool) -> bool:
    if people:
        return True
    if patient.classes and patient.count is None:
        return kind == "sentence" and not things
    nouns = [context.parsed.words[head] for head in patient.heads]
    unknown = not patient.classes and all(word.tag == "NNS" and word.text[:1].islower() for word in nouns)
    return not things and not (unknown and patient.count is not None)


def held_by_captors(words: str) -> bool:
    """So "fourteen people formerly held in Myawaddy", "held against their will": no arrest, however many they are."""
    return _CAPTIVE.search(words) is not None


def held_captive(context: SentenceContext) -> bool:
    """So "He was beaten and detained until the embassy rescued him": captors detain, too."""
    if context.chances.get("rescue", 0.0) > 0.5 > context.chances.get("arrest", 0.0):
        return True
    return bool(_ABUSED.search(context.words)) and not _AUTHORITY.search(context.words)


def told_as_known(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether a noun is told as known already ("the raid")."""
    if not trigger.noun:
        return False
    return any(
        context.parsed.words[child].lower in ("the", "this", "that", "these", "those")
        for child in context.parsed.words[trigger.word].children
    )
