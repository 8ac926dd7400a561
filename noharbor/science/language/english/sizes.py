"""How many sites an operation reached."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.inflection import classes_of_noun
from noharbor.science.language.english.listing import listed_with, same_clause
from noharbor.science.language.english.patients import Patient
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import Quantity
from noharbor.science.language.events import Bound, Count, EventPlace, EventType
from noharbor.science.places.place import PlaceKind, all_places

#: Acts done to a place one can stand before.
_ENTERED = re.compile(
    r"\b(?:raid(?:ed|ing)?|storm(?:ed|ing)|search(?:ed|ing)?|swoop(?:ed)?|descended|barged|burst|broke|broken|smashed"
    r"|bust(?:ed)?|entered|enter|(?:go|goes|going|went|gone|march(?:ed)?|moved?|came|walked) (?:in|into|through|up)\b"
    r"|arrived|knocked|closed|shut|sealed|surrounded|cordoned|inspect(?:ed|ion)|forced|padlocked|demolish(?:ed)?"
    r"|blew up|operation was carried out)\b",
    re.IGNORECASE,
)
#: More than one, or no place at all.
_SEVERAL = re.compile(
    r"\b(?:raids|searches|sweeps|operations|several|multiple|various|many|dozens?|scores|hundreds|simultaneous\w*"
    r"|locations|sites|places|buildings|houses|villas|flats|apartments|offices|compounds|parks|centres|centers|dens"
    r"|hubs|rooms|homes|addresses|hotels|casinos|districts|towns|cities|provinces|states|countries|nationwide|across"
    r"|campaign|crackdown|crackdowns|task force|taskforce|directive|power|electricity|border|borders|accounts"
    r"|websites|platforms|domains|decree|licen[cs]es?)\b",
    re.IGNORECASE,
)
_WIDE = frozenset({PlaceKind.BORDER_BELT, PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


def size_operations(text: str, drafts: Sequence[EventDraft]) -> None:
    """Give an operation told without a number one site, when its words tell of entering a single place.

    Args:
        text: The whole text.
        drafts: Merged drafts with their places.
    """
    for draft in drafts:
        if draft.type is not EventType.OPERATION or draft.count is not None or _is_wide(draft.place):
            continue
        told = [text[one.start : one.end] for one in draft.mentions] or [text[draft.start : draft.end]]
        entered = next((match for words in told if (match := _ENTERED.search(words))), None)
        if entered and not any(_SEVERAL.search(words) for words in told):
            draft.count = Count(1, Bound.EXACT, entered.group())


def _is_wide(place: EventPlace | None) -> bool:
    known = all_places().get(place.place_id or "") if place is not None else None
    return place is None or (known is not None and known.kind in _WIDE)


def sites_of(context: SentenceContext, patient: Patient, trigger: Trigger) -> Count | None:
    """How many sites an operation reached."""
    found = [
        one
        for one in context.quantities
        if not one.part and ("site" in one.classes or ("thing" in one.classes and one.head in patient.heads))
    ]
    near = [one for one in found if one.head in patient.heads] or [
        one for one in found if same_clause(context, one, trigger.word)
    ]
    if not near and len(found) == 1 and "site" in found[0].classes:
        near = found
    if not near:
        return _others_beside(context) or _single_site(context, trigger, patient)
    return _with_first(context, near[0], listed_with(context, near[0], near))


_OTHERS = re.compile(
    r"\b(?:it|that|this|one|(?:the|that|this|a|an)\s[\w-]+(?:\s[\w-]+)?)\s(?:and|as well as)\s"
    r"(?:of\s|at\s|in\s|to\s|on\s)?$",
    re.IGNORECASE,
)


def _with_first(context: SentenceContext, others: Quantity, count: Count) -> Count:
    """So "it and four other points" are five."""
    words = context.parsed.words
    more = context.text[words[others.number].end : words[others.head].end + 8]
    before = context.text[max(context.parsed.start, others.start - 40) : others.start]
    if re.match(r"\s(?:other|more|others)\b", more) and _OTHERS.search(before):
        return Count(count.value + 1, count.bound, f"{count.words} + one")
    return count


def _others_beside(context: SentenceContext) -> Count | None:
    """So "that establishment and three others" are four."""
    words = context.parsed.words
    for one in context.quantities:
        before = context.text[max(context.parsed.start, one.start - 40) : one.start]
        site = any(word.lower in before.lower().split() and "site" in classes_of_noun(word.lower) for word in words)
        if one.noun == "others" and site and _OTHERS.search(before):
            return Count(one.count.value + 1, one.count.bound, f"{one.count.words} + one")
    return None


#: One of these, whether new or known, is one site; "the zone" and "the area" may hold many.
_BUILDINGS = frozenset(
    {"annex", "annexe", "block", "bureau", "complex", "condo", "estate", "plaza", "tower"}
    | {"apartment", "building", "bungalow", "casino", "compound", "condominium", "condotel", "dormitory", "factory"}
    | {"establishment", "flat", "guesthouse", "hotel", "house", "mansion", "office", "premises", "residence", "resort"}
    | {"villa", "warehouse", "workshop"}
)


_DETERMINERS = frozenset({"a", "an", "one", "the", "this", "that", "their", "its", "his", "her"})


_REACH = 30


def _single_site(context: SentenceContext, trigger: Trigger, patient: Patient) -> Count | None:
    """So "barged into a condotel", "a raid on an office block": one site."""
    sentence = context.parsed
    heads = list(patient.heads)
    for child in sentence.children(trigger.word, "prep"):
        if sentence.words[child].lower in ("into", "on", "at", "in", "of", "against", "through"):
            heads += sentence.children(child, "pobj")
    for word in sentence.words[trigger.word + 1 : trigger.word + _REACH]:
        # The tree may hang "on an office block" on another noun than the raid.
        above = sentence.words[word.head]
        if word.dep == "pobj" and above.lower in ("into", "on", "through"):
            heads.append(word.index)
    for head in heads:
        word = sentence.words[head]
        articles = {sentence.words[child].lower for child in word.children}
        owned = any(sentence.words[child].dep == "poss" for child in word.children)
        known = owned or bool(articles & _DETERMINERS)
        building = word.tag in ("NN", "NNP") and word.lower in _BUILDINGS and known
        if building or (word.tag == "NN" and "site" in classes_of_noun(word.lower) and articles & {"a", "an", "one"}):
            return Count(1, Bound.EXACT, context.text[word.start : word.end])
    return None
