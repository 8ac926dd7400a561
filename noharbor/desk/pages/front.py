"""The address of the node itself, and what greets a first visit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from noharbor.desk.pages.page import member_of
from noharbor.record.access.actions import put_greeting_away


def front(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  Every view is given its request.
    """Lead to the first room."""
    return redirect("inbox")


@require_POST
def greeting_away(request: HttpRequest) -> HttpResponse:
    """Greet this member no longer."""
    put_greeting_away(member_of(request))
    return redirect("inbox")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from here on, in this browser."""
    return set_language(request)
