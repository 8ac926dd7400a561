"""Which addresses there are to visit: every page of `PAGES`, and more questions to some."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus

#: What pages are asked beside their bare address.
FURTHER = {
    "events": ("?kind=handover", "?country=MM&kind=arrest", "?words=bridge"),
    "map": ("?first=2023-07&last=2023-07", "?first=2023-01&last=2023-12", "?first=2021-01&last=2026-12"),
    "search": ("?q=bridge", "?q=wang", "?q=nowhere"),
    "inbox": ("?show=review",),
    "reconciliation-result": ("?form=lines",),
}
#: What stands in angle brackets in the path of a page, without its converter.
_THING = re.compile(r"<\w+:(\w+)>")
#: Pages that only act, lead elsewhere, or show a member nothing because they may not see it.
_SHOWS_NOTHING = {
    HTTPStatus.FOUND,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
}
NOBODY = "nobody"
VISITORS = ("asha", "chai", NOBODY)


@dataclass(frozen=True)
class Visit:
    """An address that shows somebody something.

    Attributes:
        page: Name of the page.
        address: Below the node's own.
        who: One of `VISITORS`.
        queries: What it asks the database.
    """

    page: str
    address: str
    who: str
    queries: int


def things_of_paths() -> set[str]:
    """Return what the paths of all pages name: a source, a pair."""
    from noharbor.desk.pages import PAGES

    return {thing for page in PAGES for thing in _THING.findall(page.path)}


def _source():
    from noharbor.record.intake.models import Source

    return Source.objects.get(name="report-1.txt")


def _spoken_of():
    """The person who is named most; a site leads to the page of its place."""
    from django.db.models import Count

    from noharbor.record.linkage.models import Appearance
    from noharbor.record.linkage.vocabulary import EntityKind

    entities = Appearance.objects.filter(kind=EntityKind.PERSON).values("entity").annotate(all=Count("pk"))
    return entities.order_by("-all", "entity").values_list("entity", flat=True)[0]


def _named_most():
    """The place that most statements name."""
    from django.db.models import Count

    from noharbor.record.reading.models import Statement

    places = Statement.objects.exclude(place="").values("place").annotate(all=Count("pk"))
    return places.order_by("-all", "place").values_list("place", flat=True)[0]


def _first(model: str):
    from django.apps import apps

    return apps.get_model(model).objects.earliest("pk").pk


#: By the names that stand in paths: which of its kind is visited.
THINGS: Mapping[str, Callable[[], object]] = {
    "arrival": lambda: _source().arrivals.get().pk,
    "counted": lambda: "moved",
    "entity": _spoken_of,
    "pair": lambda: _first("linkage.Pair"),
    "place": _named_most,
    "reconciliation": lambda: _first("linkage.Reconciliation"),
    "scope": lambda: "MM-CN",
    "source": lambda: _source().pk,
    "statement": lambda: _source().statements.earliest("passage_start").pk,
    "table": lambda: _first("intake.SourceTable"),
}


def addresses(here: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the name of every page with each address it is visited at."""
    from django.urls import reverse

    from noharbor.desk.pages import PAGES

    for page in PAGES:
        address = reverse(page.name, kwargs={thing: here[thing] for thing in _THING.findall(page.path)})
        for question in ("", *FURTHER.get(page.name, ())):
            yield page.name, address + question


def visits() -> Iterator[Visit]:
    """Give what shows each visitor something, with what it asks the database."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from noharbor.record.access.models import Member

    settings.ALLOWED_HOSTS = ["*"]
    here = {name: find() for name, find in THINGS.items()}
    for who in VISITORS:
        client = Client()
        if who != NOBODY:
            client.force_login(Member.objects.get(username=who), backend=settings.AUTHENTICATION_BACKENDS[0])
        for page, address in addresses(here):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                status = client.get(address).status_code
            if status not in _SHOWS_NOTHING:
                assert status == HTTPStatus.OK, f"{address} answers {who} with {status}"
                yield Visit(page, address, who, len(queries))


def tell() -> None:
    """Print all visits of the node that NOHARBOR_HOME names, one a line."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    # That a page refuses or only acts is found out by asking it, and no news.
    logging.disable(logging.WARNING)
    for visit in visits():
        print(json.dumps(asdict(visit)))
