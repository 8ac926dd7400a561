"""Figures by speaker: all series, and one of them as a chart, a table, and what does not agree. Nothing is added up."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.countries import NEAR, country_choices
from noharbor.desk.widgets.figures_chart import chart_of
from noharbor.desk.widgets.figures_rows import cells_of, listed_rows, row_id, rows_of, side_by_side
from noharbor.desk.widgets.figures_voices import Voice, voices_of
from noharbor.desk.widgets.figures_words import counted_choices, say_series
from noharbor.record.access.models import Member
from noharbor.record.figures import queries
from noharbor.record.figures.custody import note_series
from noharbor.record.figures.queries import SeriesSeen
from noharbor.record.figures.series import NoSuchSeries, series_called
from noharbor.record.figures.snapshots import Snapshot
from noharbor.record.figures.vocabulary import Counted
from noharbor.record.linkage.separated import harmless

#: Rows of a page, and pairs that do not agree that are shown before the rest is only counted.
SIZE, MOST_PAIRS = 50, 12


class FiguresFilter(forms.Form):
    """Which series; an empty field asks nothing."""

    counted = forms.ChoiceField(label=_("What is counted"), required=False)
    country = forms.ChoiceField(label=_("Country or region"), required=False)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        countries = country_choices()
        near, others = countries[: len(NEAR)], countries[len(NEAR) :]
        self.fields["counted"].choices = [("", _("all")), *counted_choices()]  # type: ignore[attr-defined]
        self.fields["country"].choices = [  # type: ignore[attr-defined]
            ("", _("all countries")),
            (_("Region"), near),
            (_("World"), others),
        ]


def figures_list(request: HttpRequest) -> HttpResponse:
    """List the series, those in which speakers do not agree first."""
    asked = FiguresFilter(request.GET)
    asked.is_valid()
    said = {name: value for name, value in asked.cleaned_data.items() if value}
    counted = Counted(said["counted"]) if "counted" in said else None
    found = queries.list_series(member_of(request), counted=counted, country=said.get("country", ""))
    page = Paginator(found.listed, SIZE).get_page(request.GET.get("page"))
    context = {
        "form": asked,
        "asks": bool(said),
        "found": found,
        "page": page,
        "rows": listed_rows(page.object_list),
        "kept": urlencode(said),
    }
    return render(request, "desk/figures.html#results" if is_partial(request) else "desk/figures.html", context)


def figures_series(request: HttpRequest, counted: str, scope: str) -> HttpResponse:
    """Show a series: what does not agree, the chart, and the table; of one speaker alone where that is asked."""
    seen = _series(member_of(request), counted, scope)
    voices = voices_of(seen.snapshots)
    only = voices.get(request.GET.get("speaker", ""))
    snapshots = [one for one in seen.snapshots if only is None or _speaks(only, one)]
    pairs = [one for one in seen.disagreements if only is None or _speaks(only, one.one) or _speaks(only, one.other)]
    differing = {side for one in seen.disagreements for side in (one.one, one.other)}
    page = Paginator(snapshots, SIZE).get_page(request.GET.get("page"))
    address = _Addresses(seen.snapshots, snapshots, page.number, only)
    context = {
        "seen": seen,
        "title": say_series(seen.series),
        "wider": [(one, say_series(one)) for one in seen.series.wider()],
        "voices": [voice for voice in voices.values() if voice.letter],
        "unlettered": next((voice for voice in voices.values() if not voice.letter), None),
        "only": only,
        "chart": chart_of(snapshots, voices, differing, address),
        "pairs": side_by_side(pairs[:MOST_PAIRS], voices, address),
        "further_pairs": max(0, len(pairs) - MOST_PAIRS),
        "page": page,
        "rows": rows_of(page.object_list, voices, differing),
        "kept": address.kept,
    }
    return render(request, "desk/figures_series.html", context)


def figures_table(request: HttpRequest, counted: str, scope: str) -> HttpResponse:
    """Send a series as separated values, in UTF-8 with its mark, so that spreadsheets read every script."""
    seen = _series(member_of(request), counted, scope)
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="figures-{counted}-{scope}.csv"'},
    )
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerows([harmless(cell) for cell in line] for line in cells_of(seen))
    return response


def _series(member: Member, counted: str, scope: str) -> SeriesSeen:
    """The series an address names, noted as read; what is hidden and what is absent look the same."""
    try:
        seen = queries.series_seen_by(member, series_called(counted, scope))
    except NoSuchSeries as problem:
        raise Http404 from problem
    if seen is None:
        raise Http404
    note_series(seen, by=member)
    return seen


def _speaks(voice: Voice, snapshot: Snapshot) -> bool:
    return snapshot.best.speaker.key == voice.speaker.key


class _Addresses:
    """Where the row of each snapshot is: on this page, on another, or among all speakers.

    Args:
        all_snapshots: Of the series, newest first.
        shown: Those of the speaker that is asked for, or all.
        number: Of the page that is shown.
        only: The speaker that is asked for; None for all.
    """

    def __init__(
        self, all_snapshots: Sequence[Snapshot], shown: Sequence[Snapshot], number: int, only: Voice | None
    ) -> None:
        self.kept = urlencode({"speaker": only.speaker.key}) if only else ""
        self._number = number
        self._anywhere = {one: at // SIZE + 1 for at, one in enumerate(all_snapshots)}
        self._shown = {one: at // SIZE + 1 for at, one in enumerate(shown)}

    def __call__(self, snapshot: Snapshot) -> str:
        """Return the address of a snapshot's row."""
        row = f"#{row_id(snapshot)}"
        page = self._shown.get(snapshot)
        if page is None:
            return f"?page={self._anywhere[snapshot]}{row}"
        return row if page == self._number else f"?{self.kept}{'&' * bool(self.kept)}page={page}{row}"
