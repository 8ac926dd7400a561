"""A Chinese article laid out for reading: sentences and clauses with the numbers, dates, places and bodies in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol, TypeVar

from noharbor.reference.tables import simplify
from noharbor.science.language.articles import Article
from noharbor.science.language.chinese.features import cues_in, plain_features
from noharbor.science.language.chinese.numbers import Quantity, find_quantities
from noharbor.science.language.chinese.parties import Actor, find_actors, home_of
from noharbor.science.language.chinese.sentences import Clause, split_clauses, split_sentences
from noharbor.science.language.chinese.unlisted import unlisted_places
from noharbor.science.language.chinese.where import NationalitySpan, nationalities_of, places_in
from noharbor.science.language.layout import BlockKind, blocks_of
from noharbor.science.language.linear import LinearModel, load_model
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.moments.finder import find_moments
from noharbor.science.moments.mention import MomentMention, Role


@dataclass(slots=True)
class SentenceView:
    """One sentence with all that was found in it; offsets are those of the whole text."""

    index: int
    paragraph: int
    start: int
    end: int
    title: bool
    clauses: list[Clause]
    quantities: list[Quantity]
    moments: list[MomentMention]
    places: list[PlaceSpan]
    nationalities: list[NationalitySpan]
    actors: list[Actor]
    cues: set[str]
    chances: dict[str, float]


@dataclass(slots=True)
class View:
    """The whole article.

    Attributes:
        article: As given.
        plain: Its text in simplified characters, of the same length.
        home: Country the text is written in, where its words tell.
        sentences: Without furniture and addresses, in order.
        dateline: The day of the report as its dateline gives it.
    """

    article: Article
    plain: str
    home: str | None
    sentences: list[SentenceView] = field(default_factory=list)
    dateline: MomentMention | None = None

    def words(self, start: int, end: int) -> str:
        """Simplified words between two offsets."""
        return self.plain[start:end]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Spanned = TypeVar("Spanned", bound=_Spanned)


def within(things: Iterable[Spanned], start: int, end: int) -> list[Spanned]:
    """Those of the things that lie between two offsets."""
    return [thing for thing in things if start <= thing.start and thing.end <= end]


@cache
def clause_model() -> LinearModel | None:
    """The trained classifier of Chinese sentences; None before it is trained."""
    return load_model("clauses_zh.npz")


def look_at(article: Article) -> View:
    """Lay an article out."""
    text = article.text
    plain = simplify(text)
    traditional = article.language.lower() in ("zh-hant", "zh-tw", "zh-hk", "zh-mo") or _looks_traditional(text, plain)
    view = View(article, plain, home_of(plain, traditional=traditional))
    moments = _moments_of(article)
    places, nations = places_in(text), nationalities_of(text)
    places = sorted([*places, *unlisted_places(text, plain, places)], key=lambda one: one.start)
    for paragraph, block in enumerate(blocks_of(text)):
        if block.kind in (BlockKind.ADDRESS, BlockKind.FURNITURE):
            continue
        # A first line with a full stop is a paragraph: reports sent without a title begin like that.
        title = block.kind in (BlockKind.TITLE, BlockKind.HEADING) and "。" not in text[block.start : block.end]
        for sentence in split_sentences(text, block.start, block.end):
            view.sentences.append(
                _sentence(view, paragraph, sentence.start, sentence.end, title=title, found=(moments, places, nations))
            )
    view.dateline = next(
        (mention for mention in moments if mention.role is Role.DATELINE and mention.moment.first), None
    )
    return view


def _moments_of(article: Article) -> tuple[MomentMention, ...]:
    """The moments of an article; 今天 in a report is the day of its dateline, which may lie before publication."""
    moments = find_moments(article.text, "zh", article.published, article.published_precision)
    dateline = next((one.moment.first for one in moments if one.role is Role.DATELINE and one.moment.first), None)
    published = article.published
    if dateline is None or published is None or not 0 < (published - dateline).days <= 3:
        return moments
    return find_moments(article.text, "zh", dateline)


def _looks_traditional(text: str, plain: str) -> bool:
    changed = sum(1 for one, other in zip(text, plain, strict=True) if one != other and one > "\u3400")
    return changed > 0.05 * max(len(text), 1)


def _sentence(
    view: View,
    paragraph: int,
    start: int,
    end: int,
    *,
    title: bool,
    found: tuple[tuple[MomentMention, ...], list[PlaceSpan], list[NationalitySpan]],
) -> SentenceView:
    plain = view.plain
    words = plain[start:end]
    model = clause_model()
    moments = within(found[0], start, end)
    taken = [(mention.start, mention.end) for mention in moments]
    quantities = [
        one
        for one in find_quantities(plain, start, end)
        if not any(one.start < stop and begin < one.end for begin, stop in taken)
    ]
    return SentenceView(
        index=len(view.sentences),
        paragraph=paragraph,
        start=start,
        end=end,
        title=title,
        clauses=split_clauses(plain, start, end),
        quantities=quantities,
        moments=moments,
        places=within(found[1], start, end),
        nationalities=within(found[2], start, end),
        actors=find_actors(plain, start, end, view.home),
        cues=cues_in(words),
        chances=model.probabilities(plain_features(words)) if model else {},
    )
