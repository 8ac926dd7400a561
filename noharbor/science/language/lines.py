"""Events and articles as JSON lines: the one shape in which readings leave and publication dates come in."""

from __future__ import annotations

from datetime import date
from typing import Any

from noharbor.science.language.events import Bound, ReadEvent

PRECISIONS = ("year", "month", "day")


def publication_day(words: str | None) -> tuple[date | None, str]:
    """Read a publication date written as YYYY, YYYY-MM or YYYY-MM-DD.

    Returns:
        The first day it allows and how much of it is known ("year", "month" or "day"); (None, "day") for nothing.

    Raises:
        ValueError: The words are no such date.
    """
    if not words:
        return None, "day"
    parts = [int(part) for part in words.strip().split("-")]
    if not 1 <= len(parts) <= len(PRECISIONS):
        raise ValueError(words)
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day), PRECISIONS[len(parts) - 1]


def event_line(event: ReadEvent, text: str) -> dict[str, Any]:
    """Return an event as a JSON-ready dictionary.

    Args:
        event: What a reader found.
        text: The text it was found in; the quote is cut from it.

    Returns:
        type, date (YYYY, YYYY-MM or YYYY-MM-DD), place {name, country}, count with at_least or approx,
        people [{name, role}], organisations, countries, nationalities, from_country, to_country, fraud_types, amount,
        currency, items [{what, n}], measure, speaker, quote. What the text does not say is null.
    """
    line: dict[str, Any] = {
        "type": event.type.value,
        "date": event.moment.iso if event.moment else None,
        "place": {"name": event.place.name, "country": event.place.country} if event.place else None,
        "count": event.count.value if event.count else None,
        "people": [{"name": person.name, "role": person.role} for person in event.people],
        "organisations": list(event.organisations),
        "countries": list(event.countries),
        "nationalities": list(event.nationalities),
        "from_country": event.from_country,
        "to_country": event.to_country,
        "fraud_types": list(event.fraud_types),
        "amount": event.amount.value if event.amount else None,
        "currency": event.amount.currency if event.amount else None,
        "items": [{"what": item.what, "n": item.number} for item in event.items],
        "measure": event.measure,
        "speaker": event.speaker,
        "quote": text[event.passage.start : event.passage.end],
    }
    if event.count and event.count.bound is Bound.AT_LEAST:
        line["at_least"] = True
    if event.count and event.count.bound is Bound.ABOUT:
        line["approx"] = True
    return line
