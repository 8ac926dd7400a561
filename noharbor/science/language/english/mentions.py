"""Places, nationalities, bodies and moments of a text, in the shape the English reader works with."""

from __future__ import annotations

from noharbor.science.language.english.context import Mentions
from noharbor.science.language.events import EventPlace
from noharbor.science.language.articles import Article
from noharbor.science.moments.finder import find_moments


def find_mentions(article: Article) -> Mentions:
    """Everything the gazetteers and the calendar know in an article."""
    moments = find_moments(article.text, "en", article.published, article.published_precision)
    return Mentions(places=[], nationalities=[], bodies=[], moments=list(moments))


def contains(around: EventPlace, within: EventPlace) -> bool:
    """Whether the first place lies around the second."""
    return False
