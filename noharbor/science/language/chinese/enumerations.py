"""Lists of one act over several days: "7日110人，8日312人，9日和10日各319人" after what was done."""

from __future__ import annotations

import re
from dataclasses import replace

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.numbers import Kind
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Moment, Precision

#: A clause of nothing but days and a number of people.
_ENTRY = re.compile(
    r"\s*(?:其中|分别为|依次为)?(?:(?:\d{1,2}月)?\d{1,2}[日号](?:和|及|、|与)?){1,3}(?:各|分别)?(?:有|为|共|送回|遣返|抓获|接返|移交|带走)?\D{0,4}?[\d,.]+万?余?(?:名|人)[^，。；]{0,6}$"
)
_ACTS = (EventType.ARREST, EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS, EventType.RESCUE)


def enumerated(view: View, sentence: SentenceView, acts: list[Candidate]) -> list[Candidate]:
    """One proposal per day of a list, in place of the act that the list spells out.

    Args:
        view: The article.
        sentence: The sentence.
        acts: What has been proposed of the sentence.

    Returns:
        The proposals, with those of the list added; unchanged when there is no list.
    """
    entries = [clause for clause in sentence.clauses if _ENTRY.match(view.plain[clause.start : clause.end])]
    heads = [one for one in acts if one.type in _ACTS and (not entries or one.clause.start < entries[0].start)]
    if len(entries) < 2 or not heads:
        return acts
    head = heads[-1]
    listed = [one for clause in entries for one in _entry(sentence, clause, head)]
    return [one for one in acts if one is not head and one.clause not in entries] + listed


def _entry(sentence: SentenceView, clause: Clause, head: Candidate) -> list[Candidate]:
    days: list[MomentMention] = [
        one for one in within(sentence.moments, clause.start, clause.end) if one.role is Role.POINT
    ]
    people = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.PEOPLE]
    if not days or not people:
        return []
    return [
        replace(head, clause=clause, start=clause.start, end=clause.end, quantity=people[0], moment=moment, prior=0.9)
        for day in days
        for moment in _single_days(day.moment)
    ]


def _single_days(moment: Moment) -> list[Moment]:
    """Reads "9日和10日" as two days; anything else as it is."""
    if moment.first is None or moment.last is None or moment.last == moment.first:
        return [moment]
    return [replace(moment, first=day, last=day, precision=Precision.DAY) for day in (moment.first, moment.last)]
