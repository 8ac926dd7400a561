"""Rules for what is done with people: arrests, rescues, and transfers of suspects or of victims."""

from __future__ import annotations

import re
from dataclasses import replace

from noharbor.science.language.chinese.acts import BACKWARD, act_patterns, listed
from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.counted import is_share, people_for, subject_goes_on
from noharbor.science.language.chinese.lexical import nouns
from noharbor.science.language.chinese.moods import Mood, mood_of, mood_of_sentence
from noharbor.science.language.chinese.names import named_persons
from noharbor.science.language.chinese.other_words import is_disguised
from noharbor.science.language.chinese.transfers import ActedOn, transfer_candidate
from noharbor.science.language.chinese.view import SentenceView, View
from noharbor.science.language.events import EventType


def people_candidates(view: View, sentence: SentenceView) -> list[Candidate]:
    """Arrests, rescues, handovers and returns that a sentence tells or plans."""
    found: list[Candidate] = []
    for position in range(len(sentence.clauses)):
        for kind, pattern in act_patterns().items():
            best = _best_in_clause(view, sentence, position, kind, pattern)
            if best is not None:
                found.append(best)
    return found


def _best_in_clause(
    view: View, sentence: SentenceView, position: int, kind: EventType, pattern: re.Pattern[str]
) -> Candidate | None:
    clause = sentence.clauses[position]
    candidates = [
        candidate
        for match in pattern.finditer(view.plain, clause.start, clause.end)
        if (candidate := _candidate(view, sentence, position, kind, match)) is not None
    ]
    return max(candidates, key=lambda one: (one.quantity is not None, one.prior), default=None)


def _candidate(
    view: View, sentence: SentenceView, position: int, kind: EventType, match: re.Match[str]
) -> Candidate | None:
    plain, clause, word = view.plain, sentence.clauses[position], match.group()
    before, after = plain[clause.start : match.start()], plain[match.end() : clause.end]
    mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
    if mood is Mood.DONE:
        mood = mood_of_sentence(plain, sentence, position, match.start())
    if mood not in (Mood.DONE, Mood.PLANNED) or is_disguised(kind, word, before, after):
        return None
    if len(word) == 1 and not sentence.title and not _COUNTS_ON.match(after):
        return None
    told = _acted_on(view, sentence, position, match)
    if told.quantity is None and re.search(r"其余|其他", before):
        return None
    if told.quantity is not None and is_share(plain, told.quantity, sentence, position):
        return None
    if kind is EventType.HANDOVER:
        return transfer_candidate(view, sentence, clause, match, replace(told, planned=mood is Mood.PLANNED))
    if kind is EventType.ARREST and word in listed("arrest", "with_person") and told.nobody:
        return None
    return Candidate(
        kind, clause, match.start(), match.end(), _prior(sentence, kind, match, told), told.quantity,
        single=told.single and told.quantity is None, names=told.names, planned=mood is Mood.PLANNED,
        refers_back=bool(BACKWARD.search(plain, clause.start, match.end())),
    )  # fmt: skip


_COUNTS_ON = re.compile(r"了|\d|[一二两三四五六七八九十百]")
_ONE_OR_ALL = re.compile(
    r"一名|1名|一位|一人|1人|其(?=[抓押逮拘引遣移])|该(?:男|女|嫌)|此人|全数|全部|全员|悉数|男子|女子|他(?!们)|她(?!们)"
)


def _acted_on(view: View, sentence: SentenceView, position: int, match: re.Match[str]) -> ActedOn:
    clause = sentence.clauses[position]
    quantity, borrowed = people_for(view, sentence, position, match)
    kinds = (nouns("suspects"), nouns("victims"))
    return ActedOn(
        quantity=quantity,
        borrowed=borrowed and quantity is not None,
        names=_named(view, sentence, position),
        noun=any(kind.search(view.plain, clause.start, clause.end) for kind in kinds),
        single=bool(_ONE_OR_ALL.search(view.plain, clause.start, clause.end)),
    )


def _named(view: View, sentence: SentenceView, position: int) -> tuple[str, ...]:
    """Persons named in a clause, or in the one before when the clause goes on about them."""
    clause = sentence.clauses[position]
    own = tuple(named_persons(view.plain, clause.start, clause.end))
    if own or position == 0 or not subject_goes_on(view, clause):
        return own
    before = sentence.clauses[position - 1]
    return tuple(named_persons(view.plain, before.start, before.end))


def _prior(sentence: SentenceView, kind: EventType, match: re.Match[str], told: ActedOn) -> float:
    """How sure the words make an arrest or a rescue: people counted most, a bare verb least."""
    dated = bool(sentence.moments or sentence.places or match.string.startswith("了", match.end()))
    some = told.noun or told.single
    prior = 0.75 if told.quantity else 0.6 if told.names or (some and dated) else 0.52 if some else 0.3
    return prior + _firmness(match.group(), kind, sentence) - 0.15 * told.borrowed


_FIRM = {
    EventType.ARREST: re.compile(
        r"抓获|擒获|捕获|缉拿|落网|逮捕|拘捕|拘提|就擒|就逮|被捕|刑拘|刑事拘留|抓捕|逮获|归案|到案|一网打尽|收押|铐"
    ),
    EventType.RESCUE: re.compile(r"解救|营救|救出|获救|救回|脱险|脱困|救离|释出|放出"),
}


def _firmness(word: str, kind: EventType, sentence: SentenceView) -> float:
    """What a word adds that tells the event and hardly anything else."""
    if not _FIRM[kind].search(word):
        return 0.0
    if not (sentence.quantities or sentence.moments or sentence.places):
        return 0.0
    return 0.05 + (0.05 if sentence.actors else 0.0)
