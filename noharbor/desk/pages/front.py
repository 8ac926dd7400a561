"""The address of the node itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


def front(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  Every view is given its request.
    """Lead to the first room."""
    return redirect("inbox")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from here on, in this browser."""
    return set_language(request)
