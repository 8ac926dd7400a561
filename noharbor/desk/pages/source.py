"""One source: its words beside what they say, its grade, its marking, its original."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.cards import beside
from noharbor.desk.widgets.errors import sentence
from noharbor.desk.widgets.languages import is_read_here
from noharbor.desk.widgets.seen import lines
from noharbor.record.access.decisions import may
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.intake import actions, custody, queries
from noharbor.record.intake.actions import Marking
from noharbor.record.intake.errors import OriginalMissing
from noharbor.record.intake.models import Source, SourceText
from noharbor.record.intake.vocabulary import Reliability
from noharbor.record.linkage.actions import hints
from noharbor.record.linkage.errors import ClosedToHints
from noharbor.record.linkage.queries.hints import is_hinted
from noharbor.record.linkage.queries.named import named_by_statements
from noharbor.record.linkage.queries.seen_before import seen_before
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.queries import statements_of
from noharbor.record.reading.vocabulary import StatementState

#: Rows of a table shown; the rest is in the original.
TABLE_ROWS = 200


class GradeForm(forms.Form):
    """How far the source is trusted."""

    reliability = forms.ChoiceField(label=gettext_lazy("Grade"), choices=Reliability)


class MarkingForm(forms.Form):
    """How far the source may travel, and on which conditions."""

    tlp = forms.ChoiceField(label=gettext_lazy("Marking"), choices=Tlp)
    purpose = forms.CharField(label=gettext_lazy("Only for"), required=False, max_length=300)
    onward_sharing = forms.BooleanField(label=gettext_lazy("May be shared onward"), required=False)
    court_use = forms.BooleanField(label=gettext_lazy("May be used in court"), required=False)
    retain_until = forms.DateField(
        label=gettext_lazy("Keep until"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


def source(request: HttpRequest, source: UUID) -> HttpResponse:
    """Show a source with its statements; `?statement=` lights one, `?part=` turns to a part of a long text."""
    member, shown = member_of(request), _source(request, source)
    custody.note_opening(shown, by=member)
    statements = list(statements_of(shown, member))
    note_reading(statements, by=member)
    asked = request.GET.get("statement", "")
    lit = next((statement for statement in statements if str(statement.pk) == asked), None)
    text = SourceText.objects.filter(source=shown, current=True).first()
    seen = seen_before(shown, member)
    context = _about(shown, member) | {
        "source": shown,
        "text": text,
        "lit": lit,
        "waiting": sum(statement.state == StatementState.PROPOSED for statement in statements),
        "statement_count": len(statements),
        "beside": beside(text, statements, lit=lit, part=_number(request.GET.get("part", "1"))),
        "is_read": text is not None and text.readings.exists(),
        "reads": is_read_here(shown.language),
        "judge": may(member, Permission.STATEMENT_JUDGE, shown),
        "seen": seen,
        "named": named_by_statements(shown, member),
        "numbers": lines(seen.identifiers),
    }
    return render(request, "desk/source.html", context)


@require_POST
def source_grade(request: HttpRequest, source: UUID) -> HttpResponse:
    """Grade a source."""
    graded, form = _source(request, source), GradeForm(request.POST)
    if form.is_valid():
        actions.grade(graded, Reliability(form.cleaned_data["reliability"]), by=member_of(request))
        messages.success(request, _("The grade is kept."))
    else:
        messages.error(request, _("Choose a grade from A to F."))
    return redirect("source", source=source)


@require_POST
def source_marking(request: HttpRequest, source: UUID) -> HttpResponse:
    """Change how far a source may travel."""
    marked, form = _source(request, source), MarkingForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data | {"tlp": Tlp(form.cleaned_data["tlp"])}
        actions.mark(marked, Marking(**said), by=member_of(request))
        messages.success(request, _("The marking is kept."))
    else:
        messages.error(request, _("The marking was not changed: choose one of the list, and a day such as 2027-01-31."))
    return redirect("source", source=source)


@require_POST
def source_hint(request: HttpRequest, source: UUID) -> HttpResponse:
    """Let others know that somebody knows what a source names, or take that back."""
    told, member = _source(request, source), member_of(request)
    if request.POST.get("tell") != "yes":
        hints.withdraw(told, by=member)
        messages.success(request, _("Others are not told that somebody knows."))
        return redirect("source", source=source)
    try:
        hints.give(told, by=member)
        messages.success(request, _("Others are told that somebody knows, and nothing more."))
    except ClosedToHints as problem:
        messages.error(request, sentence(problem))
    return redirect("source", source=source)


def source_original(request: HttpRequest, source: UUID) -> HttpResponseBase:
    """Hand out the original bytes, as they came. An entry of the log says so."""
    wanted = _source(request, source)
    try:
        path = custody.take_out(wanted, by=member_of(request))
    except OriginalMissing as problem:
        messages.error(request, problem.sentence)
        return redirect("source", source=source)
    # Never shown by the browser, whatever it is: only saved.
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=wanted.name, content_type="application/octet-stream"
    )


def _source(request: HttpRequest, identifier: UUID) -> Source:
    return get_object_or_404(
        queries.visible_to(member_of(request)).select_related("owner", "received_by"), pk=identifier
    )


def _about(source: Source, member: Member) -> dict[str, object]:
    """What is known of the source itself, and what the member may change of it."""
    resemblances = queries.resemblances_of(source, member).select_related("newer", "older")
    grade, mark = may(member, Permission.SOURCE_GRADE, source), may(member, Permission.SOURCE_MARK, source)
    return {
        "tables": source.tables.all(),
        "table_rows": TABLE_ROWS,
        "alike": [(pair.older if pair.newer_id == source.pk else pair.newer, pair.share) for pair in resemblances],
        "may_grade": grade,
        "may_mark": mark,
        "grade_form": GradeForm(initial={"reliability": source.reliability}),
        "is_hinted": mark.allowed and is_hinted(source),
        "marking_form": MarkingForm(initial=asdict(Marking.of(source))),
        "notices": [
            sentence
            for arrival in queries.arrivals_of(member).filter(source=source).order_by("at")[:1]
            for sentence in arrival.notice_sentences
        ],
    }


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
