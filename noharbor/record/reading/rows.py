"""From an event, which is a value, to the columns of a statement, which is a row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from noharbor.science.language.events import ReadEvent
from noharbor.science.places import find_places

#: Numbers beyond these are no counts of people and no sums of money; a database could not hold many of them.
LARGEST_COUNT = 10**15
LARGEST_AMOUNT = 10.0**20

#: What a correction may change. Where a statement stands in its source is not among it.
CORRECTABLE = (
    "kind",
    "moment_first",
    "moment_last",
    "moment_precision",
    "place_name",
    "place_country",
    "count",
    "count_bound",
    "amount",
    "currency",
    "from_country",
    "to_country",
    "speaker",
    "cumulative",
    "measure",
    "detail",
)


def columns(event: ReadEvent, text: str) -> dict[str, Any]:
    """Return the columns of the statement that says what `event` says.

    Args:
        event: What an engine found.
        text: The text it was found in.

    Returns:
        Keyword arguments for `Statement`, without source, author and marking. Over-long words are cut at the column's
        width; the passage keeps them whole.
    """
    return _where(event, text) | _when(event) | _how_many(event) | _who(event)


def _where(event: ReadEvent, text: str) -> dict[str, Any]:
    return {
        "kind": event.type.value,
        "passage_start": event.passage.start,
        "passage_end": event.passage.end,
        "quote": text[event.passage.start : event.passage.end],
        "place_name": event.place.name[:200] if event.place else "",
        "place_country": (event.place.country or "") if event.place else "",
        "place": (event.place.place_id or "") if event.place else "",
        "from_country": event.from_country or "",
        "to_country": event.to_country or "",
    }


def found_place(name: str, country: str, language: str) -> str:
    """Find the place that a member names in place of another.

    Args:
        name: As the member wrote it.
        country: ISO 3166-1 alpha-2, as the member says; empty where it is not said.
        language: BCP 47 tag of the source, by which ambiguous names are read.

    Returns:
        Its id in the gazetteer; empty where the name is not that of one place there, or that place lies elsewhere.
    """
    found = find_places(name, language)
    if len(found) != 1 or found[0].words != name.strip():
        return ""
    place = found[0].place
    return place.id if not country or country in place.countries else ""


def _when(event: ReadEvent) -> dict[str, Any]:
    moment = event.moment
    if moment is None:
        return {}
    return {
        "moment_first": moment.first,
        "moment_last": moment.last,
        "moment_precision": moment.precision.value,
        "moment_words": moment.words[:200],
        "moment_resolved_by": moment.resolved_by[:100],
    }


def _how_many(event: ReadEvent) -> dict[str, Any]:
    found: dict[str, Any] = {"cumulative": event.cumulative, "measure": (event.measure or "")[:300]}
    if event.count and abs(event.count.value) <= LARGEST_COUNT:
        found |= {
            "count": event.count.value,
            "count_bound": event.count.bound.value,
            "count_words": event.count.words[:200],
        }
    if event.amount and abs(event.amount.value) <= LARGEST_AMOUNT:
        found |= {
            "amount": Decimal(str(event.amount.value)).quantize(Decimal("0.01")),
            "currency": (event.amount.currency or "")[:8],
        }
    return found


def _who(event: ReadEvent) -> dict[str, Any]:
    detail = {
        "people": [{"name": person.name, "role": person.role} for person in event.people],
        "organisations": list(event.organisations),
        "countries": list(event.countries),
        "nationalities": list(event.nationalities),
        "fraud_types": list(event.fraud_types),
        "items": [{"what": item.what, "number": item.number} for item in event.items],
        "mentions": [[mention.start, mention.end] for mention in event.mentions],
    }
    if event.amount:
        detail |= {"amount_bound": event.amount.bound.value, "amount_words": event.amount.words}
    inherited = (("moment", event.moment_inherited), ("place", event.place_inherited))
    detail["inherited"] = [name for name, taken in inherited if taken]
    if event.moment:
        detail["moment_calendar"] = event.moment.calendar.value
    return {
        "speaker": (event.speaker or "")[:300],
        "confidence": event.confidence,
        "detail": {key: value for key, value in detail.items() if value},
    }
