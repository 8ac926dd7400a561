"""Numbers told in one list: "26 men and five women" are 31, "a militia, its commander and two of his sons" four."""

from __future__ import annotations

import re

from noharbor.science.language.english.arguments import conjuncts
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.patients import Patient
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import Quantity
from noharbor.science.language.events import Bound, Count

_COMPANY = re.compile(r"\b(?:together|along) with\s")


def with_company(context: SentenceContext, trigger: Trigger, count: Count) -> Count:
    """So "caught the 14, together with three Chinese and a Malaysian woman": eighteen."""
    words = context.parsed.words
    company = _COMPANY.search(context.text, words[trigger.word].end, context.parsed.end)
    if company is None or company.start() - words[trigger.word].end > _COMPANY_REACH:
        return count
    more = [one for one in context.quantities if one.start - company.end() in range(3) and one.people and not one.part]
    if not more or more[0].classes & {"official"} or more[0].count.value >= count.value * 10:
        return count
    return summed([count, listed_with(context, more[0], context.quantities)])


#: How far behind the verb, in characters, those caught besides may be told.
_COMPANY_REACH = 60


def names_listed(context: SentenceContext, patient: Patient) -> Count | None:
    """How many names a listing holds: "nine individuals and six entities" are fifteen; a name alone is one."""
    names = [one for one in context.quantities if not one.part and not one.classes & {"measure", "law", "official"}]
    if not names and patient.count is not None:
        return patient.count
    if not names:
        named = any(context.parsed.words[head].tag == "NNP" for head in patient.heads)
        return Count(1, Bound.EXACT, "one") if named else None
    own = [one for one in names if one.head in patient.heads or one.number in patient.heads]
    whole = listed_with(context, (own or names)[0], names)
    beside = _with_singles(context, patient, own)
    return max(whole, patient.count or whole, beside or whole, key=lambda count: count.value)


def _with_singles(context: SentenceContext, patient: Patient, counted: list[Quantity]) -> Count | None:
    """So "a militia, its commander and two of his sons" are four names."""
    words = context.parsed.words
    heads = dict.fromkeys(one for head in patient.heads for one in (head, *_listed_behind(context, head)))
    counted = counted or [one for one in context.quantities if one.number in heads or one.head in heads]
    numbers = {index for one in counted for index in (one.head, one.number)}
    singles = [head for head in heads if words[head].tag in ("NN", "NNP") and head not in numbers]
    if not counted or not singles:
        return None
    one = [Count(1, Bound.EXACT, words[head].text) for head in singles]
    return summed([*(quantity.count for quantity in counted), *one])


def _listed_behind(context: SentenceContext, head: int) -> list[int]:
    """The rest of a list that the tree takes for a description ("a militia, its commander and two of his sons")."""
    sentence = context.parsed
    for described in sentence.children(head, "appos"):
        rest = conjuncts(sentence, described)
        if rest:
            return [described, *rest]
    return []


def listed_with(context: SentenceContext, first: Quantity, among: list[Quantity]) -> Count:
    """The sum of a number and those joined to it in one list: "26 men and five women" are 31."""
    listed = [first]
    for one in among:
        if _joined(context, listed[-1], one):
            listed.append(one)
    words = context.parsed.words
    joined = "and" in {word.lower for word in words[first.number : listed[-1].number]}
    if not joined and not all(_is_nation(context, one) for one in listed):
        return first.count
    return summed([one.count for one in listed])


def _is_nation(context: SentenceContext, quantity: Quantity) -> bool:
    """So "Detained: 6 Chinese, 3 Thais"."""
    at = context.parsed.words[quantity.head].start
    return any(one.start <= at < one.end for one in context.mentions.nationalities)


_JOINT = re.compile(r"[^.,;:]{0,24},?\s(?:and|as well as|plus|along with|together with)\s|,\s")


def _joined(context: SentenceContext, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers stand in one list: "five men and three companies"."""
    words = context.parsed.words
    between = context.text[words[first.head].end : second.start]
    return second.number > first.head and bool(_JOINT.fullmatch(between))


def summed(counts: list[Count]) -> Count:
    """The sum of counts; it is bounded as soon as one of them is."""
    if len(counts) == 1:
        return counts[0]
    bound = next((count.bound for count in counts if count.bound is not Bound.EXACT), Bound.EXACT)
    return Count(sum(count.value for count in counts), bound, " + ".join(count.words for count in counts))


def same_clause(context: SentenceContext, quantity: Quantity, index: int) -> bool:
    """Whether a number stands in the clause of a word."""
    words = context.parsed.words
    return words[quantity.number].clause == words[index].clause
