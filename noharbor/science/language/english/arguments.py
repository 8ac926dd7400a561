"""Who did it and to whom: walks the tree from a word that tells an event to its arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.inflection import noun_classes
from noharbor.science.language.english.parsing import ParsedSentence, is_verb
from noharbor.science.language.english.predicates import Trigger
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
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_VEHICLES = word_set("english_words", "vehicles")
_ACTIVE_SUBJECT_MOVES = word_set("english_words", "movers")


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


def patient_heads(sentence: ParsedSentence, trigger: Trigger, lemma: str) -> list[int]:
    """The nouns that name those acted on, conjuncts included; empty when the tree does not say."""
    heads = _of_noun(sentence, trigger.word) if trigger.noun else _of_verb(sentence, trigger.word, lemma)
    resolved = [_antecedent(sentence, head) for head in heads]
    listed = [head for head in resolved if head is not None]
    return [head for one in listed for head in [one, *_conjuncts(sentence, one)]]


def _of_verb(sentence: ParsedSentence, index: int, lemma: str) -> list[int]:
    word = sentence.words[index]
    passive = sentence.children(index, "nsubjpass")
    if passive:
        return passive
    objects = sentence.children(index, "dobj", "dative")
    if lemma in _ACTIVE_SUBJECT_MOVES and not any(classes_of(sentence, one) & PEOPLE for one in objects):
        # "crossed the line", "reached Nairobi", "landed": those who move are the subject.
        subjects = _subjects(sentence, index)
        if subjects:
            return subjects
    if objects and lemma in _SUFFERED and any(sentence.words[one].lower in _PENALTIES for one in objects):
        # "He received 28 months' imprisonment."
        return _subjects(sentence, index)
    if objects:
        return objects
    if word.dep in ("acl", "relcl") and word.tag == "VBN" and not sentence.children(index, "nsubj"):
        return [word.head]
    small = _of_small_clause(sentence, index)
    if small:
        return small
    if word.dep == "conj":
        return _shared(sentence, index, lemma)
    return _of_bare_verb(sentence, index)


_SUFFERED = frozenset({"draw", "get", "receive", "serve", "face"})
_PENALTIES = frozenset({"imprisonment", "sentence", "sentences", "term", "terms", "years", "months", "jail", "prison"})


def _of_small_clause(sentence: ParsedSentence, index: int) -> list[int]:
    """The subject of the small clause in "had 12 men arrested", "saw six jailed"."""
    for child in sentence.children(index, "ccomp", "xcomp"):
        small = sentence.children(child, "nsubj", "nsubjpass")
        if small and sentence.words[child].tag in ("VBN", "NN"):
            return small
    return []


def _of_bare_verb(sentence: ParsedSentence, index: int) -> list[int]:
    """Those acted on by a verb without an object of its own: its partner's object, its particle's, or its subject."""
    word = sentence.words[index]
    for other in sentence.children(index, "conj"):
        shared = sentence.children(other, "dobj") if is_verb(sentence.words[other]) else []
        if shared and word.tag == sentence.words[other].tag:
            return shared
    behind = _behind_particle(sentence, index)
    if behind or word.tag not in ("VBN", "VBD"):
        return behind
    # Headline: "53 nabbed in raid"; the tagger takes the participle for a past tense.
    return [one for one in _subjects(sentence, index) if not classes_of(sentence, one) & _NO_PATIENTS]


_NO_PATIENTS = frozenset({"official", "case", "law", "measure"})
_PARTICLES = frozenset({"in", "up", "off", "out", "over", "away", "down"})


def _behind_particle(sentence: ParsedSentence, index: int) -> list[int]:
    """So "hauled in nineteen men": the parser often takes the particle for a preposition."""
    for child in sentence.children(index, "prep"):
        if child == index + 1 and sentence.words[child].lower in _PARTICLES:
            return [one for one in sentence.children(child, "pobj") if classes_of(sentence, one) & PEOPLE]
    return []


def _shared(sentence: ParsedSentence, index: int, lemma: str) -> list[int]:
    word = sentence.words[index]
    first = word.head
    if not is_verb(sentence.words[first]):
        return []
    own = sentence.children(index, "nsubj", "nsubjpass", "dobj")
    if sentence.children(first, "nsubjpass") and not own and word.tag in ("VBN", "VBD"):
        return sentence.children(first, "nsubjpass")
    if word.tag == "VBN" and sentence.words[first].dep in ("acl", "relcl"):
        return [sentence.words[first].head]
    if word.tag == "VBN" and not sentence.children(first, "nsubj") and sentence.words[first].dep == "conj":
        return _shared(sentence, first, lemma)
    return []


def _subjects(sentence: ParsedSentence, index: int) -> list[int]:
    subjects = sentence.children(index, "nsubj", "nsubjpass")
    at = index
    while not subjects and sentence.words[at].dep in ("conj", "xcomp", "advcl") and sentence.words[at].head != at:
        at = sentence.words[at].head
        subjects = sentence.children(at, "nsubj", "nsubjpass")
    if not subjects and sentence.words[index].dep in ("acl", "relcl"):
        return [sentence.words[index].head]
    return subjects


def agents(sentence: ParsedSentence, trigger: Trigger) -> list[int]:
    """The nouns that name who acts: the subject of the active, "by …" of the passive."""
    index = trigger.word
    by = [child for child in sentence.words[index].children if sentence.words[child].lower == "by"]
    named = [noun for child in by for noun in sentence.children(child, "pobj")]
    if named or trigger.noun:
        return named
    if sentence.children(index, "nsubjpass", "auxpass"):
        return []
    return sentence.children(index, "nsubj") or (
        _subjects(sentence, index) if sentence.words[index].dep in ("conj", "xcomp") else []
    )


def _of_noun(sentence: ParsedSentence, index: int) -> list[int]:
    own = _own_of_noun(sentence, index)
    if own:
        return own
    # "the arrest and deportation of 1,389 people": either noun may carry the "of".
    beside = sentence.children(index, "conj")
    if sentence.words[index].dep == "conj":
        beside.append(sentence.words[index].head)
    for other in beside:
        if not is_verb(sentence.words[other]):
            own = own or _own_of_noun(sentence, other)
    return own


def _own_of_noun(sentence: ParsedSentence, index: int) -> list[int]:
    found = []
    for child in sentence.words[index].children:
        word = sentence.words[child]
        if word.dep == "prep" and word.lower == "of":
            found += sentence.children(child, "pobj")
        elif word.dep == "poss":
            found.append(child)
    return found


def _antecedent(sentence: ParsedSentence, index: int) -> int | None:
    word = sentence.words[index]
    if word.lower in _RELATIVE:
        for above in sentence.ancestors(index):
            if sentence.words[above].dep in ("relcl", "acl"):
                return sentence.words[above].head
        return None
    if word.lower in (
        "one",
        "some",
        "most",
        "many",
        "number",
        "total",
        "group",
        "batch",
        "dozens",
        "hundreds",
        "scores",
    ):
        for child in sentence.children(index, "prep"):
            if sentence.words[child].lower == "of":
                below = sentence.children(child, "pobj")
                if below and word.lower in ("number", "total", "group", "batch"):
                    return below[0]
    return index


def _conjuncts(sentence: ParsedSentence, index: int) -> list[int]:
    found = []
    for child in sentence.children(index, "conj"):
        if not is_verb(sentence.words[child]):
            found += [child, *_conjuncts(sentence, child)]
    return found


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
    for head in heads:
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


def _count_of_one(context: SentenceContext, head: int) -> Count | None:
    sentence = context.parsed
    quantity = quantity_of(context, head)
    if quantity is not None:
        return quantity.count
    before = {sentence.words[child].lower for child in sentence.words[head].children}
    if "both" in before or sentence.words[head].lower == "both":
        return Count(2, Bound.EXACT, "both")
    if _is_plural(sentence, head):
        # "The suspects, a man and two women, …"
        named = sentence.children(head, "appos")
        listed = [one for first in named for one in [first, *_conjuncts(sentence, first)]]
        return _count_of(context, listed) if listed else None
    single = _single(context, head)
    if single is None and not sentence.words[head].tag.startswith("NN"):
        # "The most recent, a 24-year-old barista, …"
        named = sentence.children(head, "appos")
        return _single(context, named[0]) if named else None
    return single


def quantity_of(context: SentenceContext, head: int) -> Quantity | None:
    """The quantity that counts a noun, or stands in its place, or inside its phrase ("a plane with 136 suspects")."""
    whole = [one for one in context.quantities if one.head == head or one.number == head]
    if whole:
        return next((one for one in whole if not one.part), None)
    word = context.parsed.words[head]
    if word.lower in _VEHICLES or word.lower in _COLLECTIVES or word.lower in ("number", "total"):
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
    aged = aged or (word.tag == "NN" and _aged(sentence, head))
    if aged:
        # "Detectives cuffed a 29-year-old."
        return Count(1, Bound.EXACT, context.text[start:end])
    shared = word.lower in _COLLECTIVES or word.lower in _VEHICLES
    if word.tag not in ("NN", "NNP") or (shared and word.tag == "NN"):
        return None
    known = noun_classes().get(word.lower, frozenset())
    single_officer = "official" in known and any(sentence.words[child].lower in ("a", "an") for child in word.children)
    if word.tag == "NN" and (known & PEOPLE or single_officer or _person_like(sentence, head)):
        return Count(1, Bound.EXACT, context.text[start:end])
    articles = {sentence.words[child].lower for child in word.children}
    if articles & {"a", "an"} and _is_nationality(context, head):
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


def _person_like(sentence: ParsedSentence, head: int) -> bool:
    word = sentence.words[head]
    if word.lower.endswith(
        ("-old", "ist", "man", "woman", "er", "or", "ant", "ee")
    ) and "site" not in noun_classes().get(word.lower, ()):
        return not noun_classes().get(word.lower, frozenset()) & {"thing", "site", "case", "measure", "law", "official"}
    return False


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
