"""One list: what was understood, what was left aside, and what a person says of it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.countries import country_choices
from noharbor.desk.widgets.lists import FIELD_CHOICES, aside_rows, column_rows
from noharbor.record.access.decisions import may, require
from noharbor.record.access.vocabulary import Permission
from noharbor.record.intake import custody
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.errors import ListReadMeanwhile
from noharbor.record.linkage.models import ListReading
from noharbor.record.linkage.queries import lists as queries
from noharbor.record.linkage.vocabulary import ListUse
from noharbor.science.lists.fields import Field

#: Rows of a page: asides and cells that could not be read.
SIZE = 50
#: Columns shown; lists of people have a dozen.
MOST_COLUMNS = 100


class ToldForm(forms.Form):
    """What a list is: each of its columns, what it is for, who made it."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    use = forms.ChoiceField(label=gettext_lazy("What the list is for"), choices=ListUse)
    made_by = forms.CharField(label=gettext_lazy("Body that made it"), required=False, max_length=200)
    region = forms.ChoiceField(
        label=gettext_lazy("Its country"),
        required=False,
        help_text=gettext_lazy("Telephone numbers without a country code are read as numbers of this country."),
    )

    def __init__(self, reading: ListReading, said: object = None) -> None:
        initial = {"seen": reading.pk, "use": reading.use, "made_by": reading.made_by, "region": reading.region}
        super().__init__(said, initial=initial)  # type: ignore[arg-type]
        self.fields["region"].choices = [("", gettext_lazy("not known")), *country_choices()]  # type: ignore[attr-defined]
        self._reading = reading
        self.columns = [
            column for column in column_rows(reading) if column.heading or column.sample or column.field != Field.OTHER
        ][:MOST_COLUMNS]
        for column in self.columns:
            self.fields[f"column-{column.index}"] = forms.ChoiceField(
                label=_("What column %(letter)s is") % {"letter": column.letter},
                choices=FIELD_CHOICES,
                initial=column.field,
            )

    @property
    def rows(self) -> list[tuple[object, forms.BoundField]]:
        """Each column with the field that says what it is."""
        return [(column, self[f"column-{column.index}"]) for column in self.columns]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields that are no columns."""
        return [self[name] for name in ("use", "made_by", "region")]

    def told(self) -> Told:
        """Return what was said: columns that differ from what the machine took them for, or were told before."""
        said = self.cleaned_data
        fields = {int(index): Field(field) for index, field in self._reading.told.items()}
        for column in self.columns:
            chosen = said[f"column-{column.index}"]
            if column.is_told or chosen != column.field:
                fields[column.index] = Field(chosen)
        return Told(fields, ListUse(said["use"]), said["made_by"], said["region"])


def list_understood(request: HttpRequest, table: int) -> HttpResponse:
    """Show a list; the page asks again while it is still to be understood."""
    found = _table(request, table)
    reading = queries.reading_of(found)
    if is_partial(request):
        request.asked_by_itself = True  # type: ignore[attr-defined]
        response = HttpResponse(status=204)
        if reading is not None:
            response.headers["HX-Refresh"] = "true"
        return response
    custody.note_opening(found.source, by=member_of(request))
    return _understood(request, found, reading, ToldForm(reading) if reading else None)


@require_POST
def list_tell(request: HttpRequest, table: int) -> HttpResponse:
    """Say what a list is."""
    found = _table(request, table)
    require(member_of(request), Permission.STATEMENT_JUDGE, found.source)
    reading = queries.reading_of(found)
    if reading is None:
        return redirect("list", table=table)
    form = ToldForm(reading, request.POST)
    if not form.is_valid():
        return _understood(request, found, reading, form, status=422)
    try:
        if form.cleaned_data["seen"] != reading.pk:
            raise ListReadMeanwhile
        tell(reading, form.told(), by=member_of(request))
    except ListReadMeanwhile as problem:
        # What they chose stays on the page; only what it is a correction of is another reading by now.
        said = request.POST.copy()
        said["seen"] = str(reading.pk)
        form = ToldForm(reading, said)
        form.add_error(None, problem.sentence)
        return _understood(request, found, reading, form, status=409)
    messages.success(request, _("The list was understood anew. The next one of its shape will be read this way."))
    return redirect("list", table=table)


def _understood(
    request: HttpRequest, table: SourceTable, reading: ListReading | None, form: ToldForm | None, *, status: int = 200
) -> HttpResponse:
    written = request.GET.get("page", "1")
    page = max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    kept = [*reading.problems, *reading.asides] if reading else []
    context = {
        "table": table,
        "name": queries.list_name(table),
        "reading": reading,
        "form": form,
        "may_tell": may(member_of(request), Permission.STATEMENT_JUDGE, table.source),
        "asides": aside_rows(kept[(page - 1) * SIZE : page * SIZE]),
        "aside_count": len(kept),
        "problem_count": len(reading.problems) if reading else 0,
        "page": page,
        "more": len(kept) > page * SIZE,
    }
    return render(request, "desk/list.html", context, status=status)


def _table(request: HttpRequest, identifier: int) -> SourceTable:
    return get_object_or_404(queries.visible_to(member_of(request)), pk=identifier)
