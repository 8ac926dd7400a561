"""Who I am, and what I may do and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from noharbor.desk.pages.page import member_of
from noharbor.record.access.decisions import may
from noharbor.record.access.vocabulary import Permission


def account(request: HttpRequest) -> HttpResponse:
    """Show the member to themselves: name, body, offices, and each permission with its reason."""
    member = member_of(request)
    today = timezone.localdate()
    context = {
        "member": member,
        "holdings": member.holdings.select_related("office__body").order_by("-first_day"),
        "today": today,
        "verdicts": [
            (permission.label, may(member, permission))
            for permission in Permission
            if permission is not Permission.SOURCE_READ
        ],
    }
    return render(request, "desk/account.html", context)
