"""Weighs what the classifier says of a sentence against the words that tell the event."""

from __future__ import annotations

import re
from math import log

from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import Quantity
from noharbor.science.language.events import EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Precision

_TOTAL = re.compile(
    r"\b(?:(?:combined|overall|cumulative|running|grand) total|in total|in all(?=[,.])|altogether|so far|"
    r"to date|thus far|cumulative\w*|all told|overall|bringing|brings|brought to|the number of|"
    r"tally|toll|up to now|until now|this year|last year)\b",
    re.IGNORECASE,
)
#: "… eleven suspects, bringing the year's total to more than 300": what stands before it is the act.
_BROUGHT_TO = re.compile(
    r"\b(?:bring(?:ing|s)|taking|raising|lifting|pushing)\b.{0,60}\b(?:total|tally|toll|number|figure|count|sum)\b"
    r".{0,60}\bto\b",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(
    r"\b(?:in|during|over|for) (?:the|that|this|the same) (?:same )?(?:period|time|months?)\b", re.IGNORECASE
)
#: "Altogether 88 were brought back that night", "203 since the morning": the yield of one day.
_THAT_DAY = re.compile(
    r"\b(?:(?:that|the same) (?:day|night|morning|evening|afternoon)"
    r"|since (?:the |this )?(?:morning|dawn|noon|midday|midnight|early morning))\b",
    re.IGNORECASE,
)
_DAYS = (Precision.DAY, Precision.RANGE)
_WAITING = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|still|waiting|await\w*|left behind|yet to|stranded|unaccounted)\b", re.IGNORECASE
)

TRANSFERS = (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
#: In an article that surely tells one event, the others need less: the reader drops articles without a sure one.
_LEANING = 1.5
#: Totals, too, need less in an article that surely tells something; unmarked numbers need more.
_TOTAL_LEANING, _UNMARKED = 0.7, 2.2
#: What a day of its own, or "another", takes from a number's chance to be a total.
_ONE_DAY = -5.0
_MORE = re.compile(
    r"\b(?:another|further|additional|latest|fresh)\s\w*\s?\w*|\w+\s(?:more|others)\b(?!\s+than)", re.IGNORECASE
)
_SHORT_DAYS = 22
_CARRIED = 1.0
_RAID_BEHIND_ARRESTS = 1.0
#: What a word adds to the classifier's log-odds.
_STRONG, _NOUN, _WEAK, _NONE = 1.5, 0.4, -0.2, -1.2
#: Types whose clause the classifier knows better than any list of words.
_THRESHOLD = {EventType.COMMITMENT: 0.2, EventType.OPERATION: 0.2, EventType.MEETING: 0.0, EventType.STATISTIC: 0.0}


def log_odds(chance: float) -> float:
    """The log-odds of a probability, kept within -6..6."""
    bounded = min(max(chance, 0.0025), 0.9975)
    return log(bounded / (1.0 - bounded))


def chance_of(context: SentenceContext, kind: str) -> float:
    """The classifier's probability of a type; a transfer is either of its two types."""
    if kind == "transfer":
        return max(context.chances.get(str(one), 0.0) for one in TRANSFERS)
    return context.chances.get(kind, 0.0)


def evidence(context: SentenceContext, kind: str, trigger: Trigger | None) -> float:
    """Log-odds that the sentence tells an event of a kind, with the word that would tell it."""
    bonus = _NONE if trigger is None else _STRONG if trigger.strong else _NOUN if trigger.noun else _WEAK
    threshold = 0.0 if kind == "transfer" else _THRESHOLD.get(EventType(kind), 0.0)
    if kind == "operation" and trigger is not None and (trigger.strong or trigger.noun) and _is_scene(context):
        bonus += _RAID_BEHIND_ARRESTS
    return log_odds(chance_of(context, kind)) + bonus - threshold + _LEANING


def _is_scene(context: SentenceContext) -> bool:
    """Whether people or things are taken on a spot: then a raid told in the same breath is an operation, too."""
    return max(context.chances.get(one, 0.0) for one in ("arrest", "rescue", "seizure")) > 0.5


def total_evidence(context: SentenceContext, quantity: Quantity, *, carried: bool) -> float:
    """Log-odds that a number is an accumulated total rather than one act.

    Args:
        context: The sentence.
        quantity: The number.
        carried: The sentence before told totals, and this one opens no new day.
    """
    score = log_odds(context.chances.get("statistic", 0.0))
    marks = _marks(context, quantity) + (_CARRIED if carried else 0.0)
    if quantity.count.value >= 500:
        score += 0.5
    # The perfect tense alone ("has arrested 12") marks no total.
    return score + _TOTAL_LEANING + (marks if marks > 0 else marks - _UNMARKED) - (0.8 if context.in_title else 0.0)


def _is_brief(mention: MomentMention) -> bool:
    """Whether a moment is a day, or a span of days too short for a total ("over three days")."""
    first, last = mention.moment.first, mention.moment.last
    if mention.role is Role.POINT:
        days = mention.moment.precision in _DAYS
    else:
        days = mention.role is Role.DURING and first is not None and last is not None
    return days and (first is None or last is None or (last - first).days < _SHORT_DAYS)


def _is_long(mention: MomentMention) -> bool:
    """Whether a moment spans more than a month: a year, a quarter, "June and July"."""
    first, last = mention.moment.first, mention.moment.last
    return mention.moment.precision is Precision.YEAR or (
        first is not None and last is not None and (last - first).days > 35
    )


def _clause_words(context: SentenceContext, clause: int) -> str:
    own = [word for word in context.parsed.words if word.clause == clause]
    return context.text[own[0].start : own[-1].end]


def _one_more(context: SentenceContext, quantity: Quantity) -> bool:
    """So "Three more", "another 61 suspects": what was added, not the sum."""
    start = context.parsed.words[quantity.number].start
    around = context.text[max(0, start - 26) : context.parsed.words[quantity.number].end + 12]
    return bool(_MORE.search(around))


def _of_that_day(context: SentenceContext) -> bool:
    """Whether a sentence tells the yield of one day; "the same day it said 7,000 had left since February" does not."""
    period = any(one.role in (Role.SINCE, Role.UNTIL, Role.DURING) for one in context.mentions.moments)
    return not period and _THAT_DAY.search(context.words) is not None


def _marks(context: SentenceContext, quantity: Quantity) -> float:
    """How strongly words around a number mark it as accumulated (above 0) or as of one day (below)."""
    if _one_more(context, quantity) or _of_that_day(context):
        return _ONE_DAY
    brought = _BROUGHT_TO.search(context.words)
    if brought and quantity.start < context.parsed.start + brought.start():
        return _ONE_DAY
    marks = _period_marks(context, quantity) + (1.0 if brought else 0.0)
    if marks == _ONE_DAY:
        return marks
    if _TOTAL.search(context.words):
        marks += 1.0
    if _SAME_PERIOD.search(context.words):
        marks += 1.5
    if _WAITING.search(context.words) and quantity.surely_people:
        marks += 0.8
    return marks


def _period_marks(context: SentenceContext, quantity: Quantity) -> float:
    """What the moments of the sentence say: a period marks a total, a day in the number's own clause marks an act."""
    marks = 0.0
    clause = context.parsed.words[quantity.number].clause
    for mention in context.mentions.moments:
        same = context.parsed.words[context.word_of(mention.start)].clause == clause
        if same and _is_brief(mention):
            if not _TOTAL.search(_clause_words(context, clause)):
                return _ONE_DAY
            continue
        if _is_brief(mention):
            continue
        if mention.role in (Role.SINCE, Role.UNTIL, Role.DURING):
            marks += 1.5 if same else 0.8
        elif mention.role is Role.POINT and _is_long(mention):
            marks += 0.8
    return marks
