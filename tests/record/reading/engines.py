"""An engine of the tests' own: it finds what it is told to find, so that the stage is tested apart from the science."""

from __future__ import annotations

from datetime import date

from noharbor.record.reading.errors import ReadingError
from noharbor.science.language.events import Bound, Count, EventPlace, EventType, Passage, ReadEvent
from noharbor.science.language.readers import Article
from noharbor.science.moments.moment import Moment, Precision


class FindsWords:
    """Makes an event of each given phrase that stands in the text."""

    name = "finds-words"

    def __init__(self, *phrases: tuple[str, EventType], version: str = "1", fails: Exception | None = None) -> None:
        self.phrases = phrases
        self.version = version
        self.fails = fails
        self.read_texts: list[str] = []

    def versions(self):
        return {"en": self.version}

    def may_read(self, source):
        return True

    def read(self, article: Article) -> tuple[ReadEvent, ...]:
        self.read_texts.append(article.text)
        if self.fails:
            raise self.fails
        return tuple(
            self._event(kind, article.text.index(phrase), phrase)
            for phrase, kind in self.phrases
            if phrase in article.text
        )

    @staticmethod
    def _event(kind: EventType, start: int, phrase: str) -> ReadEvent:
        day = date(2023, 8, 19)
        return ReadEvent(
            type=kind,
            passage=Passage(start, start + len(phrase)),
            moment=Moment(day, day, Precision.DAY, "19 August 2023"),
            place=EventPlace("Myawaddy", "MM", None),
            count=Count(11, Bound.EXACT, "Eleven"),
            from_country="MM",
            to_country="CN",
        )


class Trips(ReadingError):
    """This engine trips on purpose."""
