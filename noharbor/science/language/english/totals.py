"""Totals of a period: which numbers of a sentence are sums of many acts, and the drafts they make."""

from __future__ import annotations

import re

from noharbor.science.language.discourse import period_end
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english import whenwhere
from noharbor.science.language.english.acceptance import log_odds, total_evidence
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.drafting import ArticleContext, add_route, blank_draft, fill_draft
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import PEOPLE, Quantity
from noharbor.science.language.events import EventType
from noharbor.science.language.lexicons import word_set
from noharbor.science.moments.mention import Role
from noharbor.science.moments.moment import Precision


def opens_period(context: SentenceContext) -> bool:
    """Whether the sentence sets a period for the figures that follow ("took stock of this year's results")."""
    periods = any(
        mention.role in (Role.SINCE, Role.DURING) or mention.moment.precision is Precision.YEAR
        for mention in context.mentions.moments
    )
    return periods and not on_one_day(context)


def on_one_day(context: SentenceContext) -> bool:
    """Whether the sentence tells of one day."""
    return any(
        mention.role is Role.POINT and mention.moment.precision is Precision.DAY for mention in context.mentions.moments
    )


def find_totals(
    context: SentenceContext, article: ArticleContext, triggers: list[Trigger]
) -> list[tuple[Quantity, float]]:
    """The numbers of a sentence that are totals, with the log-odds that they are."""
    carried = article.carried_total and article.paragraph == context.paragraph
    found = []
    things = [one for one in context.quantities if not one.part and one.classes == {"thing"}]
    for quantity in context.quantities:
        if _is_setting(context, quantity) or (quantity in things and (len(things) > 1 or _hauled(context))):
            continue
        if quantity.part or quantity.classes & {"official", "measure", "law"} or (not quantity.noun and not triggers):
            continue
        if "site" in quantity.classes and not quantity.classes & PEOPLE and _raided(context):
            continue
        score = total_evidence(context, quantity, carried=carried)
        # A noun that no list knows ("account-sellers") needs clearer words around it.
        if score > (0.8 if quantity.noun and not quantity.classes else 0.0):
            found.append((quantity, score))
    return found


_SIZES = word_set("english_words", "size_verbs")

#: "500 accounts a day" is a pace, no total.
_RATE = re.compile(r"\s(?:a|per|each|every)\s(?:day|week|month|year|hour|night)\b|\s(?:daily|monthly|weekly)\b")
_CHARGES = frozenset(
    {
        "case",
        "cases",
        "charges",
        "complaint",
        "complaints",
        "filed",
        "indictment",
        "indictments",
        "issued",
        "proceedings",
    }
    | {"launched", "warrant", "warrants", "brought", "lodged"}
)
_CHEATING = frozenset(
    {"cheated", "cheating", "conned", "deceived", "defraud", "defrauded", "defrauding", "duped", "fleeced", "lured"}
    | {"robbed", "scammed", "stole", "stolen", "swindled", "swindling", "took", "targeted", "targeting", "tricked"}
)
_ACTS_COUNTED = frozenset({"raid", "raids", "operation", "operations", "flight", "flights", "mission", "missions"})


def _hauled(context: SentenceContext) -> bool:
    """Whether the sentence rather tells a seizure, which lists its things itself."""
    return context.chances.get("seizure", 0.0) > context.chances.get("statistic", 0.0)


def _raided(context: SentenceContext) -> bool:
    """Whether the sentence rather tells an operation, whose sites these are."""
    return context.chances.get("operation", 0.0) > max(context.chances.get("statistic", 0.0), 0.5)


def _is_setting(context: SentenceContext, quantity: Quantity) -> bool:
    """Whether a number is only the setting of another ("in 1,017 cases, 718 suspects …", "nine raids led to …")."""
    sentence = context.parsed
    head = sentence.words[quantity.head]
    above = sentence.words[head.head]
    if head.dep == "dobj" and above.lower in _SIZES:
        # "held as many as 400 call centers": a size, not something done.
        return "site" in quantity.classes or above.lower in ("lose", "lost", "cost", "estimated", "face", "wanted")
    others = [one for one in context.quantities if one is not quantity and not one.part and one.people]
    charged = above.lower == "against" and sentence.words[above.head].lower in _CHARGES
    if head.dep == "pobj" and (above.lower == "by" or charged):
        # "Run by two armed groups", "proceedings against 38": who acts, who is charged.
        return True
    if quantity.noun.startswith("victim") and any(
        sentence.words[at].lower in _CHEATING for at in sentence.ancestors(head.index)
    ):
        return True
    if _RATE.match(context.text, head.end):
        return True
    if not others:
        return False
    if quantity.noun in _ACTS_COUNTED:
        return True
    return (
        head.dep == "pobj"
        and above.lower in ("in", "from", "at", "across", "on", "over", "during", "after")
        and not quantity.surely_people
    )


def total_draft(
    context: SentenceContext, article: ArticleContext, triggers: list[Trigger], quantity: Quantity, score: float
) -> EventDraft:
    """The draft of one total."""
    sentence = context.parsed
    draft = blank_draft(context, EventType.STATISTIC, quantity.number, score)
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
    fill_draft(context, article, draft, quantity.number)
    if any(one.kind == "transfer" and one.strong and abs(one.word - quantity.number) <= 9 for one in triggers):
        add_route(context, draft, "transfer", quantity.number)
    return draft


def belongs_to_total(draft: EventDraft, context: SentenceContext, totals: list[tuple[Quantity, float]]) -> bool:
    """Whether a draft only tells again what a total of the sentence counts."""
    if not totals or draft.type in (EventType.MEETING, EventType.COMMITMENT, EventType.LEGISLATION, EventType.WARNING):
        return False
    if draft.count is not None:
        return any(quantity.count.value == draft.count.value for quantity, _ in totals)
    if draft.items and any(item.number is not None for item in draft.items):
        return False
    return draft.type is not EventType.OPERATION or log_odds(context.chances.get("operation", 0.0)) < 1.0
