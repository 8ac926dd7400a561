"""What the classifier is sure of although no rule knows the words: a proposal with what numbers the sentence gives."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.counted import usable_people
from noharbor.science.language.chinese.court import NOT_PENALTY
from noharbor.science.language.chinese.lexical import nouns
from noharbor.science.language.chinese.moods import Mood, mood_of
from noharbor.science.language.chinese.names import named_persons
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.speech import NO_MEETING
from noharbor.science.language.chinese.things import amount_of, things_taken
from noharbor.science.language.chinese.totals import ESTIMATE
from noharbor.science.language.chinese.triggers import trigger_of
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import EventType

#: Types whose proposals need more than a likeness of wording.
_SURE_FROM = {
    EventType.ARREST: 0.7,
    EventType.COMMITMENT: 0.6,
    EventType.OPERATION: 0.7,
    EventType.SENTENCE: 0.75,
    EventType.STATISTIC: 0.65,
    EventType.WARNING: 0.65,
}
_USUAL = 0.55
_TRANSFERS = (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
_PEOPLE = (EventType.ARREST, EventType.RESCUE, EventType.SENTENCE, *_TRANSFERS)
_UNSAID = (Mood.DENIED, Mood.SUPPOSED, Mood.WISHED)


def leaning_candidates(view: View, sentence: SentenceView, known: list[Candidate]) -> list[Candidate]:
    """Proposals for the types that the classifier holds likely and no rule has proposed.

    Args:
        view: The article.
        sentence: The sentence.
        known: What the rules have proposed of it.
    """
    told = {one.type for one in known}
    if told & set(_TRANSFERS):
        told.update(_TRANSFERS)
    found = []
    if EventType.MEETING in told:
        told.add(EventType.COMMITMENT)
    if EventType.STATISTIC in told:
        told.update(_PEOPLE)
    for kind in EventType:
        if kind in told or sentence.chances.get(kind.value, 0.0) < _SURE_FROM.get(kind, _USUAL):
            continue
        candidate = _proposal(view, sentence, kind)
        if candidate is not None and not _counted_already(candidate, known):
            found.append(candidate)
            told.update(_TRANSFERS if kind in _TRANSFERS else (kind,))
    return found


_SELDOM_MEANT = re.compile(r"专家|学者|律师|法官|检察官|业者|教授|志愿|不要|如果|若|往往|通常")
#: Signs that the likeness of wording deceives.
_REFUSED = {
    EventType.ARREST: re.compile(r"待到?案发|通缉|悬赏|起诉|提起公诉|被控|不要|如果|一旦|往往|剧|片中|归案之日"),
    EventType.COMMITMENT: _SELDOM_MEANT,
    EventType.HANDOVER: re.compile(r"将|会议|如果|一旦|计划|预计|尽快|完成.{0,12}核查"),
    EventType.MEETING: NO_MEETING,
    EventType.REPATRIATION_OF_VICTIMS: re.compile(r"待|如果|希望|尽快|盼|将于|计划|预计"),
    EventType.RESCUE: re.compile(r"希望|呼吁|如果|尽快|逃出|自行|设法"),
    EventType.SENTENCE: re.compile(NOT_PENALTY.pattern + r"|典型案例发布|尺度|最重|主文|量刑|判决书"),
    EventType.STATISTIC: re.compile(ESTIMATE.pattern + r"|查明|指控|起诉书"),
    EventType.WARNING: _SELDOM_MEANT,
}


def _counted_already(candidate: Candidate, known: list[Candidate]) -> bool:
    """A number that a rule has given to an act is no total as well."""
    return (
        candidate.type is EventType.STATISTIC
        and candidate.quantity is not None
        and any(one.quantity is not None and one.quantity.start == candidate.quantity.start for one in known)
    )


def _proposal(view: View, sentence: SentenceView, kind: EventType) -> Candidate | None:
    clause, start, end = _telling_clause(view, sentence, kind)
    mood = mood_of(view.plain, clause.start, start, end, clause.end)
    if kind in _PEOPLE and mood in (Mood.ATTRIBUTE, Mood.NOMINAL, Mood.PLANNED):
        return None
    if mood in _UNSAID or re.search(r"[？?]", view.plain[sentence.start : sentence.end]):
        return None
    refused = _REFUSED.get(kind)
    if refused is not None and refused.search(view.plain, sentence.start, sentence.end):
        return None
    candidate = Candidate(
        kind, clause, start, end, 0.36, told_now=kind in (EventType.WARNING, EventType.COMMITMENT, EventType.STATISTIC)
    )
    if kind in _PEOPLE:
        candidate.quantity = _people(view, sentence, clause)
        candidate.names = tuple(named_persons(view.plain, clause.start, clause.end))
        placed = bool(sentence.moments or sentence.places) and nouns("suspects").search(
            view.plain, clause.start, clause.end
        )
        if not (candidate.quantity or candidate.names or placed or kind in (*_TRANSFERS, EventType.SENTENCE)):
            return None
    elif kind is EventType.OPERATION:
        candidate.quantity = _first(sentence, clause, Kind.SITES)
    elif kind is EventType.SEIZURE:
        candidate.amount = amount_of(view, sentence, clause)
        candidate.items = things_taken(view, sentence, clause)
    elif kind is EventType.STATISTIC:
        candidate.quantity = next(
            (one for one in sentence.quantities if one.value and one.value > 1 and one.kind is not Kind.MONEY), None
        )
        return candidate if candidate.quantity else None
    return candidate


def _telling_clause(view: View, sentence: SentenceView, kind: EventType) -> tuple[Clause, int, int]:
    """The clause with a word of the type, else the longest one."""
    for clause in sentence.clauses:
        match = trigger_of(kind).search(view.plain, clause.start, clause.end)
        if match:
            return clause, match.start(), match.end()
    longest = max(sentence.clauses, key=lambda one: one.end - one.start)
    return longest, longest.start, longest.start + 1


def _people(view: View, sentence: SentenceView, clause: Clause) -> Quantity | None:
    own = usable_people(view, sentence, clause)
    if own:
        return own[0]
    anywhere = [one for other in sentence.clauses for one in usable_people(view, sentence, other)]
    return anywhere[0] if len(anywhere) == 1 and not nouns("victims").search(anywhere[0].noun) else None


def _first(sentence: SentenceView, clause: Clause, kind: Kind) -> Quantity | None:
    return next((one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is kind), None)
