"""What happened, by all sources a member may read: a list with filters."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.countries import NEAR, country_choices, country_name
from noharbor.desk.widgets.keyset import Cursor, page_of
from noharbor.desk.widgets.numbers import COUNT_CAP
from noharbor.desk.widgets.places import place_name
from noharbor.record.reading import queries
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import at_place, on_route
from noharbor.record.reading.vocabulary import EVENT_TYPE_CHOICES, StatementState

#: Rows of a page.
SIZE = 50
#: The choice of states that lists show unless asked for others.
STANDING = "standing"
STATE_CHOICES = [
    (STANDING, _("proposed and confirmed")),
    (StatementState.PROPOSED.value, _("only proposed")),
    (StatementState.CONFIRMED.value, _("only confirmed")),
    (StatementState.REJECTED.value, _("rejected")),
    (StatementState.CORRECTED.value, _("corrected")),
]


class EventFilter(forms.Form):
    """What to look for; an empty field asks nothing."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    first = forms.DateField(label=_("From day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    country = forms.ChoiceField(label=_("Country or region"), required=False)
    place = forms.CharField(label=_("Place"), required=False, max_length=100)
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATE_CHOICES)
    words = forms.CharField(label=_("Words in the passage"), required=False, max_length=100)
    #: Set by the map: a place of the gazetteer, and two states as "MM-CN".
    at = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    route = forms.RegexField(r"^[A-Z]{2}-[A-Z]{2}$", required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.fields["kind"].choices = [("", _("all kinds")), *EVENT_TYPE_CHOICES]  # type: ignore[attr-defined]
        countries = country_choices()
        near, others = countries[: len(NEAR)], countries[len(NEAR) :]
        self.fields["country"].choices = [  # type: ignore[attr-defined]
            ("", _("all countries")),
            (_("Region"), near),
            (_("World"), others),
        ]

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["first"] > said["last"]:
            self.add_error("last", _("The last day lies before the first. Swap them or clear one."))
        return said

    @property
    def asks(self) -> bool:
        """Whether anything was asked for."""
        return any(value for value in self.cleaned_data.values())

    @property
    def narrowed(self) -> str:
        """What the map asked for, in words; empty when it asked nothing."""
        if self.cleaned_data.get("route"):
            left, reached = self.cleaned_data["route"].split("-")
            return _("Only handovers from %(left)s to %(reached)s.") % {
                "left": country_name(left),
                "reached": country_name(reached),
            }
        place = place_name(self.cleaned_data.get("at", ""))
        return _("Only what is said of this place: %(place)s.") % {"place": place} if place else ""

    def apply(self, rows: QuerySet[Statement]) -> QuerySet[Statement]:
        """Keep the rows that fit what was asked; fields in error ask nothing."""
        said = self.cleaned_data
        rows = rows.filter(state__in=_states(said.get("state", "")))
        if said.get("kind"):
            rows = rows.filter(kind=said["kind"])
        if said.get("country"):
            rows = rows.filter(place_country=said["country"])
        if said.get("at"):
            rows = rows.filter(at_place(said["at"]))
        if said.get("route"):
            rows = rows.filter(on_route(*said["route"].split("-")))
        if said.get("first"):
            # An event counts when the days its words allow reach into the period.
            rows = rows.filter(moment_last__gte=said["first"])
        if said.get("last"):
            rows = rows.filter(moment_first__lte=said["last"])
        for field, column in (("place", "place_name"), ("speaker", "speaker")):
            if said.get(field):
                rows = rows.filter(**{f"{column}__icontains": said[field]})
        for word in str(said.get("words", "")).split():
            rows = rows.filter(quote__icontains=word)
        return rows


def events(request: HttpRequest) -> HttpResponse:
    """List events, newest first, fifty at a time."""
    asked = EventFilter(request.GET)
    asked.is_valid()
    matching = asked.apply(queries.visible_to(member_of(request)))
    after = Cursor.parse(request.GET.get("after", ""))
    rows, following = page_of(matching.select_related("source"), after, size=SIZE)
    note_reading(rows, by=member_of(request))
    context = {
        "form": asked,
        "asks": asked.asks,
        "rows": rows,
        "count": len(rows) if following is None and after is None else matching.order_by()[: COUNT_CAP + 1].count(),
        "later": _address(request, following) if following else "",
        "first_page": _address(request, None) if after else "",
    }
    return render(request, "desk/events.html#results" if is_partial(request) else "desk/events.html", context)


def _states(asked: str) -> tuple[str, ...]:
    return queries.STANDING if asked in {"", STANDING} else (asked,)


def _address(request: HttpRequest, after: Cursor | None) -> str:
    asked = request.GET.copy()
    asked.pop("after", None)
    if after:
        asked["after"] = str(after)
    # Empty fields of the form only make addresses long.
    for name in [name for name, value in asked.items() if not value]:
        del asked[name]
    return f"?{asked.urlencode()}"
