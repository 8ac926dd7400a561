"""What a page is: its name, address, view, and who may open it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.functional import Promise

from noharbor.desk.pages import refusals
from noharbor.record.access.decisions import permitted, require
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission

View = Callable[..., HttpResponseBase]
#: Under which name a request carries what its member may do.
_PERMITTED = "_permitted"


class Who(StrEnum):
    """Who may open a page, where no single permission says so."""

    ANYBODY = "anybody"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Page:
    """One page, or one thing a page can do.

    Attributes:
        name: What addresses and redirects call it.
        path: Its address, as Django's `path` reads it.
        view: The function that answers.
        label: What the navigation calls it; empty for what is reached from elsewhere.
        may: Who may open it. What they then see is decided by the queries alone.
    """

    name: str
    path: str
    view: View
    label: str | Promise = ""
    may: Who | Permission = Who.MEMBERS


def guarded(page: Page) -> View:
    """Return the page's view behind its door: signed in where needed, refused with a reason and never with an error."""

    @wraps(page.view)
    def view(request: HttpRequest, **arguments: object) -> HttpResponseBase:
        if page.may is not Who.ANYBODY and not isinstance(request.user, Member):
            return _to_sign_in(request)
        try:
            if isinstance(page.may, Permission) and page.may not in permitted_to(request):
                # Asked again, for the reason.
                require(member_of(request), page.may)
            return page.view(request, **arguments)
        except NotAllowed as refusal:
            return refusals.not_allowed(request, refusal)

    return view


def member_of(request: HttpRequest) -> Member:
    """Return who asks, on a page that only members reach."""
    if not isinstance(request.user, Member):
        raise TypeError("Only pages for members know a member.")
    return request.user


def permitted_to(request: HttpRequest) -> frozenset[Permission]:
    """Return what whoever asks may do in general, asked once for door and navigation; nothing for a stranger."""
    found: frozenset[Permission] | None = getattr(request, _PERMITTED, None)
    if found is None:
        found = permitted(request.user) if isinstance(request.user, Member) else frozenset()
        setattr(request, _PERMITTED, found)
    return found


def is_partial(request: HttpRequest) -> bool:
    """Return whether only a part of the page was asked for, to be put into the page that is open."""
    return request.headers.get("HX-Request") == "true"


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if not is_partial(request):
        return redirect_to_login(request.get_full_path() if request.method == "GET" else resolve_url("inbox"))
    # A part of a page cannot hold a sign-in form: the browser is sent there as a whole, and back to where it was.
    response = HttpResponse(status=401)
    here = request.headers.get("HX-Current-URL") or resolve_url("inbox")
    response.headers["HX-Redirect"] = redirect_to_login(here).url
    return response
