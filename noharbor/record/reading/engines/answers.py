"""From what a language model answers to events. Nothing is believed that the text does not say word for word."""

from __future__ import annotations

import re
from typing import Any

from noharbor.science.language.events import (
    Amount,
    Bound,
    Count,
    EventPlace,
    EventType,
    Passage,
    PersonMention,
    ReadEvent,
)
from noharbor.science.language.lines import publication_day
from noharbor.science.language.readers import Article
from noharbor.science.moments.moment import Moment, Precision

ISO_COUNTRY = re.compile(r"[A-Z]{2}")
ISO_CURRENCY = re.compile(r"[A-Z]{3,8}")
#: A quote shorter than this could stand anywhere; a longer one is no two sentences.
SHORTEST_QUOTE = 6
LONGEST_QUOTE = 2000
LARGEST_COUNT = 10**12
#: An answer that lists more is not reading the article.
MOST_EVENTS = 200
MOST_NAMES = 50


def events_in_answer(answer: Any, article: Article) -> tuple[ReadEvent, ...]:
    """Keep the events whose quote stands in the text; drop names and places the text does not hold.

    Args:
        answer: The list the endpoint returned; anything else gives no events.
        article: The text that was asked about.

    Returns:
        Events in order of their passages.
    """
    rows = [row for row in answer[:MOST_EVENTS] if isinstance(row, dict)] if isinstance(answer, list) else []
    events = [event for row in rows if (event := _event(row, article))]
    return tuple(sorted(events, key=lambda event: event.passage.start))


def _event(row: dict[str, Any], article: Article) -> ReadEvent | None:
    quote = row.get("quote")
    if not isinstance(quote, str) or not SHORTEST_QUOTE <= len(quote) <= LONGEST_QUOTE:
        return None
    start, kind = article.text.find(quote), row.get("type")
    if start < 0 or not isinstance(kind, str) or kind not in set(EventType):
        return None
    passage = Passage(start, start + len(quote))
    return ReadEvent(
        type=EventType(kind),
        passage=passage,
        moment=_moment(row.get("date")),
        place=_place(row.get("place"), article.text),
        count=_count(row.get("count"), row.get("bound"), quote),
        people=_people(row.get("people"), article.text),
        organisations=tuple(name for name in _texts(row.get("organisations")) if name in article.text),
        countries=_countries(row.get("countries")),
        nationalities=_countries(row.get("nationalities")),
        from_country=_country(row.get("from_country")),
        to_country=_country(row.get("to_country")),
        amount=_amount(row, quote),
        cumulative=row.get("cumulative") is True,
        speaker=_within(row.get("speaker"), article.text),
        mentions=(passage,),
        confidence=0.5,
    )


def _moment(words: Any) -> Moment | None:
    if not isinstance(words, str):
        return None
    try:
        first, precision = publication_day(words)
    except ValueError:
        return None
    if first is None:
        return None
    return Moment(first, first, Precision(precision), words, "stated by the endpoint")


def _place(value: Any, text: str) -> EventPlace | None:
    name = _within(value.get("name") if isinstance(value, dict) else value, text)
    if not name:
        return None
    return EventPlace(name, _country(value.get("country")) if isinstance(value, dict) else None)


def _count(value: Any, bound: Any, quote: str) -> Count | None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < LARGEST_COUNT:
        return None
    return Count(value, Bound(bound) if isinstance(bound, str) and bound in set(Bound) else Bound.EXACT, quote[:200])


def _amount(row: dict[str, Any], quote: str) -> Amount | None:
    value = row.get("amount")
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < LARGEST_COUNT:
        return None
    currency = row.get("currency")
    known = currency if isinstance(currency, str) and ISO_CURRENCY.fullmatch(currency) else None
    return Amount(float(value), known, Bound.EXACT, quote[:200])


def _people(value: Any, text: str) -> tuple[PersonMention, ...]:
    rows = value[:MOST_NAMES] if isinstance(value, list) else []
    found = []
    for row in rows:
        name = _within(row.get("name"), text) if isinstance(row, dict) else None
        if name:
            found.append(PersonMention(name, _within(row.get("role"), text)))
    return tuple(found)


def _texts(value: Any) -> list[str]:
    """Return the words of a list, each once."""
    words = [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []
    return list(dict.fromkeys(words))[:MOST_NAMES]


def _countries(value: Any) -> tuple[str, ...]:
    return tuple(code for code in _texts(value) if ISO_COUNTRY.fullmatch(code))


def _country(value: Any) -> str | None:
    return value if isinstance(value, str) and ISO_COUNTRY.fullmatch(value) else None


def _within(value: Any, text: str) -> str | None:
    return value if isinstance(value, str) and value.strip() and value in text else None
