"""The log: what was done and which closed things were read, by whom and when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.log import OpenEntry, open_entries
from noharbor.record.audit.models import Entry
from noharbor.record.audit.queries import latest_entries
from noharbor.record.audit.vocabulary import Verb

#: Rows of a page.
SIZE = 100
KINDS = (
    ("", _("all things")),
    ("arrival", _("arrivals")),
    ("member", _("members")),
    ("pair", _("pairs")),
    ("reconciliation", _("comparisons of lists")),
    ("source", _("sources")),
    ("statement", _("statements")),
)


class EntryFilter(forms.Form):
    """What to look for in the log."""

    thing_kind = forms.ChoiceField(label=_("Kind of thing"), choices=KINDS, required=False)
    thing = forms.CharField(label=_("Identifier"), max_length=80, required=False)
    verb = forms.ChoiceField(label=_("What happened"), choices=[("", _("everything")), *Verb.choices], required=False)
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, readable."""

    entry: Entry
    at: datetime.datetime
    verb: str
    #: The address of the thing's own page, which opens for those who may read it; empty where it has none.
    opens: str = ""
    #: Which thing it was; empty where that is not the reader's to know.
    thing: str = ""
    details: tuple[tuple[str, object], ...] = ()
    #: True where further facts are kept from the reader.
    withheld: bool = False


def audit(request: HttpRequest) -> HttpResponse:
    """List the newest entries, with filters. The page asks for `audit:read`; whose entries, `widgets.log` says."""
    asked = EntryFilter(request.GET)
    asked.is_valid()
    entries = latest_entries()
    for field in ("thing_kind", "thing", "verb"):
        if value := asked.cleaned_data.get(field):
            entries = entries.filter(**{field: value})
    if before := asked.cleaned_data.get("before"):
        entries = entries.filter(sequence__lt=before)
    found, earlier = open_entries(entries, member_of(request), size=SIZE)
    if asked.cleaned_data.get("thing"):
        found = [opened for opened in found if opened.names_thing]
    kept = request.GET.copy()
    kept.pop("before", None)
    context = {
        "form": asked,
        "rows": [_row(opened) for opened in found],
        "earlier": earlier,
        "kept": kept.urlencode(),
    }
    return render(request, "desk/audit.html#results" if is_partial(request) else "desk/audit.html", context)


def _row(opened: OpenEntry) -> Row:
    entry, labels = opened.entry, dict(Verb.choices)
    details = tuple(entry.details.items())
    return Row(
        entry,
        datetime.datetime.fromisoformat(entry.at),
        str(labels.get(entry.verb, entry.verb)),
        _opens(entry) if opened.shows_detail else "",
        entry.thing if opened.names_thing else "",
        details if opened.shows_detail else (),
        withheld=bool(entry.thing) and not opened.shows_detail,
    )


def _opens(entry: Entry) -> str:
    if entry.thing_kind not in {"pair", "reconciliation", "source", "statement"} or not entry.thing:
        return ""
    return reverse(entry.thing_kind, kwargs={entry.thing_kind: entry.thing})
