"""A desk left alone closes itself."""

from __future__ import annotations

import os
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

#: Minutes without a request after which a member is signed out.
IDLE_MINUTES = int(os.environ.get("NOHARBOR_IDLE_MINUTES", "60"))
#: The moment of the last request is written at most this often, so that reading pages does not write to the database.
WRITE_EVERY_SECONDS = 120


def close_idle_desks(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Sign out a member whose last request lies too long ago, or whose first one does.

    A view that the page asks by itself sets `request.asked_by_itself`: it answers, and keeps no desk open.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        now = int(timezone.now().timestamp())
        if request.user.is_authenticated and _is_over(request, now):
            logout(request)
        response = get_response(request)
        if request.user.is_authenticated and not getattr(request, "asked_by_itself", False):
            _note_request(request, now)
        return response

    return middleware


def _is_over(request: HttpRequest, now: int) -> bool:
    idle = now - request.session.get("last_request", now)
    # Writing the session moves its own end: the whole day is counted here.
    open_for = now - request.session.get("first_request", now)
    return bool(idle > IDLE_MINUTES * 60 or open_for > settings.SESSION_COOKIE_AGE)


def _note_request(request: HttpRequest, now: int) -> None:
    request.session.setdefault("first_request", now)
    if now - request.session.get("last_request", 0) > WRITE_EVERY_SECONDS:
        request.session["last_request"] = now
