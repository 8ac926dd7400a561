"""Signing in and out."""

from __future__ import annotations

from django import forms
from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from noharbor.record.access import actions
from noharbor.record.access.errors import AccessError, TooManyAttempts
from noharbor.record.access.models import Member


class SignInForm(forms.Form):
    """A name and a password."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=60,
        error_messages={"required": gettext_lazy("Enter your user name")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=1000,
        error_messages={"required": gettext_lazy("Enter your password")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let a member in. What was wrong is never told apart."""
    onward = _onward(request)
    if isinstance(request.user, Member):
        return redirect(onward)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            member = actions.sign_in(
                form.cleaned_data["username"], form.cleaned_data["password"], address=_address(request)
            )
        except AccessError as problem:
            form.add_error(None, _said(problem))
        else:
            auth.login(request, member, backend="django.contrib.auth.backends.ModelBackend")
            return redirect(onward)
    status = 200 if request.method == "GET" else 422
    return render(request, "desk/sign_in.html", {"form": form, "onward": request.GET.get("next", "")}, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, Member):
        actions.sign_out(request.user)
    auth.logout(request)
    messages.success(request, _("You are signed out."))
    return redirect("sign-in")


def _onward(request: HttpRequest) -> str:
    """Where to go once signed in: the page asked for, as long as it is on this node."""
    asked = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else resolve_url("inbox")


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))[:64]


def _said(problem: AccessError) -> str:
    if isinstance(problem, TooManyAttempts):
        minutes = max(1, round(problem.wait_seconds / 60))
        return ngettext(
            "Too many attempts to sign in. Wait %(minutes)s minute, then try again.",
            "Too many attempts to sign in. Wait %(minutes)s minutes, then try again.",
            minutes,
        ) % {"minutes": minutes}
    return _("The name or the password is not right. Check both and try again.")
