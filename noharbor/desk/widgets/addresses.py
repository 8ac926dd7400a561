"""Where a click leads: the lit words of a statement, and the page of a place."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from noharbor.record.reading.models import Statement
from noharbor.science.places.place import all_places


def lit_at(source: UUID, statement: UUID) -> str:
    """Return the address of a statement's words, lit, beside the others of its source."""
    return f"{reverse('source', kwargs={'source': source})}?statement={statement}#statement-{statement}"


def lit_address(statement: Statement) -> str:
    """Return the same by the statement itself."""
    return lit_at(statement.source_id, statement.pk)


def place_address(statement: Statement) -> str:
    """Return the page of the place a statement names, else of its state; empty where the gazetteer has neither."""
    known = statement.place in all_places()
    place = statement.place if known else f"country-{statement.place_country.lower()}"
    return reverse("place", kwargs={"place": place}) if place in all_places() else ""
