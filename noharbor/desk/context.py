"""What every template may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from noharbor.desk.widgets.keys import Key, keys_of
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the navigation.

    Attributes:
        name: The page's name.
        label: What it is called.
        here: "page" on the room's own page, "true" on one that lies beneath it, else empty; as `aria-current` has it.
    """

    name: str
    label: str | Promise
    here: str


def desk(request: HttpRequest) -> dict[str, object]:
    """Return the node's name, the rooms this member may enter, and the page's keys, worked out only where shown."""
    return {
        "node_name": getattr(settings, "NODE_NAME", "") or _("This node"),
        "rooms": _rooms(request),
        "keys": _keys(request),
        "languages": settings.LANGUAGES,
    }


def _keys(request: HttpRequest) -> tuple[Key, ...]:
    return keys_of(request.resolver_match.url_name or "" if request.resolver_match else "")


def _rooms(request: HttpRequest) -> Callable[[], list[Room]]:
    # Imported late: the pages import widgets that import much, and a template without navigation needs none of it.
    from noharbor.desk.pages import PAGES
    from noharbor.desk.pages.page import permitted_to

    def rooms() -> list[Room]:
        if not isinstance(getattr(request, "user", None), Member):
            return []
        here = request.path_info.removeprefix("/")
        allowed = permitted_to(request)
        return [
            Room(page.name, page.label, "page" if here == page.path else "true" if here.startswith(page.path) else "")
            for page in PAGES
            if page.label and (not isinstance(page.may, Permission) or page.may in allowed)
        ]

    return rooms
