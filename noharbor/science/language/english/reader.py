"""Reads English articles: from text to events, step by step."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from hashlib import sha256

from noharbor.science.language import discourse
from noharbor.science.language.articles import Article
from noharbor.science.language.coreference import merge_drafts
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.assurance import tells_surely
from noharbor.science.language.english.context import Mentions, SentenceContext
from noharbor.science.language.english.courts import court_places
from noharbor.science.language.english.dating import date_by_clock, date_by_narrative
from noharbor.science.language.english.drafting import ArticleContext
from noharbor.science.language.english.features import cues_in, sentence_features
from noharbor.science.language.english.mentions import find_mentions
from noharbor.science.language.english.money import find_money
from noharbor.science.language.english.parsing import parse
from noharbor.science.language.english.quantities import find_quantities
from noharbor.science.language.english.roles import role_in
from noharbor.science.language.english.scenes import (
    origins_near,
    paragraph_places,
    place_drafts,
    place_moves,
)
from noharbor.science.language.english.sentences import split_sentences
from noharbor.science.language.english.sizes import size_operations
from noharbor.science.language.english.states import part_regions
from noharbor.science.language.english.tellings import tell
from noharbor.science.language.english.transfers import HARBOURS, lean_of, share_routes
from noharbor.science.language.english.whenwhere import report_moments
from noharbor.science.language.events import EventPlace, EventType, ReadEvent
from noharbor.science.language.layout import BlockKind, blocks_of
from noharbor.science.language.lexicons import any_word, compiled_bytes, lexicon, lexicon_bytes
from noharbor.science.language.linear import LinearModel, load_model
from noharbor.science.language.scope import ScopeWords, clause_off_topic, scope_of
from noharbor.science.language.spans import contains
from noharbor.science.language.stage import Stage
from noharbor.science.language.venues import settle_venues, weights_of
from noharbor.science.moments.mention import Role
from noharbor.science.moments.moment import Moment, Precision

#: Raised by hand whenever the rules below or in this folder change what is found.
_RULES = 2
_MODEL = "clauses_en.npz"
_LEXICONS = (
    "english_cues",
    "english_fraud_types",
    "english_money",
    "english_nouns",
    "english_predicates",
    "english_scope",
    "english_words",
    "furniture",
)
#: Sentences that the classifier finds this unlikely to tell anything are not parsed.
_WORTH_PARSING = 0.03
#: Headline and lede are: they say how many "they" are.
_OPENING = 3
#: "YANGON, June 19 (Xinhua) --" opens a report and confuses the parser.
_DATELINE = re.compile(
    r"(?:\(\w+\)\s*)?"
    r"(?:[A-Z][A-Z.'’ -]{2,}(?:,\s*[A-Z][\w. ]+){0,2}(?:,?\s*\(?[A-Z][a-z]{2,8}\.?\s\d{1,2}\)?)?(?:\s*\([^)]{1,40}\))?"
    r"(?:,?\s*[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s*(?:--+|[—–]|:|(?<=[A-Z]{3})\.)\s+(?=[A-Z\"“'\d]))?"
)
_LONGEST_TEXT = 200_000


@cache
def _model() -> LinearModel | None:
    return load_model(_MODEL)


@cache
def _scope_words() -> ScopeWords:
    words = lexicon("english_scope")
    return ScopeWords(*(any_word(words[name]) for name in ("crime", "near", "other", "aside", "genre")))


@cache
def _fraud_types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, any_word(words)) for code, words in lexicon("english_fraud_types").items())


class EnglishReader:
    """The reader of English."""

    language = "en"

    @property
    def version(self) -> str:
        """Changes with the rules, the word lists and the trained weights."""
        return _version()

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find the events of an English article, in order of first mention; nothing for a text on other subjects."""
        text = article.text[:_LONGEST_TEXT]
        article = Article(text, article.published, article.language, article.published_precision)
        spans = _sentence_spans(text)
        title = next((text[start:end] for start, end, _, in_title in spans if in_title), "")
        scope = scope_of(title, text, _scope_words())
        if not scope.on_topic or scope.genre:
            return ()
        mentions = find_mentions(article)
        contexts = _contexts(text, spans, mentions)
        drafts = _drafts(contexts, text, article.published, _dateline_place(text, spans, mentions))
        if not tells_surely(drafts, len(text)):
            return ()
        return tuple(draft.finished() for draft in _settled(drafts, article, mentions, spans, contexts))


@cache
def _version() -> str:
    digest = sha256(lexicon_bytes(*_LEXICONS) + compiled_bytes(_MODEL) + compiled_bytes(weights_of("en"))).hexdigest()
    return f"{_RULES}.{digest[:10]}"


def _sentence_spans(text: str) -> list[tuple[int, int, int, bool]]:
    """(start, end, paragraph, in a title) of every sentence that belongs to the text."""
    spans = []
    for number, block in enumerate(blocks_of(text)):
        if block.kind in (BlockKind.ADDRESS, BlockKind.FURNITURE):
            continue
        in_title = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        start = block.start + len(_DATELINE.match(text[block.start : block.end]).group())  # type: ignore[union-attr]
        spans += [(one.start, one.end, number, in_title) for one in split_sentences(text, start, block.end)]
    return spans


def _contexts(text: str, spans: list[tuple[int, int, int, bool]], mentions: Mentions) -> list[SentenceContext]:
    model = _model()
    chosen = []
    for number, (start, end, paragraph, in_title) in enumerate(spans):
        words = text[start:end]
        chances = model.probabilities(sentence_features(words)) if model else {}
        likely = not model or max(chances.values()) >= _WORTH_PARSING or number < _OPENING
        if clause_off_topic(words, _scope_words()) or not (likely or _sets_period(mentions.within(start, end))):
            continue
        chosen.append((number, start, end, paragraph, in_title, chances))
    parsed = parse(text, [(start, end) for _, start, end, *_ in chosen])
    contexts = []
    for (number, start, end, paragraph, in_title, chances), tree in zip(chosen, parsed, strict=True):
        own = mentions.within(start, end)
        money = find_money(text, start, end)
        taken = [(one.start, one.end) for one in own.moments] + [(one.start, one.end) for one in money]
        quantities = find_quantities(text, tree, taken)
        cues = cues_in(text[start:end])
        contexts.append(SentenceContext(text, tree, number, paragraph, in_title, chances, cues, own, quantities, money))
    return contexts


def _told_in_lede(spans: list[tuple[int, int, int, bool]], mentions: Mentions, article: Article) -> Moment | None:
    """The day of the lede, when it is at most three days old: figures in the report were given then."""
    first = next(((start, end) for start, end, _, in_title in spans if not in_title), None)
    if first is None or article.published is None or article.published_precision != "day":
        return None
    for mention in mentions.within(*first).moments:
        day = mention.moment.first
        fresh = day is not None and 0 <= (article.published - day).days <= 3
        if fresh and mention.role is Role.POINT and mention.moment.precision is Precision.DAY:
            return mention.moment
    return None


def _dateline_place(text: str, spans: list[tuple[int, int, int, bool]], mentions: Mentions) -> EventPlace | None:
    """The place of the article's only dateline."""
    opening = paragraph_places(mentions, _openings(text, spans))
    return next(iter(opening.values())).place if len(opening) == 1 else None


def _openings(text: str, spans: list[tuple[int, int, int, bool]]) -> dict[int, tuple[int, int]]:
    """First character of each paragraph, and of its first sentence behind the dateline."""
    openings: dict[int, tuple[int, int]] = {}
    for start, _, paragraph, in_title in spans:
        if not in_title:
            openings.setdefault(paragraph, (max(text.rfind("\n", 0, start), -1) + 1, start))
    return openings


def _said(contexts: list[SentenceContext]) -> Moment | None:
    """The day on which the article's first dated statement was made."""
    told = (mention for context in contexts for mention in report_moments(context))
    return next((mention.moment for mention in told if mention.moment.first), None)


def _sets_period(mentions: Mentions) -> bool:
    """A sentence that tells nothing may still set the period for the figures after it."""
    return any(
        one.role in (Role.SINCE, Role.DURING) or one.moment.precision is Precision.YEAR for one in mentions.moments
    )


def _drafts(
    contexts: list[SentenceContext], text: str, published: date | None, dateline: EventPlace | None
) -> list[EventDraft]:
    article = ArticleContext(lean=lean_of(text), published=published, dateline=dateline)
    drafts: list[EventDraft] = []
    for context in contexts:
        for draft in tell(context, article):
            draft.fraud_types = _fraud_types_in(context.words)
            drafts.append(draft)
    return drafts


def _fraud_types_in(words: str) -> tuple[str, ...]:
    found = tuple(code for code, pattern in _fraud_types() if pattern.search(words))
    finer = tuple(code for code in found if code != "telecom_online_fraud")
    return finer or found


def _settled(
    drafts: list[EventDraft],
    article: Article,
    mentions: Mentions,
    spans: list[tuple[int, int, int, bool]],
    contexts: list[SentenceContext],
) -> list[EventDraft]:
    text, said = article.text, _said(contexts)
    reported = frozenset(mention.start for context in contexts for mention in report_moments(context))
    discourse.size_groups(drafts)
    merged = merge_drafts(drafts, contains=contains)
    discourse.spread_moments(merged)
    published = discourse.published_moment(article.published, article.published_precision)
    date_by_clock(text, merged, published)
    date_by_narrative(merged, mentions.moments, reported)
    title_end = next((end for _, end, _, in_title in spans if in_title), 0)
    place_drafts(text, merged, paragraph_places(mentions, _openings(text, spans)), mentions, title_end)
    dateline = next((one.moment for one in mentions.moments if one.role is Role.DATELINE and one.moment.first), None)
    said = said or dateline or _told_in_lede(spans, mentions, article) or published
    discourse.date_statements(merged, said)
    home = _home(mentions)
    origins_near(merged)
    scene = _scene_state(merged, mentions, home)
    discourse.complete_routes(merged, scene=scene, home=home)
    share_routes(text, merged)
    place_moves(merged, mentions)
    courts = frozenset(one.start for one in court_places(text, mentions.places))
    settle_venues(Stage(mentions.places, spans, merged, partial(role_in, text), courts), "en")
    size_operations(text, merged)
    discourse.name_states(merged)
    part_regions(merged, scene)
    general = _fraud_types_in(text)
    for draft in merged:
        draft.fraud_types = draft.fraud_types or general
    return merged


_SCENES = frozenset({EventType.ARREST, EventType.OPERATION, EventType.RESCUE})


def _scene_state(drafts: list[EventDraft], mentions: Mentions, home: str | None) -> str | None:
    """The state where the crime of the article was done: by its raids and rescues, or by the places it names."""
    told = [one.place.country for one in drafts if one.type in _SCENES and one.place and one.place.country]
    if all(country == home for country in told):
        # Arrests at home tell nothing of where people come back from.
        named = [one.place.country for one in mentions.places if one.place.country in HARBOURS and not one.demonym]
        told = [country for country in named if country != home] or told
    return max(told, key=told.count, default=None)


def _home(mentions: Mentions) -> str | None:
    people = [one for one in mentions.nationalities if one.of_people] or mentions.nationalities
    told = [country for one in people for country in one.countries]
    return max(told, key=told.count, default=None)
