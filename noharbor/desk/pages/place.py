"""One place of the gazetteer: its names, how exactly it is known, and what is said to have happened there."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from noharbor.desk.pages.map import VIEWS
from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.keyset import Cursor
from noharbor.desk.widgets.months import Month, as_drawn
from noharbor.desk.widgets.place_shown import PlaceShown, place_shown, within_shown
from noharbor.desk.widgets.said import said_of
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.placed import Period
from noharbor.record.reading.there import counted_within, span_among, statements_at, written_as
from noharbor.science.places.place import all_places, within


def place(request: HttpRequest, place: str) -> HttpResponse:
    """Show a place; whoever may read nothing about it sees what the gazetteer knows, as everybody does."""
    if place not in all_places():
        raise Http404
    member, shown = member_of(request), place_shown(all_places()[place])
    rows = statements_at(place, member)
    said = said_of(rows, Cursor.parse(request.GET.get("after", "")))
    note_reading(said.shown, by=member)
    context = {"place": shown, "said": said}
    if not said.is_later:
        written, span = written_as(rows), span_among(rows)
        note_reading((one.statement for one in written), by=member)
        context |= {
            "written": written,
            "within": within_shown(counted_within(within(place), member)),
            "on_map": _on_map(shown, span) if span else "",
        }
    return render(request, "desk/place.html", context)


def _on_map(shown: PlaceShown, span: Period) -> str:
    """The map from the first month to the last of which anything is said, as near as it shows the place."""
    if shown.drawing is None:
        return ""
    x, y = shown.drawing.label
    view = next((one for one in reversed(VIEWS) if one.holds(x, y)), VIEWS[0])
    drawn = as_drawn(span)
    asked = {"first": Month.of(drawn.first), "last": Month.of(drawn.last), "view": view.name}
    return f"{resolve_url('map')}?{urlencode(asked)}"
