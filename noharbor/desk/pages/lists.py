"""Lists of people: hand them in, see what was understood, say what is wrong, have them compared."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.inbox import LONGEST_PASTE, ParticularsForm
from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.lists import list_row
from noharbor.record.access.decisions import may
from noharbor.record.access.vocabulary import Permission
from noharbor.record.intake.actions import Receipt, receive, receive_cells
from noharbor.record.intake.models import SourceTable
from noharbor.record.intake.vocabulary import ArrivalOutcome
from noharbor.record.linkage.actions import reconciliations as actions
from noharbor.record.linkage.errors import NothingToCompare
from noharbor.record.linkage.queries import lists as queries
from noharbor.record.linkage.queries import reconciliations

#: Rows of a page: of lists, and of comparisons.
SIZE = 50
RUNS = 20
#: Lists that can be laid side by side at once.
MOST_LISTS = 40


class CellsForm(ParticularsForm):
    """Cells pasted in, with what is known of them."""

    cells = forms.CharField(
        label=gettext_lazy("Cells"),
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Paste the cells first")},
    )
    name = forms.CharField(label=gettext_lazy("What to call it"), required=False, max_length=200)


class CompareForm(forms.Form):
    """What to call a comparison, and until when its answer is needed."""

    title = forms.CharField(label=gettext_lazy("What to call it"), required=False, max_length=200)
    deadline = forms.DateField(
        label=gettext_lazy("Needed by"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists that are here, newest first, what was compared, and where to hand in more."""
    return _lists(request)


@require_POST
def lists_files(request: HttpRequest) -> HttpResponse:
    """Take in files with lists; each has its own outcome."""
    form, files = ParticularsForm(request.POST, prefix="file"), request.FILES.getlist("files")
    if not form.is_valid() or not files:
        if form.is_valid():
            form.add_error(None, _("Choose at least one file first"))
        return _lists(request, files=form, status=422)
    member, particulars = member_of(request), form.particulars()
    receipts = [receive(file, name=file.name or "", by=member, particulars=particulars) for file in files]  # type: ignore[arg-type]
    return _received(request, receipts)


@require_POST
def lists_cells(request: HttpRequest) -> HttpResponse:
    """Take in pasted cells."""
    form = CellsForm(request.POST)
    if not form.is_valid():
        return _lists(request, cells=form, status=422)
    said = form.cleaned_data
    name = said["name"] or _("Pasted cells")
    return _received(
        request,
        [receive_cells(said["cells"], by=member_of(request), name=name, particulars=form.particulars())],
    )


def list_state(request: HttpRequest, table: int) -> HttpResponse:
    """Show one list's row as it stands now; the page asks while it is being understood."""
    # Nobody sits there for that: it keeps no desk open.
    request.asked_by_itself = True  # type: ignore[attr-defined]
    found = get_object_or_404(queries.visible_to(member_of(request)), pk=table)
    row = list_row(found, queries.list_name(found), is_chosen="list" in request.GET)
    return render(request, "desk/parts/list_rows.html", {"rows": [row]})


@require_POST
def reconciliation_start(request: HttpRequest) -> HttpResponse:
    """Have the chosen lists compared."""
    member, form = member_of(request), CompareForm(request.POST)
    chosen = _numbers(request.POST.getlist("list"))
    tables = list(queries.visible_to(member).filter(pk__in=chosen).order_by("source__received_at", "position"))
    if not form.is_valid():
        return _lists(request, compare=form, chosen=chosen, status=422)
    try:
        run = actions.start(tables, by=member, title=form.cleaned_data["title"], deadline=form.cleaned_data["deadline"])
    except NothingToCompare as problem:
        form.add_error(None, problem.sentence)
        return _lists(request, compare=form, status=422)
    for twin in queries.without_twins(tables)[1]:
        messages.info(
            request, _("%(name)s holds the same bytes as another list and adds nothing.") % {"name": twin.source}
        )
    return redirect("reconciliation", reconciliation=run.pk)


def _lists(
    request: HttpRequest,
    *,
    files: ParticularsForm | None = None,
    cells: CellsForm | None = None,
    compare: CompareForm | None = None,
    chosen: Sequence[int] = (),
    status: int = 200,
) -> HttpResponse:
    member = member_of(request)
    show, page, run_page = request.GET.get("show", ""), _page(request, "page"), _page(request, "runs")
    tables = queries.others_visible_to(member) if show == "others" else queries.lists_visible_to(member)
    found = list(tables[(page - 1) * SIZE : page * SIZE + 1])
    chosen = chosen or _numbers(request.GET.get("chosen", "").split(","))
    runs = list(reconciliations.visible_to(member)[(run_page - 1) * RUNS : run_page * RUNS + 1])
    context = {
        "rows": [list_row(one, queries.list_name(one), is_chosen=one.pk in chosen) for one in found[:SIZE]],
        "show": show,
        "page": page,
        "more": len(found) > SIZE,
        "runs": runs[:RUNS],
        "run_page": run_page,
        "more_runs": len(runs) > RUNS,
        "may_add": may(member, Permission.SOURCE_ADD),
        "files_form": files or ParticularsForm(prefix="file"),
        "cells_form": cells or CellsForm(),
        "compare_form": compare or CompareForm(),
    }
    return render(request, "desk/lists.html", context, status=status)


def _received(request: HttpRequest, receipts: Sequence[Receipt]) -> HttpResponse:
    """Tell what became of what was handed in, and go to the lists with the new ones chosen."""
    tables: list[SourceTable] = []
    for receipt in [one for handed_in in receipts for one in (handed_in, *handed_in.carried)]:
        name = {"name": receipt.arrival.name}
        source = receipt.source or receipt.duplicate_of
        inside = list(source.tables.defer("rows")) if source else []
        tables += inside
        if receipt.arrival.outcome == ArrivalOutcome.REFUSED:
            messages.error(request, _("%(name)s: %(problem)s") % (name | {"problem": receipt.arrival.problem_sentence}))
        elif not inside:
            messages.error(request, _("%(name)s is kept, but no table was found in it.") % name)
        elif receipt.duplicate_of:
            messages.info(request, _("%(name)s is already here.") % name)
        else:
            messages.success(request, _("%(name)s is received and being understood.") % name)
    chosen = ",".join(str(table.pk) for table in tables[:MOST_LISTS])
    return redirect(reverse("lists") + (f"?chosen={chosen}" if chosen else ""))


def _numbers(written: Sequence[str]) -> list[int]:
    return [int(one) for one in written if one.isascii() and one.isdigit() and len(one) < 12][:MOST_LISTS]


def _page(request: HttpRequest, name: str) -> int:
    written = request.GET.get(name, "")
    return max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 5 else 1
