"""One statement: judge it, correct it, grade it, and read who said what of it when."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.pages.statement_forms import CorrectionForm
from noharbor.desk.widgets.addresses import lit_address
from noharbor.desk.widgets.errors import sentence
from noharbor.record.access.decisions import may, require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.intake import custody
from noharbor.record.linkage.queries.named import named_by_statements
from noharbor.record.linkage.queries.seen_before import seen_before
from noharbor.record.reading import actions, queries
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.errors import ReadingError
from noharbor.record.reading.models import Statement
from noharbor.record.reading.vocabulary import Credibility, Verdict


class ReviewForm(forms.Form):
    """A verdict, with reasons where one is needed."""

    verdict = forms.ChoiceField(
        choices=[(value, value) for value in (Verdict.CONFIRM, Verdict.REJECT, Verdict.WITHDRAW)]
    )
    why = forms.CharField(label=gettext_lazy("Why"), max_length=500, required=False)
    seen = forms.CharField(required=False)

    def clean(self) -> dict[str, object]:
        """Refuse to reject without a word."""
        said = super().clean() or {}
        if said.get("verdict") == Verdict.REJECT and not said.get("why"):
            self.add_error("why", _("Say in a few words why you reject it"))
        return said


class CredibilityForm(forms.Form):
    """How far the information itself is trusted."""

    credibility = forms.ChoiceField(label=gettext_lazy("Grade of the statement"), choices=Credibility)


class StatementMarkingForm(forms.Form):
    """How far the statement may travel."""

    tlp = forms.ChoiceField(label=gettext_lazy("Marking of the statement"), choices=Tlp)


def statement(request: HttpRequest, statement: UUID) -> HttpResponse:
    """Show one statement with its words, its history, its grade and its marking."""
    member, shown = member_of(request), _statement(request, statement)
    _note(shown, member)
    visible = queries.visible_to(member)
    context = {
        "statement": shown,
        "source": shown.source,
        "judge": may(member, Permission.STATEMENT_JUDGE, shown.source),
        "may_mark": may(member, Permission.SOURCE_MARK, shown.source),
        "reviews": shown.reviews.select_related("by", "correction"),
        "corrections": visible.filter(corrects=shown).select_related("by"),
        "corrected": visible.filter(pk=shown.corrects_id).first() if shown.corrects_id else None,
        "credibility_form": CredibilityForm(initial={"credibility": shown.credibility}),
        "seen": seen_before(shown.source, member, statement=shown),
        "named": named_by_statements(shown.source, member, statement=shown),
        "marking_form": StatementMarkingForm(initial={"tlp": shown.tlp}),
    }
    return render(request, "desk/statement.html", context)


@require_POST
def statement_review(request: HttpRequest, statement: UUID) -> HttpResponse:
    """Confirm, reject or take back; the card comes back alone where only it was asked for."""
    judged, form = _statement(request, statement), ReviewForm(request.POST)
    problem = ""
    if form.is_valid():
        problem = _judge(judged, form.cleaned_data, request)
    else:
        problem = str(next(iter(next(iter(form.errors.values())))))
    if is_partial(request):
        return _card(request, _statement(request, statement), problem=problem)
    if problem:
        messages.error(request, problem)
    return redirect(lit_address(judged))


def statement_correct(request: HttpRequest, statement: UUID) -> HttpResponse:
    """Correct a statement: another takes its place, and both stay."""
    member, shown = member_of(request), _statement(request, statement)
    require(member, Permission.STATEMENT_JUDGE, shown.source)
    _note(shown, member)
    form = CorrectionForm(request.POST or None, statement=shown)
    if request.method == "POST" and form.is_valid():
        changes = form.changes()
        if not changes:
            form.add_error(None, _("Nothing differs from what stands. Change a field, or go back and confirm it."))
        else:
            try:
                said = form.cleaned_data
                standing = actions.correct(shown, changes, by=member, why=said["why"], seen=said["seen"] or None)
            except ReadingError as problem:
                form.add_error(None, sentence(problem))
            else:
                messages.success(request, _("Your correction stands in its place; the first one is kept."))
                return redirect(lit_address(standing))
    context = {"form": form, "statement": shown, "source": shown.source}
    return render(request, "desk/correct.html", context, status=422 if form.is_bound else 200)


@require_POST
def statement_grade(request: HttpRequest, statement: UUID) -> HttpResponse:
    """Grade a statement."""
    graded, form = _statement(request, statement), CredibilityForm(request.POST)
    if form.is_valid():
        try:
            actions.grade(graded, Credibility(form.cleaned_data["credibility"]), by=member_of(request))
            messages.success(request, _("The grade is kept."))
        except ReadingError as problem:
            messages.error(request, sentence(problem))
    else:
        messages.error(request, _("Choose a grade from 1 to 6."))
    return redirect("statement", statement=statement)


@require_POST
def statement_marking(request: HttpRequest, statement: UUID) -> HttpResponse:
    """Change how far a statement may travel."""
    marked, form = _statement(request, statement), StatementMarkingForm(request.POST)
    if form.is_valid():
        actions.mark(marked, Tlp(form.cleaned_data["tlp"]), by=member_of(request))
        messages.success(request, _("The marking is kept."))
        # Whoever marks a thing beyond their own reach is not led into a page that is no longer there.
        if not queries.visible_to(member_of(request)).filter(pk=statement).exists():
            return redirect("inbox")
    else:
        messages.error(request, _("Choose one of the markings of the list."))
    return redirect("statement", statement=statement)


def _statement(request: HttpRequest, identifier: UUID) -> Statement:
    rows = queries.visible_to(member_of(request)).select_related("source__owner", "by")
    return get_object_or_404(rows, pk=identifier)


def _note(statement: Statement, member: Member) -> None:
    """Note who is shown a closed source or a closed statement."""
    custody.note_opening(statement.source, by=member)
    note_reading([statement], by=member)


def _judge(statement: Statement, said: dict[str, str], request: HttpRequest) -> str:
    """Carry out a verdict; return what went wrong, empty when nothing did."""
    member, seen = member_of(request), said["seen"] or None
    try:
        match said["verdict"]:
            case Verdict.CONFIRM:
                actions.confirm(statement, by=member, why=said["why"], seen=seen)
            case Verdict.REJECT:
                actions.reject(statement, by=member, why=said["why"], seen=seen)
            case _:
                actions.take_back(statement, by=member, why=said["why"], seen=seen)
    except ReadingError as problem:
        return sentence(problem)
    return ""


def _card(request: HttpRequest, statement: Statement, *, problem: str) -> HttpResponse:
    member = member_of(request)
    if problem:
        # Nothing was judged, so that no other entry says who saw it.
        _note(statement, member)
    context = {
        "statement": statement,
        "source": statement.source,
        "lit": statement,
        "judge": may(member, Permission.STATEMENT_JUDGE, statement.source),
        "seen": seen_before(statement.source, member, statement=statement),
        "named": named_by_statements(statement.source, member, statement=statement),
        "problem": problem,
        "waiting": queries.waiting_for_review(member).filter(source=statement.source_id).count(),
        "alone": True,
    }
    return render(request, "desk/parts/statement.html", context, status=422 if problem else 200)
