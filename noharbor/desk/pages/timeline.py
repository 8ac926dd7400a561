"""The timeline: when things happened by what the sources say, from years to one day, no more exactly than is known."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.countries import NEAR, country_choices
from noharbor.desk.widgets.days import DayField
from noharbor.desk.widgets.months import Month, as_drawn
from noharbor.desk.widgets.timeline_axis import DRAWN, axis_of, say_hours
from noharbor.desk.widgets.timeline_bars import crowded
from noharbor.desk.widgets.timeline_counts import counts_of
from noharbor.desk.widgets.timeline_lanes import Links, counted_lanes, told_lanes
from noharbor.desk.widgets.timeline_scale import (
    Scale,
    closer_to,
    days_in,
    farther_from,
    say_period,
    shifted,
    whole_months,
)
from noharbor.record.access.models import Member
from noharbor.record.reading import timed
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.models import Statement
from noharbor.record.reading.placed import Period, span_of
from noharbor.record.reading.timed import Asked, By, Span, days_of
from noharbor.record.reading.vocabulary import EVENT_TYPE_CHOICES

#: Months that are shown unless asked otherwise.
LATELY = 12
#: Up to so many statements are drawn one by one; more are counted.
MOST_TOLD = 80
LANES = ((By.KIND.value, _("kind")), (By.COUNTRY.value, _("country or region")), (By.PARTY.value, _("party")))


class TimelineFilter(forms.Form):
    """What to show; an empty field asks nothing."""

    first = DayField(label=_("From day"), required=False)
    last = DayField(label=_("To day"), required=False, end=True)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    country = forms.ChoiceField(label=_("Country or region"), required=False)
    party = forms.ChoiceField(label=_("Party"), required=False)
    lanes = forms.ChoiceField(label=_("A lane for each"), required=False, choices=LANES)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        countries = country_choices()
        named_ones = [(_("Region"), countries[: len(NEAR)]), (_("World"), countries[len(NEAR) :])]
        self.fields["kind"].choices = [("", _("all kinds")), *EVENT_TYPE_CHOICES]  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", _("all countries")), *named_ones]  # type: ignore[attr-defined]
        self.fields["party"].choices = [("", _("all parties")), *named_ones]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["first"] > said["last"]:
            self.add_error("last", _("The last day lies before the first. Swap them or clear one."))
        return said

    @property
    def by(self) -> By:
        """What the lanes stand for."""
        return By(self.cleaned_data.get("lanes") or By.KIND)

    def asked(self, period: Period) -> Asked:
        """What to look at in a period."""
        said = self.cleaned_data
        return Asked(period, said.get("kind", ""), said.get("country", ""), said.get("party", ""))

    def address(self, period: Period | None = None, **changed: str) -> str:
        """The address of this timeline, of another period or with something else asked."""
        said = {name: self.cleaned_data.get(name) or "" for name in ("kind", "country", "party", "lanes")} | changed
        drawn = as_drawn(period) if period else None
        written = {"first": _written(drawn.first, drawn), "last": _written(drawn.last, drawn)} if drawn else {}
        return "?" + urlencode({name: value for name, value in {**written, **said}.items() if value})


def timeline_page(request: HttpRequest) -> HttpResponse:
    """Show when statements fell: one by one where they are few, counted where they are many."""
    asked = TimelineFilter(request.GET)
    asked.is_valid()
    member = member_of(request)
    everything = _everything(member)
    scale = Scale.of(_period(asked, everything))
    wanted = asked.asked(scale.period)
    spans = timed.spans(member, wanted, asked.by, scale.grain, with_country=scale.in_hours)
    inside = sum(span.statements for span in spans if span.within(scale.period))
    context = {
        "form": asked,
        "shown": say_period(scale.period),
        "first": scale.period.first.isoformat(),
        "last": scale.period.last.isoformat(),
        "in_hours": scale.in_hours,
        "drawn": DRAWN,
        "inside": inside,
        "reaching": sum(span.statements for span in spans) - inside,
        "undated": timed.undated(member, wanted),
        "axis": axis_of(scale, asked.address),
        **_drawing(member, asked, scale, spans, few=inside <= MOST_TOLD),
        **_around(asked, scale, spans, everything),
    }
    return render(request, "desk/timeline.html#results" if is_partial(request) else "desk/timeline.html", context)


def _everything(member: Member) -> Period:
    """From the first day of which anything is said to the last, as far as calendars are drawn."""
    span = span_of(member)
    today = timezone.localdate()
    return as_drawn(span) if span else Period(today, today)


def _period(asked: TimelineFilter, everything: Period) -> Period:
    """What was asked for; without it the last twelve months of which anything is said."""
    said = asked.cleaned_data
    lately = min(everything.last, timezone.localdate())
    last = said.get("last") or Month.of(max(said.get("first") or everything.first, lately)).last
    year_before = max(everything.first, Month.of(last).after(1 - LATELY).first)
    first = said.get("first") or Month.of(min(last, year_before)).first
    return Period(first, max(first, last))


def _drawing(
    member: Member, asked: TimelineFilter, scale: Scale, spans: Sequence[Span], *, few: bool
) -> dict[str, Any]:
    """The lanes, and the list of the same."""
    links = Links(asked.address, lambda code: asked.address(scale.period, **{asked.by.value: code}))
    if not few:
        together = crowded(spans, scale)
        counts = counts_of(together, scale, asked.by, asked.address)
        return {"lanes": counted_lanes(together, scale, asked.by, links), "counts": counts}
    told = timed.told(member, asked.asked(scale.period))
    note_reading(told, by=member)
    reaching = [span for span in spans if not span.within(scale.period)]
    return {
        "lanes": told_lanes(told, reaching, scale, asked.by, links),
        "told": [(statement, _hours(statement) if scale.in_hours else "") for statement in told],
        "counts": counts_of(reaching, scale, asked.by, asked.address),
    }


def _hours(statement: Statement) -> str:
    return say_hours(*days_of(statement), statement.place_country)


def _around(asked: TimelineFilter, scale: Scale, spans: Iterable[Span], everything: Period) -> dict[str, str]:
    """The addresses of what lies closer, farther, earlier and later, and of the same on other pages; empty for none."""
    fell: Counter[Period] = Counter()
    for span in spans:
        if span.within(scale.period):
            fell[Period(span.first, span.last)] += span.statements
    near, far = closer_to(scale, fell), farther_from(scale, everything)
    before, after = shifted(scale.period, -1), shifted(scale.period, 1)
    said = asked.cleaned_data
    days = {"first": scale.period.first.isoformat(), "last": scale.period.last.isoformat()}
    months = {"first": days["first"][:7], "last": days["last"][:7]}
    listed = {name: said.get(name) for name in ("kind", "country") if said.get(name)}
    return {
        "closer": asked.address(near) if near else "",
        "closer_words": say_period(near) if near else "",
        "farther": asked.address(far) if far else "",
        "farther_words": say_period(far) if far else "",
        "earlier": asked.address(before) if before.last >= everything.first else "",
        "later": asked.address(after) if after.first <= everything.last else "",
        "on_map": f"{resolve_url('map')}?{urlencode(months | ({'kind': said['kind']} if said.get('kind') else {}))}",
        "in_list": "" if said.get("party") else f"{resolve_url('events')}?{urlencode(days | listed)}",
    }


def _written(day: datetime.date, period: Period) -> str:
    """A day as addresses write it; months where the period is of whole months."""
    return str(Month.of(day)) if whole_months(period) and days_in(period) > 1 else day.isoformat()
