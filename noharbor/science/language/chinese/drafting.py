"""From proposals to drafts: the classifier weighs them, and what is accepted gets its fields."""

from __future__ import annotations

import re
from functools import cache
from math import log

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.dating import moment_for
from noharbor.science.language.chinese.lexical import pattern_of, words_of
from noharbor.science.language.chinese.names import office_holders
from noharbor.science.language.chinese.placing import event_place, place_for
from noharbor.science.language.chinese.routing import nationalities_in, route_for
from noharbor.science.language.chinese.view import SentenceView, View
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import Bound, Count, EventType, PersonMention
from noharbor.science.language.lexicons import lexicon

#: How far above even odds a type must stand; found on the articles of the working set.
_THRESHOLD = {
    EventType.ARREST: 0.0,
    EventType.COMMITMENT: 0.3,
    EventType.HANDOVER: 0.0,
    EventType.LEGISLATION: 0.0,
    EventType.MEETING: 0.0,
    EventType.OPERATION: 0.3,
    EventType.REPATRIATION_OF_VICTIMS: 0.0,
    EventType.RESCUE: 0.2,
    EventType.SANCTION: 0.0,
    EventType.SEIZURE: 0.0,
    EventType.SENTENCE: 0.0,
    EventType.STATISTIC: 0.0,
    EventType.WARNING: 0.0,
}
_SURE, _SURE_FLOOR, _FLOOR = 0.7, 0.08, 0.004
_TRANSFERS = (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
_PEOPLE = frozenset({EventType.ARREST, EventType.RESCUE, EventType.SENTENCE, *_TRANSFERS})


def evidence(candidate: Candidate, sentence: SentenceView) -> float:
    """Log-odds of a proposal: the classifier's of the sentence, moved by what the rule is sure of."""
    chances = sentence.chances
    if not chances:
        return 4.0 * (candidate.prior - 0.5)
    chance = chances.get(candidate.type.value, 0.0)
    if candidate.type in _TRANSFERS:
        chance = max(chances.get(kind.value, 0.0) for kind in _TRANSFERS)
    # A rule that is sure of words and number outweighs a classifier that has never seen such a sentence.
    floor = _SURE_FLOOR if candidate.prior >= _SURE else _FLOOR
    bounded = min(max(chance, floor), 1.0 - _FLOOR)
    return log(bounded / (1 - bounded)) + 7.0 * (candidate.prior - 0.35) - _THRESHOLD[candidate.type]


def draft_of(view: View, candidate: Candidate, sentence: SentenceView) -> EventDraft:
    """The draft of an accepted proposal."""
    clause = candidate.clause
    moment, moment_inherited = moment_for(view, candidate, sentence)
    place, place_inherited = place_for(view, candidate, sentence)
    odds = evidence(candidate, sentence)
    start, end = _passage(view, candidate, sentence)
    draft = EventDraft(
        candidate.type, start, end, sentence.index, sentence.paragraph,
        in_title=sentence.title,
        refers_back=candidate.refers_back and candidate.quantity is None,
        strength=round(1 / (1 + 2.718281828 ** -odds), 3),
        moment=moment,
        moment_inherited=moment_inherited and moment is not None,
        place=event_place(place),
        place_inherited=place_inherited and place is not None,
        count=_count(view, candidate),
        amount=candidate.amount,
        items=candidate.items,
        measure=candidate.measure,
    )  # fmt: skip
    draft.countries = _countries(candidate, sentence)
    draft.organisations = _organisations(view, sentence)
    draft.people = _people(view, candidate, sentence)
    if candidate.type in _PEOPLE or candidate.type is EventType.STATISTIC:
        draft.nationalities = nationalities_in(view, clause.start, clause.end) or nationalities_in(
            view, sentence.start, clause.end
        )
    moved = candidate.type in (EventType.STATISTIC, EventType.COMMITMENT) and _MOVED.search(
        view.plain, clause.start, clause.end
    )
    draft.moves = candidate.type in _TRANSFERS or bool(moved)
    if draft.moves:
        draft.from_country, draft.to_country = route_for(view, candidate, sentence)
    draft.fraud_types = fraud_types_in(view.plain[sentence.start : sentence.end])
    draft.speaker = _speaker(view, sentence)
    return draft


_MOVED = re.compile(
    r"移交|押解|遣返|遣送|引渡|驱逐|送返|押返|接返|送回|返回|回国|返国|接收|返台|返港|押回|接回|回港|回台"
)


def _passage(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[int, int]:
    """The clause, from its subject on: a short clause takes the one before it along."""
    start, end = candidate.clause.start, candidate.clause.end
    if end - start < 10:
        before = [clause for clause in sentence.clauses if clause.end <= start]
        if before:
            start = before[-1].start
    text = view.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "。；！"):
        end -= 1
    return start, max(end, start + 1)


#: One person, by a word that seldom means more.
_ONE_PERSON = re.compile(
    r"主嫌|首脑|主脑|主犯|首犯|主谋|头号人物|幕后老板|集团老板|(?:该|一|中国籍|男)名?(?:男子|女子)|姓男子|姓女子"
)
_MORE_THAN_ONE = re.compile(r"等|多名|数名|们|[和及与、]|其余|另|分别|各|同伙|夫妇|兄弟|成员")


def _count(view: View, candidate: Candidate) -> Count | None:
    quantity = candidate.quantity
    text = view.article.text
    if quantity is not None:
        if quantity.value is None:
            return None
        return Count(int(quantity.value), quantity.bound, text[quantity.start : quantity.end])
    if candidate.type in _PEOPLE and candidate.names:
        return Count(len(set(candidate.names)), Bound.EXACT, candidate.names[0])
    if candidate.type in _PEOPLE:
        one = _ONE_PERSON.search(view.plain, candidate.clause.start, candidate.clause.end)
        if one and not _MORE_THAN_ONE.search(view.plain, candidate.clause.start, candidate.clause.end):
            return Count(1, Bound.EXACT, text[one.start() : one.end()])
    if candidate.type is EventType.OPERATION and candidate.single:
        return Count(1, Bound.EXACT, text[candidate.start : candidate.end])
    return None


def _countries(candidate: Candidate, sentence: SentenceView) -> tuple[str, ...]:
    told = [actor.country for actor in sentence.actors if actor.country and actor.start < candidate.clause.end]
    return tuple(dict.fromkeys(told))


def _organisations(view: View, sentence: SentenceView) -> tuple[str, ...]:
    text = view.article.text
    return tuple(
        dict.fromkeys(text[actor.start : actor.end] for actor in sentence.actors if actor.end - actor.start >= 3)
    )[:4]


def _people(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[PersonMention, ...]:
    text = view.article.text
    named = [
        PersonMention(text[at : at + len(name)], None)
        for name in candidate.names
        if (at := view.plain.find(name, sentence.start)) >= 0
    ]
    if candidate.type in (EventType.MEETING, EventType.COMMITMENT, EventType.STATISTIC, EventType.WARNING):
        named += office_holders(view.plain, text, sentence.start, sentence.end)
    return tuple(dict.fromkeys(named))


_SAID_BY = re.compile(
    r"(?P<who>[^，。；：“”「」\d]{2,20}?)(?:\d{1,2}日|昨日|昨天|今天|今日)?(?:表示|称|指出|透露|宣布|通报|公布|介绍|强调|说|指)(?=[，：,:“「]|$)"
)


def _speaker(view: View, sentence: SentenceView) -> str | None:
    match = _SAID_BY.search(view.plain, sentence.start, sentence.end)
    return view.article.text[match.start("who") : match.end("who")].strip() if match else None


@cache
def _fraud_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, pattern_of(words_of("chinese_fraud_types", code))) for code in lexicon("chinese_fraud_types"))


def fraud_types_in(plain: str) -> tuple[str, ...]:
    """Codes of the fraud types that simplified words name; the general one only when no finer one is named."""
    found = tuple(code for code, pattern in _fraud_patterns() if pattern.search(plain))
    finer = tuple(code for code in found if code != "telecom_online_fraud")
    return finer or found
