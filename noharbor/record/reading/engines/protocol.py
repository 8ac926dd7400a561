"""What an engine is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from noharbor.record.intake.models import Source
from noharbor.science.language.events import ReadEvent
from noharbor.science.language.readers import Article


class Engine(Protocol):
    """Turns an article into events. Stands on every statement with its name and version."""

    @property
    def name(self) -> str:
        """A short name, never changed: it is written on every statement."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Return, per primary language subtag ("en"), the version that reads it; empty when the engine is off.

        A changed version makes the node read the texts of that language anew. "*" stands for every language.
        """
        ...

    def may_read(self, source: Source) -> bool:
        """Return whether the source's marking lets this engine see its words."""
        ...

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        """Find events.

        Raises:
            ReadingError: It could not; the node notes it and tries again with the next version.
        """
        ...
