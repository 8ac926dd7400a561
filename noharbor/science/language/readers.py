"""The one list of languages this node can read.

A further language is a module with a `read` function of the same shape, its lexicons in reference/, and one line here;
docs/how-to/add-a-language.md takes you through it.
"""

from __future__ import annotations

from noharbor.science.language.articles import Article, LanguageReader
from noharbor.science.language.chinese.reader import ChineseReader
from noharbor.science.language.english.reader import EnglishReader

#: The languages this node reads.
READERS: tuple[LanguageReader, ...] = (EnglishReader(), ChineseReader())


def reader_for(language: str) -> LanguageReader | None:
    """Return the reader of a BCP 47 tag's primary language, or None when there is none yet."""
    primary = language.split("-")[0].lower()
    return next((reader for reader in READERS if reader.language == primary), None)


__all__ = ["READERS", "Article", "LanguageReader", "reader_for"]
