# ruff: noqa: ARG001  Django gives its handlers more than a sentence needs.
"""Pages for when something is not there, not allowed or broken: calm, and with a way on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from noharbor.record.access.errors import NotAllowed


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here, in the same words whether it is absent or hidden."""
    return _refuse(
        request,
        404,
        _("There is nothing here that you may see"),
        _("The address may be mistyped, or what stood here is not open to you. Both look the same on purpose."),
    )


def not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    """Say what was not allowed, and why."""
    return _refuse(request, 403, _("You may not do this"), str(refusal.reason))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the server refused, without a reason to tell."""
    return _refuse(
        request, 403, _("You may not do this"), _("Go back, or ask the owner of your body's desk for leave.")
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old to be trusted; Django calls this when its token is missing or wrong."""
    return _refuse(
        request,
        403,
        _("This page was open for too long"),
        _("To be safe, nothing was changed. Go back, load the page anew, and do it once more."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request made no sense."""
    return _refuse(
        request, 400, _("This request could not be understood"), _("Nothing was changed. Go back and try once more.")
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the node failed. Uses no database, since that may be what failed."""
    return _refuse(
        request,
        500,
        _("Something went wrong on this node"),
        _("What was already received is safe. Try again in a moment; if it stays, tell whoever runs this node."),
        template="desk/broken.html",
    )


def _refuse(
    request: HttpRequest, status: int, title: str, sentence: str, *, template: str = "desk/refusal.html"
) -> HttpResponse:
    """Answer with a page, or with a notice where only a part of a page was asked for."""
    context = {"title": title, "sentence": sentence, "status": status}
    if request.headers.get("HX-Request") != "true":
        return render(request, template, context, status=status)
    response = render(request, "desk/parts/refusal_notice.html", context, status=status)
    response.headers["HX-Retarget"] = "#notices"
    response.headers["HX-Reswap"] = "innerHTML"
    return response
