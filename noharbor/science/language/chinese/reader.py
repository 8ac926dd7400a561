"""Reads Chinese articles: from text to events, step by step."""

from __future__ import annotations

import re
from functools import cache, partial
from hashlib import sha256

from noharbor.science.language import discourse
from noharbor.science.language.articles import Article
from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.court import court_candidates
from noharbor.science.language.chinese.drafting import draft_of, evidence, fraud_types_in
from noharbor.science.language.chinese.enumerations import enumerated
from noharbor.science.language.chinese.leanings import leaning_candidates
from noharbor.science.language.chinese.lexical import pattern_of, words_of
from noharbor.science.language.chinese.people import people_candidates
from noharbor.science.language.chinese.placing import court_places
from noharbor.science.language.chinese.roles import role_in
from noharbor.science.language.chinese.speech import speech_candidates
from noharbor.science.language.chinese.states import name_parties, scene_of
from noharbor.science.language.chinese.things import thing_candidates
from noharbor.science.language.chinese.tidying import (
    one_journey,
    one_judgement,
    without_faint_texts,
    without_lone_titles,
    without_restated_arrests,
)
from noharbor.science.language.chinese.totals import total_candidates
from noharbor.science.language.chinese.view import SentenceView, View, look_at
from noharbor.science.language.coreference import merge_drafts
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventType, ReadEvent
from noharbor.science.language.lexicons import compiled_bytes, lexicon_bytes
from noharbor.science.language.scope import ScopeWords, clause_off_topic, scope_of
from noharbor.science.language.spans import contains
from noharbor.science.language.stage import Stage
from noharbor.science.language.venues import settle_venues, weights_of

#: Raised by hand whenever the rules in this folder change what is found.
_RULES = 2
_MODEL = "clauses_zh.npz"
_LEXICONS = (
    "chinese_cues",
    "chinese_fraud_types",
    "chinese_nouns",
    "chinese_parties",
    "chinese_predicates",
    "chinese_scope",
    "furniture",
)
_LONGEST_TEXT = 200_000
#: Titles of texts that speak of events in general: only what they date counts.
_OPINION = re.compile(
    r"社论|社评|时评|短评|来论|专栏|评论员|观点|信箱|影评|书评|剧评|致敬|随笔|讲座|手记|感言|一图读懂|科普|指南|攻略|防骗"
)
_RUMOUR = re.compile(r"网传|网上流传|辟谣|假的|谣言|求真")
_SHARE = re.compile(r"其中[^，。]{0,4}$")


@cache
def _scope_words() -> ScopeWords:
    return ScopeWords(
        *(pattern_of(words_of("chinese_scope", name)) for name in ("crime", "near", "other", "aside", "genre"))
    )


class ChineseReader:
    """The reader of Chinese, in simplified and traditional characters."""

    language = "zh"

    @property
    def version(self) -> str:
        """Changes with the rules, the word lists and the trained weights."""
        return _version()

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find the events of a Chinese article, in order of first mention; nothing for a text on other subjects."""
        text = article.text[:_LONGEST_TEXT]
        view = look_at(Article(text, article.published, article.language, article.published_precision))
        title = next((view.plain[one.start : one.end] for one in view.sentences if one.title), "")
        told = "".join(view.plain[one.start : one.end] for one in view.sentences)
        scope = scope_of(title, told, _scope_words())
        if not scope.on_topic or scope.genre:
            return ()
        drafts = _drafts(view)
        if _OPINION.search(title[:40]) or (len(title) < 40 and _RUMOUR.search(title)):
            drafts = [
                draft
                for draft in drafts
                if draft.moment is not None and not draft.moment_inherited and draft.moment.first
            ]
        return tuple(draft.finished() for draft in _settled(drafts, view))


@cache
def _version() -> str:
    weights = compiled_bytes(_MODEL) + compiled_bytes(weights_of("zh"))
    return f"{_RULES}.{sha256(lexicon_bytes(*_LEXICONS) + weights).hexdigest()[:10]}"


def _drafts(view: View) -> list[EventDraft]:
    drafts: list[EventDraft] = []
    carried = False
    for sentence in view.sentences:
        words = view.plain[sentence.start : sentence.end]
        if clause_off_topic(words, _scope_words()):
            continue
        totals = [one for one in total_candidates(view, sentence, carried) if evidence(one, sentence) > 0]
        carried = bool(totals) and not sentence.title
        acts = enumerated(view, sentence, people_candidates(view, sentence)) + thing_candidates(view, sentence)
        proposals = totals + _not_totals(acts, totals, view)
        proposals += _not_totals(court_candidates(view, sentence), totals, view) + speech_candidates(view, sentence)
        accepted = _accepted(proposals, sentence, view)
        accepted += [one for one in leaning_candidates(view, sentence, accepted) if evidence(one, sentence) > 0]
        drafts += [draft_of(view, one, sentence) for one in accepted]
    return drafts


def _not_totals(acts: list[Candidate], totals: list[Candidate], view: View) -> list[Candidate]:
    """Acts whose number has been told as a total are no acts."""
    taken = {one.quantity.start for one in totals if one.quantity} | {one.start for one in totals}
    clauses = {(one.clause.start, one.clause.end) for one in totals}
    plain = view.plain
    return [
        act
        for act in acts
        if not (totals and act.quantity and _SHARE.search(plain[max(0, act.quantity.start - 6) : act.quantity.start]))
        and not (act.quantity and act.quantity.start in taken)
        and not ((act.clause.start, act.clause.end) in clauses and act.type is not EventType.OPERATION)
        and not ((act.clause.start, act.clause.end) in clauses and act.quantity is None)
    ]


def _accepted(proposals: list[Candidate], sentence: SentenceView, view: View) -> list[Candidate]:
    kept = [one for one in proposals if not one.planned or one.type is EventType.MEETING]
    kept += [_as_plan(one) for one in proposals if one.planned and one.type is not EventType.MEETING]
    accepted = [one for one in kept if evidence(one, sentence) > 0]
    return _one_plan(_without_planned_meetings(accepted, view))


def _as_plan(candidate: Candidate) -> Candidate:
    """What is to come is a promise, with its number."""
    candidate.type = EventType.COMMITMENT
    candidate.told_now = True
    candidate.prior -= 0.15
    return candidate


def _without_planned_meetings(candidates: list[Candidate], view: View) -> list[Candidate]:
    """A meeting that is agreed on or to come is a meeting, not a promise beside it."""
    meetings = [one for one in candidates if one.type is EventType.MEETING]
    return [
        one
        for one in candidates
        if one.type is not EventType.COMMITMENT
        or not any(
            (meeting.planned and meeting.clause == one.clause)
            or (one.start < meeting.start and view.plain[one.start] in "将拟会")
            for meeting in meetings
        )
    ]


def _one_plan(candidates: list[Candidate]) -> list[Candidate]:
    plans = [one for one in candidates if one.type is EventType.COMMITMENT]
    if len(plans) < 2:
        return candidates
    best = max(plans, key=lambda one: (one.quantity is not None, not one.planned, one.prior))
    return [one for one in candidates if one.type is not EventType.COMMITMENT or one is best]


def _stage(view: View, drafts: list[EventDraft]) -> Stage:
    """The article as the stage of its events."""
    places = [place for sentence in view.sentences for place in sentence.places]
    sentences = [(one.start, one.end, one.paragraph, one.title) for one in view.sentences]
    return Stage(places, sentences, drafts, partial(role_in, view.plain), court_places(view.plain, places))


def _settled(drafts: list[EventDraft], view: View) -> list[EventDraft]:
    discourse.size_groups(drafts)
    merged = without_restated_arrests(
        one_judgement(one_journey(without_lone_titles(merge_drafts(drafts, contains=contains)))), view.plain
    )
    merged = without_faint_texts(merged)
    discourse.spread_moments(merged)
    discourse.spread_places(merged)
    article = view.article
    said = (
        view.dateline.moment
        if view.dateline
        else discourse.published_moment(article.published, article.published_precision)
    )
    discourse.date_statements(merged, said)
    for draft in merged:
        if draft.type is EventType.COMMITMENT and draft.moment is None and said is not None:
            draft.moment, draft.moment_inherited = said, True
    discourse.complete_routes(merged, scene=scene_of(view), home=view.home)
    name_parties(merged, view)
    settle_venues(_stage(view, merged), "zh")
    discourse.name_states(merged)
    general = fraud_types_in(view.plain)
    for draft in merged:
        draft.fraud_types = draft.fraud_types or general
    return merged
