"""How many those acted on are, and what their nouns say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.english.arguments import conjuncts
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.inflection import classes_of_noun
from noharbor.science.language.english.parsing import ParsedSentence
from noharbor.science.language.english.quantities import PEOPLE, Quantity, classes_of
from noharbor.science.language.events import Bound, Count
from noharbor.science.language.lexicons import word_set

_GROUP_SIZES = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "brothers": None, "siblings": None}
_COLLECTIVES = word_set("english_words", "collectives")
_SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_PLURAL_PRONOUNS = frozenset(
    {"they", "them", "all", "both", "those", "these", "others", "themselves", "each", "everyone"}
)
_DEFINITE = frozenset({"the", "these", "those", "all", "such", "his", "her", "their", "both"})
_VEHICLES = word_set("english_words", "vehicles")


@dataclass(frozen=True, slots=True)
class Patient:
    """Those an event is done to.

    Attributes:
        heads: Indices of the nouns that name them.
        count: How many, when the words say it.
        plural: They are several, in words or by pronoun.
        refers_back: They are known from before ("the six", "they").
        classes: What their nouns are.
    """

    heads: tuple[int, ...]
    count: Count | None
    plural: bool
    refers_back: bool
    classes: frozenset[str]


def describe_patient(context: SentenceContext, heads: list[int]) -> Patient:
    """How many they are and what their nouns say."""
    sentence = context.parsed
    heads = [head for head in heads if head == heads[0] or not _is_aside(context, head)]
    classes = frozenset(name for head in heads for name in classes_of(sentence, head))
    plural = any(_is_plural(sentence, head) for head in heads)
    back = any(_refers_back(sentence, head) for head in heads)
    return Patient(tuple(heads), _count_of(context, heads), plural, back, classes)


_ASIDE = re.compile(r"\b(?:among (?:them|those|whom)|including|one of whom)[,\s]+(?:[\w-]+\s){0,3}$", re.IGNORECASE)


def _is_aside(context: SentenceContext, head: int) -> bool:
    """Whether a noun only singles out some of those named before ("… 23 people, among them a young woman")."""
    start = context.parsed.words[head].start
    return bool(_ASIDE.search(context.text[max(context.parsed.start, start - 48) : start]))


def _count_of(context: SentenceContext, heads: list[int]) -> Count | None:
    """The sum over a list of people; unknown when a plural of the list is not counted."""
    sentence = context.parsed
    counts: list[Count] = []
    for head in (one for one in heads if not _within_name(sentence, one, heads)):
        count = _count_of_one(context, head)
        if count is not None:
            counts.append(count)
        elif _is_plural(sentence, head) and len(heads) > 1:
            # "41 men and several women": at least the first is known.
            return counts[0] if counts and counts[0].value > 1 else None
    if len(counts) < 2:
        return counts[0] if counts else None
    bound = next((count.bound for count in counts if count.bound is not Bound.EXACT), Bound.EXACT)
    return Count(sum(count.value for count in counts), bound, " + ".join(count.words for count in counts))


def _within_name(sentence: ParsedSentence, head: int, heads: list[int]) -> bool:
    """Whether a word only goes on with a name that the tree tore apart ("Nguyen Thi", "My Duyen")."""
    start = head
    while start and sentence.words[start - 1].text[:1].isupper() and sentence.words[start].text[:1].isupper():
        start -= 1
        if start in heads:
            return True
    return False


def _count_of_one(context: SentenceContext, head: int) -> Count | None:
    sentence = context.parsed
    quantity = quantity_of(context, head)
    if quantity is None and sentence.words[head].lower in ("all", "each"):
        # "gave each of the 51 one year"
        inside = set(sentence.subtree(head))
        quantity = next((one for one in context.quantities if one.number in inside and not one.part), None)
    if quantity is not None:
        return quantity.count
    before = {sentence.words[child].lower for child in sentence.words[head].children}
    if "both" in before or sentence.words[head].lower == "both":
        return Count(2, Bound.EXACT, "both")
    if _is_plural(sentence, head):
        # "The suspects, a man and two women, …"
        named = sentence.children(head, "appos")
        listed = [one for first in named for one in [first, *conjuncts(sentence, first)]]
        return _count_of(context, listed) if listed else None
    single = _single(context, head)
    if single is None and not sentence.words[head].tag.startswith("NN"):
        # "The most recent, a 24-year-old barista, …"
        named = sentence.children(head, "appos")
        return _single(context, named[0]) if named else None
    return single


#: "A C-17 with 143 people on board": types of aircraft.
_AIRCRAFT = re.compile(r"[A-Z]{1,2}-?\d{2,3}[A-Z]?")


def quantity_of(context: SentenceContext, head: int) -> Quantity | None:
    """The quantity that counts a noun, or stands in its place, or inside its phrase ("a plane with 136 suspects")."""
    whole = [one for one in context.quantities if one.head == head or one.number == head]
    if whole:
        return next((one for one in whole if not one.part), None)
    word = context.parsed.words[head]
    carries = word.lower in _VEHICLES or _AIRCRAFT.fullmatch(word.text) is not None
    if carries or word.lower in _COLLECTIVES or word.lower in ("number", "total"):
        inside = set(context.parsed.subtree(head))
        return next((one for one in context.quantities if one.number in inside and one.people and not one.part), None)
    return None


def _single(context: SentenceContext, head: int) -> Count | None:
    sentence = context.parsed
    word = sentence.words[head]
    start, end = sentence.span([head])
    each = any(sentence.words[child].lower in ("every", "each") for child in word.children)
    if word.lower in _SINGULAR_PRONOUNS or (word.lower == "one" and not each):
        return Count(1, Bound.EXACT, context.text[start:end])
    if word.lower in _GROUP_SIZES:
        size = _GROUP_SIZES[word.lower]
        return Count(size, Bound.EXACT, context.text[start:end]) if size else None
    aged = word.lower == "old" and head >= 2 and sentence.words[head - 2].lower == "year"
    aged = aged or (word.tag in ("NN", "NNP", "JJ") and _aged(sentence, head))
    if aged:
        # "Detectives cuffed a 29-year-old."
        return Count(1, Bound.EXACT, context.text[start:end])
    shared = word.lower in _COLLECTIVES or word.lower in _VEHICLES
    if word.tag not in ("NN", "NNP") or (shared and word.tag == "NN"):
        return None
    known = classes_of_noun(word.lower)
    single_officer = "official" in known and any(sentence.words[child].lower in ("a", "an") for child in word.children)
    if word.tag == "NN" and (known & PEOPLE or single_officer or _person_like(sentence, head)):
        return Count(1, Bound.EXACT, context.text[start:end])
    articles = {sentence.words[child].lower for child in word.children}
    if articles & {"a", "an", "one"} and _is_nationality(context, head):
        return Count(1, Bound.EXACT, context.text[start:end])
    if word.tag == "NNP" and not _is_place_or_body(context, head) and not known - PEOPLE:
        return Count(1, Bound.EXACT, context.text[start:end])
    return None


def _aged(sentence: ParsedSentence, head: int) -> bool:
    """So "a 24-year-old barista": only persons have ages told so."""
    return any(
        sentence.words[child].lower == "old" and child >= 2 and sentence.words[child - 2].lower == "year"
        for child in sentence.words[head].children
    )


_PERSON_ENDINGS = ("-old", "ist", "man", "woman", "er", "or", "ant", "ee")
#: Ends like a trade and is none.
_NO_TRADES = word_set("english_words", "no_trades")


def _person_like(sentence: ParsedSentence, head: int) -> bool:
    word = sentence.words[head]
    known = classes_of_noun(word.lower)
    trade = word.lower.endswith(_PERSON_ENDINGS) and word.lower not in _NO_TRADES
    return trade and not known & {"thing", "site", "case", "measure", "law", "official"}


def _is_place_or_body(context: SentenceContext, index: int) -> bool:
    at = context.parsed.words[index].start
    return any(start <= at < end for start, end in context.mentions.named())


def _is_nationality(context: SentenceContext, index: int) -> bool:
    at = context.parsed.words[index].start
    return any(span.start <= at < span.end for span in context.mentions.nationalities)


def _is_plural(sentence: ParsedSentence, head: int) -> bool:
    word = sentence.words[head]
    return word.tag in ("NNS", "NNPS") or word.lower in _PLURAL_PRONOUNS or word.lower == "people"


def _refers_back(sentence: ParsedSentence, head: int) -> bool:
    word = sentence.words[head]
    if word.lower in _PLURAL_PRONOUNS | _SINGULAR_PRONOUNS:
        return True
    return any(sentence.words[child].lower in _DEFINITE for child in word.children)
