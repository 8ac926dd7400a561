"""The engine that is always there: lexicons, rules and a small linear model, on this machine, the same every time."""

from __future__ import annotations

from noharbor.record.intake.models import Source
from noharbor.science.language.events import ReadEvent
from noharbor.science.language.readers import READERS, Article, reader_for


class RulesEngine:
    """Reads with `noharbor.science.language`."""

    name = "rules"

    def versions(self) -> dict[str, str]:
        """Return the version of each language's reader."""
        return {reader.language: reader.version for reader in READERS}

    def may_read(self, source: Source) -> bool:  # noqa: ARG002 - the answer is the same for all
        """Any source: the words stay on this machine."""
        return True

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find events with the reader of the article's language; none where there is no reader for it yet."""
        reader = reader_for(article.language)
        return reader.read(article) if reader else ()
