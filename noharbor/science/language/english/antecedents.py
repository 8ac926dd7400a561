"""How many "they", "the group" and "the Chinese" are: the people that the sentences before counted."""

from __future__ import annotations

from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.drafting import ArticleContext
from noharbor.science.language.english.patients import Patient
from noharbor.science.language.english.quantities import PEOPLE
from noharbor.science.language.events import Count

#: How many sentences a group is remembered as "they", and as "the group".
_NEAR, _FAR = 3, 4
_PRONOUNS = frozenset({"they", "them", "all", "everyone"})
_GROUPS = frozenset({"group", "batch", "lot"})


def remember_people(context: SentenceContext, article: ArticleContext) -> None:
    """Keep the people a sentence counts, for the sentences after it."""
    people: list[Count] = []
    for quantity in context.quantities:
        word = context.parsed.words[quantity.head]
        if quantity.count.value < 2 or quantity.classes & {"official"}:
            continue
        name = _nation(context, quantity.head)
        if name is not None:
            article.nations[name] = quantity.count
        if quantity.surely_people and not quantity.part and word.tag in ("NNS", "NNPS", "NN"):
            people.append(quantity.count)
    if people:
        article.told_people = max(people, key=lambda count: count.value)
        article.told_at = context.number


def size_known(context: SentenceContext, article: ArticleContext, patient: Patient) -> Count | None:
    """The size of those a sentence points back at, when sentences before counted them.

    Args:
        context: The sentence.
        article: What the sentences before told.
        patient: Those acted on, known from before and not counted here.
    """
    for head in patient.heads:
        name = _nation(context, head)
        if name is not None:
            return article.nations.get(name)
    words = {context.parsed.words[head].lower for head in patient.heads}
    distance = context.number - article.told_at
    near = words & _PRONOUNS and 0 < distance <= _NEAR
    # "The defendants", "the workers": several people known from before.
    group = words & _GROUPS or (patient.plural and patient.classes & PEOPLE)
    return article.told_people if near or (group and 0 < distance <= _FAR) else None


def _nation(context: SentenceContext, head: int) -> str | None:
    """The state of a noun of nationality ("the Chinese", "240 Chinese nationals"), when it is one only."""
    around = {head, *context.parsed.words[head].children}
    starts = {context.parsed.words[one].start for one in around}
    named = [one for one in context.mentions.nationalities if one.start in starts]
    return named[0].countries[0] if len(named) == 1 and len(named[0].countries) == 1 else None
