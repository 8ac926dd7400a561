"""The map: where what the sources say happened, in a period, no more exactly than it is known."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.labels import LEVELS
from noharbor.desk.widgets.map_marks import marks_of
from noharbor.desk.widgets.map_routes import routes_of
from noharbor.desk.widgets.map_sites import sites_of
from noharbor.desk.widgets.months import Month, MonthField, as_drawn
from noharbor.desk.widgets.outlines import outlines_at_hand
from noharbor.record.access.models import Member
from noharbor.record.reading import placed
from noharbor.record.reading.placed import Period
from noharbor.record.reading.vocabulary import EVENT_TYPE_CHOICES
from noharbor.science.places.projection import REGION, WIDTH

#: Months that are shown unless asked otherwise.
LATELY = 12


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map to begin with.

    Attributes:
        name: For addresses and the stylesheet, which has a scale for each.
        label: In words.
        west: Longitude of its left edge, in degrees.
        north: Latitude of its upper edge, in degrees.
        kilometres: How wide and high it is.
        level: The scale at which labels are shown until the browser has measured its window.
    """

    name: str
    label: str | Promise
    west: float
    north: float
    kilometres: float
    level: int

    @property
    def box(self) -> str:
        """As SVG writes it."""
        left, top = REGION.project(self.north, self.west)
        side = REGION.units(self.kilometres * 1000)
        return f"{left:.1f} {top:.1f} {side:.1f} {side:.1f}"

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the map, in its units, lies in this part."""
        left, top = REGION.project(self.north, self.west)
        side = REGION.units(self.kilometres * 1000)
        return left <= x <= left + side and top <= y <= top + side


#: From the whole to the near.
VIEWS = (
    View("region", _("whole region"), 85.0, 41.0, 5560, 1),
    View("mekong", _("Mekong"), 91.5, 29.3, 2400, 2),
    View("triangle", _("Golden Triangle"), 97.5, 23.4, 680, 3),
    View("moei", _("Moei river"), 97.4, 17.75, 230, 5),
    View("gulf", _("Cambodia"), 101.5, 16.2, 780, 3),
)


class MapFilter(forms.Form):
    """What to show; an empty field asks nothing."""

    first = MonthField(label=_("From month"), required=False)
    last = MonthField(label=_("To month"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    view = forms.ChoiceField(
        label=_("Part of the map"), required=False, choices=[(one.name, one.label) for one in VIEWS]
    )

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.fields["kind"].choices = [("", _("all kinds")), *EVENT_TYPE_CHOICES]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["first"] > said["last"]:
            self.add_error("last", _("The last month lies before the first. Swap them or clear one."))
        return said


@dataclass(frozen=True, slots=True)
class Months:
    """The months that are shown, and those there are.

    Attributes:
        first: First month shown.
        last: Last month shown.
        earliest: First month of which anything is said.
        latest: Last month of which anything is said.
    """

    first: Month
    last: Month
    earliest: Month
    latest: Month

    @property
    def period(self) -> Period:
        """The days that are shown."""
        return Period(self.first.first, self.last.last)

    @property
    def words(self) -> str:
        """The months that are shown, in words."""
        if self.first == self.last:
            return self.first.words
        return gettext("%(first)s to %(last)s") % {"first": self.first.words, "last": self.last.words}

    @property
    def length(self) -> int:
        """How many months are shown."""
        return self.last.number - self.first.number + 1

    @property
    def steps(self) -> int:
        """The last step of the slider, whose first is 0."""
        return self.latest.number - self.earliest.number

    @property
    def first_step(self) -> int:
        """Where the slider's left end stands."""
        return max(0, self.first.number - self.earliest.number)

    @property
    def last_step(self) -> int:
        """Where the slider's right end stands."""
        return min(self.steps, self.last.number - self.earliest.number)


def map_page(request: HttpRequest) -> HttpResponse:
    """Show where statements fell, and between which states people were handed over."""
    asked = MapFilter(request.GET)
    asked.is_valid()
    member = member_of(request)
    months = _months(member, asked)
    kind = asked.cleaned_data.get("kind", "")
    at_hand = outlines_at_hand()
    counted = placed.count(member, months.period, kind)
    routes = routes_of(counted.routes, lambda left, reached: _events(months.period, "", route=f"{left}-{reached}"))
    context = {
        "form": asked,
        "months": months,
        "view": _view(asked),
        "levels": " ".join(str(level) for level in LEVELS),
        "whole": f"{max(WIDTH, REGION.height):.0f}",
        "marks": marks_of(
            counted.places,
            at_hand.known,
            lambda place: _events(months.period, kind, at=place),
            around=[route.wanted for route in routes if route.path],
        ),
        "routes": routes,
        "sites": sites_of(months.period, at_hand.known),
        "outlines": at_hand,
        "earlier": _shifted(request, months, -months.length),
        "later": _shifted(request, months, months.length),
    }
    return render(request, "desk/map.html#results" if is_partial(request) else "desk/map.html", context)


def _months(member: Member, asked: MapFilter) -> Months:
    """What was asked for; without it the last twelve months of which anything is said."""
    span = placed.span_of(member)
    today = timezone.localdate()
    spoken_of = as_drawn(span) if span else Period(today, today)
    earliest, latest = Month.of(spoken_of.first), Month.of(spoken_of.last)
    said = asked.cleaned_data
    last = said.get("last") or max(said.get("first") or earliest, min(latest, Month.of(today)))
    first = said.get("first") or min(last, max(earliest, last.after(1 - LATELY)))
    return Months(first, max(first, last), min(earliest, first), max(latest, last))


def _view(asked: MapFilter) -> View:
    return next((one for one in VIEWS if one.name == asked.cleaned_data.get("view")), VIEWS[0])


def _events(period: Period, kind: str, **asked: str) -> str:
    """The address of the list of the statements that a mark stands for."""
    asked |= {"first": period.first.isoformat(), "last": period.last.isoformat()} | ({"kind": kind} if kind else {})
    return f"{resolve_url('events')}?{urlencode(asked)}"


def _shifted(request: HttpRequest, months: Months, by: int) -> str:
    """The address of the same map so many months on; empty where nothing is said of any of them."""
    first, last = months.first.after(by), months.last.after(by)
    if last < months.earliest or first > months.latest:
        return ""
    asked = request.GET.copy()
    asked["first"], asked["last"] = str(first), str(last)
    return f"?{asked.urlencode()}"
