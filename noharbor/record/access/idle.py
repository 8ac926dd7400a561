"""A desk left alone closes itself."""

from __future__ import annotations

import os
from collections.abc import Callable

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
    """Sign out a member whose last request lies too long ago."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            last = request.session.get("last_request", now)
            if now - last > IDLE_MINUTES * 60:
                logout(request)
            elif now - last > WRITE_EVERY_SECONDS or "last_request" not in request.session:
                request.session["last_request"] = now
        return get_response(request)

    return middleware
