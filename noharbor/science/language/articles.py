"""What a reader is given, and what a reader is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from noharbor.science.language.events import ReadEvent


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read.

    Attributes:
        text: The whole text; passages count its characters.
        published: Day of publication, against which relative dates are resolved; None when unknown.
        language: BCP 47 tag ("en", "zh", "zh-Hant", "th" …).
        published_precision: "day", "month" or "year": how much of `published` is known.
    """

    text: str
    published: date | None
    language: str
    published_precision: str = "day"


class LanguageReader(Protocol):
    """Reads articles of one language."""

    @property
    def language(self) -> str:
        """The primary BCP 47 subtag it answers to ("en", "zh")."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever what it finds may change; old readings are then read anew."""
        ...

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find the events of an article, in order of first mention.

        Never raises on odd text; an empty tuple means "nothing found".
        """
        ...
