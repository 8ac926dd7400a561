"""The one list of languages this node can read.

A further language is a module with a `read` function of the same shape, its lexicons in reference/, and one line here.
"""

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
        published_precision: "day", "month" or "year": how much of `published` is known.
        language: BCP 47 tag ("en", "zh", "zh-Hant", "th" …).
    """

    text: str
    published: date | None
    language: str
    published_precision: str = "day"


class LanguageReader(Protocol):
    """Reads articles of one language.

    Attributes:
        language: The primary BCP 47 subtag it answers to ("en", "zh").
        version: Changes whenever what it finds may change; old readings are then read anew.
    """

    language: str
    version: str

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find the events of an article, in order of first mention.

        Never raises on odd text; an empty tuple means "nothing found".
        """
        ...


#: The languages this node reads.
READERS: tuple[LanguageReader, ...] = ()


def reader_for(language: str) -> LanguageReader | None:
    """Return the reader of a BCP 47 tag's primary language, or None when there is none yet."""
    primary = language.split("-")[0].lower()
    return next((reader for reader in READERS if reader.language == primary), None)
